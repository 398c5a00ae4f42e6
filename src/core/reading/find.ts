import type { ArticleId } from '../model/article.ts';
import { isAcross } from './candidates.ts';
import { findAcross } from './find-across.ts';
import type { Library } from '../index/library.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import { confidence } from './confidence.ts';
import { askedDemand, demandStanding, demandTopic, isTold } from './demand-standing.ts';
import { weighQuestion, type WeightedQuestion } from './weigh-question.ts';
import { scorePassages } from './features/read-passages.ts';
import { rankSentences, type RankedSentence } from './ranking.ts';
import { expectedSpans } from '../question/wanted.ts';
import { heldInContext } from './features/sentence-view.ts';
import { isLocated, isHeadlineOf } from './verdicts.ts';

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
  if (best === undefined) return { question, ranked, confidence: 0 };
  if (isAcross(parsed)) {
    const across = findAcross(parsed, ranked, library);
    const [first = best] = across.ranked;
    return {
      question,
      ranked: across.ranked,
      confidence: heldToDemand(across.confidence, question, { best: first, library }),
    };
  }
  if (best.isContrary) return { question, ranked, confidence: 0 };
  const least = Math.max(
    isHeadlineOf(question, best.sentence) ? OF_A_HEADLINE : 0,
    tellsWhere(question, best, library) ? OF_A_PLACE : 0,
  );
  const sure = Math.max(least, confidence(question, ranked));
  return { question, ranked, confidence: heldToDemand(sure, question, { best, library }) };
}

// Who asks where is given a sentence that says where, of a passage that has all else that is asked.
const OF_A_PLACE = 0.6;

function tellsWhere({ parsed }: WeightedQuestion, { sentence }: RankedSentence, { names }: Library): boolean {
  if (parsed.frame.wanted !== 'place') return false;
  const { folded, original, passage } = sentence;
  const held = heldInContext(passage);
  return (
    parsed.terms.every((_, t) => held[t] === 1) && isLocated(folded, expectedSpans(parsed, folded, { names, original }))
  );
}

// Who asks a headline is given its report.
const OF_A_HEADLINE = 0.9;
// Who asks what somebody demands of somebody is given such a demand, where its article has all else that the question names; a turn of
// phrase (傾完) names nothing. Where nothing else is asked and nobody demands it, nothing answers.
const OF_A_DEMAND = 0.7;
const OF_NO_DEMAND = 0.4;

function heldToDemand(
  sure: number,
  { parsed, matcher }: WeightedQuestion,
  { best: { sentence }, library: { names } }: { readonly best: RankedSentence; readonly library: Library },
): number {
  const demand = askedDemand(parsed.frame);
  if (demand === null) return sure;
  const topic = demandTopic(parsed);
  if (!isTold(demandStanding(demand, sentence, names)))
    return topic.length === 0 && demand.addressee !== null ? Math.min(OF_NO_DEMAND, sure) : sure;
  const { article } = sentence.passage.passage;
  const held = new Set(matcher.matches(`${article.title}\n${article.text}`).map(({ term }) => term));
  const isHeld = topic.every((t) => held.has(t) || parsed.terms[t]?.kind === 'gloss');
  return isHeld ? Math.max(OF_A_DEMAND, sure) : sure;
}

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
