import type { Span } from '../model/span.ts';
import { segmentsOf } from '../text/sentences.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { langWords, langTable, anyOf } from '../text/lang-data.ts';
import { entriesOf, templateSource } from '../text/templates.ts';
import { englishLexicon } from '../statements/en/lexicon.ts';
import { remembering, stemOf } from '../text/script.ts';
import { numberOf, numeralsWith } from '../text/numbers.ts';
import type { AnswerType, AnswerTypeMatch } from './answer-type.ts';

/** What a question may want to be told, in the order in which the ranking has learnt them. */
export const WANTED = [
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
  'yesno',
  'definition',
  'thing',
] as const;
export type Wanted = (typeof WANTED)[number];

/** What the finders of answers have to know of a question. */
export interface WantedQuery {
  /** The question folded. */
  readonly folded: string;
  readonly wanted: Wanted | null;
  /** The noun of what is wanted, folded: 哪家「公司」; '' where there is none. */
  readonly focus: string;
  readonly terms: readonly QuestionTerm[];
}

/** A sentence in which an answer is looked for. */
export interface SearchedSentence {
  /** Folded; offsets of spans are into it. */
  readonly folded: string;
  /** Before folding, of the same length: capitals tell a name. */
  readonly original: string;
  readonly names: Gazetteer;
}

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

/**
 * The noun of the lists with which a folded text begins, or that ends its first words: 「社交平台」上說, 「電力公司」派人; null where there is
 * none. The text begins behind a question word and its measure word, and is a few characters long.
 */
export function focusNoun(text: string): FocusNoun | null {
  const opens = NOUNS.find(([noun]) => noun.length > 1 && text.startsWith(noun));
  let found: FocusNoun | null = opens === undefined ? null : { length: opens[0].length, wanted: opens[1] };
  for (const { segment, index } of segmentsOf(text)) {
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

const BY_ENGLISH_NOUN: ReadonlyMap<string, Wanted> = new Map(
  entriesOf(langWords('en/wanted-by-noun')).map(({ key, entry }) => [stemOf(entry), key as Wanted]),
);
const NUMBERS = langTable('en/number-words');
const IRREGULAR = langTable('en/irregular-forms');

// "Which senior foreign ministry official", and what may stand before that: "which of the two".
const MOST_WORDS = 4;
const MOST_BEFORE = 3;
// The word classes of verbs, and of what else ends the noun.
const VERBS: readonly string[] = ['be', 'auxiliary', 'modal'];
const OTHERS: readonly string[] = [
  'preposition',
  'subordinator',
  'conjunction',
  'subject-pronoun',
  'object-pronoun',
  'determiner',
  'relative',
  'adverb',
  'particle',
];

/**
 * The noun of what an English question wants, with the words that belong to it, from the end of "which", "what" or "how many" in the
 * folded question: "which Chinese « official » was". Null where none follows: "how many were". Its length counts the space before it.
 */
export function englishNoun(folded: string, from: number): FocusNoun | null {
  const words = Array.from(folded.slice(from).matchAll(/[a-z0-9][a-z0-9'’-]*/g)).slice(0, MOST_WORDS + MOST_BEFORE);
  // "Which of the two …", "which two …".
  const opens = words.findIndex(([word]) => !isBefore(word));
  const own = opens < 0 ? [] : words.slice(opens);
  const stop = own.findIndex(([word], i) => isOf(word, VERBS) || isOf(word, OTHERS) || (i > 0 && isPast(word)));
  if (stop === 0) return null;
  const verb = own[stop]?.[0];
  // Only a verb shows that all before it is the noun: "what river runs alongside".
  const isWhole = verb !== undefined && (isOf(verb, VERBS) || isPast(verb));
  const last = isWhole ? own[stop - 1] : own[0];
  return last === undefined
    ? null
    : { length: last.index + last[0].length, wanted: BY_ENGLISH_NOUN.get(stemOf(last[0])) ?? 'thing' };
}

const isOf = (word: string, classes: readonly string[]): boolean =>
  classes.some((one) => englishLexicon().is(word, one));
const isBefore = (word: string): boolean => word === 'of' || word === 'the' || NUMBERS.has(word) || /^\d/.test(word);
const isPast = (word: string): boolean => IRREGULAR.has(word) || /[^e]ed$/.test(word);

const SEVERAL = new RegExp(
  [
    ...['zh', 'yue'].flatMap((lang) => langWords(`${lang}/asks-many`).map((line) => templateSource(line))),
    String.raw`(?<![a-z])(?:${langWords('en/asks-many')
      .map((line) => templateSource(line))
      .join('|')})(?![a-z])`,
  ].join('|'),
  'u',
);

/** Whether a folded question asks for several things: 哪些, 分別, 邊三個. */
export const asksForSeveral = (folded: string): boolean => SEVERAL.test(folded);

const NAMES_THEM: ReadonlySet<AnswerType> = new Set<AnswerType>([
  'person',
  'name',
  'which',
  'what',
  'statement',
  'definition',
]);
// 「三個」要求, 「十一大」要求; 第三個 and 二十一號 count nothing.
const DIGITS = `\\d${numeralsWith((value) => value > 0 && value <= 10)}`;
const COUNTED = new RegExp(
  `(?<![${langWords('zh/ordinal-marks').join('')}${DIGITS}])([${DIGITS}]{1,3})(?:${anyOf(['zh/measures', 'zh/counted-adjectives'].flatMap(langWords))})`,
  'gu',
);
const IS_WORDS = anyOf(langWords('zh/before-asked-items'));
const IS = new RegExp(`(?:${IS_WORDS})$`, 'u');
const OPENS_WITH_IS = new RegExp(`^(?:${IS_WORDS})`, 'u');
const WHICH = new RegExp(`(?:${anyOf([...langWords('zh/before-number'), ...langWords('yue/before-number')])})$`, 'u');
// 「三名華日記者叫什麼」: so many UTF-16 units stand between the number and the question word.
const WITHIN = 16;
// More than this nobody lists in a sentence.
const MOST = 20;
const IN_ENGLISH = new RegExp(
  String.raw`\b(?:${anyOf(langWords('en/before-number'))})(?: the)? (${anyOf(NUMBERS.keys())}|\d{1,2})\b`,
  'u',
);

// "Which greats came out": an English noun in the plural, not "which bus".
const PLURAL = /[^su\W]s$/u;
const TAKES_NOUN: ReadonlySet<AnswerType> = new Set<AnswerType>(['which', 'what', 'person']);

/** Whether the noun behind an English question word, with the words that belong to it, is in the plural. */
export const isPluralNoun = (folded: string, cue: AnswerTypeMatch | null, noun: FocusNoun | null): boolean =>
  cue !== null &&
  noun !== null &&
  TAKES_NOUN.has(cue.asked) &&
  PLURAL.test(folded.slice(cue.end, cue.end + noun.length));

/** How many things a folded question asks for, where it says so: 邊「三」個, 「十」名官員是誰, "which « two » cities". */
export function howManyAsked(folded: string, cue: AnswerTypeMatch | null): number | null {
  const [, word] = IN_ENGLISH.exec(folded) ?? [];
  if (word !== undefined) return among(Number(NUMBERS.get(word) ?? word));
  for (const { 0: counted, 1: digits = '', index } of folded.matchAll(COUNTED)) {
    const value = among(numberOf(digits) ?? 0);
    if (value === null) continue;
    if (WHICH.test(folded.slice(0, index)) || isAskedBehind(folded, index + counted.length, cue)) return value;
  }
  return null;
}

// 「十名官員是誰」: the question word follows, and asks what the counted things are.
const isAskedBehind = (folded: string, end: number, cue: AnswerTypeMatch | null): boolean =>
  cue !== null &&
  NAMES_THEM.has(cue.asked) &&
  cue.start >= end &&
  cue.start - end <= WITHIN &&
  !/[,，]/.test(folded.slice(end, cue.start)) &&
  (IS.test(folded.slice(0, cue.start)) || OPENS_WITH_IS.test(folded.slice(cue.start)));

const among = (value: number): number | null => (value >= 2 && value <= MOST ? value : null);

/** All matches of a pattern that has the flag `g`. */
export function matchSpans(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  // To ask for all of them at once copies the pattern, which takes longer than most sentences.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    spans.push({ start: match.index, end });
    if (match[0] === '') pattern.lastIndex = end + 1;
  }
  return spans;
}

/** Makes what finds a pattern with the flag `g` in a text, and remembers where it was. */
export const finding = (pattern: RegExp): ((text: string) => readonly Span[]) =>
  remembering((text) => matchSpans(text, pattern));

/** Spans that do not overlap: of two that do the one that stands first in the list stays. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  return kept;
}
