import type { Answer, Answered, Citation, NotFound, Point, ReaderUsage } from '../model/answer.ts';
import { usageOfBoth } from '../reading/reader.ts';

/**
 * Joins the answers to the questions of one message: each point says which question it answers. Together they have at most `limit`
 * points, as evenly dealt out as can be. Null where one of them asks for another kind of answer than quotes, or none is answered.
 */
export function joinParts(answers: readonly Answer[], limit: number): Answered | null {
  const quoting = answers.filter((answer): answer is Answered | NotFound =>
    ['answered', 'not-found'].includes(answer.kind),
  );
  const first = quoting.find((answer): answer is Answered => answer.kind === 'answered');
  if (first === undefined || quoting.length < answers.length) return null;
  const citations: Citation[] = [];
  const points: Point[] = [];
  quoting.forEach((answer, part) => {
    const from = points.length;
    const share = Math.floor(limit / quoting.length) + (part < limit % quoting.length ? 1 : 0);
    const kept = answer.points.slice(0, share);
    const cited = answer.citations.filter(({ number }) => kept.some(({ citation }) => citation === number));
    const numberOf = numbering(cited, citations);
    for (const point of kept)
      points.push({
        ...point,
        citation: numberOf(point.citation),
        sameAs: point.sameAs === null ? null : point.sameAs + from,
        part,
      });
  });
  const unanswered = quoting.flatMap(({ kind }, part) => (kind === 'not-found' ? [part] : []));
  const usage = quoting.reduce<ReaderUsage | null>((sum, { reader = null }) => usageOfBoth(sum, reader), null);
  return {
    ...first,
    confidence: Math.max(...quoting.map(({ confidence }) => confidence)),
    points,
    citations,
    ...(usage !== null && { reader: usage }),
    ...(unanswered.length > 0 && { unanswered }),
    unmatched: [...new Set(quoting.flatMap(({ unmatched }) => unmatched))],
  };
}

// Gives an article the number that it has among all citations.
function numbering(own: readonly Citation[], all: Citation[]): (number: number) => number {
  const numbers = new Map<number, number>();
  for (const citation of own) {
    const known = all.find(({ articleId }) => articleId === citation.articleId);
    const number = known?.number ?? all.length + 1;
    if (known === undefined) all.push({ ...citation, number });
    numbers.set(citation.number, number);
  }
  return (number) => numbers.get(number) ?? number;
}
