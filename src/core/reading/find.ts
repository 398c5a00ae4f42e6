import type { ArticleId } from '../model/article.ts';
import { isAcross } from './across.ts';
import { findAcross } from './find-across.ts';
import type { Library } from '../index/library.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import { confidence, confidenceFeatures, missingFactor } from './confidence.ts';
import type { WeightedQuestion } from './features.ts';
import { scorePassages, weighQuestion } from './score-passages.ts';
import { rankSentences, type RankedSentence } from './ranking.ts';

/** What a library holds for a question, and how sure it is that the best of it answers. */
export interface Found {
  readonly question: WeightedQuestion;
  /** Best first. */
  readonly ranked: readonly RankedSentence[];
  /** The probability, 0…1, that the first of `ranked` answers; 0 where nothing was found. */
  readonly confidence: number;
}

interface FindOptions {
  readonly filter: PassageFilter | null;
  /** Articles that the conversation has just come from. */
  readonly boostedArticles?: ReadonlySet<ArticleId>;
}

/** Finds, measures and ranks the sentences that may answer. */
export async function find(
  parsed: ParsedQuestion,
  library: Library,
  { filter, boostedArticles }: FindOptions,
): Promise<Found> {
  const question = weighQuestion(parsed, library);
  if (parsed.terms.length === 0) return { question, ranked: [], confidence: 0 };
  const evidence = await scorePassages(question, library, filter);
  const ranked = leaningTo(boostedArticles, rankSentences(question, evidence, library.names));
  if (ranked.length === 0) return { question, ranked, confidence: 0 };
  if (isAcross(parsed)) {
    const across = findAcross(parsed, ranked, library);
    return { question, ranked: across.ranked, confidence: across.confidence };
  }
  const estimate = confidence(confidenceFeatures(question, ranked, library)) * missingFactor(question, ranked, library);
  return { question, ranked, confidence: estimate };
}

// Who goes on asking mostly goes on about the same reports: so many times as probable is the answer to stand in them.
const FAMILIAR = 5;

function leaningTo(
  boostedArticles: ReadonlySet<ArticleId> | undefined,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  if (boostedArticles === undefined || boostedArticles.size === 0) return ranked;
  const leaning = ranked.map(({ evidence, sentence, position, probability }): RankedSentence => {
    const factor = boostedArticles.has(evidence.passage.article.id) ? FAMILIAR : 1;
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
