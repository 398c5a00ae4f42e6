import type { Citation, Point } from '../model/answer.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { WeightedQuestion } from '../reading/weigh-question.ts';
import type { RankedSentence } from '../reading/ranking.ts';
import { createCitations, type Citations } from './citations.ts';
import { quoteKey } from './quote-key.ts';
import { sliceBefore } from './quotes/leaning.ts';
import { wordsOf, type Quote } from './quotes/quote.ts';
import { confirms } from './quotes/same-fact.ts';
import { selectQuotes } from './quotes/select-quotes.ts';
import { sectionOf } from './section.ts';
import { sayingOf } from './speaker-of-quote.ts';

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
  const citations = createCitations();
  const isMore = exclude.size > 0;
  const quotes = selectQuotes(question, ranked, { limit: limit + exclude.size, all: isMore, names });
  const fresh = quotes.filter((quote) => !exclude.has(quoteKey(quote.article.id, quote)));
  const points = pointsOf(question.parsed, isMore ? fresh.slice(0, limit) : fresh, { citations, names });
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
