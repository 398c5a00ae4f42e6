import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from './installed.ts';

/** A folder of its own, which goes when all tests have ended. */
export const emptyFolder = (): string => mkdtempSync(join(FOLDERS, 'of-a-test-'));

/** A folder with these files, named by their paths in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const dir = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}
