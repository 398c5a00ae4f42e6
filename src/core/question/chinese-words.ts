import { segmentsOf } from '../text/sentences.ts';
import { isWithin, type Span } from '../model/span.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { crossDictionary, merged, scaled, type Translation } from '../names/cross-dictionary.ts';
import { isCjk, stemOf } from '../text/script.ts';
import { anyOf, langTable, langWords } from '../text/lang-data.ts';
import { numberOf, numeralsWith } from '../text/numbers.ts';
import { numberTerm } from '../index/terms.ts';
import type { ParsedQuestion } from './parse-question.ts';

// Alone they say nothing of the text: particles, and what stands before a number.
const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  ['zh/function-characters', 'zh/before-number'].flatMap((list) => langWords(list)),
);
// 超级, 碗 are a word of the dictionary; in words as they are parted.
const MOST_PARTS = 4;

/**
 * The words of a folded Chinese question that the dictionary across languages has, in their order: what it is parted into, or the
 * longest run of that; parts that are no words are looked through for those that they hold. `isOpen` says which may be taken.
 */
export function wordsIn(folded: string, isOpen: (span: Span) => boolean): Span[] {
  const parts = partsIn(folded);
  const words: Span[] = [];
  const isWord = (span: Span): boolean =>
    isOpen(span) && crossDictionary().toEnglish(folded.slice(span.start, span.end)).length > 0;
  for (let i = 0; i < parts.length;) {
    const joined = joinedAt(parts, i).find((span) => isWord(span));
    const part = parts[i] as Span;
    if (joined !== undefined) {
      if (!isFunction(folded, joined)) words.push(joined);
      while (i < parts.length && (parts[i]?.end ?? 0) <= joined.end) i++;
      continue;
    }
    words.push(...within(part, isWord).filter((span) => !isFunction(folded, span)));
    i++;
  }
  return words;
}

/** What a folded Chinese text is parted into: words, and single characters where it is none that is known. */
export function partsIn(folded: string): Span[] {
  return Array.from(segmentsOf(folded), ({ index, segment }) => ({ start: index, end: index + segment.length }));
}

// The part itself and it with those behind it, the longest first.
function joinedAt(parts: readonly Span[], at: number): Span[] {
  const start = parts[at]?.start ?? 0;
  return parts
    .slice(at, at + MOST_PARTS)
    .map(({ end }) => ({ start, end }))
    .reverse();
}

// The words in a part, the longest first at each place.
function within(part: Span, isWord: (span: Span) => boolean): Span[] {
  const words: Span[] = [];
  for (let start = part.start; start < part.end;) {
    let end = part.end;
    while (end > start && !isWord({ start, end })) end--;
    if (end > start) words.push({ start, end });
    start = Math.max(end, start + 1);
  }
  return words;
}

const isFunction = (folded: string, { start, end }: Span): boolean =>
  end - start === 1 && FUNCTION_CHARACTERS.has(folded.charAt(start));

// What stands at a place of a question beside content: 四 and 分 of 四分衛, which begins a word, while 個 of 三個人 begins none.
const NUMBER = 2;
const UNIT = 3;

/** The terms of a Chinese question for English texts: its names and numbers, and its words with their English glosses as stems. */
export function inEnglish({ folded, terms }: ParsedQuestion): QuestionTerm[] {
  const isAsked = new Uint8Array(folded.length);
  const found: QuestionTerm[] = [];
  for (const term of terms) {
    const { kind, start, end, number, across } = term;
    const isHan = isCjk(folded.charCodeAt(start));
    if (isSubjectWord(term)) isAsked.fill(1, start, end);
    if (kind === 'bigram' || (kind === 'word' && isHan)) isAsked.fill(1, start, end);
    else found.push(kind === 'gloss' && isHan && across === undefined ? withGlosses(term) : term);
    if (number === null) continue;
    isAsked.fill(NUMBER, start, end);
    if (folded.startsWith(number.unit, end)) isAsked.fill(UNIT, end, end + number.unit.length);
  }
  // A bigram may reach into a name.
  for (const { start, end, across } of found) if (across !== undefined) isAsked.fill(0, start, end);
  const ordinals = ordinalsIn(folded);
  for (const { start, end } of ordinals) isAsked.fill(0, start, end);
  const words = wordsIn(folded, (span) => {
    const own = isAsked.subarray(span.start, span.end);
    return !own.includes(0) && own.includes(1) && own[0] !== UNIT;
  }).filter((word) => !found.some((term) => isSubjectWord(term) && isWithin(word, term)));
  // 四分衛 is a quarterback, and no number of anything; 氣候學家 is somebody, and not the climate.
  const kept = found.filter(
    (term) =>
      !ordinals.some((ordinal) => isWithin(term, ordinal)) &&
      !((term.kind === 'number' || isSubjectWord(term)) && words.some((word) => isWithin(term, word))),
  );
  kept.push(...ordinals);
  for (const { start, end } of words) {
    const word = folded.slice(start, end);
    const share = word.length === 1 ? ONE_CHARACTER : 1;
    const across = scaled(englishOf(word, crossDictionary().toEnglish(word)), share);
    const forms = across.map(({ form }) => form);
    kept.push({ kind: 'gloss', term: `=${word}`, start, end, name: null, number: null, forms, across });
  }
  return kept.sort((a, b) => a.start - b.start);
}

const isSubjectWord = ({ name }: QuestionTerm): boolean => name?.kind === 'word';

const ORDINAL = new RegExp(`(?:${anyOf(langWords('zh/ordinal-marks'))}) ?(\\d{1,3}|[${numeralsWith()}]{1,3})`, 'g');
const ENGLISH_ORDINALS = langTable('en/ordinals');
// "First" and "second" are looked for as words, the others as numbers, which texts in English are read for.
const LAST_WORD = 2;

// 第三, 第49: "third", "49th".
function ordinalsIn(folded: string): QuestionTerm[] {
  return Array.from(folded.matchAll(ORDINAL)).flatMap((match): QuestionTerm[] => {
    const value = numberOf(match[1] ?? '');
    if (value === null || value === 0) return [];
    const span = { start: match.index, end: match.index + match[0].length, name: null };
    const form = [...ENGLISH_ORDINALS].find(([, own]) => Number(own) === value)?.[0];
    if (value > LAST_WORD || form === undefined)
      return [{ ...span, kind: 'number', term: numberTerm(value), forms: [], number: { value, unit: '' } }];
    const stem = stemOf(form);
    return [
      {
        ...span,
        kind: 'gloss',
        term: `=${match[0]}`,
        number: null,
        forms: [stem],
        across: [{ form: stem, weight: 1 }],
      },
    ];
  });
}

// Words of a dialect by what they are in Chinese at large, and a name that no text spells by nothing: it is missing.
function withGlosses(term: QuestionTerm): QuestionTerm {
  const across = merged(term.forms.map((form) => crossDictionary().toEnglish(form)));
  return { ...term, forms: across.map(({ form }) => form), across };
}

// A character alone is more often part of a word that the dictionary does not have.
const ONE_CHARACTER = 0.7;

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
