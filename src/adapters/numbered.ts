import type { Answer, ArticleId, EventQuote, Headline, Point } from '../core/index.ts';

/**
 * The articles beside the numbers that a reader sees: of sources, of headlines listed, of the nearest where nothing was found. `before`:
 * how many of a listing were shown before.
 */
export function numberedArticles(answer: Answer, before = 0): ReadonlyMap<number, ArticleId> {
  const cited = answer.citations.map(({ number, articleId }) => [number, articleId] as const);
  const first = firstNumber(answer, before);
  const listed = headlinesOf(answer).map(({ articleId }, at) => [first + at, articleId] as const);
  return new Map([...cited, ...listed]);
}

/** The number of the first headline that an answer lists: each number stands for one article, so they go on from those of the sources. */
export const firstNumber = ({ citations }: Answer, before = 0): number =>
  1 + before + Math.max(0, ...citations.map(({ number }) => number));

/** Articles that an answer names without citing them: what is a source is not named twice. */
export const uncited = (headlines: readonly Headline[], { citations }: Answer): readonly Headline[] =>
  headlines.filter(({ articleId }) => citations.every((citation) => citation.articleId !== articleId));

// What is nearest without the filters is numbered on from what is nearest within.
function headlinesOf(answer: Answer): readonly Headline[] {
  switch (answer.kind) {
    case 'not-found':
      return uncited([...answer.nearest, ...answer.unfiltered], answer);
    case 'listing':
      return answer.articles;
    case 'answered':
    case 'comparison':
    case 'timeline':
    case 'rejected':
    case 'about':
    case 'greeting':
      return [];
  }
}

type Quote = EventQuote & Partial<Pick<Point, 'before' | 'reportedBy'>>;

/** Where an article is quoted, whatever kind the answer is. */
export function quotesFrom(answer: Answer, article: ArticleId): readonly Quote[] {
  const number = answer.citations.find(({ articleId }) => articleId === article)?.number;
  return allQuotes(answer).filter(({ citation }) => citation === number);
}

/** All that an answer of any kind quotes, in order. */
export function allQuotes(answer: Answer): readonly Quote[] {
  switch (answer.kind) {
    case 'comparison':
      return answer.outlets.flatMap(({ points }) => points);
    case 'timeline':
      return answer.events.flatMap((event) => [event, ...event.also]);
    case 'answered':
    case 'not-found':
    case 'listing':
    case 'rejected':
    case 'about':
    case 'greeting':
      return answer.points;
  }
}
