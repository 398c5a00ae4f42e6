import type { PassageIndex } from '../index/passage-index.ts';
import type { Passage } from '../index/passages.ts';
import { indexedPairs, isLatin } from '../index/term-weights.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { WORD } from '../text/characters.ts';
import { foldScript } from '../text/script.ts';
import { stemOf } from '../text/stems.ts';
import { createMatcher } from './matched-terms.ts';

/** How many passages of the index are read again where a question is asked across languages. */
export const CANDIDATES_ACROSS = 200;

// A single character stands in many words.
const ONE_CHARACTER = 0.6;
// Of many forms one stands somewhere by chance: each term's share falls with the logarithm of their number.
const MANY_FORMS = 0.2;
// A name tells more than a word.
const NAME = 1.5;
// How much the best sentence of a passage counts beside the passage.
const BEST_SENTENCE = 1;

/** A passage with what it tells of a question across languages. */
export interface OrderedPassage {
  readonly passage: Passage;
  readonly score: number;
  /** The score as a share of what a passage with the best form of every word would have. */
  readonly coverage: number;
}

/**
 * Orders passages for a question across languages, by what of each word the best of its forms in a passage tells: a word has many
 * forms, of which each passage has one or none, so that an index, which adds them up, prefers passages with several.
 */
export function orderAcross(
  question: ParsedQuestion,
  passages: readonly Passage[],
  { index, names }: { readonly index: PassageIndex; readonly names: Gazetteer },
): OrderedPassage[] {
  const finder = createFormFinder(question, names);
  const found = passages.map((passage) => finder.find(passage));
  const passagesWith = new Uint32Array(finder.forms.length);
  for (const places of found)
    for (const form of new Set(places.map((place) => place.form))) passagesWith[form] = (passagesWith[form] ?? 0) + 1;
  const size = index.size();
  const weights = finder.forms.map(({ term, form, weight, many, kindred }, i) => {
    const here = ((passagesWith[i] ?? 0) / Math.max(1, passages.length)) * size;
    const frequency = form === null ? index.frequency(term.term) : kindred ? here : (frequencyOf(form, index) ?? here);
    const tells = Math.max(0, Math.log((size + 1) / (frequency + 0.5)));
    return (
      tells *
      weight *
      (form?.length === 1 ? ONE_CHARACTER : 1) *
      (form === null && term.name !== null ? NAME : 1) *
      many
    );
  });
  const possible = new Map<number, number>();
  finder.forms.forEach(({ of }, i) => possible.set(of, Math.max(possible.get(of) ?? 0, weights[i] ?? 0)));
  const most = (1 + BEST_SENTENCE) * [...possible.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const scoreOf = (places: readonly Place[]): number => {
    const best = new Map<number, number>();
    for (const { form } of places) {
      const of = finder.forms[form]?.of ?? 0;
      best.set(of, Math.max(best.get(of) ?? 0, weights[form] ?? 0));
    }
    return [...best.values()].reduce((sum, weight) => sum + weight, 0);
  };
  return passages
    .map((passage, i) => {
      const places = found[i] ?? [];
      const sentences = passage.sentences.map((_, s) => scoreOf(places.filter(({ sentence }) => sentence === s)));
      const score = scoreOf(places) + BEST_SENTENCE * Math.max(0, ...sentences);
      return { passage, score, coverage: score / most };
    })
    .sort((a, b) => b.score - a.score);
}

// In how many passages a form stands; null where the index cannot say, as for a single character.
function frequencyOf(form: string, index: PassageIndex): number | null {
  const parts = isLatin(form) ? form.split(' ') : indexedPairs(form);
  return parts.length === 0 ? null : Math.min(...parts.map((part) => index.frequency(part)));
}

interface Form {
  /** The position of its term in the question. */
  readonly of: number;
  readonly term: QuestionTerm;
  /** Null for the term as it stands: a name, a number, a word that both languages write alike. */
  readonly form: string | null;
  readonly weight: number;
  readonly many: number;
  /** Whether `form` is only the beginning of the words that it stands for. */
  readonly kindred: boolean;
}

// Words that begin alike are mostly of one family, which no stemmer brings together: defend, defense.
const KINDRED = 5;
const KINDRED_WEIGHT = 0.5;

const withKindred = (form: Form): Form[] =>
  form.form !== null && isLatin(form.form) && !form.form.includes(' ') && form.form.length >= KINDRED
    ? [form, { ...form, form: form.form.slice(0, KINDRED), weight: form.weight * KINDRED_WEIGHT, kindred: true }]
    : [form];

interface Place {
  /** The position in `forms`. */
  readonly form: number;
  /** The sentence of the passage; -1 for its headline. */
  readonly sentence: number;
}

interface FormFinder {
  readonly forms: readonly Form[];
  find(passage: Passage): Place[];
}

// Finds all forms in one pass over a passage: by the first character of Chinese ones, by the first stem of English ones.
function createFormFinder(question: ParsedQuestion, names: Gazetteer): FormFinder {
  const forms = question.terms.flatMap((term, of): Form[] => {
    const many = 1 / (1 + MANY_FORMS * Math.log((term.across?.length ?? 0) + 1));
    const own: Form = { of, term, form: null, weight: 1, many: 1, kindred: false };
    return [
      own,
      ...(term.across ?? []).flatMap(({ form, weight }) =>
        withKindred({ of, term, form, weight, many, kindred: false }),
      ),
    ];
  });
  const kindred = new Map<string, number[]>();
  const starting = new Map<string, [string, number][]>();
  const own = new Map<number, number>();
  forms.forEach(({ form, of, kindred: isKindred }, i) => {
    if (form === null) return void own.set(of, i);
    if (isKindred) {
      kindred.set(form, [...(kindred.get(form) ?? []), i]);
      return;
    }
    const first = isLatin(form) ? (form.split(' ')[0] ?? '') : form.charAt(0);
    const list = starting.get(first);
    if (list === undefined) starting.set(first, [[form, i]]);
    else list.push([form, i]);
  });
  const isHan = forms.some(({ form }) => form !== null && !isLatin(form));
  const matcher = createMatcher({ ...question, terms: question.terms.map(asItStands) }, names);
  return {
    forms,
    find({ article, start, end, sentences }) {
      const text = `${article.title}\n${article.text.slice(start, end)}`;
      const folded = foldScript(text);
      const offset = start - article.title.length - 1;
      const sentenceAt = (at: number): number => sentences.findLastIndex((one) => one.start <= at + offset);
      const found: Place[] = matcher.matches(text, folded).map(({ term, start: at }) => ({
        form: own.get(term) ?? 0,
        sentence: sentenceAt(at),
      }));
      const add = (form: number, at: number): void => void found.push({ form, sentence: sentenceAt(at) });
      if (isHan) {
        for (let at = 0; at < folded.length; at++)
          for (const [form, i] of starting.get(folded.charAt(at)) ?? []) if (folded.startsWith(form, at)) add(i, at);
      } else {
        const words = Array.from(folded.matchAll(WORD), (match) => ({ stem: stemOf(match[0]), at: match.index }));
        words.forEach(({ stem, at }, w) => {
          if (stem.length >= KINDRED) for (const i of kindred.get(stem.slice(0, KINDRED)) ?? []) add(i, at);
          for (const [form, i] of starting.get(stem) ?? []) {
            const stems = form.split(' ');
            if (stems.every((other, k) => words[w + k]?.stem === other)) add(i, at);
          }
        });
      }
      return found;
    },
  };
}

// A term without its forms in the other language.
const asItStands = (term: QuestionTerm): QuestionTerm => (term.across === undefined ? term : { ...term, forms: [] });
