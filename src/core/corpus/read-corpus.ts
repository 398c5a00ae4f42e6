import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Article, ArticleId } from '../model/article.ts';
import { decodeText } from './encoding.ts';
import { errorIn, warningIn, type CorpusFault } from './faults.ts';
import { listFiles } from './list-files.ts';
import { loadMarkup, MarkupNotLoaded } from './markup/markup.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { settleDays } from './metadata/open-days.ts';
import { idOf, leftOut, parseArticle, type ParsedFile } from './parse-article.ts';
import { oneLine } from './markup/white-space.ts';

export { CorpusError, type CorpusFault } from './faults.ts';

export interface Corpus {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
}

export interface ReadOptions {
  readonly knowledge: CorpusKnowledge;
  /** Told after every file how many are done, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Files above this many bytes are left out: sixty times the longest report of an archive of 49,118, with room for pictures inside the page. */
export const FILE_SIZE_LIMIT = 8 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

// A turn of a few milliseconds. Files are read synchronously: 8,000 small ones take 0.2 s that way and 2.7 s through the thread
// pool, most of it hand-overs; between turns, whatever else the program does gets its chance, an abort included.
const FILES_A_TURN = 16;

interface Source {
  readonly dir: string;
  readonly within: string;
}

/**
 * Reads the articles of some folders, in the order of the folders and of the paths within them. A faulty file is reported and
 * left out, and the rest is read. Throws a CorpusError for a folder that cannot be read, and the signal's reason when aborted.
 */
export async function readCorpus(dirs: readonly string[], options: ReadOptions): Promise<Corpus> {
  const sources: Source[] = [];
  const faults: CorpusFault[] = [];
  for (const dir of new Set(dirs)) {
    options.signal?.throwIfAborted();
    const listing = listFiles(dir);
    faults.push(...listing.faults);
    for (const within of listing.paths) sources.push({ dir, within });
    if (listing.paths.length === 0)
      faults.push(warningIn(dir, null, 'The folder holds no article: no .md, .markdown, .html, .htm or .txt file.'));
  }
  const read = await readAll(sources, options);
  for (const file of read) faults.push(...file.faults);
  const settled = settleDays(read.flatMap(({ articles }) => articles));
  faults.push(...settled.faults);
  const taken = new Set<string>();
  const articles: Article[] = [];
  for (const article of settled.articles) articles.push({ ...article, id: freeId(article.id, taken) });
  return { articles, faults };
}

async function readAll(
  sources: readonly Source[],
  { knowledge, onProgress, signal }: ReadOptions,
): Promise<readonly ParsedFile[]> {
  const read: ParsedFile[] = [];
  for (const [at, source] of sources.entries()) {
    if (at % FILES_A_TURN === 0) await nextTurn();
    signal?.throwIfAborted();
    read.push(await readOne(source, knowledge));
    onProgress?.(at + 1, sources.length);
  }
  return read;
}

async function readOne(source: Source, knowledge: CorpusKnowledge): Promise<ParsedFile> {
  try {
    return parseOne(source, knowledge);
  } catch (error) {
    // At most once in a program's life: the first file that is more than plain text.
    if (!(error instanceof MarkupNotLoaded)) return unreadable(source, error);
  }
  await loadMarkup();
  try {
    return parseOne(source, knowledge);
  } catch (error) {
    return unreadable(source, error);
  }
}

// A fault of the program over one file, which must not cost the others.
function unreadable({ dir, within }: Source, error: unknown): ParsedFile {
  const said = oneLine(error instanceof Error ? error.message : String(error))
    .slice(0, 120)
    .replace(/\.$/u, '');
  return leftOut(errorIn(join(dir, within), null, `The file could not be read: ${said}.`));
}

function parseOne({ dir, within }: Source, knowledge: CorpusKnowledge): ParsedFile {
  const path = join(dir, within);
  const refuse = (reason: string): ParsedFile => leftOut(errorIn(path, null, reason));
  let bytes: Uint8Array | null;
  try {
    bytes = readBytes(path);
  } catch {
    return refuse('The file cannot be read; check its permissions.');
  }
  if (bytes === null) return refuse(`The file is larger than ${FILE_SIZE_LIMIT / MEGABYTE} MB, which no article is.`);
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse('This is not a text file.');
  const parsed = parseArticle({ path, text: decoded.text, id: idOf(within) }, knowledge);
  if (decoded.assumed === null) return parsed;
  const warning = warningIn(path, null, `The file is not UTF-8; it was read as ${decoded.assumed}.`);
  return { ...parsed, faults: [warning, ...parsed.faults] };
}

// Null above the limit.
function readBytes(path: string): Uint8Array | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > FILE_SIZE_LIMIT) return null;
    const bytes = new Uint8Array(size);
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

// Two folders, or two extensions, may give one id: the later article becomes `…~2`.
function freeId(id: ArticleId, taken: Set<string>): ArticleId {
  let free: string = id;
  for (let copy = 2; taken.has(free); copy++) free = `${id}~${copy}`;
  taken.add(free);
  return free as ArticleId;
}
