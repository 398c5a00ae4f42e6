import type { Point } from '../core/index.ts';

/** A point, and where it stands among the points of its answer. */
interface Placed {
  readonly point: Point;
  readonly at: number;
}

/** A point with those that report the same fact. */
interface WithDuplicates extends Placed {
  readonly duplicates: readonly Placed[];
}

/**
 * Every point of an answer once, in order: one that repeats another (`sameAs`) is among the duplicates of the point that says it first, also
 * where what it repeats is itself a repetition.
 */
export function withDuplicates(points: readonly Point[]): WithDuplicates[] {
  const placed = points.map((point, at) => ({ point, at, first: firstOf(points, at) }));
  return placed.flatMap(({ point, at, first }) => {
    if (first !== at) return [];
    return [{ point, at, duplicates: placed.filter((other) => other.at !== at && other.first === at) }];
  });
}

// Only what comes before can be repeated: it cannot go round in a circle.
function firstOf(points: readonly Point[], at: number): number {
  const sameAs = points[at]?.sameAs ?? null;
  return sameAs === null || sameAs >= at ? at : firstOf(points, sameAs);
}
