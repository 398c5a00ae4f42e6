import type { FilterFault, Filters } from '../../model/filters.ts';
import type { OutletDirectory } from '../../corpus/metadata/outlets.ts';
import { foldScript } from '../../text/script.ts';
import type { AskedKind } from '../../model/question.ts';
import { dateFilter, datesAnEvent, type DateFilter } from './date-filter.ts';
import { authorFilter, tagFilter, outletFilter } from './name-filters.ts';
import { NO_FILTERS, type Facets } from './given-filters.ts';

/** The narrowing that a question's own words ask for, and the question without them. */
export interface FiltersInQuestion {
  readonly filters: Filters;
  /** The outlets that are to be set side by side: none, or two and more. */
  readonly outlets: readonly string[];
  /** Outlets that are asked for their reports, and of which the corpus has none. */
  readonly missing: readonly string[];
  /** Whether the days are those of what happened, and not only those of the reports. */
  readonly ofEvent: boolean;
  /** Where the question names those days. */
  readonly days: readonly { readonly start: number; readonly end: number }[];
  /** The question with what only narrows blanked; every offset stays. */
  readonly rest: string;
  readonly fault: FilterFault | null;
}

interface NarrowingOptions {
  readonly holdings: Facets;
  readonly directory: OutletDirectory;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The kind of answer: what happened between two days is listed in full, whichever way it is asked. */
  readonly as?: AskedKind;
}

/**
 * Reads the narrowing out of a question's words: outlets, an author, a tag, days. `subject` is the question without the words that only
 * say which kind of answer is wanted (「黃春梅寫過」哪些文章); offsets are the same.
 */
export function filtersInQuestion(text: string, subject: string, options: NarrowingOptions): FiltersInQuestion {
  const { holdings, directory } = options;
  const named = outletFilter(text, holdings.outlets, directory);
  let { rest } = named;
  const author = authorFilter(rest, holdings.authors);
  if (author !== null) rest = blanked(rest, author);
  const tag = tagFilter(rest, holdings.tags);
  if (tag !== null) rest = blanked(rest, tag);
  // In a corpus without a single day nothing can be narrowed by days.
  const dates = holdings.newest === null ? null : daysIn(rest, holdings.newest, options);
  // What was typed as an option is no part of what is looked for; any other day may well stand in the reports.
  const isTyped = (dates?.parts ?? []).some(({ start, end }) => TYPED.test(rest.slice(start, end)));
  if (isTyped) for (const part of dates?.parts ?? []) rest = blanked(rest, part);
  const [only = null] = named.outlets;
  return {
    filters: {
      ...NO_FILTERS,
      outlet: named.outlets.length === 1 ? only : null,
      since: dates?.span?.since ?? null,
      until: dates?.span?.until ?? null,
      ...(author !== null && { author: author.name }),
      ...(tag !== null && { tag: tag.name }),
    },
    outlets: named.outlets.length > 1 ? named.outlets : [],
    missing: named.missing,
    ofEvent: dates?.of === 'event',
    days: dates?.span == null || isTyped ? [] : dates.parts,
    rest: inBoth(rest, subject),
    fault: dates?.fault ?? null,
  };
}

// Days that only date what is asked about are words like any other.
function daysIn(text: string, newest: string, { today, holdings, as = 'answer' }: NarrowingOptions): DateFilter {
  const dates = dateFilter(text, today, holdings);
  return as === 'answer' && datesAnEvent(foldScript(text), dates, newest)
    ? { span: null, parts: [], of: dates.of, fault: dates.fault }
    : dates;
}

// What neither of two versions of one text has blanked.
const inBoth = (one: string, other: string): string =>
  Array.from({ length: one.length }, (_, i) => (other[i] === ' ' ? ' ' : one.charAt(i))).join('');

const TYPED = /^\s*(?:since|until)\s*[:：]/iu;

const blanked = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
