import { anyOf, langWords } from './lang-data.ts';

// What an item says of itself in brackets or in marks has commas and conjunctions of its own; the longest of a list of names are titles.
const ASIDE = /（[^（）]{0,80}）|\([^()]{0,80}\)|「[^「」]{0,40}」|“[^“”]{0,40}”/gu;
const CLAUSES = /[。；;！？!?：:]/u;
const ITEM = '[^、，,]{1,40}';
const ENUMERATION = new RegExp(`(?:${ITEM}、)+[^、，,]{1,60}`, 'gu');
// The last two are joined by a word: 「A、B和C」. So far into the last item it stands.
const JOINED = new RegExp(`.(?:${anyOf(langWords('zh/list-joining'))}).`, 'u');
const JOINED_WITHIN = 30;
const PAIR = new RegExp(`[^、，,]{2,14}(?:${anyOf(langWords('zh/list-joining'))}| and )[^、，,]{2,}`, 'u');
const IN_ENGLISH = /,[^,]{1,40},? (?:and|or) /u;
// A pair is half a list: 「加強溝通和管控分歧」 joins what need not be items.
const HALF = 1.5;
const NUMBERING = new RegExp(`${anyOf(langWords('zh/numbering'))}|[（(](?:[一二三四五六七八九十]|\\d{1,2})[）)]`, 'gu');

/**
 * How many items the longest list of a folded sentence has: 「A、B和C」 has 3, a sentence without a list 1; 1.5 where two
 * words are joined, which may be no list. What stands in brackets or quotation marks counts as one item.
 */
export function listedItems(folded: string): number {
  const bare = folded.replace(ASIDE, '∗');
  const numbered = folded.match(NUMBERING)?.length ?? 0;
  return Math.max(1, numbered, ...bare.split(CLAUSES).map(longestList));
}

function longestList(clause: string): number {
  const lists = (clause.match(ENUMERATION) ?? []).map((list) => {
    const items = list.split('、');
    const last = (items.at(-1) ?? '').slice(0, JOINED_WITHIN);
    return items.length + (JOINED.test(last) ? 1 : 0);
  });
  const english = IN_ENGLISH.exec(clause);
  if (english !== null) lists.push(clause.slice(0, english.index).split(',').length + 2);
  const longest = Math.max(1, ...lists);
  return longest === 1 && PAIR.test(clause) ? HALF : longest;
}
