import { anyOf, formsOf, langTable, langWords } from '../../text/lang-data.ts';
import { CONTRACTED_TENS, numeralsFrom, numeralsWith } from '../../text/numbers.ts';
import { anyWord, dateWords, type DateWord } from '../words.ts';

const charOf = (value: number): string => numeralsFrom(value, value);
const ONES = numeralsFrom(1, 9);
const TEN = charOf(10);
const HUNDRED = numeralsWith((value) => value === 100);
const THOUSAND = numeralsWith((value) => value === 1000);
const NOUGHTS = `${numeralsWith((value) => value === 0)}○`;
const TWO = numeralsWith((value) => value === 2);

/** The characters that Han numerals are written with. */
export const NUMERALS = `${numeralsWith()}${CONTRACTED_TENS}○`;

const sticky = (source: string): RegExp => new RegExp(source, 'y');
const table = (list: string): { readonly words: readonly DateWord[]; readonly values: ReadonlyMap<string, string> } => {
  const words = dateWords(list);
  return { words, values: new Map(words.map(({ word, value }) => [word, value])) };
};

const years = table('zh/year-words');
const months = table('zh/month-words');
const days = table('zh/day-words');
const monthNames = table('zh/month-names');
const weeks = table('zh/week-shifts');
const weekdays = table('zh/weekdays');
const partsOfMonth = table('zh/parts-of-month');
const partsOfYear = table('zh/parts-of-year');
const units = table('zh/distance-units');

/** What the words of each list say of a date, by the word. */
export const VALUES = {
  year: years.values,
  month: months.values,
  day: days.values,
  monthName: monthNames.values,
  week: weeks.values,
  weekday: weekdays.values,
  partOfMonth: partsOfMonth.values,
  partOfYear: partsOfYear.values,
  unit: units.values,
};

// All patterns are sticky and bounded, so that reading at a place costs the same however long the text is.

const HAN_YEAR = `[${NOUGHTS}${ONES}]{4}|[${charOf(1)}${TWO}]${THOUSAND}[${NOUGHTS}${ONES}${TEN}${HUNDRED}]{0,6}`;
/** The words between two dates: those of a range, and those of a list. */
export const BETWEEN_DATES = {
  range: anyOf(formsOf(langTable('zh/between-dates'), 'range')),
  list: anyOf(formsOf(langTable('zh/between-dates'), 'list')),
};
const TO = ` ?(?:${BETWEEN_DATES.range}|${BETWEEN_DATES.list}|[-–—~]) ?`;
/** 1: before 年; 2: the first of two before one 年; 3: before Q2; 4: before a month behind a slash. */
export const YEAR = sticky(
  String.raw`(\d{4}|${HAN_YEAR}) ?年|(\d{4})(?= ?(?:${BETWEEN_DATES.range}|[-–—~]) ?\d{4} ?年)|(\d{4})(?= ?q[1-4](?!\d))`,
);
/** The years before the first of each calendar that does not count as ours does. */
export const ERAS = langTable('zh/eras');
/** 1: the calendar; 2: its year. */
export const YEAR_OF_ERA = sticky(
  String.raw`(${anyOf(ERAS.keys())}) ?(\d{1,3}|[${NOUGHTS}${ONES}${TEN}${HUNDRED}]{1,6}) ?年`,
);
export const YEAR_WORD = sticky(anyWord(years.words));

const NOT_MONTH = dateWords('zh/not-months').map(({ source }) => source.slice(1));
/** 1: before 月; 2: the first of several before one 月. */
export const MONTH = sticky(
  String.raw`(\d{1,2}|${TEN}[${ONES}]?|[${ONES}]|${anyWord(monthNames.words)}) ?月份?(?!${NOT_MONTH.join('|')})` +
    String.raw`|(\d{1,2})(?=(?:${TO}\d{1,2}){1,4} ?月)`,
);
/** A year and a month of it behind a slash, 2022/7 and 2022/7月; 2011/12 with a season behind it is none. */
export const SLASHED_MONTH = sticky(
  String.raw`((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?:月|(?![-/\d]| ?(?:${anyOf(langWords('zh/seasons-of-play'))})))`,
);
/** A month by its distance; 月初, 月底, 月中旬 without more are those of the month at hand. */
export const MONTH_WORD = sticky(
  String.raw`(${anyWord(months.words)})份?|(?<![\d${NUMERALS}${langWords('zh/counted-month-before').join('')}])` +
    `月(?=${anyOf(langWords('zh/month-at-hand-behind'))})`,
);
export const PART_OF_MONTH = sticky(partSource(partsOfMonth.words));
export const PART_OF_YEAR = sticky(`${partSource(partsOfYear.words)}|代`);
/** A part of a year that stands without one. */
export const PART_ALONE = sticky(anyWord(partsOfYear.words.filter(({ value }) => value.includes('alone'))));

// A part that is also another word counts only where a mark, the end or a particle follows.
function partSource(words: readonly DateWord[]): string {
  const ends = words.map((word) =>
    word.value.includes('end')
      ? { ...word, source: `${word.source}(?=[,;。、]|${anyOf(langWords('zh/part-of-year-ends'))}|$)` }
      : word,
  );
  return anyWord(ends);
}

const HAN_DAY = `(?:[${numeralsFrom(2, 3)}]${TEN}|${TEN}|[${CONTRACTED_TENS}])[${ONES}]?|[${ONES}]`;
/** 1: before 日 or 號; 2: the first of several before one of them. */
export const DAY = sticky(String.raw`(\d{1,2}|${HAN_DAY}) ?两?[日号]|(\d{1,2})(?=(?:${TO}\d{1,2}){1,4} ?两?[日号])`);
export const DAY_WORD = sticky(anyWord(days.words));

const NOT_WEEK = dateWords('zh/not-weeks').map(({ word }) => word.slice(1));
const WEEKS = langWords('zh/week');
const WEEK = `(?:${WEEKS.map((word) => (word.length === 1 ? `${word}(?!${NOT_WEEK.join('|')})` : word)).join('|')})`;
const WEEKDAY = `${anyWord(weekdays.words)}|(?<=${WEEKS.flatMap((word) => (word.length > 1 ? [word.slice(-1)] : [])).join('|')})天`;
/** 1: which week; 2: its day; 3: its end; 4: a day of no week in particular. */
export const WEEK_DAY = sticky(
  String.raw`(?<!\d)(${anyWord(weeks.words)})${WEEK}(?:(${WEEKDAY})|(末))?(?!${anyOf(langWords('zh/no-week-behind'))})` +
    String.raw`|(?<!${countedBefore('week')}|[\d${NUMERALS}])${WEEK}(${WEEKDAY})`,
);

const BACK = anyWord(dateWords('zh/distance-behind'));
/** 1: how many; 2: of which unit; so long ago. */
export const DISTANCE = sticky(
  String.raw`(?<!${countedBefore('week')})(\d{1,3}|[${ONES}${TWO}${TEN}]{1,3}) ?(${anyWord(units.words)})${BACK}`,
);

/** The characters that words for dates begin with, apart from numerals; 民国, 月底, 年初 and 周五 among them. */
export const BEGINNINGS = new Set(
  [years, months, days, weeks, monthNames]
    .flatMap(({ words }) => words)
    .concat(partsOfYear.words.filter(({ value }) => value.includes('alone')))
    .map(({ word }) => word.charAt(0))
    .concat('月', ...[...ERAS.keys(), ...WEEKS].map((word) => word.charAt(0))),
);

/** What makes a number of something out of a day, month or week right behind it, as the source of a pattern. */
export function countedBefore(of: 'day' | 'month' | 'week'): string {
  return anyOf([...langTable('zh/counted-before')].flatMap(([word, kinds]) => (kinds.includes(of) ? [word] : [])));
}
