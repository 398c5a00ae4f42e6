import { anyOf, langTable, langWords } from '../text/lang-data.ts';
import { numberOf } from '../text/numbers.ts';
import { templateSource } from '../text/templates.ts';
import type { AnswerType, AnswerTypeMatch } from './answer-type.ts';
import type { FocusNoun } from './wanted-by-noun.ts';

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
const DIGITS = `\\d一二两三四五六七八九十`;
const COUNTED = new RegExp(
  `(?<![第${DIGITS}])([${DIGITS}]{1,3})(?:${anyOf([...langWords('zh/measures'), '大'])})`,
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
const NUMBERS = langTable('en/number-words');
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
