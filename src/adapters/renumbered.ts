import type { Answered, Citation, Comparison, Timeline } from '../core/index.ts';

/** Numbers an answer's articles as they were numbered before; those that are new go on from there. */
export function renumbered<A extends Answered | Comparison | Timeline>(answer: A, before: readonly Citation[]): A {
  const numbers = new Map<number, number>();
  const added: Citation[] = [];
  for (const citation of answer.citations) {
    const known = before.find(({ articleId }) => articleId === citation.articleId);
    const number = known?.number ?? before.length + added.length + 1;
    numbers.set(citation.number, number);
    if (known === undefined) added.push({ ...citation, number });
  }
  const cited = <Q extends { readonly citation: number }>(quote: Q): Q => ({
    ...quote,
    citation: numbers.get(quote.citation) ?? quote.citation,
  });
  return { ...withQuotes(answer, cited), citations: [...before, ...added] };
}

type Cited = <Q extends { readonly citation: number }>(quote: Q) => Q;

function withQuotes<A extends Answered | Comparison | Timeline>(answer: A, cited: Cited): A {
  switch (answer.kind) {
    case 'answered':
      return { ...answer, points: answer.points.map(cited) };
    case 'timeline':
      return {
        ...answer,
        events: answer.events.map((event) => ({ ...cited(event), also: event.also.map(cited) })),
      };
    case 'comparison':
      return {
        ...answer,
        outlets: answer.outlets.map((account) => ({ ...account, points: account.points.map(cited) })),
        differences: answer.differences.map(({ of, readings }) => ({ of, readings: readings.map(cited) })),
      };
  }
}
