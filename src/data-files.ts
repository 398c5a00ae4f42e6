import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './adapters/cli/failure.ts';
import type { NameFile } from './core/index.ts';

const KINDS: Readonly<Record<string, NameFile['kind']>> = {
  'people.txt': 'person',
  'places.txt': 'place',
  'organisations.txt': 'organisation',
  'glossary.txt': 'glossary',
};

/** Reads `data/names/*.txt`; a file whose name says nothing about its kind holds plain words. */
export async function readNameFiles(dataDir: string): Promise<NameFile[]> {
  const dir = join(dataDir, 'names');
  const found = await readdir(dir).catch(complain(dir));
  const files = found.filter((file) => file.endsWith('.txt')).sort(byKind);
  return await Promise.all(
    files.map(async (file) => ({ kind: KINDS[file] ?? ('word' as const), text: await readData(join(dir, file)) })),
  );
}

/** Reads `data/outlets.txt`. */
export const readOutletFile = async (dataDir: string): Promise<string> => await readData(join(dataDir, 'outlets.txt'));

const readData = async (path: string): Promise<string> => await readFile(path, 'utf8').catch(complain(path));

// A form that two files claim goes to the first: people, places, organisations, then everything else by name.
function byKind(a: string, b: string): number {
  const rank = (file: string): number => (file in KINDS ? Object.keys(KINDS).indexOf(file) : Number.MAX_SAFE_INTEGER);
  return rank(a) - rank(b) || a.localeCompare(b);
}

const complain =
  (path: string) =>
  (cause: unknown): never => {
    throw new Failure(1, `"${path}" cannot be read. It belongs to the program; please install it again.`, { cause });
  };
