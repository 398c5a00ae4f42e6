import type { Answered, Point } from '../core/index.ts';

const keyOf = (answer: Answered, point: Point): string => {
  const citation = answer.citations.find(({ number }) => number === point.citation);
  return `${citation?.articleId}:${point.start}:${point.end}`;
};

/** The points of a longer answer that a shorter one did not show, with the citations that they need; null where there are none. */
export function furtherPoints(shown: Answered, longer: Answered): Answered | null {
  const known = new Set(shown.points.map((point) => keyOf(shown, point)));
  const places = longer.points.flatMap((point, at) => (known.has(keyOf(longer, point)) ? [] : [at]));
  if (places.length === 0) return null;
  const points = places.flatMap((at) => {
    const point = longer.points[at];
    if (point === undefined) return [];
    // A point whose twin was shown before stands on its own here.
    const twin = point.sameAs === null ? -1 : places.indexOf(point.sameAs);
    return [{ ...point, sameAs: twin === -1 ? null : twin }];
  });
  const cited = new Set(points.map(({ citation }) => citation));
  return { ...longer, points, citations: longer.citations.filter(({ number }) => cited.has(number)) };
}
