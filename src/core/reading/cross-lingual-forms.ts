import type { Passage } from '../index/passages.ts';
import { isLatin } from '../index/terms.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { WORD, foldScript, stemOf } from '../text/script.ts';
import { createMatcher } from './weigh-question.ts';

// Of many forms one stands somewhere by chance: each term's share falls with the logarithm of their number.
const MANY_FORMS = 0.2;

/** A form that a word of a question across languages may have in a text. */
export interface Form {
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

/** Where a passage holds a form. */
export interface Place {
  /** The position in `forms`. */
  readonly form: number;
  /** The sentence of the passage; -1 for its headline. */
  readonly sentence: number;
}

/** Finds all forms of a question in passages. */
interface FormFinder {
  readonly forms: readonly Form[];
  find(passage: Passage): Place[];
}

/** Finds all forms in one pass over a passage: by the first character of Chinese ones, by the first stem of English ones. */
export function createFormFinder(question: ParsedQuestion, names: Gazetteer): FormFinder {
  const forms = formsOf(question);
  const { kindred, starting, own } = byBeginning(forms);
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
        const words = Array.from(folded.matchAll(WORD), (match) => ({
          word: match[0],
          stem: stemOf(match[0]),
          at: match.index,
        }));
        words.forEach(({ word, stem, at }, w) => {
          if (stem.length >= KINDRED) for (const i of kindred.get(stem.slice(0, KINDRED)) ?? []) add(i, at);
          if (word !== stem) for (const [form, i] of starting.get(word) ?? []) if (form === word) add(i, at);
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

const formsOf = ({ terms }: ParsedQuestion): Form[] =>
  terms.flatMap((term, of): Form[] => {
    const many = 1 / Math.sqrt(1 + MANY_FORMS * Math.log((term.across?.length ?? 0) + 1));
    const own: Form = { of, term, form: null, weight: 1, many: 1, kindred: false };
    return [
      own,
      ...(term.across ?? []).flatMap(({ form, weight }) =>
        withKindred({ of, term, form, weight, many, kindred: false }),
      ),
    ];
  });

// The positions of forms: of beginnings of words, of forms by their first character or stem, of terms as they stand.
interface FormsByBeginning {
  readonly kindred: ReadonlyMap<string, readonly number[]>;
  readonly starting: ReadonlyMap<string, readonly (readonly [form: string, position: number])[]>;
  readonly own: ReadonlyMap<number, number>;
}

function byBeginning(forms: readonly Form[]): FormsByBeginning {
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
  return { kindred, starting, own };
}

// A term without its forms in the other language.
const asItStands = (term: QuestionTerm): QuestionTerm => (term.across === undefined ? term : { ...term, forms: [] });
