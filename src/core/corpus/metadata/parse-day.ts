import { ERAS } from '../../dates/zh/patterns.ts';
import { anyOf, langTable } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';

const MONTHS = langTable('en/months');

/** Whether an archive writes 4/2/2024 for 4 February or for 2 April. */
export type DayOrder = 'day-first' | 'month-first';

const NUMERIC = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T\s])/u,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:$|\s)/u,
  /^(\d{4})(\d{2})(\d{2})(?:$|(?=\d{6}$))/u,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]/u,
] as const;
const OF_ERA = new RegExp(
  String.raw`^(${anyOf(ERAS.keys())})\s*(\d{1,3})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})`,
  'u',
);
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:$|[\s,T])/u;
const DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3})[a-z]*\.?,?[\s-](\d{4})(?:$|\s|,)/iu;
const MONTH_FIRST = /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:$|\s|,)/iu;

/**
 * The day that a date names, `YYYY-MM-DD`, as it is written: a time of day or a zone never moves it. Knows ISO 8601 days and
 * timestamps, `2021/2/6`, `20210206`, RFC 2822, English dates, 2021年2月6日, 民國110年2月6日, seconds and milliseconds since 1970
 * (in UTC), and figures with slashes between them where one of them can be no month, or where `order` tells them apart. Null for anything
 * else and for impossible days.
 */
export function parseDay(written: string, order: DayOrder | null = null): string | null {
  const text = written.normalize('NFKC').trim();
  for (const shape of NUMERIC) {
    const [, year, month, date] = shape.exec(text) ?? [];
    if (year !== undefined) return day(Number(year), Number(month), Number(date));
  }
  const [, era, year, month, date] = OF_ERA.exec(foldScript(text)) ?? [];
  if (era !== undefined) return day(Number(ERAS.get(era)) + Number(year), Number(month), Number(date));
  return slashedDay(text, order) ?? spelledDay(text) ?? epochDay(text);
}

function slashedDay(text: string, order: DayOrder | null): string | null {
  const [, first, second, year] = SLASHED.exec(text) ?? [];
  if (first === undefined) return null;
  const own = order ?? orderOf(text);
  if (own === null) return first === second ? day(Number(year), Number(first), Number(second)) : null;
  const [date, month] = own === 'day-first' ? [first, second] : [second, first];
  return day(Number(year), Number(month), Number(date));
}

/** Which order a date of figures shows: by a figure that can be no month, or by a clock of twelve hours, which only the one goes with. */
export function orderOf(written: string): DayOrder | null {
  const [, first, second] = SLASHED.exec(written.normalize('NFKC').trim()) ?? [];
  if (first === undefined) return null;
  if (Number(first) > 12) return 'day-first';
  if (Number(second) > 12 || /\d\s*[ap]\.?m\b/iu.test(written)) return 'month-first';
  return null;
}

/** True for a date of figures that has two readings. */
export const isTwoWay = (written: string): boolean =>
  SLASHED.test(written.normalize('NFKC').trim()) &&
  parseDay(written) === null &&
  parseDay(written, 'day-first') !== null;

function spelledDay(text: string): string | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return day(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return day(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

// Ten figures are seconds since 1970 from 2001 on, thirteen milliseconds.
function epochDay(text: string): string | null {
  if (!/^(?:\d{10}|\d{13})(?:\.\d+)?$/u.test(text)) return null;
  const seconds = Number(text) / (/^\d{13}/u.test(text) ? 1000 : 1);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

const monthOf = (name: string): number => Number(MONTHS.get(name.toLowerCase()) ?? 0);

function day(year: number, month: number, date: number): string | null {
  // Date.UTC rolls 31 February over into March: such a day is not one. Years before the first newspaper are typing errors.
  const at = new Date(Date.UTC(year, month - 1, date));
  if (year < 1600 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
