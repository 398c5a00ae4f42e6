import type { PassageIndex } from '../index/passage-index.ts';
import { bigramsIn } from '../index/terms.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Span } from '../model/span.ts';
import { crossDictionary, type Translation } from '../names/cross-dictionary.ts';
import { chineseNamesOf, isChineseName, latinNamesOf } from '../names/pinyin.ts';
import { stemOf } from '../text/script.ts';
import type { ParsedQuestion } from './parse-question.ts';

const NAME = /(?<![\p{L}\d])(\p{L}+)[ ](\p{L}+(?:[-'’]\p{L}+)?)(?![\p{L}\d])/gu;
// Lee Cheuk Yan: a given name in two words.
const NAME_OF_THREE = /(?<![\p{L}\d])(\p{Lu}\p{L}+)[ ](\p{Lu}\p{L}+[ ]\p{Lu}\p{L}+)(?![\p{L}\d])/uy;
const MOST_NAMES = 20;

/**
 * Adds to a question in Latin letters the Chinese names that two of its words may spell (Wang Wentao), where the texts have such a
 * name and the gazetteer does not.
 */
export function withChineseNames(parsed: ParsedQuestion, index: PassageIndex): ParsedQuestion {
  const isBigram = bigramsIn(index);
  let { terms } = parsed;
  // Words may overlap: "did Wang Wentao" is "did Wang" and "Wang Wentao".
  for (let at = 0; at < parsed.text.length; at++) {
    NAME.lastIndex = at;
    const match = NAME.exec(parsed.text);
    if (match === null) break;
    at = match.index + (match[1]?.length ?? 0);
    const span = { start: match.index, end: match.index + match[0].length };
    if (!mayBeName(match) || isNamed(terms, span)) continue;
    const three = nameOfThree(parsed, match.index, isBigram);
    if (three !== null && !isNamed(terms, three.span)) {
      terms = withName(terms, three.span, three);
      at = three.span.end - 1;
      continue;
    }
    const words = parsed.folded.slice(span.start, span.end).split(' ');
    const across = chineseNamesOf([words[0] ?? '', words[1] ?? ''], isBigram).slice(0, MOST_NAMES);
    // A Chinese name that no text has is missing as a whole: 鄧 of another is not whom "Chao Deng" means.
    const isMissing = across.length === 0 && span.start > 0 && isChineseName([words[0] ?? '', words[1] ?? '']);
    if (across.length > 0 || isMissing) terms = withName(terms, span, { key: words.map(stemOf).join(' '), across });
  }
  return { ...parsed, terms };
}

function nameOfThree(
  { text, folded }: ParsedQuestion,
  start: number,
  isBigram: (first: string, second: string) => boolean,
): { readonly span: Span; readonly key: string; readonly across: readonly Translation[] } | null {
  NAME_OF_THREE.lastIndex = start;
  const match = NAME_OF_THREE.exec(text);
  if (match?.index !== start) return null;
  const span = { start, end: start + match[0].length };
  const [surname = '', ...given] = folded.slice(span.start, span.end).split(' ');
  const across = chineseNamesOf([surname, given.join(' ')], isBigram).slice(0, MOST_NAMES);
  return across.length === 0 ? null : { span, key: [surname, ...given].map(stemOf).join(' '), across };
}

// Both words begin with a capital, or neither is an English word.
function mayBeName([all, first = '', second = '']: RegExpExecArray): boolean {
  const isCapital = /^\p{Lu}\p{Ll}*\s\p{Lu}/u.test(all);
  return isCapital || [first, second].every((word) => crossDictionary().toChinese([word.toLowerCase()]).length === 0);
}

// A term of the field has several words that may be read as a name: Hong in Hong Kong Book Fair is nobody's.
const isNamed = (terms: readonly QuestionTerm[], span: Span): boolean =>
  terms.some(
    ({ name, start, end }) =>
      name !== null &&
      (name.kind === 'word' ? start <= span.start && end >= span.end : start < span.end && end > span.start),
  );

function withName(
  terms: readonly QuestionTerm[],
  span: Span,
  { key, across }: { readonly key: string; readonly across: readonly Translation[] },
): QuestionTerm[] {
  const others = terms.filter(({ start, end }) => end <= span.start || start >= span.end);
  const forms = across.map(({ form }) => form);
  const term: QuestionTerm = {
    kind: 'gloss',
    term: `=${key}`,
    ...span,
    name: null,
    number: null,
    forms,
    across,
  };
  return [...others, term].sort((a, b) => a.start - b.start);
}

const LONGEST_NAME = 4;

/**
 * Adds to a question in Chinese how English texts spell its names (王文濤: Wang Wentao), where the texts have that and the gazetteer
 * has no such name.
 */
export function withLatinNames(parsed: ParsedQuestion, index: PassageIndex): ParsedQuestion {
  let { terms } = parsed;
  for (let at = 0; at < parsed.folded.length; at++) {
    const found = longestName(parsed.folded, at, index);
    if (found === null) continue;
    const span = { start: at, end: at + found.length };
    if (isNamed(terms, span)) continue;
    terms = withName(terms, span, { key: parsed.folded.slice(span.start, span.end), across: found.across });
    at = span.end - 1;
  }
  return { ...parsed, terms };
}

// The given name has to stand in the texts: of two characters it is a word that means nothing else.
function longestName(
  folded: string,
  at: number,
  index: PassageIndex,
): { readonly length: number; readonly across: readonly Translation[] } | null {
  for (let length = LONGEST_NAME; length > 1; length--) {
    const name = folded.slice(at, at + length);
    if (name.length < length || (length === 2 && crossDictionary().toEnglish(name).length > 0)) continue;
    const spelt = latinNamesOf(name).map((words) => words.map(stemOf));
    const found = spelt.filter((words) => words.every((word) => index.frequency(word) > 0));
    if (found.length === 0) continue;
    const forms = found.flatMap(([surname = '', given = '']) => [`${surname} ${given}`, `${given} ${surname}`]);
    return { length, across: [...new Set(forms)].map((form) => ({ form, weight: 1 })) };
  }
  return null;
}
