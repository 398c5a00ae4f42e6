import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Matcher } from './matched-terms.ts';

/** A question with what each of its terms tells. */
export interface WeightedQuestion {
  readonly parsed: ParsedQuestion;
  readonly matcher: Matcher;
  /** Parallel to `parsed.terms`; positive. */
  readonly weights: readonly number[];
  /** Parallel to `parsed.terms`: 1 for those that no article of the library holds. */
  readonly absent: Uint8Array;
  /** Parallel to `parsed.units`; positive. */
  readonly unitWeights: readonly number[];
  /** The runs of three and of four characters that its terms make: what two wordings of one thing have in common. */
  readonly trigrams: readonly string[];
  readonly fourgrams: readonly string[];
}
