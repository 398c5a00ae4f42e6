import { statSync } from 'node:fs';
import { join } from 'node:path';

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
    const { size, mtimeMs, ctimeMs } = statSync(join(dir, within));
    return `${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return '';
  }
}
