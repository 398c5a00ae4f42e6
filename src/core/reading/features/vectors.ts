import type { Gazetteer } from '../../names/gazetteer.ts';
import { expectedSpans } from '../../question/wanted.ts';
import { FIRST_LOOK_MODEL } from '../first-look.generated.ts';
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
  SEVERAL_FEATURES,
  WANTED_FEATURES,
  proximityFeatures,
  agreementFeatures,
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

/** So many of `FEATURES`, the first, are of a sentence by itself. */
export const OWN_COUNT = OWN.length;

/** The position of a feature in a vector. */
export const featureAt = (name: (typeof OWN)[number]): number => OWN.indexOf(name);

/** The vectors of candidate sentences, parallel to them. */
export function vectorsOf(views: readonly SentenceView[], context: FeatureContext, names: Gazetteer): Float64Array[] {
  const ofQuestion = questionFeatures(context);
  const ofPassage = new Map<PassageView, number[]>();
  const looks = looksOf(context);
  const { parsed } = context.question;
  const spans = views.map(({ folded, original }) => expectedSpans(parsed, folded, { names, original }));
  const agreement = agreementFeatures(views, spans, context);
  // One piece of memory for all: a small one each takes longer to get than to fill.
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
      [looks.get(view) ?? 0],
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
      // So many have more of it.
      vector[to + 1] = Math.log(sorted.length - sorted.lastIndexOf(value));
      vector[to + 2] = (bestOf[articleOf[i] as number] as number) - value;
    });
  });
}

/** What a sentence is first looked at by, all of it quickly told, in the order of what `firstLookOf` returns. @internal also for the scripts that train */
export const FIRST_LOOK_FEATURES = [
  'inTitle', // share of the question's weight that it and the headline hold
  'inPassage', // that it, its passage and the headline hold
  'characters', // share of the question's characters, the rarer among the candidates the more
  'likely', // share of the thesaurus' words, in the same or other words
  'inOtherWords', // in other words alone
  'near', // coverage where terms count more the nearer they stand to the question word
  'local', // coverage where terms count more the fewer candidates hold them
  'said', // whether it is said by whom the question asks about
  'long', // from 20 UTF-16 units on it is no fragment
  'articleHeld', // share of the question's weight that the article's candidate passages and its headline hold
  'articleCoverage', // the most that one sentence of the article holds
  'passageScore', // the index's, as a share of the best one's
  'articleRank', // 1 for the article with the best passage, ½ for the next …
] as const;

const FRAGMENT = 20;

/** Looks at all sentences of the candidate passages: a vector for each, parallel to `context.views`. @internal also for the scripts that train */
export function firstLookOf(context: FeatureContext): number[][] {
  const { views, question, total, near, nearTotal, local, localTotal, characterWeights, thesaurusWords } = context;
  const { weights } = question;
  const thesaurusTotal = thesaurusWords.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const rankOf = ranksOf(views);
  return views.map((view) => {
    const { held, characters, passage, said, folded } = view;
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
      said,
      Math.min(1, folded.length / FRAGMENT),
      article === undefined ? 0 : shareOf(article.held, weights, total),
      article?.coverage ?? 0,
      passage.share,
      1 / (1 + rankOf(passage)),
    ];
  });
}

// How many articles have a passage that the index prefers to all of a passage's own article: those that are alike have one rank.
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

// So many hidden units, and so many vectors, are summed side by side: one sum alone waits for itself at every feature.
const UNITS = 4;
const VECTORS = 2;

const firstLooks = scoresBy(FIRST_LOOK_MODEL);
const looks = new WeakMap<FeatureContext, ReadonlyMap<SentenceView, number>>();

/** How likely each sentence of the candidate passages is to answer at a first look: the higher the likelier, up to a constant. @internal also for the tests */
export function looksOf(context: FeatureContext): ReadonlyMap<SentenceView, number> {
  let known = looks.get(context);
  if (known === undefined) {
    const scores = firstLooks(firstLookOf(context));
    known = new Map(context.views.map((view, i) => [view, scores[i] ?? 0]));
    looks.set(context, known);
  }
  return known;
}

/** So many sentences are measured with care. */
const MEASURED = 24;
/** Across languages, where a first look tells less. */
const MEASURED_ACROSS = 60;

/** The sentences that are worth measuring. */
export function preselect(context: FeatureContext): readonly SentenceView[] {
  const { views } = context;
  const most = views.some(({ passage }) => passage.told !== null) ? MEASURED_ACROSS : MEASURED;
  if (views.length <= most) return views;
  return Array.from(looksOf(context))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([view]) => view);
}

/**
 * A linear model with a few hidden units beside it: small enough to be read in at once, and to learn from two thousand questions
 * without learning them by heart. Features are standardised and clipped first.
 */
export interface Model {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** One weight a feature. */
  readonly direct: readonly number[];
  readonly hidden: readonly { readonly bias: number; readonly out: number; readonly weights: readonly number[] }[];
}

// No feature counts for more than this many standard deviations, so that text of an unknown kind is not judged by one of them.
const MOST_DEVIATIONS = 4;

/**
 * A vector in standard deviations from the mean, each at most `MOST_DEVIATIONS`; written into `standard` where that is given.
 * @internal also for the scripts that train
 */
export function standardise(
  { mean, scale }: { readonly mean: ArrayLike<number>; readonly scale: ArrayLike<number> },
  vector: ArrayLike<number>,
  standard = new Float64Array(mean.length),
): Float64Array {
  for (let f = 0; f < standard.length; f++) {
    const value = ((vector[f] ?? 0) - (mean[f] ?? 0)) / (scale[f] ?? 1);
    standard[f] = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, value));
  }
  return standard;
}

/** Makes what gives a model's value for a vector: a log-odds, or one up to a constant, as it was trained. @internal also for the scripts that train */
export function scorerOf(model: Model): (vector: ArrayLike<number>) => number {
  const scores = scoresBy(model);
  return (vector) => scores([vector])[0] ?? 0;
}

/**
 * The same for many vectors. Every four units are read for all of them before the next four: those stay in the nearest memory,
 * which all units together outgrow.
 */
export function scoresBy(model: Model): (vectors: readonly ArrayLike<number>[]) => number[] {
  const direct = Float64Array.from(model.direct);
  const size = direct.length;
  // A unit that counts for nothing changes nothing: some have learnt to be silent, and some are put in to make fours.
  const heard = model.hidden.filter(({ out }) => out !== 0);
  const spare = (UNITS - (heard.length % UNITS)) % UNITS;
  const hidden = [...heard, ...Array.from({ length: spare }, () => ({ bias: 0, out: 0, weights: [] }))];
  const fours = Array.from({ length: hidden.length / UNITS }, (_, at) =>
    fourOf(hidden.slice(at * UNITS, (at + 1) * UNITS), size),
  );
  return (vectors) => {
    // With one more where they are odd, which is not looked at.
    const count = Math.ceil(vectors.length / VECTORS) * VECTORS;
    const standard = new Float64Array(count * size);
    const totals = new Float64Array(count);
    vectors.forEach((vector, v) => {
      const own = standardise(model, vector, standard.subarray(v * size, (v + 1) * size));
      let total = 0;
      for (let f = 0; f < size; f++) total += (own[f] as number) * (direct[f] as number);
      totals[v] = total;
    });
    for (const four of fours) addFour(four, standard, totals);
    return Array.from(totals.subarray(0, vectors.length));
  };
}

// Four hidden units.
interface Four {
  readonly weights: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly biases: Float64Array;
  readonly outs: Float64Array;
}

function fourOf(units: Model['hidden'], size: number): Four {
  const weights = units.map((unit) => {
    const own = new Float64Array(size);
    own.set(unit.weights);
    return own;
  }) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return {
    weights,
    biases: Float64Array.from(units, ({ bias }) => bias),
    outs: Float64Array.from(units, ({ out }) => out),
  };
}

// Adds to the totals of standardised vectors, an even number of them, what four units make of each.
function addFour({ weights, biases, outs }: Four, standard: Float64Array, totals: Float64Array): void {
  const [first, second, third, fourth] = weights;
  const size = first.length;
  const fired = (unit: number, sum: number): number => (outs[unit] as number) * Math.tanh(sum);
  for (let v = 0; v < totals.length; v += VECTORS) {
    const at = v * size;
    const next = at + size;
    let a = biases[0] as number;
    let b = biases[1] as number;
    let c = biases[2] as number;
    let d = biases[3] as number;
    let e = a;
    let g = b;
    let h = c;
    let k = d;
    for (let f = 0; f < size; f++) {
      const one = standard[at + f] as number;
      const other = standard[next + f] as number;
      const w = first[f] as number;
      const x = second[f] as number;
      const y = third[f] as number;
      const z = fourth[f] as number;
      a += one * w;
      b += one * x;
      c += one * y;
      d += one * z;
      e += other * w;
      g += other * x;
      h += other * y;
      k += other * z;
    }
    totals[v] = (totals[v] as number) + fired(0, a) + fired(1, b) + fired(2, c) + fired(3, d);
    totals[v + 1] = (totals[v + 1] as number) + fired(0, e) + fired(1, g) + fired(2, h) + fired(3, k);
  }
}

/** Decision trees whose values are added up, beginning with `start`. */
export interface Trees {
  readonly start: number;
  readonly trees: readonly {
    /**
     * The feature, the threshold, where to go on with a value up to it, where with a higher one: at another split of the tree, or, from
     * −1 down, at leaf 0 and so on. The first one is the root.
     */
    readonly splits: readonly (readonly [feature: number, threshold: number, left: number, right: number])[];
    readonly leaves: readonly number[];
  }[];
}

/** Makes what gives the trees' value for a vector: the log-odds that they were trained for. */
export function treesScorerOf({ start, trees }: Trees): (vector: ArrayLike<number>) => number {
  const [roots, features, thresholds, children, leaves]: number[][] = [[], [], [], [], []] as const;
  for (const tree of trees) {
    const [split, leaf] = [features.length, leaves.length];
    const placed = (child: number): number => (child < 0 ? child - leaf : child + split);
    roots.push(tree.splits.length === 0 ? ~leaf : split);
    for (const [feature, threshold, left, right] of tree.splits) {
      features.push(feature);
      thresholds.push(threshold);
      children.push(placed(left), placed(right));
    }
    leaves.push(...tree.leaves);
  }
  return (vector) =>
    roots.reduce((sum, root) => {
      let at = root;
      while (at >= 0) {
        const isHigher = (vector[features[at] as number] ?? 0) > (thresholds[at] as number);
        at = children[2 * at + (isHigher ? 1 : 0)] as number;
      }
      return sum + (leaves[~at] as number);
    }, start);
}

/** Turns scores into probabilities that make 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - top));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}
