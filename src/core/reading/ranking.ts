import type { Article } from '../model/article.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { score, softmax } from './linear-model.ts';
import type { WeightedQuestion } from './weigh-question.ts';
import { actStanding, askedAct, isTold } from './act-standing.ts';
import { featureContext } from './features/read-passages.ts';
import { preselect } from './first-look.ts';
import type { FeatureContext, PassageView, SentenceView } from './features/sentence-view.ts';
import { vectorsOf } from './features/vectors.ts';
import { isContrary, verdictFactors } from './verdicts.ts';
import { RANKING_MODEL } from './weights.generated.ts';

/** A sentence with the probability that it is the one that answers. */
export interface RankedSentence {
  readonly sentence: SentenceView;
  /** All ranked sentences together make 1. */
  readonly probability: number;
  /** Whether it says the contrary of what the question asks for, or another's words: it answers nothing. */
  readonly isContrary: boolean;
  /** Its features, in the order of `FEATURES`; null where it was passed over at a glance. */
  readonly vector: Float64Array | null;
}

// Of an act that is asked for, whatever words it is put in: so many sentences more are measured.
const ACTS = 20;

function withActs(
  chosen: readonly SentenceView[],
  { question, views }: FeatureContext,
  names: Gazetteer,
): readonly SentenceView[] {
  const asked = askedAct(question.parsed);
  if (asked === null || chosen.length === views.length) return chosen;
  const known = new Set(chosen);
  const told = views
    .filter((view) => !known.has(view))
    .map((view) => ({ view, standing: actStanding(asked, view, names) }))
    .filter(({ standing }) => isTold(standing))
    .sort((a, b) => Number(b.standing === 'done') - Number(a.standing === 'done'));
  return [...chosen, ...told.slice(0, ACTS).map(({ view }) => view)];
}

/** Ranks all sentences of the candidate passages, the most probable first. */
export function rankSentences(
  question: WeightedQuestion,
  passages: readonly PassageView[],
  names: Gazetteer,
): RankedSentence[] {
  const context = featureContext(question, passages);
  const measured = withActs(preselect(context), context, names);
  if (measured.length === 0) return [];
  const vectors = vectorsOf(measured, context, names);
  const factors = verdictFactors(question, measured, { vectors, names });
  const newer = newness(passages);
  const likely = softmax(vectors.map((vector) => score(RANKING_MODEL, vector)));
  const weighted = measured.map(
    (view, i) => (likely[i] ?? 0) * (factors[i] ?? 1) * newer(view.passage.passage.article),
  );
  const total = weighted.reduce((sum, share) => sum + share, 0) || 1;
  const ranked = measured.map((sentence, i): RankedSentence => ({
    sentence,
    probability: (weighted[i] ?? 0) / total,
    isContrary: isContrary(factors[i] ?? 1),
    vector: vectors[i] ?? null,
  }));
  ranked.sort((a, b) => b.probability - a.probability);
  const known = new Set(measured);
  for (const view of context.views) {
    if (!known.has(view)) ranked.push({ sentence: view, probability: 0, isContrary: false, vector: null });
  }
  return ranked;
}

/** Whether the one who is asked about says a sentence, or goes on saying it. */
export const isTheirs = ({ said }: SentenceView): boolean => said > 0;

// Of what is otherwise equal the newer counts for more, and of nothing else: so much is between the oldest and the newest report.
const NEWEST = 0.01;

function newness(passages: readonly PassageView[]): (article: Article) => number {
  const days = passages.flatMap(({ passage: { article } }) =>
    article.date === null ? [] : [Date.parse(article.date)],
  );
  const oldest = Math.min(...days);
  const span = Math.max(...days) - oldest;
  return ({ date }) => (date === null || span === 0 ? 1 : 1 + (NEWEST * (Date.parse(date) - oldest)) / span);
}
