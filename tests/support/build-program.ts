import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FOLDERS, INSTALLED } from './installed.ts';

/**
 * Builds the program once for all tests, beside the data and the corpus that it comes with, and apart from dist/; takes it away in the
 * end, as well as the folders that tests have made.
 */
export default function buildProgram(): () => void {
  const remove = (): void => {
    for (const folder of [INSTALLED, FOLDERS]) rmSync(folder, { recursive: true, force: true });
  };
  remove();
  for (const folder of [INSTALLED, FOLDERS]) mkdirSync(folder, { recursive: true });
  for (const folder of ['data', 'corpus']) symlinkSync(resolve(folder), join(INSTALLED, folder));
  copyFileSync('package.json', join(INSTALLED, 'package.json'));
  execFileSync(process.execPath, ['scripts/build.mjs', join(INSTALLED, 'dist')], { stdio: 'inherit' });
  return remove;
}
