import type { ArticleId } from '../model/article.ts';
import { isAcross } from './across.ts';
import { findAcross } from './find-across.ts';
import type { Library } from '../index/library.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import { confidence } from './confidence.ts';
import type { WeightedQuestion } from './weighted-question.ts';
import { scorePassages, weighQuestion } from './score-passages.ts';
import { rankSentences, type RankedSentence } from './ranking.ts';
import { isHeadlineOf } from './verdicts.ts';

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
  const passages = await scorePassages(question, library, filter);
  const ranked = boosted(boostedArticles, rankSentences(question, passages, library.names));
  const [best] = ranked;
  if (best !== undefined && isAcross(parsed)) {
    const across = findAcross(parsed, ranked, library);
    return { question, ranked: across.ranked, confidence: across.confidence };
  }
  if (best === undefined || best.isContrary) return { question, ranked, confidence: 0 };
  const least = isHeadlineOf(question, best.sentence) ? OF_A_HEADLINE : 0;
  return { question, ranked, confidence: Math.max(least, confidence(question, ranked)) };
}

// Who asks a headline is given its report.
const OF_A_HEADLINE = 0.9;

// Follow-ups usually concern the articles just cited: an answer is so many times as probable to stand in them.
const BOOST = 5;

function boosted(
  articles: ReadonlySet<ArticleId> | undefined,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  if (articles === undefined || articles.size === 0) return ranked;
  const weighted = ranked.map((one) => ({
    one,
    share: one.probability * (articles.has(one.sentence.passage.passage.article.id) ? BOOST : 1),
  }));
  const total = weighted.reduce((sum, { share }) => sum + share, 0) || 1;
  return weighted
    .map(({ one, share }): RankedSentence => ({
      sentence: one.sentence,
      isContrary: one.isContrary,
      vector: one.vector,
      probability: share / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}
