import type { Hit, PassageIndex, Term } from '../index/passage-index.ts';
import type { Passage } from '../index/passages.ts';
import { formTerms, glossedPhrase, glossedStem, nameTerm } from '../index/terms.ts';
import type { Form, FormFinder, Place } from './cross-lingual-forms.ts';

/** How many passages of the index are looked at again where a question is asked across languages. */
export const CROSS_LINGUAL_CANDIDATES = 200;
// So many of them are read.
const CROSS_LINGUAL_READ = 80;

// A single character stands in many words.
const ONE_CHARACTER = 0.6;
// A name tells more than a word.
const NAME = 1.5;
// How much the best sentence of a passage counts beside the passage.
const BEST_SENTENCE = 1;
// How much the length of a passage counts: a long one has more by chance (the b of BM25).
const LENGTH = 0.1;

/** A passage with what it tells of a question across languages. */
export interface OrderedPassage {
  readonly passage: Passage;
  readonly score: number;
  /** The score as a share of what a passage with the best form of every word would have. */
  readonly coverage: number;
}

/**
 * Orders passages for a question across languages, whose forms `finder` finds, by what of each word the best of its forms in a passage tells: a word has many
 * forms, of which each passage has one or none, so that an index, which adds them up, prefers passages with several.
 */
export function rankCrossLingual(
  finder: FormFinder,
  passages: readonly Passage[],
  index: PassageIndex,
): OrderedPassage[] {
  const found = passages.map((passage) => finder.find(passage));
  const weights = weightsOf(finder.forms, frequenciesOf(finder.forms, found, index), index.size());
  const possible = new Map<number, number>();
  finder.forms.forEach(({ of }, i) => possible.set(of, Math.max(possible.get(of) ?? 0, weights[i] ?? 0)));
  const most = (1 + BEST_SENTENCE) * [...possible.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const scoreOf = scoreBy(finder.forms, weights);
  const length = passages.reduce((sum, { start, end }) => sum + end - start, 0) / (passages.length || 1);
  return passages
    .map((passage, i) => {
      const places = found[i] ?? [];
      const sentences = passage.sentences.map((_, s) => scoreOf(places, s));
      const normal = 1 - LENGTH + (LENGTH * (passage.end - passage.start)) / length;
      const score = scoreOf(places) / normal + BEST_SENTENCE * Math.max(0, ...sentences);
      return { passage, score, coverage: score / most };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * Of the passages that an index found, those that promise the most of a question's words, in their order: by the best of each word's forms
 * that the index knows them to hold, themselves or in their headline, which is nearly what reading them tells. All of them where it does not know.
 */
export function mostPromising(
  { forms }: Pick<FormFinder, 'forms'>,
  hits: readonly Hit[],
  index: PassageIndex,
): readonly Hit[] {
  const glimpses = hits.flatMap(({ glimpse }) => glimpse ?? []);
  if (hits.length <= CROSS_LINGUAL_READ || glimpses.length < hits.length) return hits;
  const frequencies = forms.map(({ term, form }) =>
    form === null ? index.frequency(term.term) : (frequencyOf(form, index) ?? index.size()),
  );
  const weights = weightsOf(forms, frequencies, index.size());
  const known = forms.flatMap((form, i) => {
    const ways = waysOf(form);
    return ways.length === 0 ? [] : [{ of: form.of, weight: weights[i] ?? 0, ways }];
  });
  const headlines = new Map(glimpses.flatMap((one) => (one.kind === 'headline' ? [[one.article, one.held()]] : [])));
  const promises = glimpses.map(({ article, held }) => {
    const [own, above] = [held(), headlines.get(article)];
    const isHeld = (term: Term): boolean => own.has(term) || above?.has(term) === true;
    const best = new Map<number, number>();
    for (const { of, weight, ways } of known)
      if (weight > (best.get(of) ?? 0) && ways.some((parts) => parts.every(isHeld))) best.set(of, weight);
    return [...best.values()].reduce((sum, weight) => sum + weight, 0);
  });
  const chosen = new Set(
    Array.from(hits.keys())
      .sort((a, b) => (promises[b] ?? 0) - (promises[a] ?? 0))
      .slice(0, CROSS_LINGUAL_READ),
  );
  return hits.filter((_, at) => chosen.has(at));
}

// The terms of the index that a passage holds with a form, in one way or another; none where the index has no term for it.
function waysOf({ term, form, related }: Form): readonly (readonly Term[])[] {
  if (related) return [];
  if (form !== null) return [formTerms(form)].filter((parts) => parts.length > 0);
  if (term.affiliates !== undefined) return term.affiliates.map(({ id }) => [nameTerm(id)]);
  const [stem, phrase] = [glossedStem(term), glossedPhrase(term)];
  return [stem === null ? [term.term] : [stem], ...(phrase === null ? [] : [phrase.split(' ')])];
}

// Makes what adds up the best forms of the words that stand at some places, of one sentence where that is given.
function scoreBy(forms: readonly Form[], weights: readonly number[]) {
  // By the position of a word, and those that stand there, in their order: thousands of sentences are added up one after the other.
  const best = new Float64Array(Math.max(0, ...forms.map(({ of }) => of)) + 1);
  const isHeld = new Uint8Array(best.length);
  const held: number[] = [];
  return (places: readonly Place[], only: number | null = null): number => {
    held.length = 0;
    for (const { form, sentence } of places) {
      if (only !== null && sentence !== only) continue;
      const of = forms[form]?.of ?? 0;
      if (isHeld[of] === 0) {
        isHeld[of] = 1;
        best[of] = 0;
        held.push(of);
      }
      best[of] = Math.max(best[of] ?? 0, weights[form] ?? 0);
    }
    let sum = 0;
    for (const of of held) {
      sum += best[of] ?? 0;
      isHeld[of] = 0;
    }
    return sum;
  };
}

// In how many passages each form stands: as the index says, else as often as it does among those that were found.
function frequenciesOf(
  forms: readonly Form[],
  found: readonly (readonly Place[])[],
  index: PassageIndex,
): readonly number[] {
  const passagesWith = new Uint32Array(forms.length);
  for (const places of found)
    for (const form of new Set(places.map((place) => place.form))) passagesWith[form] = (passagesWith[form] ?? 0) + 1;
  return forms.map(({ term, form, related }, i) => {
    if (form === null) return index.frequency(term.term);
    const here = ((passagesWith[i] ?? 0) / Math.max(1, found.length)) * index.size();
    return related ? here : (frequencyOf(form, index) ?? here);
  });
}

// What each form tells. A form is as rare as it is, and as its word is: one that no text has but by chance would tell the most of all
// (Darwish and Oard, Probabilistic structured query methods, 2003, count a word's forms together).
function weightsOf(forms: readonly Form[], frequencies: readonly number[], size: number): readonly number[] {
  const ofTerm = new Map<number, number>();
  forms.forEach(({ of, weight }, i) => ofTerm.set(of, (ofTerm.get(of) ?? 0) + weight * (frequencies[i] ?? 0)));
  const rarity = (frequency: number): number => Math.max(0, Math.log((size + 1) / (Math.min(size, frequency) + 0.5)));
  return forms.map(({ term, of, form, weight, many }, i) => {
    const tells = (rarity(frequencies[i] ?? 0) + rarity(ofTerm.get(of) ?? 0)) / 2;
    const kind = (form?.length === 1 ? ONE_CHARACTER : 1) * (form === null && term.name !== null ? NAME : 1);
    return tells * weight * kind * many;
  });
}

// In how many passages a form stands; null where the index cannot say, as for a single character.
function frequencyOf(form: string, index: PassageIndex): number | null {
  const parts = formTerms(form);
  return parts.length === 0 ? null : Math.min(...parts.map((part) => index.frequency(part)));
}
