import type { PassageIndex } from '../index/passage-index.ts';
import { numberTerm } from '../index/terms.ts';
import type { Span } from '../model/span.ts';
import { isDateOrShare } from '../text/english-numbers.ts';
import { langTable, langWords } from '../text/lang-data.ts';
import { stemOf } from '../text/script.ts';
import { crossDictionary, merged, scaled, type Translation } from '../names/cross-dictionary.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { withChineseNames, withLatinNames } from './cross-lingual-names.ts';
import { withChineseSounds, withLatinSounds } from './names-by-sound.ts';
import { inEnglish } from './chinese-words.ts';
import type { ParsedQuestion } from './parse-question.ts';

const HAN = /[\u4e00-\u9fff]/;

/** A question as texts of the other language may put it: each word with its forms there. One in no language stays as it is. */
export function crossLingualTerms(parsed: ParsedQuestion, index: PassageIndex): ParsedQuestion {
  const terms = translated(parsed, index);
  return terms === null ? parsed : { ...parsed, terms: terms.map(numberAcross) };
}

function translated(parsed: ParsedQuestion, index: PassageIndex): readonly QuestionTerm[] | null {
  if (HAN.test(parsed.folded)) return inEnglish(withLatinSounds(withLatinNames(parsed, index), index));
  if (!/[a-z]/.test(parsed.folded)) return null;
  return withChineseSounds(inChinese(withChineseNames(parsed, index)), parsed, index);
}

// 18岁 is aged 18: of other numbers than those of dates and shares each language has units of its own.
function numberAcross(term: QuestionTerm): QuestionTerm {
  if (term.number === null) return term;
  const { value, unit } = term.number;
  const kept = isDateOrShare(unit) ? unit : '';
  return { ...term, term: numberTerm(value, kept), number: { value, unit: kept } };
}

const LONGEST_PHRASE = 4;

// Every word with its Chinese forms, and every phrase that the dictionary knows beside its words.
function inChinese({ folded, terms }: ParsedQuestion): QuestionTerm[] {
  const dictionary = crossDictionary();
  const found = terms.map((term): QuestionTerm => {
    if (term.number !== null || term.across !== undefined || (term.name !== null && term.name.kind !== 'word'))
      return term;
    const words = wordsOf(folded.slice(term.start, term.end)).map(({ word }) => word);
    const [word] = words;
    const across =
      words.length === 1 && word !== undefined
        ? merged(baseForms(word).map(({ base, share }) => scaled(dictionary.toChinese([base]), share)))
        : dictionary.toChinese(words);
    if (across.length === 0 || word === undefined) return term;
    const chinese = [...(term.name?.forms ?? []), ...term.forms].filter((form) => HAN.test(form));
    const own = chinese.map((form) => ({ form, weight: 1 }));
    return glossed(term, merged([own, across]), term.name === null ? stemOf(word) : null);
  });
  const words = wordsOf(folded);
  for (let i = 0; i < words.length; i++) {
    for (let length = LONGEST_PHRASE; length > 1; length--) {
      const part = words.slice(i, i + length);
      const [first] = part;
      const last = part.at(-1);
      if (part.length < length || first === undefined || last === undefined) continue;
      const across = dictionary.toChinese(part.map(({ word }) => word)).filter(({ form }) => form.length > 1);
      if (across.length === 0) continue;
      const phrase = { start: first.start, end: last.end, name: null, number: null };
      // Of words that only make up the question, "how many", no phrase is made.
      if (!terms.some(({ start, end }) => start < phrase.end && end > phrase.start)) break;
      const key = `=${part.map(({ word }) => stemOf(word)).join(' ')}`;
      if (found.some(({ start, end, name }) => name !== null && start <= phrase.start && end >= phrase.end)) break;
      // "US to" of "urge the US to do": a name and a word that makes up the question.
      if (part.every((word) => STOP_WORDS.has(word.word) || isNamed(word, found))) break;
      found.push({ ...phrase, kind: 'gloss', term: key, forms: across.map(({ form }) => form), across });
      i += length - 1;
      break;
    }
  }
  return found;
}

const STOP_WORDS: ReadonlySet<string> = new Set(langWords('en/stop-words'));

const isNamed = (word: Span, terms: readonly QuestionTerm[]): boolean =>
  terms.some(({ name, start, end }) => name !== null && name.kind !== 'word' && start <= word.start && end >= word.end);

// A term that any of its forms answers to. One character alone stands in too many words to be looked for in a sentence.
const glossed = (term: QuestionTerm, across: readonly Translation[], stem: string | null): QuestionTerm => {
  const forms = across.map(({ form }) => form).filter((form) => form.length > 1);
  return term.name === null
    ? { ...term, kind: 'gloss', term: `=${stem ?? ''}`, forms, across }
    : { ...term, forms, across };
};

// Luther's is Luther.
const WORD = /([a-z]+)(?:['’]s(?![a-z]))?/g;

const wordsOf = (folded: string): { word: string; start: number; end: number }[] =>
  Array.from(folded.matchAll(WORD), (match) => ({
    word: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));

let irregular: ReadonlyMap<string, string> | null = null;

// Endings that make words of others, with what the others end in; the stemmer leaves these on.
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/er$/, ['', 'e']],
  [/est$/, ['', 'e']],
  [/ly$/, ['']],
  [/ions?$/, ['', 'e']],
  [/(?:ment|ness)s?$/, ['']],
  [/nse$/, ['nd']],
  [/al$/, ['']],
  [/ists?$/, ['']],
];
const SHORTEST_BASE = 3;
// Of a word that another is made of: explode, of explosion.
const DERIVED = 0.5;

/** A word of a question with what it may be a form of, the word itself first. */
function baseForms(word: string): { readonly base: string; readonly share: number }[] {
  irregular ??= langTable('en/irregular-forms');
  const base = irregular.get(word);
  const derived = ENDINGS.flatMap(([ending, endings]) =>
    ending.test(word) ? endings.map((other) => word.replace(ending, other)) : [],
  );
  return [
    { base: word, share: 1 },
    ...(base === undefined ? [] : [{ base, share: 1 }]),
    ...derived.filter(({ length }) => length >= SHORTEST_BASE).map((other) => ({ base: other, share: DERIVED })),
  ];
}
