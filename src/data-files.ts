import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './adapters/cli/failure.ts';
import type { NameFile } from './core/index.ts';

// A form that two files claim goes to the first of them here, and to these before any other file.
const KINDS: ReadonlyMap<string, NameFile['kind']> = new Map([
  ['people.txt', 'person'],
  ['places.txt', 'place'],
  ['organisations.txt', 'organisation'],
  ['glossary.txt', 'glossary'],
  ['cantonese.txt', 'dialect'],
  ['affiliations.txt', 'affiliations'],
]);

// Read synchronously: half a dozen small files at start-up, for which a detour through the thread pool only takes longer.

/** Reads `data/names/*.txt`; a file whose name says nothing about its kind holds plain words. */
export function readNameFiles(dataDir: string): NameFile[] {
  const dir = join(dataDir, 'names');
  return attempt(dir, () => readdirSync(dir))
    .filter((file) => file.endsWith('.txt'))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((file) => ({ kind: KINDS.get(file) ?? 'word', text: readData(join(dir, file)) }));
}

/** Reads what a corpus is read with: `data/outlets.txt`, `data/page-parts.txt` and `data/metadata-keys.txt`. */
export const readKnowledgeFiles = (dataDir: string) => ({
  outlets: readData(join(dataDir, 'outlets.txt')),
  pageParts: readData(join(dataDir, 'page-parts.txt')),
  keys: readData(join(dataDir, 'metadata-keys.txt')),
});

const readData = (path: string): string => attempt(path, () => readFileSync(path, 'utf8'));

// Files of no known kind come last, by name.
const rankOf = (file: string): number => (KINDS.has(file) ? [...KINDS.keys()].indexOf(file) : Number.MAX_SAFE_INTEGER);

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Failure(1, `"${path}" cannot be read. It belongs to the program; please install it again.`, { cause });
  }
}
