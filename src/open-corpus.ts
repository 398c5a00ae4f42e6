import { Failure } from './adapters/cli/failure.ts';
import type { CorpusSource, OnProgress, OpenCorpus, ReadCorpus, SurveyCorpus } from './adapters/cli/context.ts';
import type {
  ClusterLibrary,
  CorpusKnowledge,
  FieldMap,
  OutletDirectory,
  SavedLibrary,
  SourceFile,
  SurveyPart,
  Withheld,
} from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import { namesFingerprint } from './refresh-index.ts';
import { keepHeapSmall } from './small-heap.ts';
import { listFolders } from './takedown-lists.ts';

/** Opens the articles of some folders, or of a saved index of them. Throws a Failure where those, or the program's own data, cannot be read. */
export function corpusOpener(dataDir: string): OpenCorpus {
  return async (source, onProgress) => {
    const corpus =
      source.index === null
        ? await openFolders(dataDir, source, onProgress)
        : corpusOfSaved(await openIndex(dataDir, source.index), await readOutlets(dataDir));
    return await withoutTakenDown(corpus, await followLists(source, corpus.dirs));
  };
}

/** A corpus with those articles as well that are taken down. */
export type WholeCorpus = Omit<ReadCorpus, 'takenDown'>;

/** The corpus without what is taken down, as both are whenever somebody asks. */
export async function withoutTakenDown(corpus: WholeCorpus, withheld: Withheld): Promise<ReadCorpus> {
  const { articlesWithout } = await import('./core/index.ts');
  const articles = articlesWithout(() => corpus.articles, withheld.ids);
  return {
    get articles() {
      return articles();
    },
    get takenDown() {
      const ids = withheld.ids();
      return ids.size === 0 ? [] : corpus.articles.filter(({ id }) => ids.has(id));
    },
    get faults() {
      return corpus.faults;
    },
    get readAt() {
      return corpus.readAt;
    },
    article: (id) => (withheld.ids().has(id) ? null : corpus.article(id)),
    bring: corpus.bring,
    dirs: corpus.dirs,
    outlets: corpus.outlets,
    seconds: corpus.seconds,
    readNames: corpus.readNames,
  };
}

/** Follows the lists of what is taken down of a corpus. Throws a Failure where one cannot be read. */
export async function followLists(
  source: CorpusSource,
  dirs: readonly string[],
  onFault: OnFault = () => undefined,
): Promise<Withheld> {
  const core = await import('./core/index.ts');
  try {
    return core.followTakedowns(listFolders(source, dirs).map(core.takedownsIn), {
      onFault: (fault) => onFault('A list of takedowns cannot be read; what it withheld stays withheld.', fault),
    });
  } catch (cause) {
    throw cause instanceof core.TakedownError ? new Failure(1, cause.message, { cause }) : cause;
  }
}

/** The outlets that are known by name. */
export const readOutlets = async (dataDir: string): Promise<OutletDirectory> =>
  (await import('./core/index.ts')).readKnowledge(readKnowledgeFiles(dataDir)).outlets;

async function openFolders(
  dataDir: string,
  { dirs, map }: CorpusSource,
  onProgress: OnProgress | undefined,
): Promise<WholeCorpus> {
  const started = performance.now();
  const core = await import('./core/index.ts');
  const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
  const corpus = await core
    .readCorpus(dirs, readOptions(knowledge, onProgress, map))
    .catch(asFailure(core.CorpusError));
  return {
    ...corpus,
    article: (id) => corpus.articles.find((one) => one.id === id) ?? null,
    bring: async () => undefined,
    dirs,
    outlets: knowledge.outlets,
    seconds: (performance.now() - started) / 1000,
    readAt: new Date(),
    readNames: () => core.readGazetteer(readNameFiles(dataDir)),
  };
}

/** An index in a file, or one on other machines, whose texts have to be brought and which may be looked at again. */
export type OpenedIndex = SavedLibrary & Partial<Pick<ClusterLibrary, 'bring' | 'refresh'>>;

/** Opens a saved index, or one on other machines. Throws a Failure where it cannot be read. */
export async function openIndex(dataDir: string, index: string): Promise<OpenedIndex> {
  const core = await import('./core/index.ts');
  const files = readNameFiles(dataDir);
  const open = core.isClusterAddress(index) ? core.openClusterLibrary : core.openSavedLibrary;
  return await open(index, core.readGazetteer(files), namesFingerprint(files))
    .catch(asFailure(core.SavedIndexError))
    .catch(asFailure(core.ArchiveAwayError));
}

/** The corpus of an index. What there is of all articles is read when somebody asks for it: who wants one need not wait for the others. */
export const corpusOfSaved = (library: OpenedIndex, outlets: OutletDirectory): WholeCorpus => ({
  get articles() {
    return library.all;
  },
  article: library.find,
  bring: async (articles) => await library.bring?.(articles),
  get faults() {
    return library.about.faults;
  },
  dirs: library.about.dirs,
  outlets,
  seconds: 0,
  get readAt() {
    return library.about.indexedAt;
  },
  readNames: () => library.names,
});

/**
 * Reads some folders for what they are like, those of many files in several threads (`workerFile`). Throws a Failure as `corpusOpener`
 * does.
 */
export function corpusSurveyor(dataDir: string, workerFile: string): SurveyCorpus {
  return async ({ dirs, map }, onProgress) => {
    const [core, { createThreads }] = await Promise.all([import('./core/index.ts'), import('./threads.ts')]);
    const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
    keepHeapSmall();
    const threads = createThreads<readonly SourceFile[], SurveyPart>(workerFile, { dataDir, map });
    try {
      return await core
        .surveyCorpus(dirs, {
          ...readOptions(knowledge, onProgress, map),
          // One thread alone is this one.
          ...(threads !== null && threads.most > 1 && { workers: { survey: threads.ask, atOnce: threads.most } }),
        })
        .catch(asFailure(core.CorpusError));
    } finally {
      await threads?.close();
    }
  };
}

/** What folders are read with. */
export const readOptions = (
  knowledge: CorpusKnowledge,
  onProgress: OnProgress | undefined,
  map: FieldMap | undefined,
) => ({
  knowledge,
  ...(map !== undefined && { map }),
  onProgress: (done: number, total: number) => onProgress?.('read', done, total),
});

/** What to do with a rejection: one of that kind is a Failure, with its sentence. */
export const asFailure =
  (Refused: new (...args: never[]) => Error) =>
  (cause: unknown): never => {
    throw cause instanceof Refused ? new Failure(1, cause.message, { cause }) : cause;
  };

/** Told, in a sentence, of what goes wrong while a corpus can be asked. */
export type OnFault = (sentence: string, detail?: unknown) => void;
