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
