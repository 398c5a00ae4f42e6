import type { ArticleId } from './article.ts';

/** How a question was read: the value of a slot is in the question's own words. */
export interface ExplainedSlot {
  readonly slot: string;
  readonly value: string;
}

/** A sentence that was weighed; offsets in UTF-16 units of the article's text. */
export interface ExplainedCandidate {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Of holding the answer, among all that were weighed. */
  readonly probability: number;
}

/** How an answer was come by: for whoever mends it, and for a reader who doubts. */
export interface Explanation {
  readonly slots: readonly ExplainedSlot[];
  /** The best three, best first. */
  readonly candidates: readonly ExplainedCandidate[];
}
