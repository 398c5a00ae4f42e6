import type { Ask, Filters, Question } from '../core/index.ts';
import { reasonOf } from '../messages/index.ts';

/** Filters as the core understands them; or why it does not, in a sentence for whoever gave them. */
export type CheckedFilters = { readonly filters: Filters } | { readonly reason: string };

/** Has filters judged before anything is asked with them: a day that is none, an outlet that nobody knows. */
export async function checkFilters(ask: Ask, given: Omit<Question, 'text'>): Promise<CheckedFilters> {
  // The core judges filters before it looks at what is asked.
  const answer = await ask({ ...given, text: PROBE });
  return answer.kind === 'rejected' ? { reason: reasonOf(answer) ?? '' } : { filters: answer.filters };
}

const PROBE = 'hello';
