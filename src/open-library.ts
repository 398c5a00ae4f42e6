import type { OpenedModel } from './open-model.ts';
import { Failure } from './adapters/cli/failure.ts';
import type {
  CorpusSource,
  OnProgress,
  OpenCorpus,
  OpenLibrary,
  ReadCorpus,
  SurveyCorpus,
} from './adapters/cli/context.ts';
import type { CorpusKnowledge, FieldMap, InterfaceLang, Library, OutletDirectory, SavedLibrary } from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import { namesFingerprint } from './refresh-index.ts';

/** Opens the articles of some folders, or of a saved index of them. Throws a Failure where those, or the program's own data, cannot be read. */
export function corpusOpener(dataDir: string): OpenCorpus {
  return async (source, onProgress) =>
    source.index === null
      ? await openFolders(dataDir, source, onProgress)
      : corpusOfSaved(await openSaved(dataDir, source.index), await readOutlets(dataDir));
}

const readOutlets = async (dataDir: string): Promise<OutletDirectory> =>
  (await import('./core/index.ts')).readKnowledge(readKnowledgeFiles(dataDir)).outlets;

async function openFolders(
  dataDir: string,
  { dirs, map }: CorpusSource,
  onProgress: OnProgress | undefined,
): Promise<ReadCorpus> {
  const started = performance.now();
  const core = await import('./core/index.ts');
  const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
  const corpus = await core
    .readCorpus(dirs, readOptions(knowledge, onProgress, map))
    .catch(asFailure(core.CorpusError));
  return {
    ...corpus,
    article: (id) => corpus.articles.find((one) => one.id === id) ?? null,
    dirs,
    outlets: knowledge.outlets,
    seconds: (performance.now() - started) / 1000,
    readAt: new Date(),
    readNames: () => core.readGazetteer(readNameFiles(dataDir)),
  };
}

async function openSaved(dataDir: string, path: string): Promise<SavedLibrary> {
  const core = await import('./core/index.ts');
  const files = readNameFiles(dataDir);
  return core
    .openSavedLibrary(path, core.readGazetteer(files), namesFingerprint(files))
    .catch(asFailure(core.SavedIndexError));
}

// What there is of all articles is read when somebody asks for it: who wants one need not wait for the others.
const corpusOfSaved = (library: SavedLibrary, outlets: OutletDirectory): ReadCorpus => ({
  get articles() {
    return library.all;
  },
  article: library.find,
  get faults() {
    return library.about.faults;
  },
  dirs: library.about.dirs,
  outlets,
  seconds: 0,
  readAt: library.about.indexedAt,
  readNames: () => library.names,
});

/** Reads some folders for what they are like. Throws a Failure as `corpusOpener` does. */
export function corpusSurveyor(dataDir: string): SurveyCorpus {
  return async ({ dirs, map }, onProgress) => {
    const core = await import('./core/index.ts');
    const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
    return core.surveyCorpus(dirs, readOptions(knowledge, onProgress, map)).catch(asFailure(core.CorpusError));
  };
}

const readOptions = (knowledge: CorpusKnowledge, onProgress: OnProgress | undefined, map: FieldMap | undefined) => ({
  knowledge,
  ...(map !== undefined && { map }),
  onProgress: (done: number, total: number) => onProgress?.('read', done, total),
});

const asFailure =
  (Refused: new (...args: never[]) => Error) =>
  (cause: unknown): never => {
    throw cause instanceof Refused ? new Failure(1, cause.message, { cause }) : cause;
  };

interface LibraryOptions {
  /** Answers questions that show no language. */
  readonly usualLang: InterfaceLang;
  /** Told of every answer. */
  readonly onAnswer: () => void;
  /** Makes the reader of a model of the user's own; null where none is set up. */
  readonly openModel: (() => Promise<OpenedModel>) | null;
}

/** Opens a saved index, or reads and indexes the articles of some folders, ready to be asked. */
export function libraryOpener(dataDir: string, { usualLang, onAnswer, openModel }: LibraryOptions): OpenLibrary {
  return async (source, onProgress) => {
    const started = performance.now();
    const core = await import('./core/index.ts');
    const { library, corpus } = await openLibrary(dataDir, source, onProgress);
    const model = (await openModel?.()) ?? null;
    const ask = core.createAsk(library, corpus.outlets, { usualLang, reader: model?.reader ?? null });
    return {
      ...corpus,
      names: library.names,
      model: model?.about ?? null,
      checkFilters: (given) => core.checkFilters(given, library, corpus.outlets),
      ask: async (question) => {
        const answer = await ask(question);
        onAnswer();
        return answer;
      },
      seconds: (performance.now() - started) / 1000,
    };
  };
}

async function openLibrary(
  dataDir: string,
  source: CorpusSource,
  onProgress: OnProgress | undefined,
): Promise<{ readonly library: Library; readonly corpus: ReadCorpus }> {
  if (source.index !== null) {
    const library = await openSaved(dataDir, source.index);
    return { library, corpus: corpusOfSaved(library, await readOutlets(dataDir)) };
  }
  const core = await import('./core/index.ts');
  const corpus = await openFolders(dataDir, source, onProgress);
  onProgress?.('index', corpus.articles.length, corpus.articles.length);
  return { library: await core.createLibrary(corpus.articles, corpus.readNames()), corpus };
}
