const DAY_MS = 86_400_000;

/** Days in a row, both included, each `YYYY-MM-DD`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** A month, 1–12, of a year. */
export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** The day `count` days after `day`, or before it where `count` is negative. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

/** How many days `to` lies after `from`. */
export const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay() || 7;

/** The month of a day, or the one `shift` months after it. */
export function monthOf(day: string, shift = 0): YearMonth {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + shift;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** `count` months from the first day of one to the last of another. */
export const monthsFrom = ({ year, month }: YearMonth, count: number): Days => ({
  first: isoDay(Date.UTC(year, month - 1, 1)),
  last: isoDay(Date.UTC(year, month - 1 + count, 0)),
});

/** A day of a month; null where the month has no such day. */
export function dayOfMonth({ year, month }: YearMonth, day: number): string | null {
  // Date.UTC rolls 31 June over into July.
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day ? isoDay(at) : null;
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * A year or a month as it is written: in figures (`calendar`), so many from that of the reference day (去年: `reference`, -1), or
 * from that of the date mentioned before (同年: `mention`, 0).
 */
export interface Reckoned {
  readonly from: 'calendar' | 'reference' | 'mention';
  readonly count: number;
}

/** What of a date is written. What is missing is found out when the date is resolved. */
export type WrittenDate =
  | {
      readonly kind: 'calendar';
      readonly year: Reckoned | null;
      readonly month: Reckoned | null;
      readonly day: number | null;
      /** The days of the month or, without a month, the months of the year that are meant: 中旬 is 11–20. May run over. */
      readonly part: readonly [first: number, last: number] | null;
    }
  /** Last June (-1), this June (0), next June (1). */
  | { readonly kind: 'named-month'; readonly month: number; readonly toward: -1 | 0 | 1 }
  /** 昨日 is the `reference` day -1; 翌日 the day that was mentioned before +1. */
  | { readonly kind: 'day'; readonly from: 'reference' | 'mention'; readonly shift: number }
  /** Days of a week, Monday is 1. Without a `shift`, 周五 is the one that is nearest; with `past`, it is not today. */
  | {
      readonly kind: 'week';
      readonly shift: number | null;
      readonly first: number;
      readonly last: number;
      readonly past?: boolean;
    };

/** The order in which whoever writes 4/2/2024 gives day and month. */
export type DateOrder = 'day-first' | 'month-first';

/** A date and where it stands in the text that was read, in UTF-16 units. */
export interface WrittenMention {
  readonly start: number;
  readonly end: number;
  readonly date: WrittenDate;
  /** The other end of a range: 10月26日至「27日」. */
  readonly to: WrittenDate | null;
  /** Whether it goes on a list that the mention before begins: 10月26日和「27日」. */
  readonly listed: boolean;
  /** Whether words beside it say that it is still to come: 將於26日. */
  readonly ahead: boolean;
}

/** What a reader of one language found at one place of a text. */
export interface DateRead {
  readonly date: WrittenDate;
  readonly end: number;
}

/** What a sticky pattern matches at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const inFigures = (count: number): Reckoned => ({ from: 'calendar', count });

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether no calendar has such a date: 13月, 2月30日, and 2023年2月29日. */
export function isImpossible(date: WrittenDate): boolean {
  if (date.kind !== 'calendar' || date.month?.from !== 'calendar') return false;
  const month = date.month.count;
  const longest = LONGEST_MONTHS[month - 1];
  if (longest === undefined) return true;
  if (date.day === null) return false;
  const leap = date.year?.from !== 'calendar' || new Date(Date.UTC(date.year.count, 1, 29)).getUTCMonth() === 1;
  return date.day < 1 || date.day > (month === 2 && !leap ? 28 : longest);
}

/** A time so many years, months, weeks or days before that of the text; null for any other unit. */
export function backBy(count: number, unit: string): WrittenDate | null {
  const back: Reckoned = { from: 'reference', count: -count };
  const calendar = { kind: 'calendar', year: null, month: null, day: null, part: null } as const;
  switch (unit) {
    case 'year':
      return { ...calendar, year: back };
    case 'month':
      return { ...calendar, month: back };
    case 'week':
      return { kind: 'week', shift: -count, first: 1, last: 7 };
    case 'day':
      return { kind: 'day', from: 'reference', shift: -count };
    default:
      return null;
  }
}

/**
 * A first or last day, from `2023`, `2023-10`, `2023-10-28`, `2023/10/28`, `2023年10月28日`, in digits of any width; null where
 * it is no date.
 */
export function dayOf(given: string, end: 'first' | 'last'): string | null {
  const match = /^(\d{4})(?:年|[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})日?)?)?$/.exec(given.normalize('NFKC').trim());
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? (end === 'first' ? 1 : 12) : Number(match[2]);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = match[3] === undefined ? (end === 'first' ? 1 : lastOfMonth) : Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > lastOfMonth) return null;
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
