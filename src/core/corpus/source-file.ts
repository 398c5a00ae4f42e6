import { statSync } from 'node:fs';
import { extname, join } from 'node:path';

import { bulkFormatOf } from './formats.ts';

/** A file within one of the folders of a corpus. */
export interface SourceFile {
  readonly dir: string;
  readonly within: string;
}

/** One text for one file, to look it up by. */
export const fileKey = ({ dir, within }: SourceFile): string => `${dir}\n${within}`;

/**
 * A file's size and times: the change time too, which shows what was put in a file's place with its old time. Empty for a file that
 * cannot be looked at.
 */
export function stampOf({ dir, within }: SourceFile): string {
  try {
    // To join them as paths takes half as long as to look.
    const { size, mtimeMs, ctimeMs } = statSync(`${dir}/${within}`);
    return `${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return '';
  }
}

/** A file's size in bytes; 0 for one that cannot be looked at. */
export function sizeOf({ dir, within }: SourceFile): number {
  try {
    return statSync(join(dir, within)).size;
  } catch {
    return 0;
  }
}

// Bytes of UTF-8 that an article takes: the mean of 47,118 Chinese reports is 6,400.
const ARTICLE = 6_400;

/** About how many articles a file has: one, or as many as the size suggests of a file that may hold any number. */
export const articlesIn = (file: SourceFile): number =>
  bulkFormatOf(extname(file.within)) === null ? 1 : Math.max(1, Math.round(sizeOf(file) / ARTICLE));
