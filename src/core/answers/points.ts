import type { Article, ArticleId } from '../model/article.ts';
import type { Citation, Headline, Point } from '../model/answer.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { WeightedQuestion } from '../reading/weigh-question.ts';
import type { RankedSentence } from '../reading/ranking.ts';
import { quoteKey, wordsOf, sectionOf, sayingOf, type Quote } from './quotes/quote.ts';
import { sliceBefore } from './quotes/extent.ts';
import { confirms } from './quotes/same-fact.ts';
import { selectQuotes } from './quotes/select-quotes.ts';

/** Numbers the articles of an answer, in order of first use. */
export interface Citations {
  /** The number of an article; a new one where it was not cited before. */
  cite(article: Article): number;
  all(): readonly Citation[];
}

export function createCitations(): Citations {
  const citations: Citation[] = [];
  return {
    cite(article) {
      const known = citations.find((one) => one.articleId === article.id);
      if (known !== undefined) return known.number;
      const number = citations.length + 1;
      citations.push(citationOf(article, number));
      return number;
    },
    all: () => citations,
  };
}

const citationOf = (article: Article, number: number): Citation => ({
  number,
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  author: article.author,
  date: article.date,
  url: article.url,
  digest: article.digest,
  ...(article.kind !== undefined && { kind: article.kind }),
});

/** Articles without those of which a copy, another outlet's print of the same text, came before. */
export function withoutCopies(articles: readonly Article[]): readonly Article[] {
  const shown = new Set<ArticleId>();
  return articles.filter(({ id, copies = [] }) => {
    if (copies.some((copy) => shown.has(copy))) return false;
    shown.add(id);
    return true;
  });
}

export const headlineOf = (article: Article): Headline => ({
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  date: article.date,
  ...(article.kind !== undefined && { kind: article.kind }),
});

interface CitingOptions {
  readonly limit: number;
  readonly names: Gazetteer;
  /** What was quoted before and is not quoted again, as `quoteKey` has it. */
  readonly exclude: ReadonlySet<string>;
}

/** Picks what to quote, best first, at most `limit` quotes with what belongs to them, and cites it. */
export function citePoints(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  { limit, names, exclude }: CitingOptions,
): { readonly points: readonly Point[]; readonly citations: readonly Citation[] } {
  const isMore = exclude.size > 0;
  const quotes = selectQuotes(question, ranked, { limit: limit + exclude.size, all: isMore, names });
  // What belongs to a quote comes beside the limit, but for more of the same.
  return citeQuotes(question.parsed, quotes, { limit: isMore ? limit : quotes.length, names, exclude });
}

/** Cites quotes that were chosen already, in their order, at most `limit`. */
export function citeQuotes(
  question: ParsedQuestion,
  quotes: readonly Quote[],
  { limit, names, exclude }: CitingOptions,
): { readonly points: readonly Point[]; readonly citations: readonly Citation[] } {
  const citations = createCitations();
  const fresh = quotes.filter((quote) => !exclude.has(quoteKey(quote.article.id, quote))).slice(0, limit);
  const points = pointsOf(question, fresh, { citations, names });
  return { points, citations: citations.all() };
}

/** Cites quotes, each with its speaker, what it leans on, and the first of those before it that reports the same. */
export function pointsOf(
  question: ParsedQuestion,
  quotes: readonly Quote[],
  { citations, names }: { readonly citations: Citations; readonly names: Gazetteer },
): Point[] {
  return quotes.map((quote, i): Point => {
    const { article, start, end } = quote;
    const sameAs = quotes.findIndex((other, k) => k < i && confirms(question, other, quote));
    return {
      quote: wordsOf(quote),
      citation: citations.cite(article),
      start,
      end,
      ...sayingOf(article, quote, names),
      sameAs: sameAs < 0 ? null : sameAs,
      section: sectionOf(article, quote),
      before: sliceBefore(article, quote),
      part: 0,
    };
  });
}
