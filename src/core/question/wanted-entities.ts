import type { Span } from '../model/span.ts';
import type { EntryKind } from '../names/gazetteer.ts';
import { anyOf, langWords, langTable } from '../text/lang-data.ts';
import type { SearchedSentence, WantedQuery } from './wanted-kind.ts';
import { scanDates } from '../dates/scan.ts';
import { isCjk } from '../text/characters.ts';
import { numbersIn, type NumberInText } from '../text/numbers.ts';
import { stemOf } from '../text/stems.ts';
import { langEntries, templateSource } from '../text/templates.ts';

const SURNAME = anyOf(langWords('zh/surnames'));
const OFFICE = anyOf([...langWords('zh/offices'), ...langWords('zh/person-nouns')]);
const SAYS = anyOf(langWords('zh/saying-marks'));
const SOUND = `[${langWords('zh/transliteration').join('')}]`;
const BODY_ENDING = anyOf(langWords('zh/body-endings'));
const PLACE_ENDING = anyOf(langWords('zh/place-endings'));

const HAN = '[\\u3400-\\u9fff]';
// What no given name and no name of a body holds.
const NO_NAME = '的了在是和与及或而但有为被把将向从到由以于就都也还又这那此该';
const GIVEN = `(?![${NO_NAME}])${HAN}`;
const BEFORE_NAME = `(?<=^|[\\s，。、；：「『（(,.;:"“]|[由被给和与跟同及是为据向对让请令把将派叫]|${OFFICE})`;
const BEHIND_NAME = `(?=$|[\\s，。、；：」』）(（),.;:"”]|[的说称指在于是获被出任及和与等曾亦也则均将向对表认]|${OFFICE}|${SAYS})`;

const CHINESE_PERSON = new RegExp(`${BEFORE_NAME}(?:${SURNAME})${GIVEN}{1,2}${BEHIND_NAME}`, 'gu');
// 由陳某某負責, 署長陳某某: what stands before it says that a name follows.
const INTRODUCED = new RegExp(`(?<=[由被是为和与跟、见访邀请找控告])(?:${SURNAME})${GIVEN}{2}`, 'gu');
const OFFICE_AND_NAME = new RegExp(`(?:${OFFICE})(?:${SURNAME})${GIVEN}{1,2}`, 'gu');
const TITLED = new RegExp(`(?:${SURNAME})${GIVEN}{0,2}(?:${OFFICE})`, 'gu');
const FOREIGN_PERSON = new RegExp(`${HAN}{1,6}(?:[·•]${HAN}{1,8})+|${BEFORE_NAME}${SOUND}{2,6}${BEHIND_NAME}`, 'gu');
const LATIN_NAME = /(?<![A-Za-z])[A-Z][a-zà-ɏ.]+(?:[ -][A-Z][A-Za-zÀ-ɏ.]*)*/gu;
const LATIN_BODY = /(?<![A-Za-z])[A-Z][A-Za-zÀ-ɏ&.]*(?:[ -][A-Z0-9][A-Za-zÀ-ɏ&.]*)*/gu;
const OFFICE_ALONE = new RegExp(`(?:${OFFICE})`, 'gu');

/** The people whom a sentence names, by a list, by the form of a name, or by an office alone. */
export function personSpans(sentence: SearchedSentence): Span[] {
  const { folded, original } = sentence;
  const spans = [
    ...entrySpans(sentence, ['person']),
    ...[OFFICE_AND_NAME, TITLED, CHINESE_PERSON, INTRODUCED, FOREIGN_PERSON].flatMap((pattern) =>
      matchSpans(folded, pattern),
    ),
    ...matchSpans(original, LATIN_NAME),
  ];
  return apart([...spans, ...matchSpans(folded, OFFICE_ALONE)]);
}

const BODY = new RegExp(`(?:${HAN}(?<![${NO_NAME}])){1,10}(?:${BODY_ENDING})(?!长|員|员)`, 'gu');

/** The companies, offices, groups and other bodies that a sentence names. */
export const bodySpans = (sentence: SearchedSentence): Span[] =>
  apart([
    ...entrySpans(sentence, ['organisation']),
    ...matchSpans(sentence.folded, BODY),
    ...matchSpans(sentence.original, LATIN_BODY),
    ...matchSpans(sentence.folded, TITLE),
  ]);

const PLACE = new RegExp(`(?:${HAN}(?<![${NO_NAME}])){1,8}(?:${PLACE_ENDING})`, 'gu');

// In English a place stands behind a preposition: in Geneva, at the Grand Hotel.
const LATIN_PLACE =
  /(?<=\b(?:in|at|from|to|near|off|outside|inside) (?:the )?)[A-Z][A-Za-zÀ-ɏ.]*(?:[ -][A-Z][A-Za-zÀ-ɏ.]*)*/gu;

/** The places that a sentence names. */
export const placeSpans = (sentence: SearchedSentence): Span[] =>
  apart([
    ...entrySpans(sentence, ['place']),
    ...matchSpans(sentence.folded, PLACE),
    ...matchSpans(sentence.original, LATIN_PLACE),
  ]);

const TITLE = /[《「『“"][^《》「」『』“”"]{1,30}[》」』”"]/gu;

/** What a sentence sets in marks: titles, and words that are quoted. */
export const markedSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, TITLE);

/** The names in Latin letters of a sentence. */
export const latinSpans = ({ original }: SearchedSentence): Span[] => matchSpans(original, LATIN_BODY);

function entrySpans({ folded, original, names }: SearchedSentence, kinds: readonly EntryKind[]): Span[] {
  return names
    .mentions(folded, original)
    .flatMap(({ name, start, end }) => (kinds.includes(name.kind) ? [{ start, end }] : []));
}

/** All matches of a pattern that has the flag `g`. */
export const matchSpans = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: all, index }) => ({ start: index, end: index + all.length }));

/** Spans that do not overlap: of two that do the one that stands first in the list stays. */
export function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  return kept;
}

const HAN_NUMBER = '[〇零一二两三四五六七八九十百千万亿半数廿卅]';
const NUMBER = `(?:(?<![\\d,.])\\d[\\d,]*(?:\\.\\d+)?[十百千万亿]*|(?<!${HAN_NUMBER})${HAN_NUMBER}+)`;
// 十多年, 7個多小時, 三十餘天.
const SOME = '[多余几来]?';
const NUMBER_WORD = `(?:${anyOf(langTable('en/number-words').keys())})`;
// Fourteen, twenty-five, two hundred.
const NUMBER_WORDS = `${NUMBER_WORD}(?:[ -]${NUMBER_WORD})?`;
const ENGLISH_NUMBER = `(?:\\d[\\d,.]*|half an?|${NUMBER_WORDS})`;

const CHINESE_UNITS = anyOf(langWords('zh/durations'));
const ENGLISH_UNITS = anyOf(langWords('en/durations'));
// 2023年 is a year, 10月3日 a day, 五年級 a class.
const DURATION = new RegExp(
  `(?<![\\d.月第])(?!\\d{4}年)${NUMBER}${SOME}(?:${CHINESE_UNITS})${SOME}(?!级|代|度|月|前后|[一二三四五六日])`,
  'gu',
);
const ENGLISH_DURATION = new RegExp(`(?<![a-z\\d])${ENGLISH_NUMBER}[ -](?:${ENGLISH_UNITS})(?![a-z])`, 'gu');
const DURATION_WORD = new RegExp(`(?:${anyOf(langWords('zh/duration-words'))})`, 'gu');
// Behind a day of the month nothing is counted: 3日晚上, 12日凌晨; 3日內 and 拘留15日 are counts.
const DAY_OF_MONTH = /^\d{1,2}日(?:晚|凌晨|早|上午|下午|中午|清晨|举行|至|起|晨|[(（])/u;

/** The spans of time that a sentence counts: 七個多小時, 9年; never a date. */
export function durationSpans({ folded }: SearchedSentence): Span[] {
  const dates = scanDates(folded).filter(
    ({ date, listed }) => date.kind === 'calendar' && (date.month !== null || listed),
  );
  const counted = matchSpans(folded, DURATION).filter(
    ({ start, end }) =>
      !DAY_OF_MONTH.test(folded.slice(start, end + 4)) && !dates.some((date) => start < date.end && end > date.start),
  );
  return apart([...counted, ...matchSpans(folded, ENGLISH_DURATION), ...matchSpans(folded, DURATION_WORD)]);
}

const CLOCK =
  /(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深夜|午夜)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:时|点)(?:半|许|\d{1,2}分)?|\b\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)/gu;
const AGES =
  /(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]+(?:世纪|年代)|(?:当|同|翌|次|去|今|明|前)[年日天晚晨]|\b(?:19|20)\d\d\b/gu;

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
  year: /年|世纪|\d{4}/u,
  day: /[日号天]|周[一二三四五六日]|星期|礼拜|day\b|(?<!\d)\d{1,2}$|^\d{1,2} /u,
  clock: new RegExp(CLOCK.source, 'u'),
};

/** The days, years and hours that a sentence names; only years where 哪一年 is asked, only hours for 幾點. */
export function daySpans(question: WantedQuery, { folded }: SearchedSentence): Span[] {
  const spans = apart([
    ...scanDates(folded, { bareYears: true }).map(({ start, end }) => ({ start, end })),
    ...matchSpans(folded, CLOCK),
    ...matchSpans(folded, AGES),
  ]);
  const asked = [...MOMENTS].find(([, pattern]) => pattern.test(question.folded))?.[0];
  return asked === undefined ? spans : spans.filter(({ start, end }) => NAMES[asked].test(folded.slice(start, end)));
}

const CURRENCY = `(?:${anyOf([...langWords('zh/currencies'), ...langWords('en/currencies')])})`;
const SUM = new RegExp(
  `(?:us|hk|nt|a|c)?[$£€¥￥]\\s?${NUMBER}(?: ?(?:million|billion|trillion|bn|m))?|${NUMBER}${SOME}[万亿]?(?: ?(?:million|billion|trillion|bn))? ?${CURRENCY}`,
  'gu',
);

/** The sums of money that a sentence names. */
export const sumSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, SUM);

const PERCENT = new RegExp(
  `(?<![\\d.])\\d[\\d.]*\\s?(?:%|per ?cent|个百分点)|百分之${NUMBER}(?:点${HAN_NUMBER}+)?|${HAN_NUMBER}成${HAN_NUMBER}?|(?<![\\d.])[\\d.]+[:：比][\\d.]+|${HAN_NUMBER}分之${HAN_NUMBER}|\\d成|\\b${NUMBER_WORDS} per ?cent|\\b(?:${anyOf(langWords('en/shares'))})\\b`,
  'gu',
);

/** The shares that a sentence names: 三成, 12%, 三分之一. */
export const percentSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, PERCENT);

const AGE = new RegExp(
  `${NUMBER}${SOME}岁${SOME}|(?<!\\d)\\d+ ?(?:years? old|-year-old)|\\b(?:aged?|age of|at) \\d{1,3}\\b(?!,\\d)|生于[^，。,]{1,12}|\\d{4}年[^，。,]{0,8}出生`,
  'gu',
);

/** The ages that a sentence names, or the year from which one follows. */
export const ageSpans = ({ folded }: SearchedSentence): Span[] => matchSpans(folded, AGE);

const TIME_UNITS = '年月日号时点';
const MEASURE = new RegExp(`^[个多余几来约 ]*(?:${anyOf(langWords('zh/measures'))})?`, 'u');
// 四名年輕「工人」: so many characters may stand before the noun.
const BEFORE_NOUN = 2;

/** The figures that count what is asked for; all of a sentence where no figure counts that and it has a unit of its own kind. */
export function countSpans(question: WantedQuery, { folded }: SearchedSentence): Span[] {
  const figures = numbersIn(folded).filter(({ unit }) => unit === '' || !TIME_UNITS.includes(unit));
  const inWords = matchSpans(folded, IN_WORDS);
  const counting = [
    ...figures.filter((figure) => counts(figure, question.focus, folded)),
    ...[...figures, ...inWords].filter((figure) => countsInEnglish(figure, question, folded)),
  ];
  return apart((counting.length > 0 ? counting : [...figures, ...inWords]).map(({ start, end }) => ({ start, end })));
}

// "A" and "an" count nothing by themselves.
const IN_WORDS = new RegExp(`(?<![a-z])(?!an?\\b)${NUMBER_WORDS}(?![a-z])`, 'gu');
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
export function counts({ end, unit }: NumberInText, focus: string, folded: string): boolean {
  if (focus === '' || !isCjk(focus.charCodeAt(0))) return false;
  const noun = focus.slice(0, 2);
  const behind = folded.slice(end, end + 8);
  const at = behind.replace(MEASURE, '').indexOf(noun);
  return behind.startsWith(noun) || (at >= 0 && at <= BEFORE_NOUN) || (unit !== '' && unit === focus.charAt(0));
}
