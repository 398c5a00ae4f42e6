import type { Article } from '../model/article.ts';
import type { Library } from '../index/library.ts';
import { findCandidates } from './candidates.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import type { Passage } from '../index/passages.ts';
import { type WeightedQuestion, markPublication } from './weigh-question.ts';

/** An article with what it holds of a question, by its headline and those of its passages that were found. */
export interface ArticleCoverage {
  readonly article: Article;
  /** Its passages that were found, the most telling first. */
  readonly passages: readonly Passage[];
  /** Parallel to the question's terms: 1 where the article holds the term. */
  readonly held: Uint8Array;
  /** Share of the question's weight, 0…1. */
  readonly share: number;
}

interface HoldingOptions {
  readonly filter: PassageFilter | null;
  /** How many passages are looked at, at the most. */
  readonly limit: number;
}

/** The articles that hold something of a question, those with the best passages first. */
export async function articlesCovering(
  question: WeightedQuestion,
  library: Library,
  { filter, limit }: HoldingOptions,
): Promise<ArticleCoverage[]> {
  const candidates = await findCandidates(question, library, { filter, limit, headlines: limit });
  const byArticle = new Map<Article, Passage[]>();
  for (const { passage } of candidates.toSorted((a, b) => b.share - a.share)) {
    const passages = byArticle.get(passage.article);
    if (passages === undefined) byArticle.set(passage.article, [passage]);
    else passages.push(passage);
  }
  const total = question.weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return [...byArticle].map(([article, passages]) => {
    const held = new Uint8Array(question.weights.length);
    const texts = [article.title, ...passages.map(({ start, end }) => article.text.slice(start, end))];
    for (const text of texts) for (const { term } of question.matcher.matches(text)) held[term] = 1;
    markPublication(question, article.date, held);
    const share = question.weights.reduce((sum, weight, t) => (held[t] === 1 ? sum + weight : sum), 0) / total;
    return { article, passages, held, share };
  });
}
