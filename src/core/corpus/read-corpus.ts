import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Article } from '../model/article.ts';
import type { FieldMap } from './metadata/field-map.ts';
import { warningIn, type CorpusFault } from './faults.ts';
import { bulkFormatOf } from './formats.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { listFiles } from './list-files.ts';
import { leftOut, type ParsedFile } from './parsed-file.ts';
import { readArticleFile } from './read-file.ts';
import { inOrder, readSettings, type FolderSettings } from './settings.ts';
import { draftOf, reconcile, withReconciled } from './reconcile.ts';
import { articlesIn, type SourceFile } from './source-file.ts';

export { CorpusError, type CorpusFault } from './faults.ts';

export interface Corpus {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
}

export interface ReadOptions {
  readonly knowledge: CorpusKnowledge;
  /** Which key of a record holds what, in JSON and tables; what it does not name is told by the keys that are known. */
  readonly map?: FieldMap;
  /** Told after every file how many are done, of how many; one that holds several articles counts for about as many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** The files of a corpus, and what is to be said of its folders. */
export interface CorpusListing {
  readonly files: readonly SourceFile[];
  readonly faults: readonly CorpusFault[];
  /** The folders in which files were looked for, at any depth. */
  readonly folders: readonly string[];
  /** Paths of files in formats that are not read. */
  readonly passedOver: readonly string[];
}

// A turn of a few milliseconds. Files are read synchronously: 8,000 small ones take 0.2 s that way and 2.7 s through the thread
// pool, most of it hand-overs; between turns, whatever else the program does gets its chance, an abort included.
const FILES_A_TURN = 16;

/**
 * Reads the articles of some folders, in the order of the folders and of the paths within them. A faulty file is reported and
 * left out, and the rest is read. Throws a CorpusError for a folder that cannot be read, and the signal's reason when aborted.
 */
export async function readCorpus(dirs: readonly string[], options: ReadOptions): Promise<Corpus> {
  const listing = listCorpus(dirs, options.signal);
  const faults: CorpusFault[] = [...listing.faults];
  const parsed: ParsedFile['articles'][number][] = [];
  for await (const file of parsedFiles(listing.files, options)) {
    for (const fault of file.faults) faults.push(fault);
    for (const article of file.articles) parsed.push(article);
  }
  const reconciled = reconcile(parsed.map(draftOf));
  for (const fault of reconciled.faults) faults.push(fault);
  const articles = parsed.flatMap(({ article }, at): Article[] => {
    const own = reconciled.articles[at];
    return own === undefined || own.isStub ? [] : [withReconciled(article, own)];
  });
  return { articles, faults };
}

/** Lists the files of some folders, each folder once. Throws a CorpusError for a folder that cannot be read. */
export function listCorpus(dirs: readonly string[], signal?: AbortSignal): CorpusListing {
  const files: SourceFile[] = [];
  const faults: CorpusFault[] = [];
  const passedOver: string[] = [];
  const folders: string[] = [];
  for (const dir of new Set(dirs)) {
    signal?.throwIfAborted();
    const listing = listFiles(dir);
    faults.push(...listing.faults);
    folders.push(...listing.folders);
    for (const within of listing.paths) files.push({ dir, within });
    for (const within of listing.passedOver) passedOver.push(join(dir, within));
    if (listing.paths.length === 0)
      faults.push(
        warningIn(
          dir,
          null,
          'The folder holds no article: no .md, .html, .txt, .json, .jsonl, .csv, .xml, .epub, .mhtml or .eml file.',
        ),
      );
  }
  return { files, faults, folders, passedOver };
}

/** Reads files one after the other; what one became is in memory only as long as its reader keeps it. Throws the signal's reason when aborted. */
export async function* parsedFiles(files: readonly SourceFile[], options: ReadOptions): AsyncGenerator<ParsedFile> {
  const { onProgress, signal } = options;
  const read = createFileReader(options);
  const progress = createProgress(files, onProgress);
  for (const [at, file] of files.entries()) {
    if (at % FILES_A_TURN === 0) await nextTurn();
    signal?.throwIfAborted();
    yield* read(file);
    progress(file);
  }
}

/** Tells how far reading some files has come, whenever another one is done. At once where one of them holds many articles. */
export function createProgress(
  files: readonly SourceFile[],
  onProgress: ReadOptions['onProgress'] = () => undefined,
): (file: SourceFile) => void {
  const total = files.reduce((sum, file) => sum + articlesIn(file), 0);
  let done = 0;
  if (total > files.length) onProgress(0, total);
  return (file) => onProgress((done = Math.min(total, done + articlesIn(file))), total);
}

/** Reads one file. `onBytes` is told the bytes of one that is read whole. */
export type FileReader = (file: SourceFile, onBytes?: (bytes: Uint8Array) => void) => AsyncGenerator<ParsedFile>;

/** Makes what reads one file after the other, each folder's settings once. */
export function createFileReader({
  knowledge,
  map = {},
  signal,
}: Pick<ReadOptions, 'knowledge' | 'map' | 'signal'>): FileReader {
  const settings = new Map<string, FolderSettings>();
  return async function* readFile(file, onBytes) {
    let own = settings.get(file.dir);
    if (own === undefined) {
      settings.set(file.dir, (own = await readSettings(file.dir)));
      if (own.faults.length > 0) yield leftOut(...own.faults);
    }
    const { defaults, order } = own;
    const format = bulkFormatOf(extname(file.within));
    if (format === null) {
      const reading = { knowledge, defaults, ...(onBytes !== undefined && { onBytes }) };
      yield inOrder(await readArticleFile(file, reading), order);
    } else {
      const { readBulkFile } = await import('./bulk/read-bulk.ts');
      const bulk = { format, map: { ...own.map, ...map }, defaults, signal };
      for await (const parsed of readBulkFile(file, bulk, knowledge)) yield inOrder(parsed, order);
    }
  };
}
