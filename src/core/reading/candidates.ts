import type { ParsedQuestion } from '../question/parse-question.ts';
import { formTerms, glossedPhrase, glossedStem, largeNumber, nameTerm } from '../index/terms.ts';
import type { Library } from '../index/library.ts';
import type { Hit, PassageIndex, QueryTerm, PassageFilter } from '../index/passage-index.ts';
import type { Passage } from '../index/passages.ts';
import type { ArticleId } from '../model/article.ts';
import { weighThesaurusWords } from './features/word-features.ts';
import { CROSS_LINGUAL_CANDIDATES, mostPromising, rankCrossLingual } from './cross-lingual.ts';
import { formFinderOf } from './cross-lingual-forms.ts';

/** How many passages are ranked with care after the index has found them; 40 take longer and cite no better on DRCD. */
const CANDIDATES = 24;
/** An article that is found by its headline sends so many of its first passages along. */
const PASSAGES_OF_A_HEADLINE = 6;
const HEADLINES = 6;
// Whatever their postings cost.
const FEWEST_TERMS = 3;

/** Of so many articles, those that hold most of the question, so many passages are read whether the index found them or not. */
const WHOLE_ARTICLES = 2;
const PASSAGES_OF_AN_ARTICLE = 12;

/** A passage worth measuring, with its score as a share of the best one's. */
export interface Candidate {
  readonly passage: Passage;
  readonly share: number;
  /** For a cross-lingual question the passage's score as a share of the best possible one; null for others. */
  readonly crossLingualScore: number | null;
}

interface CandidateOptions {
  readonly filter: PassageFilter | null;
  /** How many passages the index is asked for, at the most. */
  readonly limit?: number;
  /** How many articles are found by their headlines alone, at the most. */
  readonly headlines?: number;
}

/** Whether a question is asked across languages. */
export const isCrossLingual = ({ terms }: ParsedQuestion): boolean => terms.some(({ across }) => across !== undefined);

/** Finds the passages that may hold an answer. `weights` are parallel to the question's terms. */
export async function findCandidates(
  { parsed, weights }: { readonly parsed: ParsedQuestion; readonly weights: readonly number[] },
  { index, bodyOf, names }: Pick<Library, 'index' | 'bodyOf' | 'names'>,
  { filter, limit = CANDIDATES, headlines: most = HEADLINES }: CandidateOptions,
): Promise<Candidate[]> {
  const asked = affordable(queryTerms(parsed, weights, index), index, { budget: index.budget, fewest: FEWEST_TERMS });
  const left = Math.min(Math.max(FEW_POSTINGS, LIKE_SHARE * index.size()), index.budget - postingsOf(asked, index));
  const query = [...asked, ...affordable(synonymTerms(parsed, weights, index), index, { budget: left, fewest: 0 })];
  if (isCrossLingual(parsed)) {
    const { hits } = await index.search(query, filter, Math.max(limit, CROSS_LINGUAL_CANDIDATES));
    return crossLingualCandidates(parsed, hits, { limit, index, bodyOf, names });
  }
  const { hits } = await index.search(query, filter, limit + HEADLINES);
  const best = hits[0]?.score ?? 1;
  const found = new Map<Passage, number>();
  const raise = (passage: Passage, share: number): void => {
    found.set(passage, Math.max(found.get(passage) ?? 0, share));
  };
  let headlines = 0;
  for (const { passage, score } of hits) {
    if (passage.kind === 'body') {
      raise(passage, score / best);
    } else if (headlines < most) {
      headlines += 1;
      for (const own of bodyOf(passage.article.id).slice(0, PASSAGES_OF_A_HEADLINE)) raise(own, 0);
    }
  }
  for (const id of mostFound(found)) {
    for (const own of bodyOf(id).slice(0, PASSAGES_OF_AN_ARTICLE)) raise(own, 0);
  }
  return [...found].map(([passage, share]) => ({ passage, share, crossLingualScore: null }));
}

function crossLingualCandidates(
  parsed: ParsedQuestion,
  hits: readonly Hit[],
  { limit, index, bodyOf, names }: Pick<Library, 'index' | 'bodyOf' | 'names'> & { readonly limit: number },
): Candidate[] {
  const finder = formFinderOf(parsed, names);
  const bodies = new Set(
    mostPromising(finder, hits, index).flatMap(({ passage }) =>
      passage.kind === 'body' ? [passage] : bodyOf(passage.article.id).slice(0, PASSAGES_OF_A_HEADLINE),
    ),
  );
  const first = rankCrossLingual(finder, [...bodies], index).slice(0, limit);
  const whole = mostFound(new Map(first.map(({ passage, score }) => [passage, score])));
  const more = whole.flatMap((id) => bodyOf(id).slice(0, PASSAGES_OF_AN_ARTICLE)).filter((own) => !bodies.has(own));
  const ordered = more.length === 0 ? first : rankCrossLingual(finder, [...bodies, ...more], index);
  const chosen = new Set<Passage>([...first.map(({ passage }) => passage), ...more]);
  const best = ordered[0]?.score ?? 1;
  return ordered
    .filter(({ passage }) => chosen.has(passage))
    .map(({ passage, score, coverage }) => ({ passage, share: score / (best || 1), crossLingualScore: coverage }));
}

function mostFound(found: ReadonlyMap<Passage, number>): ArticleId[] {
  const shares = new Map<ArticleId, number>();
  for (const [{ article }, share] of found) shares.set(article.id, (shares.get(article.id) ?? 0) + share);
  return Array.from(shares)
    .sort(([, a], [, b]) => b - a)
    .slice(0, WHOLE_ARTICLES)
    .map(([id]) => id);
}

function queryTerms(question: ParsedQuestion, weights: readonly number[], index: PassageIndex): QueryTerm[] {
  const alone = question.terms.length === 1;
  return question.terms.flatMap((one, t): QueryTerm[] => {
    const { term, kind, affiliates, forms } = one;
    // Who is asked for a statement need not be named where their people speak.
    if (affiliates !== undefined) {
      const named = affiliates.map(({ id }) => nameTerm(id)).filter((affiliate) => index.frequency(affiliate) > 0);
      return named.map((affiliate) => ({ term: affiliate, weight: affiliate === term ? 1.5 : 0.5 }));
    }
    if (kind === 'gloss') {
      const stem = glossedStem(one);
      const bigrams = [...new Set(forms.flatMap(formTerms))].map((part): QueryTerm => ({ term: part, weight: 0.5 }));
      const phrase = glossedPhrase(one);
      if (phrase !== null) return [...phrase.split(' ').map((part) => ({ term: part, weight: 0.7 })), ...bigrams];
      return stem === null ? bigrams : [{ term: stem, weight: 1 }, ...bigrams];
    }
    if (forms.length > 0) {
      const parts = [...new Set(forms.flatMap(formTerms))].map((part): QueryTerm => ({ term: part, weight: 0.5 }));
      return [{ term, weight: 1.5 }, ...parts];
    }
    const large = largeNumber(one);
    if (large !== null)
      return [
        { term, weight: 1 },
        { term: large, weight: 0.5 },
      ];
    const single = kind === 'word' && typeof term === 'string' && term.length === 1;
    // MiniSearch brings its own idf; the weight repeats ours only where it says more than a count can: for names.
    const weight = kind === 'name' ? 1.5 : 1;
    return [{ term, weight: (weights[t] ?? 0) > 0 ? weight : 0.1, ...(single && alone ? { prefix: true } : {}) }];
  });
}

// A report may have other words than the asker: so much does one count beside the asker's own, and so many are searched for a word.
const SYNONYM_WEIGHT = 0.3;
const LIKES_A_WORD = 8;
// The commoner of them cost much and find nothing: so many postings of theirs are read, or so many for each passage of the archive.
const FEW_POSTINGS = 1500;
const LIKE_SHARE = 0.15;

// Longer Chinese words than a bigram are found by what else the question holds.
function synonymTerms(question: ParsedQuestion, weights: readonly number[], index: PassageIndex): QueryTerm[] {
  const own = new Set(question.terms.map(({ term }) => term));
  const synonyms = weighThesaurusWords(question, weights).flatMap(({ synonyms: words }) =>
    words
      .map((word) => formTerms(word))
      .flatMap(([term, ...more]) => (term === undefined || more.length > 0 || own.has(term) ? [] : [term]))
      .filter((term) => index.frequency(term) > 0)
      .slice(0, LIKES_A_WORD),
  );
  return Array.from(new Set(synonyms), (term) => ({ term, weight: SYNONYM_WEIGHT }));
}

// The commonest terms of a question cost the most and tell the least: rarer ones are taken first, as far as the budget goes.
function affordable(
  terms: readonly QueryTerm[],
  index: PassageIndex,
  { budget, fewest }: { readonly budget: number; readonly fewest: number },
): QueryTerm[] {
  const cheapestFirst = terms.map((one) => ({ one, cost: postingsOf([one], index) })).sort((a, b) => a.cost - b.cost);
  const chosen: QueryTerm[] = [];
  let spent = 0;
  for (const { one, cost } of cheapestFirst) {
    if (chosen.length >= fewest && spent + cost > budget) break;
    chosen.push(one);
    spent += cost;
  }
  return chosen;
}

const postingsOf = (terms: readonly QueryTerm[], index: PassageIndex): number =>
  terms.reduce((sum, { term }) => sum + index.frequency(term), 0);
