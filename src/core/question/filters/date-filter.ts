import { asksForReports, isInName, edgesOf, type Edges } from '../../dates/around.ts';
import {
  dayAfter,
  dayOfMonth,
  monthOf,
  daysFrom,
  dayOf,
  type DateOrder,
  type WrittenMention,
  type WrittenDate,
} from '../../dates/calendar.ts';
import { resolveDates, type Reference, type ResolvedDate } from '../../dates/dates.ts';
import { isDistance, isImpossibleMention, isToCome, scanDates } from '../../dates/scan.ts';
import { foldScript } from '../../text/script.ts';
import type { Facets } from './given-filters.ts';
import type { Span } from '../../model/span.ts';
import { ORDINAL_ENDING } from '../../text/english-numbers.ts';
import { anyEnglishWord, anyOf, formsOf, langPairs, langTable, langWords } from '../../text/lang-data.ts';
import { numeralsFrom } from '../../text/numbers.ts';

/** The first and the last day that are asked for, both included; null where that end is open. */
interface SpanAsked {
  readonly since: string | null;
  readonly until: string | null;
}

type DateFault =
  | { readonly code: 'bad-date'; readonly given: string }
  | { readonly code: 'dates-reversed'; readonly since: string; readonly until: string };

/** The days that a question is about. */
export interface DateFilter {
  /** Null where it names none, names several that make up no range, or where there is a fault. */
  readonly span: SpanAsked | null;
  /** What was read as dates, with the words that belong to them (自…以來, "since"); none where there is neither span nor fault. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
  /** Whether the days are those of reports (報道, "articles", `since:`) or of what happened. */
  readonly of: 'publication' | 'event';
  readonly fault: DateFault | null;
}

interface SpanFound extends SpanAsked {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the days out of a question in either script or English. `today` (`YYYY-MM-DD`) is what 上個月 and "last June" are reckoned
 * from; a date without a year is the latest one that is not after the newest day of the corpus (`today` where there is none); 4/2/2024
 * is the day of the two on which something was published, and none where that is both or neither.
 * 「6月之前」 and "before" end on the day before, 「6月之後」 and "after" begin on the day after; 起, 以來, "since", "until", "by" count
 * the days that they name.
 */
export function dateFilter(text: string, today: string, facets: Pick<Facets, 'newest' | 'days'> | null): DateFilter {
  const folded = foldScript(text);
  const newest = facets?.newest ?? null;
  const typed = typedDates(folded);
  const bad = typed.find(({ since, until }) => since === null && until === null);
  if (bad !== undefined) return faulty(badDate(text, bad), [bad]);
  if (typed.length > 0) return together(typed, 'publication');

  const mentions = mentionsIn(folded, orderIn(folded, facets?.days ?? []));
  // Most questions name no day.
  if (mentions.length === 0) return together([], 'event');
  const found: SpanFound[] = [];
  for (const { mention, resolved } of resolveDates(mentions, recent(today, newest ?? today))) {
    if (isImpossibleMention(mention) || (resolved === null && isWhole(mention))) {
      return faulty(badDate(text, mention), [mention]);
    }
    // 「下個月」, asked of reports that end before it, is told from a day of theirs.
    if (resolved !== null && !(isToCome(mention.date) && resolved.first > (newest ?? today)))
      found.push(spanOf(resolved, edgesOf(folded, mention)));
  }
  return together(found, found.length > 0 && asksForReports(folded, found) ? 'publication' : 'event');
}

const TYPED = /(?<![a-z])(since|until)(?: ?: ?([^\s,;)?!。、]+)| (\d{4}(?:[-/.]\d{1,2}){1,2})(?![\d/.-]*\d))/g;

// since:2023-06 until:2023-10; neither end is set where it is no date.
const typedDates = (folded: string): SpanFound[] =>
  [...folded.matchAll(TYPED)].map(({ 0: all, 1: edge, 2: given = '', 3: spaced, index: start }) => {
    const day = dayOf(spaced ?? given, edge === 'since' ? 'first' : 'last');
    return {
      since: edge === 'since' ? day : null,
      until: edge === 'until' ? day : null,
      start,
      end: start + all.length,
    };
  });

// A question in Chinese writes 年 behind a year.
const CJK = /[\u3400-\u9fff]/;
const NUMBERED_THINGS = new RegExp(`^ (?:[a-z]+s|${anyOf(formsOf(langPairs('en/counted-things'), 'year'))})(?![a-z])`);
const NEWS = new RegExp(`${anyOf(langWords('zh/todays-news'))}|${anyEnglishWord(langWords('en/todays-news'))}`);
const BARE_MONTH = new RegExp(`^[${numeralsFrom(1, 10)}]+月$`);
const BEHIND_MONTH = new RegExp(String.raw`^(?:$|[^\u3400-\u9fff]|${anyOf(langWords('zh/behind-month'))})`);
const BEFORE_YEAR = new RegExp(`(?:^|[^a-z])(?:the|${anyOf(langTable('en/date-prepositions').keys())})[ -]$`);

const IN_FIGURES = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;

// The order in which a date in figures is a day of the archive.
function orderIn(folded: string, days: readonly string[]): DateOrder | null {
  const [, one = '', other = '', year = ''] = IN_FIGURES.exec(folded) ?? [];
  if (year === '') return null;
  const has = (month: string, day: string): boolean =>
    days.includes(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (has(one, other) === has(other, one)) return null;
  return has(one, other) ? 'month-first' : 'day-first';
}

function mentionsIn(folded: string, order: DateOrder | null): WrittenMention[] {
  return scanDates(folded, { bareYears: !CJK.test(folded), order }).filter(({ start, end, date }) => {
    if (isInName(folded, { start, end })) return false;
    // Of an archive 今日 is asked as nowadays, unless it is today's news; 星期日版 and "Monday Night" are names.
    const isToday = date.kind === 'day' && date.from === 'reference' && date.shift === 0;
    if (isToday && !NEWS.test(folded)) return false;
    if (date.kind === 'week' && date.shift === null) return false;
    // 「三年前」 and "five years ago" are told from the day of a report, or roughly.
    if (isDistance(folded.slice(start, end))) return false;
    // 五月艾 is a plant.
    if (BARE_MONTH.test(folded.slice(start, end)) && !BEHIND_MONTH.test(folded.slice(end, end + 1))) return false;
    const isNumber = /^\d{4}$/.test(folded.slice(start, end)) && NUMBERED_THINGS.test(folded.slice(end, end + 24));
    return !isNumber || BEFORE_YEAR.test(folded.slice(Math.max(0, start - 8), start));
  });
}

// The latest that is not after `newest`; 29 February is at most eight years away.
function recent(today: string, newest: string): Reference {
  return {
    day: today,
    yearOf({ month, day }) {
      const { year } = monthOf(newest);
      for (let back = 0; back <= 8; back++) {
        const at = dayOfMonth({ year: year - back, month }, day ?? 1);
        if (at !== null && at <= newest) return year - back;
      }
      return null;
    },
    monthOfDay(day) {
      for (let back = 0; back <= 2; back++) {
        const month = monthOf(newest, -back);
        const at = dayOfMonth(month, day);
        if (at !== null && at <= newest) return month;
      }
      return null;
    },
  };
}

// 今年2月29日 and 2月28日和「30日」 are written out, and there is no such day.
const isWhole = ({ date, to, listed }: WrittenMention): boolean =>
  to === null &&
  date.kind === 'calendar' &&
  date.day !== null &&
  (listed || (date.year?.from === 'reference' && date.month !== null));

function spanOf({ first, last }: ResolvedDate, { start, end, edge }: Edges): SpanFound {
  switch (edge) {
    case 'since':
      return { since: first, until: null, start, end };
    case 'after':
      return { since: dayAfter(last, 1), until: null, start, end };
    case 'until':
      return { since: null, until: last, start, end };
    case 'before':
      return { since: null, until: dayAfter(first, -1), start, end };
    case 'within':
      return { since: first, until: last, start, end };
  }
}

// One span, or two of which one opens and the other closes it; what else two dates mean is not guessed.
function together(found: readonly SpanFound[], of: DateFilter['of']): DateFilter {
  const nothing: DateFilter = { span: null, parts: [], of, fault: null };
  const [first, second] = found;
  if (first === undefined || found.length > 2) return nothing;
  const opens = found.filter(({ since }) => since !== null);
  const closes = found.filter(({ until }) => until !== null);
  if (second !== undefined && (opens.length !== 1 || closes.length !== 1)) return nothing;
  const since = opens[0]?.since ?? null;
  const until = closes[0]?.until ?? null;
  if (since !== null && until !== null && since > until) return faulty({ code: 'dates-reversed', since, until }, found);
  return { span: { since, until }, parts: found.map(({ start, end }) => ({ start, end })), of, fault: null };
}

const badDate = (text: string, { start, end }: { start: number; end: number }): DateFault => ({
  code: 'bad-date',
  given: text.slice(start, end).replace(/^(?:since|until)\s*[:：]?\s*/iu, ''),
});

const faulty = (fault: DateFault, at: readonly { start: number; end: number }[]): DateFilter => ({
  span: null,
  parts: at.map(({ start, end }) => ({ start, end })),
  of: 'event',
  fault,
});

// In UTF-16 units: as long as a clause before 時 may be.
const LONGEST_CLAUSE = 14;
const CLAUSE_END = new RegExp(
  `^[^,，。?？!！;；${langWords('zh/asking-characters').join('')}]{1,${LONGEST_CLAUSE}}` +
    `(?:${anyOf(langWords('zh/event-clause-ends'))})(?!${anyOf(langWords('zh/no-clause-end-behind'))})`,
  'u',
);
// An archive whose newest report is so many days older than what is asked for has closed: 今年 is not the asker's year.
const LONG_CLOSED = 366;
const PREPOSITION = new RegExp(`(?:^|[^a-z])(?:${anyOf(langWords('en/event-day-prepositions'))}) $`, 'u');
const NO_NOUN = ['en/no-noun-behind-day', 'en/asking-auxiliaries', 'en/event-day-prepositions', 'en/joining'].flatMap(
  langWords,
);
const NOUN_BEHIND = new RegExp(`^${ORDINAL_ENDING}? (?!(?:${anyOf(NO_NOUN)}) )[a-z]`, 'u');

/**
 * Whether the days of a folded question only date something that happened, so that they are words like any other and no filter: a
 * day of a clause with 時, a day told from another, a day in a name ("the June 4 vigil"), days told from the
 * reader's own long after all that was published (`newest`, `YYYY-MM-DD`), or one end alone of what happened.
 */
export function datesAnEvent(folded: string, { span, parts, of }: DateFilter, newest: string): boolean {
  if (of === 'publication' || span === null) return false;
  if (parts.some((part) => isOfClause(folded, part) || isInEnglishName(folded, part))) return true;
  const written = scanDates(folded).filter((one) => parts.some((part) => one.start < part.end && one.end > part.start));
  if (written.some(({ date }) => isToldFrom(date, 'mention'))) return true;
  const isRelative = written.some(({ date }) => date.kind !== 'day' && isToldFrom(date, 'reference'));
  if (isRelative && span.since !== null && daysFrom(newest, span.since) > LONG_CLOSED) return true;
  const hasYear = written.some(({ date }) => date.kind === 'calendar' && date.year !== null);
  return (span.since === null || span.until === null) && !hasYear;
}

const isOfClause = (folded: string, { end }: Span): boolean => CLAUSE_END.test(folded.slice(end));

const isInEnglishName = (folded: string, { start, end }: Span): boolean =>
  /[a-z]/.test(folded.slice(start, end)) &&
  NOUN_BEHIND.test(folded.slice(end)) &&
  !PREPOSITION.test(folded.slice(0, start));

function isToldFrom(date: WrittenDate, from: 'mention' | 'reference'): boolean {
  switch (date.kind) {
    case 'calendar':
      return date.year?.from === from || date.month?.from === from;
    case 'day':
      return date.from === from;
    case 'week':
      return from === 'reference';
    case 'named-month':
      return from === 'reference';
  }
}
