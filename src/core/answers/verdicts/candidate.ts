import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { WeightedQuestion } from '../../reading/weigh-question.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import { foldScript } from '../../text/script.ts';

/** A sentence that is held to a question. */
export interface Candidate {
  readonly question: WeightedQuestion;
  readonly article: Article;
  readonly ranked: RankedSentence;
  /** The sentence, folded. */
  readonly folded: string;
  readonly names: Gazetteer;
}

/** Makes a ranked sentence ready to be held to its question. */
export function candidateOf(question: WeightedQuestion, ranked: RankedSentence, names: Gazetteer): Candidate {
  const { article } = ranked.sentence.passage.passage;
  const { start, end } = ranked.sentence;
  return { question, article, ranked, folded: foldScript(article.text.slice(start, end)), names };
}
