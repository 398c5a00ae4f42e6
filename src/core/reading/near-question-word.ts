import type { ParsedQuestion } from '../question/parse-question.ts';

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
