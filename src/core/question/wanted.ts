import { apart, matchSpans, type Span } from '../model/span.ts';
import type { SearchedSentence, Wanted, WantedQuery } from './wanted-kind.ts';
import { ageSpans, counts, countSpans, daySpans, durationSpans, percentSpans, sumSpans } from './wanted-figures.ts';
import { bodySpans, latinSpans, markedSpans, personSpans, placeSpans } from './wanted-names.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { scanDates } from '../dates/scan.ts';
import { numbersIn, numeralsFrom, numeralsWith } from '../text/numbers.ts';
import type { AnswerType } from './answer-type.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { hasHan, isCjk } from '../text/characters.ts';
import { anyEnglishWord, anyOf, langWords } from '../text/lang-data.ts';

/**
 * The stretches of a sentence that could be what a question wants, from left to right, as far as their form shows it: names of
 * people for 誰, what counts its noun for 多少, a clause with a reason for 為甚麼. What the question says itself is none. Empty where
 * what is wanted has no form of its own.
 * @internal Exported for its tests.
 */
export function wantedSpans(question: WantedQuery, sentence: SearchedSentence): Span[] {
  const found = question.wanted === null ? [] : FINDERS[question.wanted](sentence, question);
  const spans = found.filter(
    ({ start, end }) => end > start && !question.folded.includes(sentence.folded.slice(start, end)),
  );
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

const QUANTITY: ReadonlySet<AnswerType> = new Set<AnswerType>(['count', 'money', 'percent', 'age', 'duration']);

/**
 * The stretches of a folded sentence that could be what the question asks for, as far as that shows in their form. Empty for
 * kinds of question that have no form (yes or no). `original` is the sentence before folding, of the same length.
 */
export const expectedSpans = (
  { folded: question, frame, focus, terms }: ParsedQuestion,
  folded: string,
  { names, original = folded }: { readonly names: Gazetteer; readonly original?: string },
): Span[] => wantedSpans({ folded: question, wanted: frame.wanted, focus, terms }, { folded, original, names });

/** Whether an answer to this kind of question has to hold a number. */
export const asksForQuantity = (asked: AnswerType | null): boolean => asked !== null && QUANTITY.has(asked);

const VAGUE = new RegExp(anyEnglishWord(langWords('en/vague-amounts')));

// 一個 is an article more often than a number.
const NUMERAL = numeralsWith((value) => value > 1);
const COUNTED = new RegExp(
  // 一百幅: two and more need no measure that a list has.
  `[${NUMERAL}]{2}|${numeralsFrom(1, 1)}[${NUMERAL}]|[${NUMERAL}][${langWords('zh/approximations').join('')}]?(?:${anyOf(langWords('zh/measures'))})`,
);

/**
 * Whether folded words answer a question for a quantity without a figure that has a unit: "most of them", 兩個目標, and "until 1911" for how
 * long.
 */
export const tellsWithoutFigure = (folded: string, wants: AnswerType | null): boolean =>
  VAGUE.test(folded) ||
  (wants === 'count' && COUNTED.test(folded)) ||
  (wants === 'duration' && !hasHan(folded) && hasEdge(folded));

const EDGE = new RegExp(`\\b(?:${anyOf(langWords('en/duration-edges'))}) (?:the )?$`);

const hasEdge = (folded: string): boolean =>
  scanDates(folded, { bareYears: true }).some(({ start }) => EDGE.test(folded.slice(0, start)));

/** Whether a number in the sentence counts what the question asks about: 多少「公里」 and 「7公里」. */
export const countsTheFocus = ({ focus }: ParsedQuestion, sentence: string): boolean =>
  numbersIn(sentence).some((number) => counts(number, focus, sentence));

const chinese = (...lists: readonly string[]): string => anyOf(lists.flatMap((list) => langWords(list)));
const english = (list: string): string => String.raw`(?<![a-z])(?:${anyOf(langWords(list))})(?![a-z])`;

const REASON = new RegExp(
  `(?:${chinese('zh/reason-marks', 'yue/reason-marks')}|${english('en/reason-marks')})[^，。；,.;]*`,
  'gu',
);
const MANNER = new RegExp(`(?:${chinese('zh/manner-marks')}|${english('en/manner-marks')})[^，。；,.;]*`, 'gu');

/** The clauses of a sentence that give a reason, from the word that opens it. */
const reasonSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, REASON);

/** The clauses of a sentence that tell by what means. */
const mannerSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, MANNER);

const LEAD = new RegExp(`(?:${chinese('zh/list-leads')}|${english('en/list-leads')})[^。；;]+`, 'gu');
const ITEM = '[^，。；、,;:：]{1,24}';
const JOINING = langWords('zh/list-joining');
const ENUMERATION = new RegExp(`${ITEM}(?:、${ITEM})+(?:(?:${anyOf(JOINING)})${ITEM})?`, 'gu');
const JOINING_CHARACTERS = JOINING.filter(({ length }) => length === 1).join('');
const JOINED = new RegExp(
  String.raw`[^\s，。；、,;${JOINING_CHARACTERS}]{2,12}(?:${anyOf(JOINING)})[^\s，。；、,;${JOINING_CHARACTERS}的]{2,12}`,
  'gu',
);
const NUMBERED = new RegExp(
  String.raw`(?:^|[\s。；;])(?:\(?\d{1,2}[).、]|[（(][${numeralsFrom(1, 10)}][)）]|[•·-] )`,
  'gu',
);

/** The lists of a sentence: what is joined by 、 and 和, what 包括 and 分別是 open, numbered items. */
const itemSpans = ({ folded }: SearchedSentence): Span[] =>
  apart([LEAD, ENUMERATION, NUMBERED, JOINED].flatMap((pattern) => matchSpans(folded, pattern)));

const CALLED = new RegExp(
  `(?:${chinese('zh/name-marks')})[^，。；,.;]{1,20}|${english('en/name-marks')} [^，。；,.;]{1,40}`,
  'gu',
);

/** What a sentence calls by its name: behind 名為 and the like, in 《》 or 「」, in Latin letters. */
const nameSpans = (sentence: SearchedSentence): Span[] =>
  apart([...matchSpans(sentence.folded, CALLED), ...markedSpans(sentence), ...latinSpans(sentence)]);

const SAYING = new RegExp(`(?:${chinese('zh/saying-marks')})|${english('en/saying-marks')}|[「“"]`, 'gu');

/** Where a sentence says that somebody speaks, or opens a quotation. */
const wordSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, SAYING);

const DEFINING = new RegExp(
  `(?:${chinese('zh/definition-marks')})[^，。；,.;]{2,}|\\b(?:is|was|are|were) (?:an?|the) [^，。；,.;]{2,}`,
  'gu',
);

/** Where a sentence says what something is. */
const definitionSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, DEFINING);

/**
 * What is of the kind that the noun behind the question word names: 哪個「平台」 and 社交平台; in a sentence that has none, what is in
 * marks or in Latin letters.
 */
function focusSpans({ focus }: WantedQuery, sentence: SearchedSentence): Span[] {
  const marked = apart([...markedSpans(sentence), ...latinSpans(sentence)]);
  const noun = focus.slice(-2);
  if (noun.length < 2 || !isCjk(noun.charCodeAt(0))) return marked;
  const { folded } = sentence;
  const kind = new RegExp(`[^，。；、,;:：\\s的]{1,8}${anyOf([noun])}`, 'gu');
  return apart([...matchSpans(folded, kind), ...marked]);
}

// In which form an answer of each kind stands in a sentence.
const FINDERS: Readonly<Record<Wanted, (sentence: SearchedSentence, question: WantedQuery) => Span[]>> = {
  yesno: () => [],
  report: () => [],
  person: personSpans,
  body: bodySpans,
  outlet: bodySpans,
  place: placeSpans,
  day: (sentence, question) => daySpans(question, sentence),
  duration: durationSpans,
  count: (sentence, question) => countSpans(question, sentence),
  sum: sumSpans,
  percent: percentSpans,
  age: ageSpans,
  reason: reasonSpans,
  manner: mannerSpans,
  items: itemSpans,
  name: nameSpans,
  words: wordSpans,
  definition: definitionSpans,
  thing: (sentence, question) => focusSpans(question, sentence),
};
