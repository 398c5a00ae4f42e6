import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

import { decodeText } from './encoding.ts';
import { errorIn, warningIn } from './faults.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { loadMarkup, MarkupNotLoaded } from './markup/markup.ts';
import { oneLine } from './markup/white-space.ts';
import type { Source } from './metadata/fields.ts';
import { idOf, parseArticle } from './parse-article.ts';
import { leftOut, type ParsedFile } from './parsed-file.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Files above this many bytes are left out: sixty times the longest report of an archive of 49,118, with room for pictures inside the page.
 *
 * @internal Exported for its tests.
 */
export const FILE_SIZE_LIMIT = 8 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

interface FileReading {
  readonly knowledge: CorpusKnowledge;
  /** What holds where the file says nothing else. */
  readonly defaults: Source;
  /** Told the file's bytes, where they are those of an article. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

/** Reads a file of one article, or of several that stand one below the other. What goes wrong is a fault of the file. */
export async function readArticleFile(file: SourceFile, reading: FileReading): Promise<ParsedFile> {
  try {
    return parseFile(file, reading);
  } catch (error) {
    // At most once in a program's life: the first file that is more than plain text.
    if (!(error instanceof MarkupNotLoaded)) return unreadable(file, error);
  }
  await loadMarkup();
  try {
    return parseFile(file, reading);
  } catch (error) {
    return unreadable(file, error);
  }
}

/** Says that a file was given up: a fault of the program over one file must not cost the others. */
export function unreadable({ dir, within }: SourceFile, error: unknown): ParsedFile {
  const said = oneLine(error instanceof Error ? error.message : String(error))
    .slice(0, 120)
    .replace(/\.$/u, '');
  return leftOut(errorIn(join(dir, within), null, `The file could not be read: ${said}.`));
}

function parseFile({ dir, within }: SourceFile, { knowledge, defaults, onBytes }: FileReading): ParsedFile {
  const path = join(dir, within);
  const refuse = (reason: string): ParsedFile => leftOut(errorIn(path, null, reason));
  let bytes: Uint8Array | null;
  try {
    bytes = readBytes(path);
  } catch {
    return refuse('The file cannot be read; check its permissions.');
  }
  if (bytes === null) return refuse(`The file is larger than ${FILE_SIZE_LIMIT / MEGABYTE} MB, which no article is.`);
  onBytes?.(bytes);
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse('This is not a text file.');
  const parsed = parseArticle({ path, text: decoded.text, id: idOf(within), defaults }, knowledge);
  const { assumed, lost } = decoded;
  if (assumed === null && lost === 0) return parsed;
  const warnings = [
    ...(assumed === null ? [] : [`The file is not UTF-8; it was read as ${assumed}.`]),
    ...(lost === 0 ? [] : [`${lost === 1 ? 'One character' : `${lost} characters`} of the file could not be read.`]),
  ].map((reason) => warningIn(path, null, reason));
  return { ...parsed, faults: [...warnings, ...parsed.faults] };
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
