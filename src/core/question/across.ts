import type { PassageIndex } from '../index/passage-index.ts';
import { isCjk } from '../text/characters.ts';
import { langTable } from '../text/lang-data.ts';
import { stemOf } from '../text/stems.ts';
import { crossDictionary, type Translation } from '../names/cross-dictionary.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { withChineseNames, withLatinNames } from './names-across.ts';
import type { ParsedQuestion } from './parse-question.ts';

const HAN = /[\u4e00-\u9fff]/;

/** A question as texts of the other language may put it: each word with its forms there. One in no language stays as it is. */
export function acrossLanguages(parsed: ParsedQuestion, index: PassageIndex): ParsedQuestion {
  if (HAN.test(parsed.folded)) return { ...parsed, terms: inEnglish(withLatinNames(parsed, index)) };
  return /[a-z]/.test(parsed.folded) ? { ...parsed, terms: inChinese(withChineseNames(parsed, index)) } : parsed;
}

const LONGEST_PHRASE = 4;

// Every word with its Chinese forms, and every phrase that the dictionary knows beside its words.
function inChinese({ folded, terms }: ParsedQuestion): QuestionTerm[] {
  const dictionary = crossDictionary();
  const translated = terms.map((term): QuestionTerm => {
    if (term.number !== null || term.across !== undefined || (term.name !== null && term.name.kind !== 'word'))
      return term;
    const words = wordsOf(folded.slice(term.start, term.end)).map(({ word }) => word);
    const [word] = words;
    const across =
      words.length === 1 && word !== undefined
        ? merged(baseForms(word).map((base) => dictionary.toChinese([base])))
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
      if (translated.some(({ start, end, name }) => name !== null && start <= phrase.start && end >= phrase.end)) break;
      translated.push({ ...phrase, kind: 'gloss', term: key, forms: across.map(({ form }) => form), across });
      i += length - 1;
      break;
    }
  }
  return translated;
}

// A term that any of its forms answers to. One character alone stands in too many words to be looked for in a sentence.
const glossed = (term: QuestionTerm, across: readonly Translation[], stem: string | null): QuestionTerm => {
  const forms = across.map(({ form }) => form).filter((form) => form.length > 1);
  return term.name === null
    ? { ...term, kind: 'gloss', term: `=${stem ?? ''}`, forms, across }
    : { ...term, forms, across };
};

const wordsOf = (folded: string): { word: string; start: number; end: number }[] =>
  Array.from(folded.matchAll(/[a-z]+/g), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

function merged(lists: readonly (readonly Translation[])[]): Translation[] {
  const weights = new Map<string, number>();
  for (const list of lists)
    for (const { form, weight } of list) weights.set(form, Math.max(weights.get(form) ?? 0, weight));
  return Array.from(weights, ([form, weight]) => ({ form, weight }));
}

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

/** A word of a question with what it may be a form of, the word itself first. */
function baseForms(word: string): string[] {
  irregular ??= langTable('en/irregular-forms');
  const base = irregular.get(word);
  const derived = ENDINGS.flatMap(([ending, endings]) =>
    ending.test(word) ? endings.map((other) => word.replace(ending, other)) : [],
  );
  return [word, ...(base === undefined ? [] : [base]), ...derived.filter(({ length }) => length >= SHORTEST_BASE)];
}

const LONGEST_WORD = 8;

// The Chinese words between names and numbers, the longest that the dictionary has first, with their English glosses as stems.
function inEnglish({ folded, terms }: ParsedQuestion): QuestionTerm[] {
  const dictionary = crossDictionary();
  const found: QuestionTerm[] = terms.filter(
    ({ kind, across }) => kind === 'name' || kind === 'number' || across !== undefined,
  );
  const isAsked = new Uint8Array(folded.length);
  for (const { kind, start, end } of terms) {
    if (kind === 'pair' || (kind === 'word' && isCjk(folded.charCodeAt(start)))) isAsked.fill(1, start, end);
    else if (kind === 'word') found.push(...terms.filter((term) => term.start === start && term.kind === 'word'));
  }
  for (let at = 0; at < folded.length;) {
    const word = longestWord(folded, at, isAsked);
    if (word === '') {
      at += 1;
      continue;
    }
    const across = englishOf(word, dictionary.toEnglish(word));
    const term = {
      kind: 'gloss',
      term: `=${word}`,
      start: at,
      end: at + word.length,
      name: null,
      number: null,
    } as const;
    if (across.length > 0) found.push({ ...term, forms: across.map(({ form }) => form), across });
    at += word.length;
  }
  return found.sort((a, b) => a.start - b.start);
}

function longestWord(folded: string, at: number, isAsked: Uint8Array): string {
  for (let length = LONGEST_WORD; length > 0; length--) {
    const word = folded.slice(at, at + length);
    if (word.length < length || isAsked.subarray(at, at + length).includes(0)) continue;
    if (crossDictionary().toEnglish(word).length > 0) return word;
  }
  return '';
}

// A word's glosses, and at half their weight those of the words that it is made of: 高速公路 is a highway, 公路 a road.
function englishOf(word: string, own: readonly Translation[]): Translation[] {
  const parts: Translation[] = [];
  for (let from = 0; word.length > 2 && from + 2 <= word.length; from++)
    for (const { form, weight } of crossDictionary().toEnglish(word.slice(from, from + 2)))
      parts.push({ form, weight: weight / 2 });
  const all = merged([own, parts]);
  // Of a gloss of several words each may stand alone: a railway station is a station.
  const words = all.flatMap(({ form, weight }) =>
    form.includes(' ') ? form.split(' ').map((stem) => ({ form: stem, weight: weight * WORD_OF_GLOSS })) : [],
  );
  return merged([all, words.filter(({ form }) => form.length > 3)]);
}

const WORD_OF_GLOSS = 0.5;
