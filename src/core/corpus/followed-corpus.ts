import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../model/article.ts';
import type { CorpusFault } from './faults.ts';
import type { ParsedArticle } from './metadata/ambiguous-days.ts';
import { createFileReader, createProgress, listCorpus, type Corpus, type ReadOptions } from './read-corpus.ts';
import { draftOf, reconcile, withReconciled, type Draft, type Reconciled } from './reconcile.ts';
import { fileKey, stampOf, type SourceFile } from './source-file.ts';

interface FollowOptions extends ReadOptions {
  /** Told once of each file that cannot be read any more, whose articles stay as they were. */
  readonly onKept: (fault: CorpusFault) => void;
}

/** The articles of some folders, which may be looked at again at any time. */
export interface FollowedCorpus extends Corpus {
  /** The folders in which files were found when they were last looked at, at any depth. */
  readonly folders: readonly string[];
  /**
   * Looks at all files and reads those that have changed, once they have stopped changing. Says whether the articles are others now, and
   * whether some file was still being written. Throws as `readCorpus` does; the articles are as before then.
   */
  lookAgain(): Promise<{ readonly isChanged: boolean; readonly isStillChanging: boolean }>;
}

/** What a file became. */
interface KnownFile {
  readonly file: SourceFile;
  readonly stamp: string;
  readonly articles: readonly Parsed[];
  readonly faults: readonly CorpusFault[];
}

interface Parsed {
  readonly parsed: ParsedArticle;
  readonly draft: Draft;
  /** As it was last reconciled: the same object for as long as nothing about it changes. */
  reconciled: { readonly by: string; readonly article: Article } | null;
}

// A turn of a few milliseconds.
const FILES_A_TURN = 16;

/** Reads the articles of some folders as `readCorpus` does, and keeps what it takes to read only what changes. */
export async function followCorpus(dirs: readonly string[], options: FollowOptions): Promise<FollowedCorpus> {
  const known = new Map<string, KnownFile>();
  // Files that were seen to change, as they were then: one that is the same the next time is written.
  const changing = new Map<string, string>();
  let listing = listCorpus(dirs, options.signal);
  let corpus: Corpus = { articles: [], faults: [] };

  const readFiles = async (due: readonly DueFile[]): Promise<void> => await readInto(known, due, options);
  const reconcileAll = (): void => {
    const files = listing.files.flatMap((file) => known.get(fileKey(file)) ?? []);
    corpus = reconciledCorpus(files, listing.faults);
  };

  await readFiles(listing.files.map((file) => ({ file, stamp: stampOf(file) })));
  reconcileAll();

  return {
    get articles() {
      return corpus.articles;
    },
    get faults() {
      return corpus.faults;
    },
    get folders() {
      return listing.folders;
    },
    async lookAgain() {
      const found = listCorpus(dirs, options.signal);
      const due = await dueAmong(found.files, known, changing);
      const { kept, gone } = missingFrom(found.files, known, changing);
      listing = kept.length === 0 ? found : { ...found, files: inOrder([...found.files, ...kept], dirs) };
      await readFiles(due);
      for (const { file } of due) changing.delete(fileKey(file));
      const isChanged = due.length > 0 || gone.length > 0;
      if (isChanged) reconcileAll();
      return { isChanged, isStillChanging: changing.size > 0 };
    },
  };
}

/** A file that is to be read, and its stamp from before it is. */
interface DueFile {
  readonly file: SourceFile;
  readonly stamp: string;
}

async function readInto(known: Map<string, KnownFile>, due: readonly DueFile[], options: FollowOptions): Promise<void> {
  const read = createFileReader(options);
  const progress = createProgress(
    due.map(({ file }) => file),
    options.onProgress,
  );
  for (const [at, { file, stamp }] of due.entries()) {
    if (at % FILES_A_TURN === 0) await nextTurn();
    options.signal?.throwIfAborted();
    const before = known.get(fileKey(file));
    const now = await readFile(read(file), { file, stamp });
    const [fault] = now.faults;
    if (before !== undefined && before.articles.length > 0 && now.articles.length === 0 && fault !== undefined) {
      known.set(fileKey(file), { ...before, stamp });
      options.onKept(fault);
    } else known.set(fileKey(file), now);
    progress(file);
  }
}

// So many files are looked at in some milliseconds.
const LOOKED_AT_A_TURN = 256;

// Files that have changed, and not any more since they were looked at last.
async function dueAmong(
  files: readonly SourceFile[],
  known: ReadonlyMap<string, KnownFile>,
  changing: Map<string, string>,
): Promise<readonly DueFile[]> {
  const due: DueFile[] = [];
  for (const [at, file] of files.entries()) {
    if (at % LOOKED_AT_A_TURN === 0) await nextTurn();
    const [key, stamp] = [fileKey(file), stampOf(file)];
    if (known.get(key)?.stamp === stamp) changing.delete(key);
    else if (changing.get(key) === stamp) due.push({ file, stamp });
    else changing.set(key, stamp);
  }
  return due;
}

const GONE = 'gone';

// Files that are not there any more. One that is put in another's place is not there for a moment: what is missing for the first time
// is kept.
function missingFrom(files: readonly SourceFile[], known: Map<string, KnownFile>, changing: Map<string, string>) {
  const there = new Set(files.map(fileKey));
  const kept: SourceFile[] = [];
  const gone: string[] = [];
  for (const [key, { file }] of known) {
    if (there.has(key)) continue;
    if (changing.get(key) === GONE) gone.push(key);
    else kept.push(file);
  }
  // What came and went without having been read.
  for (const key of changing.keys()) if (!there.has(key) && !known.has(key)) changing.delete(key);
  for (const file of kept) changing.set(fileKey(file), GONE);
  for (const key of gone) {
    known.delete(key);
    changing.delete(key);
  }
  return { kept, gone };
}

// As they are listed: folder by folder, in the order of the paths' UTF-16 units.
const inOrder = (files: readonly SourceFile[], dirs: readonly string[]): readonly SourceFile[] =>
  files.toSorted((a, b) => dirs.indexOf(a.dir) - dirs.indexOf(b.dir) || (a.within < b.within ? -1 : 1));

async function readFile(
  parts: AsyncIterable<{ readonly articles: readonly ParsedArticle[]; readonly faults: readonly CorpusFault[] }>,
  { file, stamp }: DueFile,
): Promise<KnownFile> {
  const articles: Parsed[] = [];
  const faults: CorpusFault[] = [];
  for await (const part of parts) {
    for (const fault of part.faults) faults.push(fault);
    for (const parsed of part.articles) articles.push({ parsed, draft: draftOf(parsed), reconciled: null });
  }
  return { file, stamp, articles, faults };
}

function reconciledCorpus(files: readonly KnownFile[], listed: readonly CorpusFault[]): Corpus {
  const all = files.flatMap(({ articles }) => articles);
  const { articles: reconciled, faults } = reconcile(all.map(({ draft }) => draft));
  const articles = all.flatMap((one, at): Article[] => {
    const own = reconciled[at];
    return own === undefined || own.isStub ? [] : [articleOf(one, own)];
  });
  return { articles, faults: [...listed, ...files.flatMap((file) => file.faults), ...faults] };
}

function articleOf(one: Parsed, reconciled: Reconciled): Article {
  const by = JSON.stringify([reconciled.id, reconciled.date, reconciled.relations]);
  if (one.reconciled?.by !== by) one.reconciled = { by, article: withReconciled(one.parsed.article, reconciled) };
  return one.reconciled.article;
}
