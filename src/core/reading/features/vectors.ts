import type { Gazetteer } from '../../names/gazetteer.ts';
import { expectedSpans } from '../../question/wanted.ts';
import { PRERANKING_MODEL } from '../preranking.generated.ts';
import { scoresBy } from '../scorers.ts';
import {
  CHARACTER_FEATURES,
  FORM_FEATURES,
  PASSAGE_FEATURES,
  QUESTION_FEATURES,
  TERM_FEATURES,
  characterFeatures,
  formFeatures,
  passageFeatures,
  questionFeatures,
  termFeatures,
} from './coverage-features.ts';
import { SYNONYM_FEATURES, synonymFeatures } from './word-features.ts';
import { type FeatureContext, type PassageView, type SentenceView, shareOf, shareWhere } from './sentence-view.ts';
import {
  PROXIMITY_FEATURES,
  AGREEMENT_FEATURES,
  MATCH_FEATURES,
  SEVERAL_FEATURES,
  WANTED_FEATURES,
  proximityFeatures,
  agreementFeatures,
  matchFeatures,
  severalFeatures,
  wantedFeatures,
} from './wanted-features.ts';

const OWN = [
  ...TERM_FEATURES,
  ...CHARACTER_FEATURES,
  ...WANTED_FEATURES,
  ...PROXIMITY_FEATURES,
  ...AGREEMENT_FEATURES,
  ...SEVERAL_FEATURES,
  ...FORM_FEATURES,
  ...PASSAGE_FEATURES,
  ...SYNONYM_FEATURES,
  ...MATCH_FEATURES,
  'preranking', // its score by the preranking
] as const;

// Of these features the comparison with the other candidates says more than the value itself.
const COMPARED = [
  'preranking',
  'local',
  'near',
  'inContext',
  'clause',
  'characters',
  'rareCharacters',
  'nearCharacters',
  'charactersOffLead',
  'charactersInContext',
  'charactersWithLead',
  'wantedNear',
  'wantedClause',
  'wantedClauseNear',
  'wantedClauseCharacters',
  'wantedClauseNearCharacters',
  'ordered',
  'window',
  'wantedByNearCharacters',
  'echo',
  'score',
  'withTitle',
  'articleCoverage',
  'likely',
  'inOtherWords',
  'softCoverage',
  'softNear',
  'softInContext',
] as const satisfies readonly (typeof OWN)[number][];

/** The features of a candidate sentence, in their order. */
export const FEATURES: readonly string[] = [
  ...OWN,
  ...QUESTION_FEATURES,
  ...COMPARED.flatMap((name) => [`${name}, behind the best`, `${name}, rank`, `${name}, behind its article's best`]),
];

/** How many of `FEATURES`, the first ones, are of a sentence by itself. */
export const OWN_COUNT = OWN.length;

/** The position of a feature in a vector. */
export const featureAt = (name: (typeof OWN | typeof QUESTION_FEATURES)[number]): number => FEATURES.indexOf(name);

/** The vectors of candidate sentences, parallel to them. */
export function vectorsOf(views: readonly SentenceView[], context: FeatureContext, names: Gazetteer): Float64Array[] {
  const ofQuestion = questionFeatures(context);
  const ofPassage = new Map<PassageView, number[]>();
  const scored = prerankingScores(context);
  const { parsed } = context.question;
  const spans = views.map(({ folded, original }) => expectedSpans(parsed, folded, { names, original }));
  const agreement = agreementFeatures(views, spans, context);
  // One allocation for all: many small ones take longer to allocate than to fill.
  const all = new Float64Array(views.length * FEATURES.length);
  const vectors = views.map((view, i) => {
    const wanted = spans[i] ?? [];
    let passage = ofPassage.get(view.passage);
    if (passage === undefined) ofPassage.set(view.passage, (passage = passageFeatures(view.passage, context)));
    const vector = all.subarray(i * FEATURES.length, (i + 1) * FEATURES.length);
    fill(vector, [
      termFeatures(view, context),
      characterFeatures(view, context),
      wantedFeatures(view, wanted, { context, names }),
      proximityFeatures(view, wanted, context),
      agreement[i] ?? [],
      severalFeatures(view, context),
      formFeatures(view),
      passage,
      synonymFeatures(view, context),
      matchFeatures(view, context, names),
      [scored.get(view) ?? 0],
      ofQuestion,
    ]);
    return vector;
  });
  compare(views, vectors);
  return vectors;
}

// Writes lists of numbers into a vector, one behind the other.
function fill(vector: Float64Array, parts: readonly (readonly number[])[]): void {
  let at = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) vector[at++] = part[i] as number;
}

// Fills in how each sentence compares with the others.
function compare(views: readonly SentenceView[], vectors: readonly Float64Array[]): void {
  const articles = new Map<string, number>();
  for (const { passage } of views) {
    const { id } = passage.passage.article;
    if (!articles.has(id)) articles.set(id, articles.size);
  }
  const articleOf = views.map(({ passage }) => articles.get(passage.passage.article.id) ?? 0);
  const bestOf = new Float64Array(articles.size);
  COMPARED.forEach((name, c) => {
    const column = featureAt(name);
    const to = OWN.length + QUESTION_FEATURES.length + c * 3;
    const values = Float64Array.from(vectors, (vector) => vector[column] ?? 0);
    bestOf.fill(0);
    articleOf.forEach((article, i) => {
      bestOf[article] = Math.max(bestOf[article] as number, values[i] as number);
    });
    const best = Math.max(0, ...bestOf);
    const sorted = values.toSorted();
    vectors.forEach((vector, i) => {
      const value = values[i] as number;
      vector[to] = best - value;
      // How many have a higher value.
      vector[to + 1] = Math.log(sorted.length - sorted.lastIndexOf(value));
      vector[to + 2] = (bestOf[articleOf[i] as number] as number) - value;
    });
  });
}

/** What all candidate sentences are ranked by before the best are measured, cheap to compute, in the order of what `prerankingVectors` returns. @internal also for the scripts that train */
export const PRERANKING_FEATURES = [
  'inTitle', // share of the question's weight that it and the headline hold
  'inPassage', // that it, its passage and the headline hold
  'characters', // share of the question's characters, the rarer among the candidates the more
  'likely', // share of the thesaurus' words, in the same or other words
  'inOtherWords', // in other words alone
  'near', // coverage where terms count more the nearer they stand to the question word
  'local', // coverage where terms count more the fewer candidates hold them
  'speakerMatch', // whether it is said by whom the question asks about
  'long', // from 20 UTF-16 units on it is no fragment
  'articleHeld', // share of the question's weight that the article's candidate passages and its headline hold
  'articleCoverage', // the most that one sentence of the article holds
  'passageScore', // the index's, as a share of the best one's
  'articleRank', // 1 for the article with the best passage, ½ for the next …
] as const;

const FRAGMENT = 20;

/** The vectors by which the sentences of the candidate passages are preranked, parallel to `context.views`. @internal also for the scripts that train */
export function prerankingVectors(context: FeatureContext): number[][] {
  const { views, question, total, near, nearTotal, local, localTotal, characterWeights, thesaurusWords } = context;
  const { weights } = question;
  const thesaurusTotal = thesaurusWords.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const rankOf = ranksOf(views);
  return views.map((view) => {
    const { held, characters, passage, speakerMatch, folded } = view;
    const { title } = passage.context;
    const { id } = passage.passage.article;
    const article = context.articles.get(id);
    const matches = context.synonymMatches(view);
    let [likely, inOtherWords] = [0, 0];
    thesaurusWords.forEach(({ weight }, w) => {
      if (matches[w] !== 0) likely += weight;
      if (matches[w] === 2) inOtherWords += weight;
    });
    return [
      shareWhere(weights, (t) => held[t] === 1 || title[t] === 1),
      shareWhere(weights, (t) => held[t] === 1 || passage.held[t] === 1 || title[t] === 1),
      shareWhere(characterWeights, (u) => characters[u] === 1),
      likely / thesaurusTotal,
      inOtherWords / thesaurusTotal,
      shareOf(held, near, nearTotal),
      shareOf(held, local, localTotal),
      speakerMatch,
      Math.min(1, folded.length / FRAGMENT),
      article === undefined ? 0 : shareOf(article.held, weights, total),
      article?.coverage ?? 0,
      passage.share,
      1 / (1 + rankOf(passage)),
    ];
  });
}

// By passage how many articles have a passage with a higher score than its own article's best; equal ones share a rank.
function ranksOf(views: readonly SentenceView[]): (passage: PassageView) => number {
  const best = new Map<string, number>();
  for (const { passage } of views) {
    const { id } = passage.passage.article;
    best.set(id, Math.max(best.get(id) ?? 0, passage.share));
  }
  const shares = Array.from(best.values());
  const above = new Map(Array.from(best, ([id, share]) => [id, shares.filter((other) => other > share).length]));
  return ({ passage }) => above.get(passage.article.id) ?? 0;
}

const prerankingScoresOf = scoresBy(PRERANKING_MODEL);
const known = new WeakMap<FeatureContext, ReadonlyMap<SentenceView, number>>();

/** The preranking score of each sentence of the candidate passages: the higher, the likelier it answers, up to a constant. @internal also for the tests */
export function prerankingScores(context: FeatureContext): ReadonlyMap<SentenceView, number> {
  let scores = known.get(context);
  if (scores === undefined) {
    const values = prerankingScoresOf(prerankingVectors(context));
    scores = new Map(context.views.map((view, i) => [view, values[i] ?? 0]));
    known.set(context, scores);
  }
  return scores;
}

/** How many sentences are measured with all features. */
const MEASURED = 24;
/** Across languages, where the preranking is less sure. */
const MEASURED_ACROSS = 60;

/** The sentences that are worth measuring. */
export function preselect(context: FeatureContext): readonly SentenceView[] {
  const { views } = context;
  const most = views.some(({ passage }) => passage.crossLingualScore !== null) ? MEASURED_ACROSS : MEASURED;
  if (views.length <= most) return views;
  return Array.from(prerankingScores(context))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([view]) => view);
}
