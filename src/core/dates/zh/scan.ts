import { numbersIn } from '../../text/numbers.ts';
import { backBy, matchAt, inFigures, type DateRead, type Reckoned, type WrittenDate } from '../calendar.ts';
import { anyOf, formsOf, langTable, langWords } from '../../text/lang-data.ts';
import * as patterns from './patterns.ts';

// What a word of one of the lists says; '' where the list has no such word.
const valueOf = (list: keyof typeof patterns.VALUES, word: string): string => patterns.VALUES[list].get(word) ?? '';

/** Reads what folded Chinese text names by its distance: 昨日, 前天, 翌日, 上周, 上周五, 星期五. */
export function readChineseRelative(folded: string, at: number): DateRead | null {
  return readDayWord(folded, at) ?? readWeek(folded, at);
}

/** Reads a time that lies back from the day of the text: 三年前, 兩個月前; 三百年前 is history, and none. */
export function readDistance(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.DISTANCE, folded, at);
  if (found === null) return null;
  const [all, written = '', unit = ''] = found;
  const count = countOf(written);
  const date = count === 0 || count > LONGEST_DISTANCE ? null : backBy(count, valueOf('unit', unit));
  return date === null ? null : { date, end: at + all.length };
}

const LONGEST_DISTANCE = 200;

const countOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : (numbersIn(`${written.replaceAll('○', '〇')}年`)[0]?.value ?? 0);

/** What a word's value in a list says: `-1`, or `mention 0`, reckoned from the date that was mentioned before. */
function reckonedBy(value: string): Reckoned {
  const [first = '', second] = value.split(' ');
  return second === undefined
    ? { from: 'reference', count: Number(first) }
    : { from: 'mention', count: Number(second) };
}

function readDayWord(folded: string, at: number): DateRead | null {
  const word = matchAt(patterns.DAY_WORD, folded, at)?.[0];
  if (word === undefined) return null;
  const { from, count } = reckonedBy(valueOf('day', word));
  return { date: { kind: 'day', from: from === 'mention' ? from : 'reference', shift: count }, end: at + word.length };
}

function readWeek(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.WEEK_DAY, folded, at);
  if (found === null) return null;
  const [all, which, ofThat, end, nearest] = found;
  const written = ofThat ?? nearest;
  const weekday = written === undefined ? null : Number(valueOf('weekday', written === '天' ? '日' : written));
  const days = end === undefined ? { first: weekday ?? 1, last: weekday ?? 7 } : { first: 6, last: 7 };
  return {
    date: { kind: 'week', shift: which === undefined ? null : Number(valueOf('week', which)), ...days },
    end: at + all.length,
  };
}

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

/** Reads a year, a month or a day in folded Chinese text: 2023年10月26日, 去年底, 上月, 26日; what is missing is left null. */
export function readChineseDate(folded: string, at: number, joined: boolean): DateRead | null {
  return readDistance(folded, at) ?? readSlashedMonth(folded, at) ?? readCalendar(folded, at, joined);
}

function readCalendar(folded: string, at: number, joined: boolean): DateRead | null {
  const year = readYear(folded, at);
  const month = readMonth(folded, year === null ? at : skipFiller(folded, year.end), year !== null);
  if (year !== null && month === null) return yearWithPart(folded, year);
  const day = readDay(folded, month === null ? at : skipSpace(folded, month.end), month !== null || joined);
  const [ofYear, ofMonth] = [year?.value ?? null, month?.value ?? null];
  if (day !== null) return { date: calendar({ year: ofYear, month: ofMonth, day: day.value }), end: day.end };
  if (month === null) return readPartAlone(folded, at);
  if (year === null && IN_MOONS.test(folded.slice(at, month.end + 2))) return null;
  const part = matchAt(patterns.PART_OF_MONTH, folded, month.end)?.[0] ?? '';
  return {
    date: calendar({
      year: ofYear,
      month: ofMonth,
      part: part === '' ? null : spanOf(valueOf('partOfMonth', part)),
    }),
    end: month.end + part.length,
  };
}

function yearWithPart(folded: string, year: Read<Reckoned>): DateRead {
  const at = /^ q[1-4]/.test(folded.slice(year.end, year.end + 3)) ? year.end + 1 : year.end;
  const part = matchAt(patterns.PART_OF_YEAR, folded, at)?.[0] ?? '';
  const months = part === '' ? null : monthsOfYear(part, year.value);
  return {
    date: calendar({ year: year.value, part: months }),
    end: months === null ? year.end : at + part.length,
  };
}

// 七月十五, 九月廿五, 十月初六: a day of the old calendar.
const IN_MOONS = new RegExp(String.raw`^[^\d]+月(?:[${patterns.NUMERALS}]|初[${patterns.NUMERALS}])`);

const calendar = (given: Partial<Extract<WrittenDate, { kind: 'calendar' }>>): WrittenDate => ({
  kind: 'calendar',
  year: null,
  month: null,
  day: null,
  part: null,
  ...given,
});

// `1 10`: the first and the last.
function spanOf(value: string): readonly [number, number] {
  const [first, last] = value.split(' ').map(Number);
  return [first ?? 1, last ?? 1];
}

function readSlashedMonth(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.SLASHED_MONTH, folded, at);
  if (found === null) return null;
  const [all, year, month] = found;
  return {
    date: calendar({ year: inFigures(Number(year)), month: inFigures(Number(month)) }),
    end: at + all.length,
  };
}

function readYear(folded: string, at: number): Read<Reckoned> | null {
  const word = matchAt(patterns.YEAR_WORD, folded, at)?.[0];
  if (word !== undefined) return { value: reckonedBy(valueOf('year', word)), end: at + word.length };
  const ofEra = matchAt(patterns.YEAR_OF_ERA, folded, at);
  if (ofEra !== null) {
    const [all, era = '', year = ''] = ofEra;
    return { value: inFigures(Number(patterns.ERAS.get(era)) + countOf(year)), end: at + all.length };
  }
  const figures = matchAt(patterns.YEAR, folded, at);
  if (figures === null) return null;
  const end = at + figures[0].length;
  const written = figures.slice(1).find((group) => group !== undefined) ?? '';
  const count = countOf(written);
  const rounded = count % 1000 === 0;
  // 近2000年, 2000年前, 两千年: a row of years.
  const ages =
    rounded && (!/^\d/.test(written) || AGES_BEFORE.test(before(folded, at)) || AGES_BEHIND.test(behind(folded, end)));
  const isYear = count > 1000 && count < 2200 && !ages && !ORDINAL_MARKS.has(folded.charAt(at - 1));
  return isYear ? { value: inFigures(count), end } : null;
}

const ORDINAL_MARKS: ReadonlySet<string> = new Set(langWords('zh/ordinal-marks'));
const ROUNDED_YEARS = langTable('zh/rounded-years');
const AGES_BEFORE = new RegExp(`(?:${anyOf(formsOf(ROUNDED_YEARS, 'before'))})$`);
const AGES_BEHIND = new RegExp(`^(?:${anyOf(formsOf(ROUNDED_YEARS, 'behind'))})`);

const COUNTED_MONTH = new RegExp(`(?:${patterns.countedBefore('month')}| 年)$`);

function readMonth(folded: string, at: number, hasYear: boolean): Read<Reckoned> | null {
  const word = matchAt(patterns.MONTH_WORD, folded, at);
  if (word !== null) {
    const value = reckonedBy(valueOf('month', word[1] ?? '') || '0');
    const isOfYear = hasYear && word[1] !== undefined && value.from === 'reference';
    return isOfYear ? null : { value, end: at + word[0].length };
  }
  const figures = matchAt(patterns.MONTH, folded, at);
  if (figures === null) return null;
  const end = at + figures[0].length;
  // 第3月, 近三月, 哪一年的10月, 3月後.
  if (!hasYear && (COUNTED_MONTH.test(before(folded, at)) || behind(folded, end).startsWith('后'))) return null;
  const written = figures[1] ?? figures[2] ?? '';
  return { value: inFigures(Number(valueOf('monthName', written)) || countOf(written)), end };
}

function readDay(folded: string, at: number, hasMonth: boolean): Read<number> | null {
  const figures = matchAt(patterns.DAY, folded, at);
  if (figures === null) return null;
  const end = at + figures[0].length;
  const written = figures[1] ?? figures[2] ?? '';
  const value = countOf(written);
  if (!hasMonth && (value < 1 || value > 31 || !isBareDay(folded, { start: at, end, written }))) return null;
  return { value, end };
}

// A day without its month is a date only where nothing makes it a duration, a currency or one of a kind: 3日內, 10日元, 5號線.
const NO_DAY_BEFORE = new RegExp(`(?:${patterns.countedBefore('day')})$`);
const NO_DAY_BEHIND = new RegExp(`^(?:${anyOf(langWords('zh/counted-behind'))})`);
const NUMBERED_BEHIND = new RegExp(`^(?:${anyOf(langWords('zh/numbered-behind'))})`);
const ACTS_BEHIND = new RegExp(`^(?:${anyOf(langWords('zh/acts-behind'))})`);
const DAY_NUMBERED_BEFORE = new RegExp(
  String.raw`(?:^|[,.;:!?。、()（）\s${langWords('zh/before-numbered-day').join('')}${patterns.NUMERALS}])$`,
);

function isBareDay(folded: string, day: { start: number; end: number; written: string }): boolean {
  const left = before(folded, day.start);
  const right = behind(folded, day.end);
  if (NO_DAY_BEFORE.test(left) || NO_DAY_BEHIND.test(right)) return false;
  const inHan = !/^\d/.test(day.written);
  // 一日, 三日, 十日 are durations more often than not; in brackets, behind a weekday, they are dates.
  if (inHan && day.written.length === 1 && !(left.endsWith('(') && right.startsWith(')'))) return false;
  if (folded.charAt(day.end - 1) !== '号') return true;
  return !NUMBERED_BEHIND.test(right) && (DAY_NUMBERED_BEFORE.test(left) || (!inHan && ACTS_BEHIND.test(right)));
}

const COUNTED_YEARS = new RegExp(String.raw`[\d${patterns.NUMERALS}${langWords('zh/counted-year-before').join('')}]`);

// 年初 and 年底 on their own are those of the year at hand; 第二季度 is the last one.
function readPartAlone(folded: string, at: number): DateRead | null {
  const part = matchAt(patterns.PART_ALONE, folded, at)?.[0];
  if (part === undefined || (part.startsWith('年') && COUNTED_YEARS.test(folded.charAt(at - 1)))) return null;
  const year: Reckoned | null = part.startsWith('年') ? { from: 'reference', count: 0 } : null;
  return { date: calendar({ year, part: spanOf(valueOf('partOfYear', part)) }), end: at + part.length };
}

function monthsOfYear(part: string, year: Reckoned): readonly [number, number] | null {
  if (part === '代') return year.from === 'calendar' && year.count % 10 === 0 ? [1, 120] : null;
  return spanOf(valueOf('partOfYear', part));
}

const before = (folded: string, at: number): string => folded.slice(Math.max(0, at - 3), at);
const behind = (folded: string, at: number): string => folded.slice(at, at + 4);
// 2023年 10月, 去年的10月.
const skipFiller = (folded: string, at: number): number => (/[ 的]/.test(folded.charAt(at)) ? at + 1 : at);
const skipSpace = (folded: string, at: number): number => (folded.charAt(at) === ' ' ? at + 1 : at);
