import type { Filters } from '../../model/filters.ts';
import type { Article } from '../../model/article.ts';
import type { Passage } from '../../index/passages.ts';
import { datesIn, type DateInText } from '../../dates/dates.ts';
import { isPublished, isUnfiltered, NO_FILTERS, withinFilters } from './given-filters.ts';

/** Which articles a question is asked of. */
export interface AppliedFilters {
  readonly filters: Filters;
  /** The outlets that are set side by side: none, or two and more. */
  readonly outlets: readonly string[];
  /** Whether the days of `filters` are those of what happened: a report of it may be of another day. */
  readonly ofEvent: boolean;
}

export const EVERYWHERE: AppliedFilters = { filters: NO_FILTERS, outlets: [], ofEvent: false };

/** One narrowing within another: what the inner one does not say is as the outer one has it. */
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
  };
}

/** A test for passages within a narrowing; null where all pass. Tests each article once. */
export function passageFilter({
  filters,
  outlets,
  ofEvent,
}: AppliedFilters): ((passage: Pick<Passage, 'article'>) => boolean) | null {
  if (isUnfiltered(filters) && outlets.length === 0) return null;
  const { since, until } = filters;
  const within = withinFilters(ofEvent ? { ...filters, since: null, until: null } : filters);
  const passes = (article: Article): boolean => {
    if (!within(article)) return false;
    if (outlets.length > 0 && (article.outlet === null || !outlets.includes(article.outlet))) return false;
    if (!ofEvent || (since === null && until === null)) return true;
    return isPublished(article, filters) || tellsOf(article, since, until);
  };
  const tested = new Map<Article, boolean>();
  return ({ article }) => {
    let passed = tested.get(article);
    if (passed === undefined) tested.set(article, (passed = passes(article)));
    return passed;
  };
}

/** The same narrowing without its days. */
export const ofAnyDay = ({ filters, outlets }: AppliedFilters): AppliedFilters => ({
  filters: { ...filters, since: null, until: null },
  outlets,
  ofEvent: false,
});

// What happens is announced a while before, or long before by its year, and told again for years; in days. It spares reading a whole
// archive.
const BEFORE = 60;
const BEHIND = 1_100;
const DAY = 86_400_000;

// Whether an article names a day of a span, which has both ends: what happened since some day is told by reports since then.
function tellsOf(article: Article, since: string | null, until: string | null): boolean {
  if (since === null || until === null) return false;
  if (article.date !== null) {
    const published = Date.parse(article.date);
    if (published > Date.parse(until) + BEHIND * DAY) return false;
    if (published < Date.parse(since) - BEFORE * DAY && !article.text.includes(since.slice(0, 4))) return false;
  }
  return namesDayIn(article, since, until);
}

// The articles that were read last: a question about days comes to thousands.
const KEPT = 5_000;
const datesOf = new Map<Article, readonly DateInText[]>();

/** Whether an article's text names a day of a span, as `namesDay` has it. */
function namesDayIn(article: Article, since: string, until: string): boolean {
  let dates = datesOf.get(article);
  if (dates === undefined) {
    if (datesOf.size >= KEPT) datesOf.clear();
    datesOf.set(article, (dates = datesIn(article.text, article.date)));
  }
  return someWithin(dates, since, until);
}

/**
 * Whether a text that was published on a day names a day, month or year that lies, at least in part, in a span of days, and is no
 * longer than that: who asks for a day is not told by a year.
 */
export const namesDay = (
  text: string,
  published: string | null,
  { since, until }: { readonly since: string; readonly until: string },
): boolean => someWithin(datesIn(text, published), since, until);

function someWithin(dates: readonly DateInText[], since: string, until: string): boolean {
  const asked = Date.parse(until) - Date.parse(since);
  return dates.some(
    ({ first, last }) => first <= until && last >= since && Date.parse(last) - Date.parse(first) <= asked + 7 * DAY,
  );
}
