import type { ParsedQuestion } from '../question/parse-question.ts';
import { createMatcher, type Matcher } from './matched-terms.ts';
import type { Library } from '../index/library.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { bigramRecall } from '../index/bigram-recall.ts';
import { type Term, isIndexable, termFrequency, termWeight } from '../index/terms.ts';
import { bigramUnits } from '../text/script.ts';

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

// What describes the answer, 哪個「平台」, need not stand beside it.
const FOCUS_WORD = 0.7;
// A subject word is more easily put otherwise than a name.
const SUBJECT_WORD = 0.7;

function expectedOf({ term, name, isFocus }: QuestionTerm): number {
  if (isFocus === true) return FOCUS_WORD;
  if (name !== null) return name.kind === 'word' ? SUBJECT_WORD : 1;
  return typeof term === 'number' ? bigramRecall(term) : 1;
}

// Bigrams with a function character are not indexed: that they have no postings says nothing.
const isUnindexed = (term: Term): boolean => typeof term === 'number' && !isIndexable(...bigramUnits(term));

/** Gives each term and character of a question its weight in this library. */
export function weighQuestion(parsed: ParsedQuestion, library: Library): WeightedQuestion {
  const weights = parsed.terms.map((term) => {
    const expected = expectedOf(term);
    const weight = Math.max(0.1, termWeight(library.index, term) * expected);
    // A name stands for as many pairs as its first form has.
    return term.name === null ? weight : weight * Math.min(3, Math.max(1, (term.name.forms.at(-1)?.length ?? 2) - 1));
  });
  const inPairs = new Map<number, number>();
  parsed.terms.forEach((term, t) => {
    if (term.kind !== 'pair') return;
    for (let i = term.start; i < term.end; i++) {
      const unit = parsed.folded.charCodeAt(i);
      inPairs.set(unit, Math.max(inPairs.get(unit) ?? 0, weights[t] ?? 0));
    }
  });
  return {
    parsed,
    matcher: createMatcher(parsed, library.names),
    weights,
    absent: Uint8Array.from(parsed.terms, (term) =>
      termFrequency(library.index, term) === 0 && !isUnindexed(term.term) ? 1 : 0,
    ),
    unitWeights: parsed.units.map((unit) => inPairs.get(unit) ?? 1),
    trigrams: gramsOf(parsed, 3),
    fourgrams: gramsOf(parsed, 4),
  };
}

// The runs of `length` characters in which every two neighbours are a term or part of a name.
function gramsOf({ folded, terms }: ParsedQuestion, length: number): string[] {
  const joined = new Uint8Array(folded.length);
  for (const { start, end } of terms) joined.fill(1, start, end - 1);
  const grams = new Set<string>();
  for (let i = 0; i + length <= folded.length; i++) {
    if (joined.subarray(i, i + length - 1).every((both) => both === 1)) grams.add(folded.slice(i, i + length));
  }
  return [...grams];
}

/**
 * The weights of a question's terms, less the further they stand from the question word: what stands close to it says what is asked,
 * what stands far says what it is asked about. All 0 where there is no question word.
 */
export function weightsNearQuestionWord({ answerType, terms }: ParsedQuestion, weights: readonly number[]): number[] {
  if (answerType === null) return weights.map(() => 0);
  return terms.map((term, t) => {
    const distance = term.end <= answerType.start ? answerType.start - term.end : term.start - answerType.end;
    return (weights[t] ?? 0) * Math.exp(-Math.max(0, distance) / 4);
  });
}
