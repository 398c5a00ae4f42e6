import { scanDates } from '../dates/scan.ts';
import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { hasHan, isCjk, remembering, stemOf } from '../text/script.ts';
import { anyEnglishWord, anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { CONTRACTED_TENS, type NumberInText, numbersIn, numeralsFrom, numeralsWith } from '../text/numbers.ts';
import { entriesOf, langEntries, templateSource } from '../text/templates.ts';
import type { AnswerType } from './answer-type.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { apart, finding, matchSpans, type SearchedSentence, type Wanted, type WantedQuery } from './wanted-kind.ts';
import {
  bodySpans,
  definitionsIn,
  focusSpans,
  itemsIn,
  mannersIn,
  nameSpans,
  personSpans,
  placeSpans,
  reasonsIn,
  speechIn,
} from './wanted-words.ts';

const charactersOf = (list: string): string => langWords(list).join('');
const HAN_NUMBER = `[${numeralsWith()}${charactersOf('zh/vague-numerals')}${CONTRACTED_TENS}]`;
const SCALES = numeralsWith((value) => value >= 10);
const GREAT_SCALE = `[${numeralsWith((value) => value >= 10_000)}]`;
// A full-width comma before a figure is no part of it.
const NUMBER = `(?:(?<![\\d.]|\\d,)\\d[\\d,]*(?:\\.\\d+)?[${SCALES}]*|(?<!${HAN_NUMBER})${HAN_NUMBER}+)`;
// 十多年, 7個多小時, 三十餘天.
const APPROXIMATIONS = charactersOf('zh/approximations') + charactersOf('zh/searched-approximations');
const SOME = `[${APPROXIMATIONS}]?`;
const NUMBER_WORD = `(?:${anyOf(langTable('en/number-words').keys())})`;
// Fourteen, twenty-five, two hundred.
const NUMBER_WORDS = `${NUMBER_WORD}(?:[ -]${NUMBER_WORD})?`;
const ENGLISH_NUMBER = `(?:\\d[\\d,.]*|${anyOf(langWords('en/half-amounts'))}|${NUMBER_WORDS})`;

const CHINESE_UNITS = anyOf(langWords('zh/durations'));
const ENGLISH_UNITS = anyOf(langWords('en/durations'));
// 2023年 is a year, 10月3日 a day, 五年級 a class.
const DURATION = new RegExp(
  `(?<![\\d.${charactersOf('zh/no-duration-before')}])(?!\\d{4}年)${NUMBER}${SOME}(?:${CHINESE_UNITS})${SOME}(?!${anyOf(langWords('zh/no-duration-behind'))})`,
  'gu',
);
const ENGLISH_DURATION = new RegExp(`(?<![a-z\\d])${ENGLISH_NUMBER}[ -](?:${ENGLISH_UNITS})(?![a-z])`, 'gu');
const DURATION_WORD = new RegExp(`(?:${anyOf(langWords('zh/duration-words'))})`, 'gu');
// Behind a day of the month nothing is counted: 3日晚上, 12日凌晨; 3日內 and 拘留15日 are counts.
const DAY_OF_MONTH = new RegExp(`^\\d{1,2}日(?:${anyOf(langWords('zh/behind-day-of-month'))}|[(（])`, 'u');

/** The spans of time that a folded sentence counts: 七個多小時, 9年; never a date. */
const durationsIn = remembering((folded): readonly Span[] => {
  const dates = scanDates(folded).filter(
    ({ date, listed }) => date.kind === 'calendar' && (date.month !== null || listed),
  );
  const counted = matchSpans(folded, DURATION).filter(
    ({ start, end }) =>
      !DAY_OF_MONTH.test(folded.slice(start, end + 4)) && !dates.some((date) => start < date.end && end > date.start),
  );
  return apart([...counted, ...matchSpans(folded, ENGLISH_DURATION), ...matchSpans(folded, DURATION_WORD)]);
});

const clock = (what: string): string => anyOf(formsOf(langTable('zh/clock'), what));
const moments = (key: string): string =>
  entriesOf(langWords('zh/moments'))
    .flatMap((line) => (line.key === key ? [templateSource(line.entry)] : []))
    .join('|');
const NUMERAL = numeralsFrom(1, 10);
const CLOCK = new RegExp(
  `(?:${clock('part')})?(?:\\d{1,2}|[${NUMERAL}]{1,3})(?:${clock('hour')})(?:${clock('past')}|\\d{1,2}(?:${clock('minute')}))?` +
    `|\\b\\d{1,2}(?::\\d\\d)? ?(?:${anyOf(langWords('en/clock'))})`,
  'gu',
);
const AGES = new RegExp(
  `(?<![\\d${NUMERAL}])[\\d${NUMERAL}]+(?:${moments('numbered')})|${moments('told')}|\\b(?:19|20)\\d\\d\\b`,
  'gu',
);

type Moment = 'year' | 'day' | 'clock';
const MOMENTS = new Map(
  (['year', 'day', 'clock'] as const).map((kind) => [
    kind,
    new RegExp(
      langEntries('moment-asked')
        .filter(({ key }) => key === kind)
        .map(({ entry }) => templateSource(entry))
        .join('|'),
      'u',
    ),
  ]),
);
const NAMES: Readonly<Record<Moment, RegExp>> = {
  year: new RegExp(`${moments('year')}|\\d{4}`, 'u'),
  day: new RegExp(`${moments('day')}|day\\b|(?<!\\d)\\d{1,2}$|^\\d{1,2} `, 'u'),
  clock: new RegExp(CLOCK.source, 'u'),
};

const momentsIn = remembering((folded): readonly Span[] =>
  apart([
    ...scanDates(folded, { bareYears: true }).map(({ start, end }) => ({ start, end })),
    ...matchSpans(folded, CLOCK),
    ...matchSpans(folded, AGES),
  ]),
);

/** The days, years and hours that a sentence names; only years where 哪一年 is asked, only hours for 幾點. */
function daySpans(question: WantedQuery, { folded }: SearchedSentence): readonly Span[] {
  const spans = momentsIn(folded);
  const asked = [...MOMENTS].find(([, pattern]) => pattern.test(question.folded))?.[0];
  return asked === undefined ? spans : spans.filter(({ start, end }) => NAMES[asked].test(folded.slice(start, end)));
}

const MILLION = 1_000_000;
const CURRENCY = `(?:${anyOf([...langWords('zh/currencies'), ...langWords('en/currencies')])})`;
const greatScales = (list: string): readonly string[] =>
  [...langTable(list)].flatMap(([word, value]) => (Number(value) >= MILLION ? [word] : []));
const SCALES_OF_SUMS = greatScales('en/number-scales');
const SIGNED_SUM = `(?:${anyOf(langWords('en/currency-prefixes'))})?[$£€¥￥]\\s?${NUMBER}(?: ?(?:${anyOf([...SCALES_OF_SUMS, ...greatScales('en/money-scales')])}))?`;
const NAMED_SUM = `${NUMBER}${SOME}${GREAT_SCALE}?(?: ?(?:${anyOf(SCALES_OF_SUMS)}))? ?${CURRENCY}`;
const SUM = new RegExp(`${SIGNED_SUM}|${NAMED_SUM}`, 'gu');

/** The sums of money that a folded sentence names. */
const sumsIn = finding(SUM);

const share = (what: string): string => `(?:${anyOf(formsOf(langTable('zh/shares'), what))})`;
const IN_HUNDRED = anyOf(langWords('en/percent'));
const PERCENT = new RegExp(
  [
    `(?<![\\d.])\\d[\\d.]*\\s?(?:%|${IN_HUNDRED}|${share('percent')})`,
    `${share('of-hundred')}${NUMBER}(?:${share('point')}${HAN_NUMBER}+)?`,
    `${HAN_NUMBER}${share('tenths')}${HAN_NUMBER}?`,
    `(?<![\\d.])[\\d.]+(?:[:：]|${share('ratio')})[\\d.]+`,
    `${HAN_NUMBER}${share('parts')}${HAN_NUMBER}`,
    `\\d${share('tenths')}`,
    `\\b${NUMBER_WORDS} (?:${IN_HUNDRED})|\\b(?:${anyOf(langWords('en/shares'))})\\b`,
  ].join('|'),
  'gu',
);

/** The shares that a folded sentence names: 三成, 12%, 三分之一. */
const percentsIn = finding(PERCENT);

const age = (what: string): string => anyOf(formsOf(langTable('zh/ages'), what));
const englishAge = (where: string): string => anyOf(formsOf(langTable('en/ages'), where));
const AGE = new RegExp(
  [
    `${NUMBER}${SOME}(?:${age('years')})${SOME}`,
    `(?<!\\d)\\d+ ?(?:${englishAge('behind')})|\\b(?:${englishAge('before')}) \\d{1,3}\\b(?!,\\d)`,
    `(?:${age('born-in')})[^，。,]{1,12}|\\d{4}年[^，。,]{0,8}(?:${age('born')})`,
  ].join('|'),
  'gu',
);

/** The ages that a folded sentence names, or the year from which one follows. */
const agesIn = finding(AGE);

const TIME_UNITS = langTable('zh/calendar-units');
const MEASURE = new RegExp(
  `^[${charactersOf('zh/before-measure')}${APPROXIMATIONS} ]*(?:${anyOf(langWords('zh/measures'))})?`,
  'u',
);
// 四名年輕「工人」: so many characters may stand before the noun.
const BEFORE_NOUN = 2;

/** The figures that count what is asked for; all of a sentence where no figure counts that and it has a unit of its own kind. */
function countSpans(question: WantedQuery, { folded }: SearchedSentence): Span[] {
  const figures = numbersIn(folded).filter(({ unit }) => unit === '' || !TIME_UNITS.has(unit));
  const inWords = inWordsIn(folded);
  const counting = [
    ...figures.filter((figure) => counts(figure, question.focus, folded)),
    ...[...figures, ...inWords].filter((figure) => countsInEnglish(figure, question, folded)),
  ];
  return apart((counting.length > 0 ? counting : [...figures, ...inWords]).map(({ start, end }) => ({ start, end })));
}

// "A" and "an" count nothing by themselves.
const inWordsIn = finding(new RegExp(`(?<![a-z])(?!an?\\b)${NUMBER_WORDS}(?![a-z])`, 'gu'));
// Four young factory workers, 308 points: so many words may stand before the noun, all within so many UTF-16 units.
const WORDS_BEFORE_NOUN = 2;
const NOUN_WITHIN = 60;

// Whether a figure stands before the English noun of what is counted.
function countsInEnglish({ end }: Span, { folded: question, terms }: WantedQuery, folded: string): boolean {
  const nouns = new Set(
    terms.flatMap((term) => (term.isFocus === true ? stemsIn(question.slice(term.start, term.end)) : [])),
  );
  return (
    nouns.size > 0 &&
    stemsIn(folded.slice(end, end + NOUN_WITHIN))
      .slice(0, WORDS_BEFORE_NOUN + 1)
      .some((stem) => nouns.has(stem))
  );
}

const stemsIn = (text: string): string[] => Array.from(text.matchAll(/[a-z]+/g), ([word]) => stemOf(word));

/** Whether a figure of a folded text counts what the noun behind the question word names: 多少「公里」 and 7公里. */
function counts({ end, unit }: NumberInText, focus: string, folded: string): boolean {
  if (focus === '' || !isCjk(focus.charCodeAt(0))) return false;
  const noun = focus.slice(0, 2);
  const behind = folded.slice(end, end + 8);
  const at = behind.replace(MEASURE, '').indexOf(noun);
  return behind.startsWith(noun) || (at >= 0 && at <= BEFORE_NOUN) || (unit !== '' && unit === focus.charAt(0));
}

// In which form an answer of each kind stands in a sentence.
const FINDERS: Readonly<Record<Wanted, (sentence: SearchedSentence, question: WantedQuery) => readonly Span[]>> = {
  yesno: () => [],
  report: () => [],
  person: personSpans,
  body: bodySpans,
  outlet: bodySpans,
  place: placeSpans,
  day: (sentence, question) => daySpans(question, sentence),
  duration: ({ folded }) => durationsIn(folded),
  count: (sentence, question) => countSpans(question, sentence),
  sum: ({ folded }) => sumsIn(folded),
  percent: ({ folded }) => percentsIn(folded),
  age: ({ folded }) => agesIn(folded),
  reason: ({ folded }) => reasonsIn(folded),
  manner: ({ folded }) => mannersIn(folded),
  items: ({ folded }) => itemsIn(folded),
  name: nameSpans,
  words: ({ folded }) => speechIn(folded),
  definition: ({ folded }) => definitionsIn(folded),
  thing: (sentence, question) => focusSpans(question, sentence),
};

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
const SEVERAL = numeralsWith((value) => value > 1);
const COUNTED = new RegExp(
  // 一百幅: two and more need no measure that a list has.
  `[${SEVERAL}]{2}|${numeralsFrom(1, 1)}[${SEVERAL}]|[${SEVERAL}][${langWords('zh/approximations').join('')}]?(?:${anyOf(langWords('zh/measures'))})`,
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
