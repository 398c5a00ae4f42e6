import { existsSync, readFileSync } from 'node:fs';
import { foldScript } from './script.ts';

// Beside the program: two folders up from a chunk of the bundle, three from this file. A module's constants are made of lists, so
// they are read here, at once, rather than handed down through every pure function that uses a word.
const ROOT = findRoot(new URL('./', import.meta.url));

function findRoot(from: URL): URL {
  const root = new URL('data/lang/', from);
  if (existsSync(root)) return root;
  const above = new URL('../', from);
  if (above.href === from.href) throw new Error('The folder data/lang is missing. Please install the program again.');
  return findRoot(above);
}

// Several modules use the same list, and some take it apart once for each of its values.
function readOnce<T>(read: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const value = known.get(name) ?? read(name);
    known.set(name, value);
    return value;
  };
}

/**
 * The lines of a list in `data/lang`, named as `zh/units`, in order: without comments (`#` to the end of a line), the white space
 * around them, and empty lines. As written: neither folded nor in lower case. Throws where the file cannot be read.
 */
export const langLines = readOnce((name): readonly string[] =>
  readFileSync(new URL(`${name}.txt`, ROOT), 'utf8')
    .split('\n')
    .map((line) => (line.includes('#') ? line.slice(0, line.indexOf('#')) : line).trim())
    .filter((line) => line !== ''),
);

/** The text of a file in `data`, named with its folder and ending. Throws where it cannot be read. */
export const dataText = (path: string): string => readFileSync(new URL(`../${path}`, ROOT), 'utf8');

/** The lines of a list, folded: the form in which texts are compared. */
export const langWords = readOnce((name): readonly string[] => langLines(name).map((line) => foldScript(line)));

/** A list whose lines are `form, form => value`: each folded form with its value, which is left as written; a form may have several. */
export const langPairs = readOnce((name): readonly (readonly [form: string, value: string])[] =>
  langLines(name).flatMap((line) => {
    const [forms = '', value = ''] = line.split('=>');
    return forms.split(',').map((form) => [foldScript(form.trim()), value.trim()] as const);
  }),
);

/** The same list where each form has one value. */
export const langTable = readOnce((name): ReadonlyMap<string, string> => new Map(langPairs(name)));

/** The forms of a table that have a value, in order. */
export const formsOf = (table: Iterable<readonly [form: string, value: string]>, value: string): string[] =>
  [...table].flatMap(([form, own]) => (own === value ? [form] : []));

/** The source of a pattern that matches any of some words, the longest that fits first. Their characters stand for themselves. */
export const anyOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join('|');

/**
 * The source of a pattern that matches any of some English words whole, in lower case; of one with an apostrophe, "n't", the end of a
 * word.
 */
export const anyEnglishWord = (words: Iterable<string>): string =>
  [...words].map((word) => `${word.includes("'") ? '' : String.raw`\b`}${anyOf([word])}${String.raw`\b`}`).join('|');
