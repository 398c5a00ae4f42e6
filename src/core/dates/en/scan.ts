import {
  backBy,
  inFigures,
  matchAt,
  type DateOrder,
  type DateRead,
  type Reckoned,
  type WrittenDate,
} from '../calendar.ts';
import * as patterns from './patterns.ts';

// Not the path of an address, nor a longer number; a time of day may follow.
const ISO = /(?<![/=_])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![-/.]?\d|[a-su-z])/y;
const BARE_YEAR = /((?:19|20)\d\d)(?![\d%年a-z]|[.,:/]\d|-(?!(?:19|20)\d\d(?!\d))\d)/y;
const ISO_MONTH = /((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![-\d])/y;
// 4/2/2024: day and month in the order of whoever writes.
const SLASHED = /(?<![/=_.\d])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![/.]?\d|[a-z])/y;

/** How a text is read: with `bareYears` any 2023 in English is a year, as in "Blinken 2023". */
export interface EnglishReading {
  /** Behind "to", "and": a number alone is a day, "2023" alone a year. */
  readonly joined: boolean;
  readonly bareYears: boolean;
  /** What 4/2/2024 means; where it is not known, only what no other order allows is read (25/12/2023). */
  readonly order: DateOrder | null;
}

/** Reads a date at a place of folded English text, or one in figures: 2023-10-26. */
export function readEnglish(folded: string, at: number, how: EnglishReading): DateRead | null {
  const distance = readEnglishDistance(folded, at);
  if (distance !== null) return distance;
  if (folded.charCodeAt(at) >= 0x61) {
    return readMonthFirst(folded, at) ?? readWord(folded, at) ?? readPart(folded, at);
  }
  return readFigures(folded, at, how);
}

function readFigures(folded: string, at: number, { joined, bareYears, order }: EnglishReading): DateRead | null {
  return (
    readIso(folded, at) ??
    readSlashed(folded, at, order) ??
    readDayFirst(folded, at) ??
    readPart(folded, at) ??
    (bareYears ? readIsoMonth(folded, at) : null) ??
    readBareYear(folded, at, joined || bareYears) ??
    (joined ? readBareDay(folded, at) : null)
  );
}

const figures = (written: string | undefined): Reckoned | null =>
  written === undefined ? null : inFigures(Number(written));

function calendar(year: Reckoned | null, month: Reckoned | null, day: number | null): WrittenDate {
  return { kind: 'calendar', year, month, day, part: null };
}

/** Reads a time that lies back from the day of the text: three years ago. */
export function readEnglishDistance(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.DISTANCE, folded, at);
  if (found === null) return null;
  const [all, count = '', unit = ''] = found;
  const date = backBy(patterns.numberOf(count), patterns.unitNamed(unit));
  return date === null ? null : { date, end: at + all.length };
}

function readIso(folded: string, at: number): DateRead | null {
  const found = matchAt(ISO, folded, at);
  if (found === null) return null;
  const [all, year, , month, day] = found;
  return { date: calendar(figures(year), figures(month), Number(day)), end: at + all.length };
}

function readSlashed(folded: string, at: number, order: DateOrder | null): DateRead | null {
  const found = matchAt(SLASHED, folded, at);
  if (found === null) return null;
  const [all, first, , second, year] = found;
  const [one, two] = [Number(first), Number(second)];
  const meant = one > 12 ? 'day-first' : two > 12 ? 'month-first' : one === two ? 'day-first' : order;
  if (meant === null) return null;
  const [day, month] = meant === 'day-first' ? [one, two] : [two, one];
  return { date: calendar(figures(year), inFigures(month), day), end: at + all.length };
}

// 2023-10 may be the score of a game: only a question is read so.
function readIsoMonth(folded: string, at: number): DateRead | null {
  const found = matchAt(ISO_MONTH, folded, at);
  return found === null ? null : { date: calendar(figures(found[1]), figures(found[2]), null), end: at + 7 };
}

function readMonthFirst(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.MONTH_FIRST, folded, at);
  if (found === null) return null;
  const [all, name = '', day, year] = found;
  if (Number(day) > 31 && year === undefined) return null;
  // "Nov", "mar" alone are names and other words.
  const alone = day === undefined && year === undefined;
  const plain = isPlainMonth(name) || isBehind(patterns.BEFORE_MONTH, folded, at);
  if (alone && !plain && matchAt(patterns.TO_MONTH, folded, at + all.length) === null) return null;
  const month = inFigures(patterns.monthNamed(name));
  return { date: calendar(figures(year), month, day === undefined ? null : Number(day)), end: at + all.length };
}

const isBehind = (pattern: RegExp, folded: string, at: number): boolean =>
  pattern.test(folded.slice(Math.max(0, at - 9), at));

// A long name of a month is no other word.
const isPlainMonth = (name: string): boolean => name.length > 6 || name === 'july';

function readDayFirst(folded: string, at: number): DateRead | null {
  const alone = matchAt(patterns.DAY_ALONE, folded, at);
  if (alone !== null) return { date: calendar(null, null, Number(alone[1])), end: at + alone[0].length };
  const found = matchAt(patterns.DAY_FIRST, folded, at);
  if (found === null) return null;
  const [all, day, name = '', year] = found;
  if (Number(day) > 31 && year === undefined) return null;
  // "the 20 may": a verb.
  if (name === 'may' && year === undefined && !/^\d+[a-z]/.test(all)) {
    if (!isBehind(patterns.BEFORE_MONTH, folded, at) && folded.slice(at - 3, at) !== 'on ') return null;
  }
  return {
    date: calendar(figures(year), inFigures(patterns.monthNamed(name)), Number(day)),
    end: at + all.length,
  };
}

function readPart(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.PART_OF_YEAR, folded, at);
  if (found === null) return null;
  const [all, part = '', year] = found;
  // A half or a quarter without its year is as often one of a game.
  if (year === undefined && !/^q\d$/.test(part)) return null;
  const date: WrittenDate = {
    kind: 'calendar',
    year: figures(year),
    month: null,
    day: null,
    part: patterns.monthsOfPart(part),
  };
  return { date, end: at + all.length };
}

function readBareYear(folded: string, at: number, anywhere: boolean): DateRead | null {
  const found = matchAt(BARE_YEAR, folded, at);
  if (found === null || !(anywhere || isBehind(patterns.BEFORE_YEAR, folded, at))) return null;
  return { date: calendar(figures(found[1]), null, null), end: at + 4 };
}

function readBareDay(folded: string, at: number): DateRead | null {
  const found = matchAt(patterns.BARE_DAY, folded, at);
  const day = Number(found?.[1]);
  return found === null || day < 1 || day > 31
    ? null
    : { date: calendar(figures(found[2]), null, day), end: at + found[0].length };
}

function readWord(folded: string, at: number): DateRead | null {
  const dayWord = matchAt(patterns.DAY_WORD, folded, at)?.[0];
  if (dayWord !== undefined) {
    const shift = patterns.dayShift(dayWord);
    return { date: { kind: 'day', from: 'reference', shift }, end: at + dayWord.length };
  }
  const weekday = matchAt(patterns.WEEKDAY, folded, at)?.[0];
  if (weekday !== undefined) return { date: weekDate(null, weekday), end: at + weekday.length };
  const found = matchAt(patterns.RELATIVE, folded, at);
  return found === null ? null : { date: relativeDate(found), end: at + found[0].length };
}

function relativeDate([, which = '', name, period, weekday]: RegExpExecArray): WrittenDate {
  const toward = patterns.towardOf(which);
  if (name !== undefined) return { kind: 'named-month', month: patterns.monthNamed(name), toward };
  const shift: Reckoned = { from: 'reference', count: toward };
  if (period === 'year') return calendar(shift, null, null);
  if (period === 'month') return calendar(null, shift, null);
  if (weekday === undefined || toward === 1) return weekDate(toward, weekday);
  // "Last Friday" is the one that is nearest, but not today.
  return { ...weekDate(null, weekday), ...(toward === -1 && { past: true }) };
}

function weekDate(shift: number | null, day: string | undefined): Extract<WrittenDate, { kind: 'week' }> {
  const weekday = day === undefined ? null : patterns.weekdayNamed(day);
  return { kind: 'week', shift, first: weekday ?? 1, last: weekday ?? 7 };
}
