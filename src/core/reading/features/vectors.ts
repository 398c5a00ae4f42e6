import type { Gazetteer } from '../../names/gazetteer.ts';
import { expectedSpans } from '../../question/wanted.ts';
import {
  BOND_FEATURES,
  bondFeatures,
  ECHO_FEATURES,
  echoFeatures,
  SEVERAL_FEATURES,
  severalFeatures,
  WANTED_FEATURES,
  wantedFeatures,
} from './wanted-features.ts';
import { CHARACTER_FEATURES, characterFeatures, TERM_FEATURES, termFeatures } from './coverage-features.ts';
import {
  FORM_FEATURES,
  formFeatures,
  PASSAGE_FEATURES,
  passageFeatures,
  QUESTION_FEATURES,
  questionFeatures,
} from './setting-features.ts';
import { looksOf } from '../first-look.ts';
import { LIKE_FEATURES, likeFeatures } from './like-features.ts';
import type { FeatureContext, PassageView, SentenceView } from './sentence-view.ts';

const OWN = [
  ...TERM_FEATURES,
  ...CHARACTER_FEATURES,
  ...WANTED_FEATURES,
  ...BOND_FEATURES,
  ...ECHO_FEATURES,
  ...SEVERAL_FEATURES,
  ...FORM_FEATURES,
  ...PASSAGE_FEATURES,
  ...LIKE_FEATURES,
  'firstLook', // what the first look made of it
] as const;

// Of these it tells more how a sentence compares with the other candidates than how much it has.
const COMPARED = [
  'firstLook',
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

/** The position of a feature in a vector. */
export const featureAt = (name: (typeof OWN)[number]): number => OWN.indexOf(name);

/** The vectors of candidate sentences, parallel to them. */
export function vectorsOf(views: readonly SentenceView[], context: FeatureContext, names: Gazetteer): Float64Array[] {
  const ofQuestion = questionFeatures(context);
  const ofPassage = new Map<PassageView, number[]>();
  const looks = looksOf(context);
  const { parsed } = context.question;
  const spans = views.map(({ folded, original }) => expectedSpans(parsed, folded, { names, original }));
  const echoes = echoFeatures(views, spans, context);
  const vectors = views.map((view, i) => {
    const wanted = spans[i] ?? [];
    let passage = ofPassage.get(view.passage);
    if (passage === undefined) ofPassage.set(view.passage, (passage = passageFeatures(view.passage, context)));
    const own = [
      ...termFeatures(view, context),
      ...characterFeatures(view, context),
      ...wantedFeatures(view, wanted, { context, names }),
      ...bondFeatures(view, wanted, context),
      ...(echoes[i] ?? []),
      ...severalFeatures(view, context),
      ...formFeatures(view),
      ...passage,
      ...likeFeatures(view, context),
      looks.get(view) ?? 0,
      ...ofQuestion,
    ];
    const vector = new Float64Array(FEATURES.length);
    vector.set(own);
    return vector;
  });
  compare(views, vectors);
  return vectors;
}

// Fills in how each sentence compares with the others.
function compare(views: readonly SentenceView[], vectors: readonly Float64Array[]): void {
  const articles = views.map(({ passage }) => passage.passage.article.id);
  COMPARED.forEach((name, c) => {
    const column = featureAt(name);
    const to = OWN.length + QUESTION_FEATURES.length + c * 3;
    const values = vectors.map((vector) => vector[column] ?? 0);
    const best = Math.max(0, ...values);
    const above = countsAbove(values);
    const bestOf = new Map<string, number>();
    values.forEach((value, i) => {
      const id = articles[i] ?? '';
      bestOf.set(id, Math.max(bestOf.get(id) ?? 0, value));
    });
    vectors.forEach((vector, i) => {
      const value = values[i] ?? 0;
      vector[to] = best - value;
      vector[to + 1] = Math.log(1 + (above.get(value) ?? 0));
      vector[to + 2] = (bestOf.get(articles[i] ?? '') ?? 0) - value;
    });
  });
}

// For each value how many are greater.
function countsAbove(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  values
    .toSorted((a, b) => b - a)
    .forEach((value, i) => {
      if (!counts.has(value)) counts.set(value, i);
    });
  return counts;
}
