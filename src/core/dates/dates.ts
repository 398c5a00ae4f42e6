import { foldScript } from '../text/script.ts';
import {
  type DateOrder,
  type Days,
  type Reckoned,
  type WrittenDate,
  type WrittenMention,
  type YearMonth,
  dayAfter,
  dayOfMonth,
  daysFrom,
  inFigures,
  monthOf,
  monthsFrom,
  weekdayOf,
} from './calendar.ts';
import { scanDates } from './scan.ts';

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

/** What a written date names: one day, a whole month or year, or days that are neither. */
export interface ResolvedDate extends Days {
  readonly precision: 'day' | 'month' | 'year' | 'span';
}

/** Where a date that is incomplete is to be looked for. */
export interface Reference {
  /** The day that 昨日, 去年, "last June" are reckoned from; null where none is known. */
  readonly day: string | null;
  /** The year of a month, or of a day of a month, that is written without one. */
  yearOf(given: { readonly month: number; readonly day: number | null; readonly ahead: boolean }): number | null;
  /** The month of a day that is written without one. */
  monthOfDay(day: number, ahead: boolean): YearMonth | null;
}

type CalendarDate = Extract<WrittenDate, { kind: 'calendar' }>;

interface Context {
  readonly reference: Reference;
  /** The first day of the mention before, which 同日, 翌日 and 同年 are reckoned from. */
  readonly before: string | null;
  readonly ahead: boolean;
}

/** A mention resolved, or null where it cannot be; a range that runs backwards keeps both ends as they are. */
export interface ResolvedMention {
  readonly mention: WrittenMention;
  readonly resolved: ResolvedDate | null;
}

/**
 * Resolves the mentions of one text in their order. Days in a list that follow each other (26、27日) become one span; a range is
 * one. The year or the month that one end leaves out is that of the other.
 */
export function resolveDates(mentions: readonly WrittenMention[], reference: Reference): ResolvedMention[] {
  const found: ResolvedMention[] = [];
  let before: string | null = null;
  for (const mention of mentions) {
    const last = found.at(-1);
    const context = { reference, before, ahead: mention.ahead };
    const date = mention.listed ? like(mention.date, last?.resolved ?? null) : mention.date;
    const resolved = resolveRange({ date, to: mention.to }, context);
    if (resolved !== null) before = resolved.first;
    if (last !== undefined && mention.listed && isNext(last.resolved, resolved)) {
      found[found.length - 1] = {
        mention: { ...last.mention, end: mention.end },
        resolved: { first: last.resolved?.first ?? '', last: resolved?.last ?? '', precision: 'span' },
      };
    } else {
      found.push({ mention, resolved });
    }
  }
  return found;
}

function isNext(last: ResolvedDate | null, resolved: ResolvedDate | null): boolean {
  if (last === null || resolved === null || resolved.precision === 'span') return false;
  if (last.precision !== resolved.precision && last.precision !== 'span') return false;
  return dayAfter(last.last, 1) === resolved.first;
}

// In 10月26日和29日, 10月26日至11月2日 the second leaves out what it has in common with the first.
function like(date: WrittenDate, first: Days | null): WrittenDate {
  if (first === null || date.kind !== 'calendar') return date;
  const { year, month } = monthOf(first.first);
  if (date.month === null)
    return date.day === null ? date : { ...date, year: inFigures(year), month: inFigures(month) };
  if (date.year !== null || date.month.from !== 'calendar') return date;
  // 12月26日至1月3日 runs over into the next year.
  return { ...date, year: inFigures(date.month.count < month ? year + 1 : year) };
}

// "June to October 2023", 26-27 October: the first leaves out what stands with the second.
function completed(date: WrittenDate, to: WrittenDate): WrittenDate {
  if (date.kind !== 'calendar' || to.kind !== 'calendar' || date.year !== null) return date;
  const month = date.month ?? (date.day === null ? null : to.month);
  if (to.year === null) return { ...date, month };
  return { ...date, month, year: to.year };
}

function resolveRange(
  { date, to }: { date: WrittenDate; to: WrittenDate | null },
  context: Context,
): ResolvedDate | null {
  if (to === null) return resolve(date, context);
  const first = resolve(completed(date, to), context);
  if (first === null) return null;
  const last = resolve(like(to, first), { ...context, before: first.first });
  if (last === null) return null;
  const whole = { first: first.first, last: last.last, precision: 'span' as const };
  // "December to January 2024" began the year before.
  if (
    whole.first > whole.last &&
    date.kind === 'calendar' &&
    date.year === null &&
    to.kind === 'calendar' &&
    to.year !== null
  ) {
    return { ...whole, first: `${Number(whole.first.slice(0, 4)) - 1}${whole.first.slice(4)}` };
  }
  return whole;
}

function resolve(date: WrittenDate, context: Context): ResolvedDate | null {
  const from = context.reference.day;
  switch (date.kind) {
    case 'calendar':
      return resolveCalendar(date, context);
    case 'named-month': {
      if (from === null) return null;
      const { year, month } = monthOf(from);
      const past = date.toward < 0 && date.month >= month ? -1 : 0;
      const ahead = date.toward > 0 && date.month <= month ? 1 : 0;
      return { ...monthsFrom({ year: year + past + ahead, month: date.month }, 1), precision: 'month' };
    }
    case 'day': {
      // 當日 with nothing before it is the day of the report.
      const day = date.from === 'reference' ? from : (context.before ?? (date.shift === 0 ? from : null));
      return day === null ? null : oneDay(dayAfter(day, date.shift));
    }
    case 'week':
      return from === null ? null : resolveWeek(date, { from, ahead: context.ahead });
  }
}

const oneDay = (day: string): ResolvedDate => ({ first: day, last: day, precision: 'day' });

function resolveWeek(
  { shift, first, last, past = false }: Extract<WrittenDate, { kind: 'week' }>,
  { from, ahead }: { from: string; ahead: boolean },
): ResolvedDate {
  const today = weekdayOf(from);
  const back = (today - first + 7) % 7;
  if (shift === null) return oneDay(dayAfter(from, ahead ? (first - today + 7) % 7 : -(past && back === 0 ? 7 : back)));
  const monday = dayAfter(from, 1 - today + 7 * shift);
  if (first === last) return oneDay(dayAfter(monday, first - 1));
  return { first: dayAfter(monday, first - 1), last: dayAfter(monday, last - 1), precision: 'span' };
}

function resolveCalendar(date: CalendarDate, context: Context): ResolvedDate | null {
  const at = monthMeant(date, context);
  if (at === null || at.year < 1000 || at.year >= 2200 || at.month < 1 || at.month > 12) return null;
  if (date.day !== null) {
    const day = dayOfMonth(at, date.day);
    return day === null ? null : oneDay(day);
  }
  if (date.month === null) {
    if (date.part === null) return { ...monthsFrom({ year: at.year, month: 1 }, 12), precision: 'year' };
    const [first, last] = date.part;
    return { ...monthsFrom({ year: at.year, month: first }, last - first + 1), precision: 'span' };
  }
  const month = monthsFrom(at, 1);
  if (date.part === null) return { ...month, precision: 'month' };
  const [first, last] = date.part;
  return {
    first: dayAfter(month.first, first - 1),
    last: last >= 31 ? month.last : dayAfter(month.first, last - 1),
    precision: 'span',
  };
}

// A date of a year alone is given that year's January.
function monthMeant({ year, month, day, part }: CalendarDate, context: Context): YearMonth | null {
  const { reference, ahead } = context;
  if (month === null && year === null && part !== null) {
    const of = reference.yearOf({ month: part[0], day: null, ahead });
    return of === null ? null : { year: of, month: 1 };
  }
  if (month === null && year === null) return day === null ? null : reference.monthOfDay(day, ahead);
  if (month !== null && month.from !== 'calendar') {
    const from = month.from === 'reference' ? reference.day : context.before;
    if (from === null) return null;
    const meant = monthOf(from, month.count);
    const of = year === null ? meant.year : yearMeant(year, context);
    return of === null ? null : { year: of, month: meant.month };
  }
  const count = month?.count ?? 1;
  const of = year === null ? reference.yearOf({ month: count, day, ahead }) : yearMeant(year, context);
  return of === null ? null : { year: of, month: count };
}

function yearMeant(year: Reckoned, { reference, before }: Context): number | null {
  if (year.from === 'calendar') return year.count;
  const from = year.from === 'reference' ? reference.day : before;
  return from === null ? null : Number(from.slice(0, 4)) + year.count;
}
