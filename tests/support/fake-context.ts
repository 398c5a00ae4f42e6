import { PassThrough, Readable } from 'node:stream';
import type { CliContext } from '../../src/adapters/cli/context.ts';
import { NO_FILTERS } from './fake-library.ts';
import { parseOutlets, readGazetteer, type Article, type Ask } from '../../src/core/index.ts';

/** A command line over fakes: what is asked of `ask`, and streams to read from and write to. */
export function fakeContext(parts: {
  readonly ask: Ask;
  readonly articles: readonly Article[];
  readonly stdin?: Readable;
  readonly stdout?: PassThrough;
}): CliContext {
  const corpus = {
    dirs: ['/articles'],
    articles: parts.articles,
    article: (id: string) => parts.articles.find((one) => one.id === id) ?? null,
    bring: async () => undefined,
    readNames: () => readGazetteer([]),
    takenDown: [],
    faults: [],
    outlets: parseOutlets(''),
    seconds: 0,
    readAt: new Date(0),
  };
  const quiet = (): void => undefined;
  return {
    version: '0.0.0',
    stdin: parts.stdin ?? Readable.from([]),
    stdout: parts.stdout ?? new PassThrough(),
    stderr: new PassThrough(),
    env: {},
    corpusDirs: ['/articles'],
    openCorpus: async () => corpus,
    surveyCorpus: async () => {
      throw new Error('This corpus is not surveyed');
    },
    refreshIndex: async () => {
      throw new Error('This corpus is not indexed');
    },
    index: null,
    openLibrary: async () => ({
      ...corpus,
      asked: () => corpus.articles,
      ask: parts.ask,
      checkFilters: () => NO_FILTERS,
      model: null,
      follow: () => () => undefined,
      tryIndex: async () => undefined,
      names: readGazetteer([]),
    }),
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    lang: 'en',
    say: quiet,
    onSignal: quiet,
    onReload: quiet,
    renewIndex: async () => undefined,
    onUncaught: quiet,
    exit: quiet,
    platforms: [],
    modelHost: null,
    readerChats: null,
    statusPorts: [],
  };
}
