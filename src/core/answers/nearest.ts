import { passageFilter } from '../question/filters/filters.ts';
import type { NotFound } from '../model/answer.ts';
import { nearestOf, type QueryContext } from './query-context.ts';
import { find } from '../reading/find.ts';
import type { RankedSentence } from '../reading/ranking.ts';

/** What is nearest within a narrowing, and what is nearest without it. `ranked`: what was found within it, where that is known. */
export async function nearestTo(
  { parsed, library, narrowing }: QueryContext,
  ranked?: readonly RankedSentence[],
): Promise<Pick<NotFound, 'nearest' | 'unfiltered'>> {
  const filter = passageFilter(narrowing);
  const within = nearestOf(ranked ?? (await find(parsed, library, { filter })).ranked);
  if (filter === null) return { nearest: within, unfiltered: [] };
  const anywhere = nearestOf((await find(parsed, library, { filter: null })).ranked);
  const isNew = anywhere.filter(({ articleId }) => within.every((one) => one.articleId !== articleId));
  return { nearest: within, unfiltered: isNew };
}
