import { LRUCache } from 'lru-cache';
import type { Filters, FilterFault } from '../../model/filters.ts';
import type { Article } from '../../model/article.ts';
import type { Passage } from '../../index/passages.ts';
import type { PassageFilter } from '../../index/passage-index.ts';
import type { Days } from '../../dates/calendar.ts';
import { daysNamed } from '../../dates/named-days.ts';
import { isPublished, isUnfiltered, NO_FILTERS, withinFilters, type Facets } from './given-filters.ts';
import type { OutletDirectory } from '../../corpus/metadata/outlets.ts';
import { foldScript } from '../../text/script.ts';
import type { AskedKind } from '../../model/question.ts';
import { dateFilter, datesAnEvent, type DateFilter } from './date-filter.ts';
import { authorFilter, tagFilter, outletFilter } from './name-filters.ts';

/** Which articles a question is asked of. */
export interface AppliedFilters {
  readonly filters: Filters;
  /** The outlets that are set side by side: none, or two and more. */
  readonly outlets: readonly string[];
  /** Whether the days of `filters` are those of what happened: a report of it may be of another day. */
  readonly ofEvent: boolean;
  /** Other services of the outlet's house, asked where its own reports do not answer. */
  readonly sisters: readonly string[];
}

export const EVERYWHERE: AppliedFilters = { filters: NO_FILTERS, outlets: [], ofEvent: false, sisters: [] };

/** Filters within others: what the inner ones do not say is as the outer ones have it. */
export function mergeFilters(outer: AppliedFilters, inner: AppliedFilters): AppliedFilters {
  const { since, until } = inner.filters;
  const hasDays = since !== null || until !== null;
  const days = hasDays ? { since, until } : { since: outer.filters.since, until: outer.filters.until };
  const outlets = inner.outlets.length > 0 || inner.filters.outlet !== null ? inner.outlets : outer.outlets;
  const outlet = inner.filters.outlet ?? (inner.outlets.length > 0 ? null : outer.filters.outlet);
  return {
    filters: { ...outer.filters, ...inner.filters, outlet, ...days },
    outlets,
    ofEvent: hasDays ? inner.ofEvent : outer.ofEvent,
    sisters: inner.filters.outlet === null ? outer.sisters : inner.sisters,
  };
}

/** A test for passages within filters; null where all pass. Tests each article once. */
export function passageFilter({ filters, outlets, ofEvent }: AppliedFilters): PassageFilter | null {
  if (isUnfiltered(filters) && outlets.length === 0) return null;
  const { since, until } = filters;
  const within = withinFilters(ofEvent ? { ...filters, since: null, until: null } : filters);
  const isOfOutlets = ({ outlet }: Article): boolean =>
    outlets.length === 0 || (outlet !== null && outlets.includes(outlet));
  const byRow = ({ article }: Pick<Passage, 'article'>): boolean => within(article) && isOfOutlets(article);
  if (!ofEvent || (since === null && until === null)) return byRow;
  const tested = new Map<Article, boolean>();
  const passes: PassageFilter = ({ article }) => {
    let passed = tested.get(article);
    if (passed === undefined)
      tested.set(
        article,
        (passed = byRow({ article }) && (isPublished(article, filters) || tellsOf(article, since, until))),
      );
    return passed;
  };
  return Object.assign(passes, { withoutTexts: byRow });
}

/** The same filters without their days. */
export const ofAnyDay = ({ filters, outlets, sisters }: AppliedFilters): AppliedFilters => ({
  filters: { ...filters, since: null, until: null },
  outlets,
  sisters,
  ofEvent: false,
});

/** The same filters with the service of the outlet's house in another language instead; null where the corpus has none. */
export function ofSister({ filters, sisters, ...others }: AppliedFilters): AppliedFilters | null {
  const [sister] = sisters;
  return sister === undefined ? null : { ...others, filters: { ...filters, outlet: sister }, sisters: [] };
}

// What happens is announced a while before, or long before by its year, and told again for years; in days. It spares reading a whole
// archive.
const BEFORE = 60;
const BEHIND = 1_100;
const DAY = 86_400_000;

// Whether an article names a day of a span, which has both ends: what happened since some day is told by reports since then.
function tellsOf(article: Article, since: string | null, until: string | null): boolean {
  if (since === null || until === null) return false;
  const published = article.date === null ? null : Date.parse(article.date);
  if (published !== null && published > Date.parse(until) + BEHIND * DAY) return false;
  const isEarly = published !== null && published < Date.parse(since) - BEFORE * DAY;
  const namesYear = (): boolean => !isEarly || article.text.includes(since.slice(0, 4));
  // Where they are known, the text is not read for them: that takes forty times as long.
  const known = daysKept.get(article) ?? article.days?.() ?? null;
  if (known === null)
    return namesYear() && someWithin(kept(article, daysNamed(article.text, article.date)), since, until);
  return someWithin(kept(article, known), since, until) && namesYear();
}

// Of the articles that were read last, so many days are remembered: a question about days comes to thousands of articles.
const DAYS_KEPT = 40_000;
const daysKept = new LRUCache<Article, readonly Days[]>({
  maxSize: DAYS_KEPT,
  sizeCalculation: ({ length }) => length + 1,
});

function kept(article: Article, days: readonly Days[]): readonly Days[] {
  daysKept.set(article, days);
  return days;
}

/**
 * Whether a text that was published on a day names a day, month or year that lies, at least in part, in a span of days, and is no
 * longer than that: who asks for a day is not told by a year.
 */
export const namesDay = (
  text: string,
  published: string | null,
  { since, until }: { readonly since: string; readonly until: string },
): boolean => someWithin(daysNamed(text, published), since, until);

function someWithin(days: readonly Days[], since: string, until: string): boolean {
  const asked = Date.parse(until) - Date.parse(since);
  return days.some(
    ({ first, last }) => first <= until && last >= since && Date.parse(last) - Date.parse(first) <= asked + 7 * DAY,
  );
}

/** The filters that a question's own words ask for, and the question without them. */
export interface FiltersInQuestion {
  readonly filters: Filters;
  /** The outlets that are to be set side by side: none, or two and more. */
  readonly outlets: readonly string[];
  /** Outlets that are asked for their reports, and of which the corpus has none. */
  readonly missing: readonly string[];
  readonly sisters: readonly string[];
  /** Whether the days are those of what happened, and not only those of the reports. */
  readonly ofEvent: boolean;
  /** Where the question names those days. */
  readonly days: readonly { readonly start: number; readonly end: number }[];
  /** The question with what only narrows blanked; every offset stays. */
  readonly rest: string;
  readonly fault: FilterFault | null;
}

interface FilterOptions {
  readonly facets: Facets;
  readonly directory: OutletDirectory;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The kind of answer: what happened between two days is listed in full, whichever way it is asked. */
  readonly as?: AskedKind;
}

/**
 * Reads the filters out of a question's words: outlets, an author, a tag, days. `subject` is the question without the words that only
 * say which kind of answer is wanted (「黃春梅寫過」哪些文章); offsets are the same.
 */
export function filtersInQuestion(text: string, subject: string, options: FilterOptions): FiltersInQuestion {
  const { facets, directory } = options;
  const named = outletFilter(text, facets.outlets, directory);
  let { rest } = named;
  const author = authorFilter(rest, facets.authors);
  if (author !== null) rest = blanked(rest, author);
  const tag = tagFilter(rest, facets.tags);
  if (tag !== null) rest = blanked(rest, tag);
  const dates = daysIn(rest, options);
  // What was typed as an option is no part of what is looked for; any other day may well stand in the reports.
  const isTyped = dates.parts.some(({ start, end }) => TYPED.test(rest.slice(start, end)));
  if (isTyped) for (const part of dates.parts) rest = blanked(rest, part);
  const [only = null] = named.outlets;
  return {
    filters: {
      ...NO_FILTERS,
      outlet: named.outlets.length === 1 ? only : null,
      ...(dates.span ?? NO_DAYS),
      ...(author !== null && { author: author.name }),
      ...(tag !== null && { tag: tag.name }),
    },
    outlets: named.outlets.length > 1 ? named.outlets : [],
    missing: named.missing,
    sisters: named.sisters,
    ofEvent: dates.of === 'event',
    days: dates.span === null || isTyped ? [] : dates.parts,
    rest: inBoth(rest, subject),
    fault: dates.fault,
  };
}

const NO_DAYS = { since: null, until: null };
const WITHOUT_DAYS: DateFilter = { span: null, parts: [], of: 'publication', fault: null };

// In a corpus without a single day nothing can be narrowed by days.
function daysIn(text: string, { today, facets, as = 'answer' }: FilterOptions): DateFilter {
  if (facets.newest === null) return WITHOUT_DAYS;
  const dates = dateFilter(text, today, facets);
  // Days that only date what is asked about are words like any other.
  return as === 'answer' && datesAnEvent(foldScript(text), dates, facets.newest)
    ? { span: null, parts: [], of: dates.of, fault: dates.fault }
    : dates;
}

// What neither of two versions of one text has blanked.
const inBoth = (one: string, other: string): string =>
  Array.from({ length: one.length }, (_, i) => (other[i] === ' ' ? ' ' : one.charAt(i))).join('');

const TYPED = /^\s*(?:since|until)\s*[:：]/iu;

const blanked = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
