import { daysFrom } from '../../dates/calendar.ts';
import { scanDates } from '../../dates/scan.ts';
import type { WrittenDate } from '../../dates/written.ts';
import type { Span } from '../../model/span.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import type { DateFilter } from './date-filter.ts';

// In UTF-16 units: as long as a clause before 時 may be.
const LONGEST_CLAUSE = 14;
const CLAUSE_END = new RegExp(
  `^[^,，。?？!！;；什谁哪何几多]{1,${LONGEST_CLAUSE}}(?:${anyOf(langWords('zh/event-clause-ends'))})(?![间代事政期常刻局])`,
  'u',
);
// An archive whose newest report is so many days older than what is asked for has closed: 今年 is not the asker's year.
const LONG_CLOSED = 366;
const PREPOSITION = new RegExp(`(?:^|[^a-z])(?:${anyOf(langWords('en/event-day-prepositions'))}) $`, 'u');
const NOUN_BEHIND = /^(?:st|nd|rd|th)? (?!of |at |in |on |and |to |or |did |was |were |is |has |have )[a-z]/u;

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
