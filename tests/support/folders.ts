import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

// This module is loaded anew for each file of tests, so that each takes its own folders away.
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** A folder of its own, which goes when the file of tests has ended. */
export function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'readout-test-'));
  made.push(dir);
  return dir;
}

/** A folder with these files, named by their paths in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const dir = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}
