import { stemmer } from 'stemmer';

const KNOWN_LIMIT = 50_000;
const known = new Map<string, string>();

/** The stem of a folded Latin word: `meetings` → `meet`, `blinken's` → `blinken`. */
export function stemOf(word: string): string {
  let stem = known.get(word);
  if (stem === undefined) {
    const bare = word.replace(/['’]s?$/, '');
    stem = /^[a-z]+$/.test(bare) ? stemmer(bare) : bare;
    // Words recur, and to stem one takes ten regular expressions.
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(word, stem);
  }
  return stem;
}
