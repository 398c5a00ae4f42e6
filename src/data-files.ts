import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './adapters/cli/failure.ts';
import type { LanguageFile, NameFile } from './core/index.ts';

// A form that two files claim goes to the first of them here, and to these before any other file.
const KINDS: ReadonlyMap<string, NameFile['kind']> = new Map([
  ['people.txt', 'person'],
  ['places.txt', 'place'],
  ['organisations.txt', 'organisation'],
  ['glossary.txt', 'glossary'],
  ['cantonese.txt', 'dialect'],
  ['sides.txt', 'sides'],
]);

// Read synchronously: half a dozen small files at start-up, for which a detour through the thread pool only takes longer.

/** Reads `data/names/*.txt`, where a file whose name says nothing about its kind holds plain words, and the lists of `data/lang`. */
export function readNameFiles(dataDir: string): (NameFile | LanguageFile)[] {
  const dir = join(dataDir, 'names');
  const names = textsIn(dir)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((file): NameFile => ({ kind: KINDS.get(file) ?? 'word', text: readData(join(dir, file)) }));
  return [...names, ...LANGUAGES.flatMap((lang) => readLanguage(join(dataDir, 'lang', lang), lang))];
}

const LANGUAGES: readonly LanguageFile['lang'][] = ['zh', 'yue', 'en'];

const readLanguage = (dir: string, lang: LanguageFile['lang']): LanguageFile[] =>
  textsIn(dir).map((file) => ({
    kind: 'language',
    lang,
    name: file.slice(0, -'.txt'.length),
    text: readData(join(dir, file)),
  }));

const textsIn = (dir: string): string[] =>
  attempt(dir, () => readdirSync(dir))
    .filter((file) => file.endsWith('.txt'))
    .sort();

/** Reads `data/outlets.txt`. */
export const readOutletFile = (dataDir: string): string => readData(join(dataDir, 'outlets.txt'));

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
