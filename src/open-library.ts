import type { AskableCorpus, CorpusSource, OnProgress, OpenLibrary, ReadCorpus } from './adapters/cli/context.ts';
import { quotesFrom } from './adapters/numbered.ts';
import type { Answer, CorpusFault, InterfaceLang, Library } from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import {
  asFailure,
  corpusOfSaved,
  followLists,
  openIndex,
  readOptions,
  readOutlets,
  withoutTakenDown,
  type OnFault,
  type WholeCorpus,
} from './open-corpus.ts';
import type { OpenedModel } from './open-model.ts';
import { keepHeapSmall } from './small-heap.ts';
import { watchFolders, type WatchOptions } from './watch-folders.ts';

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
    keepHeapSmall();
    const opened = await openLibrary(dataDir, source, { onProgress, onFault });
    const withheld = await followLists(source, opened.corpus.dirs, onFault);
    const library = core.libraryWithout(opened.library, withheld.ids);
    const corpus = await withoutTakenDown(opened.corpus, withheld);
    const model = (await openModel?.()) ?? null;
    const ask = core.createAsk(library, corpus.outlets, { usualLang, reader: model?.reader ?? null });
    const own: Omit<AskableCorpus, keyof ReadCorpus> = {
      asked: () => library.articles,
      names: library.names,
      model: model?.about ?? null,
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
        if (library.articles === before || (await holds(answer, corpus))) return answer;
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
  const library = await openIndex(dataDir, index);
  const corpus = corpusOfSaved(library, await readOutlets(dataDir));
  const { refresh } = library;
  if (refresh !== undefined) {
    const look = async () => {
      await refresh();
      return { isStillChanging: false };
    };
    return { library, corpus, watching: { folders: () => [], look }, rescan: PUBLISHED };
  }
  const { dirs } = corpus;
  const look = async () => {
    const { refreshByChild } = await import('./refresh-by-child.ts');
    await refreshByChild({ ...source, dirs, index });
    return { isStillChanging: false };
  };
  const folders = async () => await (await import('./refresh-by-child.ts')).foldersWithin(dirs);
  return { library, corpus, watching: { folders, look }, rescan: null };
}

// An index on other machines is looked at for what was published since, which takes a millisecond.
const PUBLISHED = 2;
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
    bring: async () => undefined,
    dirs,
    outlets: knowledge.outlets,
    seconds: 0,
    readNames,
  };
  const look = async () => {
    const { isChanged, isStillChanging } = await followed.lookAgain();
    if (isChanged) await library.update(followed.articles);
    readAt = new Date();
    return { isStillChanging };
  };
  return { library, corpus, watching: { folders: () => followed.folders, look }, rescan: RESCAN };
}

// Whether what an answer says is still in the archive, word for word: it may have changed while a model was choosing.
async function holds(answer: Answer, { article, bring }: Pick<ReadCorpus, 'article' | 'bring'>): Promise<boolean> {
  for (const { articleId } of [...answer.citations, ...answer.nearest]) {
    const now = article(articleId);
    if (now === null) return false;
    await bring([now]);
    if (!quotesFrom(answer, articleId).every(({ quote, start, end }) => now.text.slice(start, end) === quote))
      return false;
  }
  return true;
}
