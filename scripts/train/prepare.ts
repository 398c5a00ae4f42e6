// Turns labelled questions into lists to train and measure on, by the program's own code.
import { scorePassages, weighQuestion } from '../../src/core/reading/score-passages.ts';
import type { PassageEvidence, WeightedQuestion } from '../../src/core/reading/features.ts';
import type { Passage } from '../../src/core/index/passages.ts';
import type { Library } from '../../src/core/index/library.ts';
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
    const filter = withoutGold
      ? ({ article }: Pick<Passage, 'article'>) => !question.articles.includes(article.id)
      : null;
    const passages = await scorePassages(weighted, library, filter);
    const right = passages.map((passage) =>
      question.articles.includes(passage.passage.article.id) ? sentencesThatAnswer(passage, question.must) : [],
    );
    examples.push({ question, weighted, passages, right });
  }
  return examples;
}

// An answer that goes over a sentence's end makes every sentence right of which it takes up half, or that holds half of it;
// an answer in several parts, every sentence with one of them where none has all.
function sentencesThatAnswer({ passage, sentences }: PassageEvidence, must: readonly (readonly string[])[]): number[] {
  const { text } = passage.article;
  const own = sentences.map((sentence) => text.slice(sentence.start, sentence.end));
  const those = (test: (sentence: string) => boolean): number[] =>
    own.flatMap((sentence, s) => (test(sentence) ? [s] : []));
  const holds = (sentence: string, group: readonly string[]): boolean =>
    group.some((answer) => sentence.includes(answer));
  const whole = those((sentence) => must.every((group) => holds(sentence, group)));
  if (whole.length > 0) return whole;
  if (must.length > 1) return those((sentence) => must.some((group) => holds(sentence, group)));
  return sentences.flatMap((sentence, s) => {
    const holdsPart = (must[0] ?? []).some((answer) => {
      const at = text.indexOf(answer);
      if (at < 0) return false;
      const shared = Math.min(sentence.end, at + answer.length) - Math.max(sentence.start, at);
      return shared > 0 && (shared >= (sentence.end - sentence.start) / 2 || shared >= answer.length / 2);
    });
    return holdsPart ? [s] : [];
  });
}
