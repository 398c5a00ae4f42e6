import type { Span } from '../model/span.ts';
import { isCjk } from '../text/characters.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import type { SearchedSentence, WantedQuery } from './wanted-kind.ts';
import { apart, latinSpans, markedSpans, matchSpans } from './wanted-names.ts';

const chinese = (...lists: readonly string[]): string => anyOf(lists.flatMap((list) => langWords(list)));
const english = (list: string): string => String.raw`(?<![a-z])(?:${anyOf(langWords(list))})(?![a-z])`;

const REASON = new RegExp(
  `(?:${chinese('zh/reason-marks', 'yue/reason-marks')}|${english('en/reason-marks')})[^，。；,.;]*`,
  'gu',
);
const MANNER = new RegExp(`(?:${chinese('zh/manner-marks')}|${english('en/manner-marks')})[^，。；,.;]*`, 'gu');

/** The clauses of a sentence that give a reason, from the word that opens it. */
export const reasonSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, REASON);

/** The clauses of a sentence that tell by what means. */
export const mannerSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, MANNER);

const LEAD = new RegExp(`(?:${chinese('zh/list-leads')}|${english('en/list-leads')})[^。；;]+`, 'gu');
const ITEM = '[^，。；、,;:：]{1,24}';
const ENUMERATION = new RegExp(`${ITEM}(?:、${ITEM})+(?:[和及与以]${ITEM})?`, 'gu');
const JOINED = /[^\s，。；、,;和及与]{2,12}(?:和|及|与|以及)[^\s，。；、,;和及与的]{2,12}/gu;
const NUMBERED = /(?:^|[\s。；;])(?:\(?\d{1,2}[).、]|[（(][一二三四五六七八九十][)）]|[•·-] )/gu;

/** The lists of a sentence: what is joined by 、 and 和, what 包括 and 分別是 open, numbered items. */
export const itemSpans = ({ folded }: SearchedSentence): Span[] =>
  apart([LEAD, ENUMERATION, NUMBERED, JOINED].flatMap((pattern) => matchSpans(folded, pattern)));

const CALLED = new RegExp(
  `(?:${chinese('zh/name-marks')})[^，。；,.;]{1,20}|${english('en/name-marks')} [^，。；,.;]{1,40}`,
  'gu',
);

/** What a sentence calls by its name: behind 名為 and the like, in 《》 or 「」, in Latin letters. */
export const nameSpans = (sentence: SearchedSentence): Span[] =>
  apart([...matchSpans(sentence.folded, CALLED), ...markedSpans(sentence), ...latinSpans(sentence)]);

const SAYING = new RegExp(`(?:${chinese('zh/saying-marks')})|${english('en/saying-marks')}|[「“"]`, 'gu');

/** Where a sentence says that somebody speaks, or opens a quotation. */
export const wordSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, SAYING);

const DEFINING = new RegExp(
  `(?:${chinese('zh/definition-marks')})[^，。；,.;]{2,}|\\b(?:is|was|are|were) (?:an?|the) [^，。；,.;]{2,}`,
  'gu',
);

/** Where a sentence says what something is. */
export const definitionSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, DEFINING);

/**
 * What is of the kind that the noun behind the question word names: 哪個「平台」 and 社交平台; in a sentence that has none, what is in
 * marks or in Latin letters.
 */
export function focusSpans({ focus }: WantedQuery, sentence: SearchedSentence): Span[] {
  const marked = apart([...markedSpans(sentence), ...latinSpans(sentence)]);
  const noun = focus.slice(-2);
  if (noun.length < 2 || !isCjk(noun.charCodeAt(0))) return marked;
  const { folded } = sentence;
  const kind = new RegExp(`[^，。；、,;:：\\s的]{1,8}${anyOf([noun])}`, 'gu');
  return apart([...matchSpans(folded, kind), ...marked]);
}
