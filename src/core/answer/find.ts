import type { ArticleId } from '../corpus/article.ts';
import type { Library } from '../library.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Passage } from '../search/passages.ts';
import { confidence, confidenceFeatures, missingFactor } from './confidence.ts';
import type { WeightedQuestion } from './features.ts';
import { gatherEvidence, weighQuestion } from './gather.ts';
import { rankSentences, type RankedSentence } from './rank.ts';

/** What a library holds for a question, and how sure it is that the best of it answers. */
export interface Found {
  readonly question: WeightedQuestion;
  /** Best first. */
  readonly ranked: readonly RankedSentence[];
  /** The probability, 0…1, that the first of `ranked` answers; 0 where nothing was found. */
  readonly sure: number;
}

interface FindOptions {
  readonly filter: ((passage: Passage) => boolean) | null;
  /** Articles that the conversation has just come from. */
  readonly familiar?: ReadonlySet<ArticleId>;
}

/** Finds, measures and ranks the sentences that may answer. */
export async function find(
  parsed: ParsedQuestion,
  library: Library,
  { filter, familiar }: FindOptions,
): Promise<Found> {
  const question = weighQuestion(parsed, library);
  if (parsed.terms.length === 0) return { question, ranked: [], sure: 0 };
  const evidence = await gatherEvidence(question, library, filter);
  const ranked = leaningTo(familiar, rankSentences(question, evidence));
  if (ranked.length === 0) return { question, ranked, sure: 0 };
  const sure = confidence(confidenceFeatures(question, ranked, library)) * missingFactor(question, ranked, library);
  return { question, ranked, sure };
}

// Who goes on asking mostly goes on about the same reports: so many times as probable is the answer to stand in them.
const FAMILIAR = 5;

function leaningTo(
  familiar: ReadonlySet<ArticleId> | undefined,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  if (familiar === undefined || familiar.size === 0) return ranked;
  const leaning = ranked.map(({ evidence, sentence, position, probability }): RankedSentence => {
    const factor = familiar.has(evidence.passage.article.id) ? FAMILIAR : 1;
    return { evidence, sentence, position, probability: probability * factor };
  });
  const total = leaning.reduce((sum, { probability }) => sum + probability, 0) || 1;
  return leaning
    .map(({ evidence, sentence, position, probability }): RankedSentence => ({
      evidence,
      sentence,
      position,
      probability: probability / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}
