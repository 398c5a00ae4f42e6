import { langWords } from '../text/lang-data.ts';
import { entriesOf } from '../text/templates.ts';
import type { Wanted } from './frame.ts';

const KINDS: ReadonlySet<string> = new Set<Wanted>([
  'person',
  'body',
  'place',
  'day',
  'duration',
  'count',
  'sum',
  'percent',
  'age',
  'reason',
  'manner',
  'items',
  'name',
  'words',
  'outlet',
  'report',
  'definition',
  'thing',
]);
const isWanted = (key: string): key is Wanted => KINDS.has(key);

// Longest first, so that 電視台 is found before 台.
const NOUNS: readonly (readonly [noun: string, wanted: Wanted])[] = [
  ...entriesOf(langWords('zh/wanted-by-noun')).flatMap(({ key, entry }) =>
    isWanted(key) ? [[entry, key] as const] : [],
  ),
  ...langWords('zh/offices').map((office) => [office, 'person'] as const),
].sort(([a], [b]) => b.length - a.length);

/** A noun behind a question word and what it makes wanted. */
export interface FocusNoun {
  /** Its length in UTF-16 units, from where the noun begins. */
  readonly length: number;
  readonly wanted: Wanted;
}

/**
 * The longest beginning of a folded text that ends in a noun of the lists: 「社交平台」上說, 「電力公司」; null where there is none. The
 * text begins behind a question word and its measure word, and is a few characters long.
 */
export function focusNoun(text: string): FocusNoun | null {
  for (let length = text.length; length > 0; length--) {
    const noun = text.slice(0, length);
    const found = NOUNS.find(([ending]) => noun.endsWith(ending));
    if (found !== undefined) return { length, wanted: found[1] };
  }
  return null;
}
