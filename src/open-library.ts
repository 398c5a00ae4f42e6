import type { OpenedModel } from './open-model.ts';
import { Failure } from './adapters/cli/failure.ts';
import type {
  AskableCorpus,
  CorpusSource,
  OnProgress,
  OpenCorpus,
  OpenLibrary,
  ReadCorpus,
  SurveyCorpus,
} from './adapters/cli/context.ts';
import type {
  Answer,
  CorpusFault,
  CorpusKnowledge,
  FieldMap,
  InterfaceLang,
  Library,
  OutletDirectory,
  SavedLibrary,
  SourceFile,
  SurveyPart,
  Withheld,
} from './core/index.ts';
import { quotesFrom } from './adapters/numbered.ts';
import { listFolders } from './takedown-lists.ts';
import { watchFolders, type WatchOptions } from './watch-folders.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import { namesFingerprint } from './refresh-index.ts';

/** Opens the articles of some folders, or of a saved index of them. Throws a Failure where those, or the program's own data, cannot be read. */
export function corpusOpener(dataDir: string): OpenCorpus {
  return async (source, onProgress) => {
    const corpus =
      source.index === null
        ? await openFolders(dataDir, source, onProgress)
        : corpusOfSaved(await openSaved(dataDir, source.index), await readOutlets(dataDir));
    return await withoutTakenDown(corpus, await follow(source, corpus.dirs));
  };
}

/** A corpus with those articles as well that are taken down. */
type WholeCorpus = Omit<ReadCorpus, 'takenDown'>;

// The corpus without what is taken down, as both are whenever somebody asks.
async function withoutTakenDown(corpus: WholeCorpus, withheld: Withheld): Promise<ReadCorpus> {
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
    dirs: corpus.dirs,
    outlets: corpus.outlets,
    seconds: corpus.seconds,
    readNames: corpus.readNames,
  };
}

async function follow(
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

const readOutlets = async (dataDir: string): Promise<OutletDirectory> =>
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
const corpusOfSaved = (library: SavedLibrary, outlets: OutletDirectory): WholeCorpus => ({
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

type OnFault = (sentence: string, detail?: unknown) => void;

interface LibraryOptions {
  /** Answers questions that show no language. */
  readonly usualLang: InterfaceLang;
  /** Told of every answer. */
  readonly onAnswer: () => void;
  /** Told of what goes wrong while the corpus can be asked. */
  readonly onFault: OnFault;
  /** Makes the reader of a model of the user's own; null where none is set up. */
  readonly openModel: (() => Promise<OpenedModel>) | null;
}

/** Opens a saved index, or reads and indexes the articles of some folders, ready to be asked. */
export function libraryOpener(
  dataDir: string,
  { usualLang, onAnswer, onFault, openModel }: LibraryOptions,
): OpenLibrary {
  return async (source, onProgress) => {
    const started = performance.now();
    const core = await import('./core/index.ts');
    const opened = await openLibrary(dataDir, source, { onProgress, onFault });
    const withheld = await follow(source, opened.corpus.dirs, onFault);
    const library = core.libraryWithout(opened.library, withheld.ids);
    const corpus = await withoutTakenDown(opened.corpus, withheld);
    const model = (await openModel?.()) ?? null;
    const ask = core.createAsk(library, corpus.outlets, { usualLang, reader: model?.reader ?? null });
    const askBuiltIn = model === null ? ask : core.createAsk(library, corpus.outlets, { usualLang });
    const own: Omit<AskableCorpus, keyof ReadCorpus> = {
      names: library.names,
      model: model?.about ?? null,
      askBuiltIn,
      follow: (rescan) => {
        const onFaultOfLooking = (fault: unknown): void =>
          onFault('The articles could not be looked at again; they stay as they were.', fault);
        return watchFolders({ ...opened.watching, rescan: rescan ?? opened.rescan, onFault: onFaultOfLooking });
      },
      tryIndex: async () => void (await library.index.search([{ term: 'readout', weight: 1 }], null, 1)),
      checkFilters: (given) => core.checkFilters(given, library, corpus.outlets),
      ask: async (question) => {
        const before = library.articles;
        const answer = await ask(question);
        onAnswer();
        if (library.articles === before || holds(answer, library.article)) return answer;
        return await ask({ ...question, ...answer.resolved });
      },
    };
    // What may change stays a getter.
    const seconds = { value: (performance.now() - started) / 1000, enumerable: true };
    return Object.assign(Object.create(corpus, { seconds }) as ReadCorpus, own);
  };
}

/** A library with all of its corpus, and how what changes in the corpus is taken in. */
interface OpenedLibrary {
  readonly library: Library;
  readonly corpus: WholeCorpus;
  readonly watching: Pick<WatchOptions, 'folders' | 'look'>;
  /** Seconds after which files are looked at although nothing told of a change. */
  readonly rescan: number | null;
}

async function openLibrary(
  dataDir: string,
  source: CorpusSource,
  { onProgress, onFault }: { readonly onProgress: OnProgress | undefined; readonly onFault: OnFault },
): Promise<OpenedLibrary> {
  if (source.index === null) return await openFollowed(dataDir, source, { onProgress, onFault });
  const { index } = source;
  const library = await openSaved(dataDir, index);
  const corpus = corpusOfSaved(library, await readOutlets(dataDir));
  const { dirs } = corpus;
  const look = async () => {
    const { refreshByChild } = await import('./refresh-by-child.ts');
    await refreshByChild({ ...source, dirs, index });
    return { isUnsettled: false };
  };
  const folders = async () => await (await import('./refresh-by-child.ts')).foldersWithin(dirs);
  return { library, corpus, watching: { folders, look }, rescan: null };
}

// Where it is only some thousands of files, to look at each takes milliseconds.
const RESCAN = 60;

async function openFollowed(
  dataDir: string,
  { dirs, map }: CorpusSource,
  { onProgress, onFault }: { readonly onProgress: OnProgress | undefined; readonly onFault: OnFault },
): Promise<OpenedLibrary> {
  const core = await import('./core/index.ts');
  const knowledge = core.readKnowledge(readKnowledgeFiles(dataDir));
  const onKept = ({ path, reason }: CorpusFault): void => onFault(`${path}: ${reason} What it said before stays.`);
  const followed = await core
    .followCorpus(dirs, { ...readOptions(knowledge, onProgress, map), onKept })
    .catch(asFailure(core.CorpusError));
  onProgress?.('index', followed.articles.length, followed.articles.length);
  const readNames = () => core.readGazetteer(readNameFiles(dataDir));
  const library = await core.createLibrary(followed.articles, readNames());
  let readAt = new Date();
  const corpus: WholeCorpus = {
    get articles() {
      return followed.articles;
    },
    get faults() {
      return followed.faults;
    },
    get readAt() {
      return readAt;
    },
    article: (id) => followed.articles.find((one) => one.id === id) ?? null,
    dirs,
    outlets: knowledge.outlets,
    seconds: 0,
    readNames,
  };
  const look = async () => {
    const { isChanged, isUnsettled } = await followed.lookAgain();
    if (isChanged) await library.update(followed.articles);
    readAt = new Date();
    return { isUnsettled };
  };
  return { library, corpus, watching: { folders: () => followed.folders, look }, rescan: RESCAN };
}

// Whether what an answer says is still in the archive, word for word: it may have changed while a model was choosing.
const holds = (answer: Answer, article: Library['article']): boolean =>
  [...answer.citations, ...answer.nearest].every(({ articleId }) => {
    const now = article(articleId);
    return (
      now !== null &&
      quotesFrom(answer, articleId).every(({ quote, start, end }) => now.text.slice(start, end) === quote)
    );
  });
