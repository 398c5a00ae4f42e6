import type { Passage } from '../index/passages.ts';
import { isLatin } from '../index/terms.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { beginningsOf, endOfStems, foldScript, unitTable, wordsBeginning } from '../text/script.ts';
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
  readonly related: boolean;
}

// Words with the same beginning are mostly related, though no stemmer conflates them: defend, defense.
const RELATED = 5;
const RELATED_WEIGHT = 0.5;

const withRelated = (form: Form): Form[] =>
  form.form !== null && isLatin(form.form) && !form.form.includes(' ') && form.form.length >= RELATED
    ? [form, { ...form, form: form.form.slice(0, RELATED), weight: form.weight * RELATED_WEIGHT, related: true }]
    : [form];

/** Where a passage holds a form. */
export interface Place {
  /** The position in `forms`. */
  readonly form: number;
  /** The sentence of the passage; -1 for its headline. */
  readonly sentence: number;
}

/** Finds all forms of a question in passages, each of which is read once. */
export interface FormFinder {
  readonly forms: readonly Form[];
  find(passage: Passage): readonly Place[];
}

const finders = new WeakMap<ParsedQuestion, WeakMap<Gazetteer, FormFinder>>();

/** The finder of a question's forms, for all searches that it takes: who asks of days is answered by reports of them and by others. */
export function formFinderOf(question: ParsedQuestion, names: Gazetteer): FormFinder {
  const known = finders.get(question) ?? new WeakMap<Gazetteer, FormFinder>();
  finders.set(question, known);
  const finder = known.get(names) ?? createFormFinder(question, names);
  known.set(names, finder);
  return finder;
}

/**
 * Finds all forms in one pass over a passage: by the first characters of Chinese ones, by the first stem of English ones.
 * @internal Exported for its tests.
 */
export function createFormFinder(question: ParsedQuestion, names: Gazetteer): FormFinder {
  const forms = formsOf(question);
  const beginnings = byBeginning(forms);
  const { own } = beginnings;
  const isHan = forms.some(({ form }) => form !== null && !isLatin(form));
  const each = isHan ? eachHan(beginnings) : eachLatin(beginnings);
  const matcher = createMatcher({ ...question, terms: question.terms.map(asItStands) }, names);
  const read = ({ article, start, end, sentences }: Passage): readonly Place[] => {
    const text = `${article.title}\n${article.text.slice(start, end)}`;
    const folded = foldScript(text);
    const offset = start - article.title.length - 1;
    const sentenceAt = (at: number): number => sentences.findLastIndex((one) => one.start <= at + offset);
    const found: Place[] = matcher.matches(text, folded).map(({ term, start: at }) => ({
      form: own.get(term) ?? 0,
      sentence: sentenceAt(at),
    }));
    each(folded, (form, at) => found.push({ form, sentence: sentenceAt(at) }));
    return found;
  };
  const known = new Map<Passage, readonly Place[]>();
  return {
    forms,
    find: (passage) => {
      let places = known.get(passage);
      if (places === undefined) known.set(passage, (places = read(passage)));
      return places;
    },
  };
}

// Calls `found` for every form of a folded text, but those of terms as they stand.
type EachForm = (folded: string, found: (form: number, at: number) => void) => void;

function eachHan({ starting }: FormsByBeginning): EachForm {
  const single = [...starting].filter(([{ length }]) => length === 1);
  const opens = unitTable(single.map(([first]) => first));
  const byUnit = new Map(single.map(([first, own]) => [first.charCodeAt(0), own]));
  return (folded, found) => {
    let second = folded.charCodeAt(0);
    for (let at = 0; at < folded.length; at++) {
      const first = second;
      second = folded.charCodeAt(at + 1);
      if (opens[first] === 0) continue;
      for (const [form, i] of byUnit.get(first) ?? [])
        if (form.length === 1 || (form.charCodeAt(1) === second && folded.startsWith(form, at))) found(i, at);
    }
  };
}

function eachLatin({ related, starting }: FormsByBeginning): EachForm {
  const beginnings = beginningsOf([...related.keys(), ...starting.keys()]);
  return (folded, found) => {
    for (const { word, stem, start, end } of wordsBeginning(folded, beginnings)) {
      if (stem.length >= RELATED) for (const i of related.get(stem.slice(0, RELATED)) ?? []) found(i, start);
      if (word !== stem) for (const [form, i] of starting.get(word) ?? []) if (form === word) found(i, start);
      for (const [form, i] of starting.get(stem) ?? [])
        if (endOfStems(folded, end, form.split(' ').slice(1)) !== null) found(i, start);
    }
  };
}

const formsOf = ({ terms }: ParsedQuestion): Form[] =>
  terms.flatMap((term, of): Form[] => {
    const many = 1 / Math.sqrt(1 + MANY_FORMS * Math.log((term.across?.length ?? 0) + 1));
    const own: Form = { of, term, form: null, weight: 1, many: 1, related: false };
    return [
      own,
      ...(term.across ?? []).flatMap(({ form, weight }) =>
        withRelated({ of, term, form, weight, many, related: false }),
      ),
    ];
  });

// The positions of forms: of beginnings of words, of forms by their first character or stem, of terms as they stand.
interface FormsByBeginning {
  readonly related: ReadonlyMap<string, readonly number[]>;
  readonly starting: ReadonlyMap<string, readonly (readonly [form: string, position: number])[]>;
  readonly own: ReadonlyMap<number, number>;
}

function byBeginning(forms: readonly Form[]): FormsByBeginning {
  const related = new Map<string, number[]>();
  const starting = new Map<string, [string, number][]>();
  const own = new Map<number, number>();
  forms.forEach(({ form, of, related: isRelated }, i) => {
    if (form === null) return void own.set(of, i);
    if (isRelated) {
      related.set(form, [...(related.get(form) ?? []), i]);
      return;
    }
    const first = isLatin(form) ? (form.split(' ')[0] ?? '') : form.charAt(0);
    const list = starting.get(first);
    if (list === undefined) starting.set(first, [[form, i]]);
    else list.push([form, i]);
  });
  return { related, starting, own };
}

// A term without its forms in the other language.
const asItStands = (term: QuestionTerm): QuestionTerm => (term.across === undefined ? term : { ...term, forms: [] });
