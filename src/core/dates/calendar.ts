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
