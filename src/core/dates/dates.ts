import { dayAfter, dayOfMonth, daysFrom, monthOf, type YearMonth, type DateOrder } from './calendar.ts';
import { resolveDates, type Reference, type ResolvedDate, type ResolvedMention } from './resolve.ts';
import { scanDates } from './scan.ts';
import { foldScript } from '../text/script.ts';

/** A day, month, year or span that a text mentions, resolved; offsets are UTF-16 units of the text. */
export interface DateInText extends ResolvedDate {
  readonly start: number;
  readonly end: number;
}

interface Reading {
  /** What 4/2/2024 means in the archive; where null, it is not read unless only one order makes a date of it. */
  readonly order?: DateOrder | null;
}

/**
 * The dates that a text in either script or in English mentions, in order, not overlapping; `published` is the day
 * (`YYYY-MM-DD`) that 昨日, 26日, 去年 are reckoned from. What cannot be resolved, durations, recurring days, titles in 《》 and
 * days that no calendar has are left out.
 */
export function datesIn(text: string, published: string | null, { order = null }: Reading = {}): readonly DateInText[] {
  const mentions = scanDates(foldScript(text), { order });
  if (mentions.length === 0) return [];
  const dates: DateInText[] = [];
  const found = resolveDates(mentions, publication(published));
  for (const [i, { mention, resolved }] of found.entries()) {
    if (resolved === null || resolved.first > resolved.last) continue;
    const before = found[i - 1];
    if (before !== undefined && isDoubtful({ mention, resolved }, before, published)) {
      if (!/[。！？!?\n]/.test(text.slice(before.mention.end, mention.start))) continue;
    }
    const { first, last, precision } = resolved;
    dates.push({ start: mention.start, end: mention.end, first, last, precision });
  }
  return dates;
}

/**
 * In one sentence 1945年8月15日…21日, 2021年3月…6月 may go on in the time of the first, or have come back to that of the report:
 * whether the second may be either.
 */
function isDoubtful(
  { mention, resolved }: ResolvedMention,
  before: ResolvedMention,
  published: string | null,
): boolean {
  const { date } = mention;
  const first = before.mention.date;
  if (published === null || resolved === null || before.resolved === null || mention.listed) return false;
  if (date.kind !== 'calendar' || first.kind !== 'calendar' || date.year !== null) return false;
  const isLongAgo = (day: string): boolean => Math.abs(daysFrom(day, published)) > SOON_DAYS;
  if (date.month === null) return first.month !== null && first.day !== null && isLongAgo(before.resolved.first);
  if (date.month.from !== 'calendar' || first.year === null) return false;
  return before.resolved.first.slice(0, 4) !== resolved.first.slice(0, 4) && isLongAgo(resolved.first);
}

// A report of January names days of March as those to come only if it says so; one of 20 December means 5 January as it stands.
const SOON_DAYS = 45;
// A report names the day after tomorrow by its number alone; 28日 in a report of the 3rd is that of the month before.
const SOON_DAYS_OF_MONTH = 10;

/**
 * What is incomplete lies in the past, unless words beside it say that it is to come or it is only a short while ahead
 * ({@link SOON_DAYS}, for a day alone {@link SOON_DAYS_OF_MONTH}).
 */
function publication(published: string | null): Reference {
  if (published === null) return { day: null, yearOf: () => null, monthOfDay: () => null };
  const now = monthOf(published);
  return {
    day: published,
    yearOf({ month, day, ahead }) {
      if (day === null && month === now.month) return now.year;
      const years = [now.year - 1, now.year, now.year + 1].filter(
        (year) => dayOfMonth({ year, month }, day ?? 1) !== null,
      );
      const distance = (year: number): number =>
        daysFrom(published, dayOfMonth({ year, month }, day ?? 1) ?? published);
      const next = years.find((year) => distance(year) > 0);
      if (next !== undefined && (ahead || distance(next) <= SOON_DAYS) && !years.some((year) => distance(year) === 0)) {
        return next;
      }
      return years.findLast((year) => distance(year) <= 0) ?? null;
    },
    monthOfDay: (day, ahead) => monthOfDay(published, { day, ahead }),
  };
}

function monthOfDay(published: string, { day, ahead }: { day: number; ahead: boolean }): YearMonth | null {
  const today = Number(published.slice(8, 10));
  if (ahead && day < today) return monthOf(published, 1);
  const soon = dayAfter(published, SOON_DAYS_OF_MONTH);
  const inThisMonth = dayOfMonth(monthOf(published), day);
  if (inThisMonth === null || (!ahead && inThisMonth > soon)) return monthOf(published, -1);
  return monthOf(published);
}
