import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusSource } from './adapters/cli/context.ts';

/**
 * Brings a saved index up to date in a process of its own, so that whoever asks meanwhile does not wait: `readout index`, as this program
 * was started. Rejects with what it says where it fails.
 */
export async function refreshByChild({ index, dirs, map }: CorpusSource & { readonly index: string }): Promise<void> {
  const [, program = ''] = process.argv;
  const fields = Object.entries(map ?? {}).map(([field, key]) => `${field}=${key}`);
  const args = ['index', '--index', index, ...dirs.flatMap((dir) => ['--corpus', dir])];
  const child = spawn(
    process.execPath,
    [...process.execArgv, program, ...args, ...(fields.length === 0 ? [] : ['--map', fields.join(',')])],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) throw new Error(said.trim() === '' ? 'readout index has failed.' : said.trim());
}

/** Brings a saved index up to date as `refreshByChild` does; one on other machines is kept up to date elsewhere. */
export async function renewIndex({ index, ...source }: CorpusSource): Promise<void> {
  if (index !== null && !index.includes('://')) await refreshByChild({ ...source, index });
}

/** Folders and all that is in them, but hidden ones. What cannot be read is left out. */
export async function foldersWithin(dirs: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (dir: string): Promise<void> => {
    const entries = await readdir(dir, { withFileTypes: true }).catch(() => null);
    if (entries === null) return;
    found.push(dir);
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.')) await visit(join(dir, entry.name));
  };
  for (const dir of dirs) await visit(dir);
  return found;
}
