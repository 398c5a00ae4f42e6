// Turns labelled questions into lists to train and measure on, by the program's own code.
import { gatherEvidence, weighQuestion } from '../../src/core/answer/gather.ts';
import type { PassageEvidence, WeightedQuestion } from '../../src/core/answer/features.ts';
import type { Library } from '../../src/core/library.ts';
import { parseQuestion } from '../../src/core/question/parse-question.ts';
import type { LabelledQuestion } from './squad.ts';

export interface Example {
  readonly question: LabelledQuestion;
  readonly weighted: WeightedQuestion;
  readonly passages: readonly PassageEvidence[];
  /** Parallel to `passages`: the positions of the sentences that hold an answer or a good part of it. */
  readonly right: readonly (readonly number[])[];
}

/** `withoutGold` hides the article that answers, for questions that are to find nothing. */
export async function prepare(
  questions: readonly LabelledQuestion[],
  library: Library,
  withoutGold = false,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const question of questions) {
    const weighted = weighQuestion(parseQuestion(question.text, library.names), library);
    const filter = withoutGold ? (passage: { article: { id: string } }) => passage.article.id !== question.article : null;
    const passages = await gatherEvidence(weighted, library, filter);
    const right = passages.map((passage) =>
      passage.passage.article.id === question.article ? sentencesThatAnswer(passage, question.answers) : [],
    );
    examples.push({ question, weighted, passages, right });
  }
  return examples;
}

// An answer that goes over a sentence's end makes every sentence right of which it takes up half, or that holds half of it.
function sentencesThatAnswer({ passage, sentences }: PassageEvidence, answers: readonly string[]): number[] {
  const { text } = passage.article;
  const whole = sentences.flatMap((sentence, s) =>
    answers.some((answer) => text.slice(sentence.start, sentence.end).includes(answer)) ? [s] : [],
  );
  if (whole.length > 0) return whole;
  return sentences.flatMap((sentence, s) => {
    const holdsPart = answers.some((answer) => {
      const at = text.indexOf(answer);
      if (at < 0) return false;
      const shared = Math.min(sentence.end, at + answer.length) - Math.max(sentence.start, at);
      return shared > 0 && (shared >= (sentence.end - sentence.start) / 2 || shared >= answer.length / 2);
    });
    return holdsPart ? [s] : [];
  });
}
