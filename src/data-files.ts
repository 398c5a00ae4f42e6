import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './adapters/cli/failure.ts';
import type { NameFile } from './core/index.ts';

const KINDS: Readonly<Record<string, NameFile['kind']>> = {
  'people.txt': 'person',
  'places.txt': 'place',
  'organisations.txt': 'organisation',
  'glossary.txt': 'glossary',
  'cantonese.txt': 'dialect',
};

// Read synchronously: half a dozen small files at start-up, for which a detour through the thread pool only takes longer.

/** Reads `data/names/*.txt`; a file whose name says nothing about its kind holds plain words. */
export function readNameFiles(dataDir: string): NameFile[] {
  const dir = join(dataDir, 'names');
  return attempt(dir, () => readdirSync(dir))
    .filter((file) => file.endsWith('.txt'))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((file) => ({ kind: KINDS[file] ?? 'word', text: readData(join(dir, file)) }));
}

/** Reads `data/outlets.txt`. */
export const readOutletFile = (dataDir: string): string => readData(join(dataDir, 'outlets.txt'));

const readData = (path: string): string => attempt(path, () => readFileSync(path, 'utf8'));

// A form that two files claim goes to the first: people, places, organisations, then everything else by name.
const rankOf = (file: string): number => (file in KINDS ? Object.keys(KINDS).indexOf(file) : Number.MAX_SAFE_INTEGER);

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Failure(1, `"${path}" cannot be read. It belongs to the program; please install it again.`, { cause });
  }
}
