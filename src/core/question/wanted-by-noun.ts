import { langWords } from '../text/lang-data.ts';
import { entriesOf } from '../text/templates.ts';
import { WANTED, type Wanted } from './wanted-query.ts';

const isWanted = (key: string): key is Wanted => WANTED.some((one) => one === key);

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

let segmenter: Intl.Segmenter | null = null;

/**
 * The noun of the lists with which a folded text begins, or that ends its first words: 「社交平台」上說, 「電力公司」派人; null where there is
 * none. The text begins behind a question word and its measure word, and is a few characters long.
 */
export function focusNoun(text: string): FocusNoun | null {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const opens = NOUNS.find(([noun]) => noun.length > 1 && text.startsWith(noun));
  let found: FocusNoun | null = opens === undefined ? null : { length: opens[0].length, wanted: opens[1] };
  for (const { segment, index } of segmenter.segment(text)) {
    const length = index + segment.length;
    const noun = text.slice(0, length);
    // A noun of one character is a word of its own: 店, but not the end of 商店街.
    const own = NOUNS.find(([ending]) => (ending.length > 1 ? noun.endsWith(ending) : segment === ending));
    // 大學出版社 goes on, 公司派人 does not.
    if (own === undefined && found !== null && length > found.length) break;
    if (own !== undefined && length > (found?.length ?? 0)) found = { length, wanted: own[1] };
  }
  return found;
}
