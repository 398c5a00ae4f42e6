import { score } from './linear-model.ts';
import {
  shareOf,
  shareWhere,
  type FeatureContext,
  type PassageView,
  type SentenceView,
} from './features/sentence-view.ts';
import { FIRST_LOOK_MODEL } from './first-look.generated.ts';

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
export function firstLookOf(context: FeatureContext): Float64Array[] {
  const { views, question, total, near, nearTotal, local, localTotal, characterWeights, likeWords } = context;
  const { weights } = question;
  const likeTotal = likeWords.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const rankOf = ranksOf(views);
  return views.map((view) => {
    const { held, characters, passage, said, folded } = view;
    const { title } = passage.context;
    const { id } = passage.passage.article;
    const article = context.articles.get(id);
    const like = context.likeHeld(view);
    const likely = (test: (is: number) => boolean): number =>
      likeWords.reduce((sum, { weight }, w) => sum + (test(like[w] ?? 0) ? weight : 0), 0) / likeTotal;
    return Float64Array.of(
      shareWhere(weights, (t) => held[t] === 1 || title[t] === 1),
      shareWhere(weights, (t) => held[t] === 1 || passage.held[t] === 1 || title[t] === 1),
      shareWhere(characterWeights, (u) => characters[u] === 1),
      likely((is) => is > 0),
      likely((is) => is === 2),
      shareOf(held, near, nearTotal),
      shareOf(held, local, localTotal),
      said,
      Math.min(1, folded.length / FRAGMENT),
      article === undefined ? 0 : shareOf(article.held, weights, total),
      article?.coverage ?? 0,
      passage.share,
      1 / (1 + rankOf(passage)),
    );
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

const looks = new WeakMap<FeatureContext, ReadonlyMap<SentenceView, number>>();

/** How likely each sentence of the candidate passages is to answer at a first look: the higher the likelier, up to a constant. */
export function looksOf(context: FeatureContext): ReadonlyMap<SentenceView, number> {
  let known = looks.get(context);
  if (known === undefined) {
    const vectors = firstLookOf(context);
    known = new Map(context.views.map((view, i) => [view, score(FIRST_LOOK_MODEL, vectors[i] ?? [])]));
    looks.set(context, known);
  }
  return known;
}

/** So many sentences are measured with care. */
const MEASURED = 40;

/** The sentences that are worth measuring. */
export function preselect(context: FeatureContext): readonly SentenceView[] {
  const { views } = context;
  if (views.length <= MEASURED) return views;
  return Array.from(looksOf(context))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MEASURED)
    .map(([view]) => view);
}
