import type { OutletDirectory } from '../corpus/outlets.ts';
import type { Library } from '../library.ts';
import { dayOf } from '../question/days.ts';
import type { Passage } from '../search/passages.ts';
import { foldScript } from '../text/script.ts';
import type { Filters, Question } from './answer.ts';

/** Why filters cannot be applied, with what the sentence about it needs. */
export type FilterFault =
  | { readonly code: 'bad-date'; readonly given: string }
  | { readonly code: 'dates-reversed'; readonly since: string; readonly until: string }
  | { readonly code: 'unknown-outlet'; readonly given: string; readonly known: readonly string[] };

export const NO_FILTERS: Filters = { outlet: null, since: null, until: null };

/** The outlets that a library has articles of. */
export const outletsOf = (library: Library): string[] => [
  ...new Set(library.articles.flatMap(({ outlet }) => (outlet === null ? [] : [outlet]))),
];

/** Reads the filters that came with a question. Outlets may be named by any alias, in any script or case. */
export function readFilters(question: Question, library: Library, outlets: OutletDirectory): Filters | FilterFault {
  const since = question.since === undefined ? null : dayOf(question.since, 'first');
  if (question.since !== undefined && since === null) return { code: 'bad-date', given: question.since };
  const until = question.until === undefined ? null : dayOf(question.until, 'last');
  if (question.until !== undefined && until === null) return { code: 'bad-date', given: question.until };
  if (since !== null && until !== null && since > until) return { code: 'dates-reversed', since, until };
  if (question.outlet === undefined) return { outlet: null, since, until };
  const held = outletsOf(library);
  const canonical = outlets.byName(question.outlet) ?? question.outlet;
  const outlet = held.find((name) => foldScript(name) === foldScript(canonical).trim());
  if (outlet === undefined) return { code: 'unknown-outlet', given: question.outlet, known: held };
  return { outlet, since, until };
}

/**
 * A test for passages within the filters and of one of `outlets`, unless that is empty; null where all pass. An article without a
 * date lies outside every span.
 */
export function passageFilter(filters: Filters, outlets: readonly string[]): ((passage: Passage) => boolean) | null {
  const { outlet, since, until } = filters;
  if (outlet === null && since === null && until === null && outlets.length === 0) return null;
  return ({ article }) => {
    if (outlet !== null && article.outlet !== outlet) return false;
    if (outlets.length > 0 && (article.outlet === null || !outlets.includes(article.outlet))) return false;
    if (since === null && until === null) return true;
    if (article.date === null) return false;
    return (since === null || article.date >= since) && (until === null || article.date <= until);
  };
}
