import { isFound, USUAL_LIMITS, type Answer, type Found } from '../../core/index.ts';

/** How many points, events or articles there are at the most after "more" was pressed once, and after it was pressed again. */
const FURTHER_LIMITS: Readonly<Record<Found['kind'], readonly number[]>> = {
  answered: [12, 36],
  comparison: [12, 36],
  timeline: [60, 100],
  listing: [60, 100],
};

/**
 * The limit to ask with for more than an answer shows that was asked for with `limit`, null for the usual one; null where there is
 * nothing more, or that would be more than anybody reads.
 */
export function nextLimit(answer: Answer, limit: number | null): number | null {
  if (!isFound(answer)) return null;
  const now = limit ?? USUAL_LIMITS[answer.kind];
  // An answer that is nearly sure has fewer quotes than it might: the first time, more are looked for all the same.
  const mayHaveMore = shownOf(answer) >= now || (answer.kind === 'answered' && limit === null);
  return mayHaveMore ? (FURTHER_LIMITS[answer.kind].find((each) => each > now) ?? null) : null;
}

/** Whether somebody who asked for more has been shown all. */
export const isAllThereIs = (answer: Answer, limit: number | null): boolean =>
  limit !== null && isFound(answer) && shownOf(answer) < limit;

// Of a list that is shown whole, nothing that could be followed by more.
function shownOf(answer: Found): number {
  switch (answer.kind) {
    case 'answered':
      return answer.points.length;
    case 'comparison':
      return Math.max(0, ...answer.outlets.map(({ points }) => points.length));
    case 'timeline':
      return answer.events.length;
    case 'listing':
      return answer.articles.length < answer.total ? answer.articles.length : 0;
  }
}
