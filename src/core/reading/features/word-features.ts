// What a sentence has of a question's words: as they are, in other words, or not at all, and what the lack of each tells.
import type { QuestionTerm } from '../../index/question-term.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { langLines } from '../../text/lang-data.ts';
import { FIRST_CJK, foldScript, hasHan, isChinese, isCjk, remembering, stemOf, wordsIn } from '../../text/script.ts';
import { segmentsOf } from '../../text/sentences.ts';
import {
  type FeatureContext,
  type ThesaurusWord,
  type SentenceView,
  type WeightedThesaurusWord,
  characterSetOf,
  shareOf,
  union,
} from './sentence-view.ts';

/**
 * What of the question a sentence holds in other words, in the order of what `synonymFeatures` returns: the asker's 捉 and the report's
 * 拘捕.
 */
export const SYNONYM_FEATURES = [
  'likely', // share of the thesaurus' words, one in other words counting a little less
  'inOtherWords', // share of those in other words alone
  'softCoverage', // coverage where a term in other words counts as held
  'softNear', // the same where terms count more the nearer they stand to the question word
  'softInContext', // the same by the sentence, the one before it and the headline
  'otherWords', // how many stand in other words, at most four
  'heaviestOtherWord', // the weight of the heaviest of them, as a share of the heaviest word's
] as const;

// The point of PM2.5 is part of the word, and the one that ends a sentence is not.
const LATIN_WORD = /[a-z\d]+(?:[.'’-][a-z\d]+)*/g;
// A word in another form is a little less sure.
const OTHER_FORM = 0.8;
const MOST_COUNTED = 4;

/** The words of a question for which a report may have others: neither names nor the words that ask. */
export function weighThesaurusWords(
  { folded, terms, answerType }: ParsedQuestion,
  weights: readonly number[],
): WeightedThesaurusWord[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  return thesaurusWordsIn(folded).flatMap((word): WeightedThesaurusWord[] => {
    if (answerType !== null && word.start < answerType.end && word.end > answerType.start) return [];
    const own = terms.flatMap(({ start, end }, t) => (start < word.end && end > word.start ? [t] : []));
    const isName = own.some((t) => terms[t]?.name != null && terms[t].name.kind !== 'word');
    // Of a single character no bigram may be a term: 鬧佢. Longer words without any frame the question.
    if (isName || (own.length === 0 && word.word.length > 1)) return [];
    const weight = own.length === 0 ? mean : Math.max(...own.map((t) => weights[t] ?? 0));
    return [{ ...word, weight, terms: own }];
  });
}

// The Latin words of a folded text, as they are and as stems.
const latinStemsIn = remembering(
  (folded): ReadonlySet<string> =>
    new Set(Array.from(folded.matchAll(LATIN_WORD), ([one]) => [one, stemOf(one)]).flat()),
);

/** The words, each with those of its synonyms that a folded text may hold, by what it holds of Chinese: a sentence of it holds no more. */
export function synonymsWithin(
  words: readonly WeightedThesaurusWord[],
  folded: string,
): readonly WeightedThesaurusWord[] {
  const present = characterSetOf(folded);
  // Most words have a character that the text lacks.
  const mayHold = (synonym: string): boolean =>
    !isHan(synonym) ||
    (present(synonym.charCodeAt(0)) && present(synonym.charCodeAt(synonym.length - 1)) && folded.includes(synonym));
  return words.map((word) => ({ ...word, synonyms: word.synonyms.filter(mayHold) }));
}

// T恤 and 唱K are Chinese words as well.
const isHan = (word: string): boolean =>
  word.charCodeAt(0) >= FIRST_CJK || word.charCodeAt(word.length - 1) >= FIRST_CJK;

/** What a sentence holds of the words: 1 as it is, 2 in other words, 0 not at all; parallel to them. */
export function synonymMatches(words: readonly WeightedThesaurusWord[], folded: string): Uint8Array {
  const present = characterSetOf(folded);
  let stems: ReadonlySet<string> | null = null;
  const holds = (word: string): boolean => {
    if (isHan(word)) return present(word.charCodeAt(0)) && folded.includes(word);
    // The Chinese list has such words as they are, the English one their stems.
    stems ??= latinStemsIn(folded);
    if (stems.size === 0) return false;
    return word.includes(' ') ? word.split(' ').every((stem) => stems?.has(stem)) : stems.has(word);
  };
  return Uint8Array.from(words, ({ word, synonyms }) =>
    holds(word) ? 1 : synonyms.some((synonym) => synonym.length > 1 && holds(synonym)) ? 2 : 0,
  );
}

/** Measures what of the question a sentence holds in other words. */
export function synonymFeatures(view: SentenceView, context: FeatureContext): number[] {
  const { thesaurusWords, question, total, near, nearTotal } = context;
  const { held, passage, position } = view;
  const matches = context.synonymMatches(view);
  const sum = (test: (w: number) => number): number =>
    thesaurusWords.reduce((all, { weight }, w) => all + weight * test(w), 0);
  const all = sum(() => 1) || 1;
  const soft = softHeld(held, matches, thesaurusWords);
  const previous = passage.sentences[position - 1];
  const before =
    previous === undefined ? [] : softHeld(previous.held, context.synonymMatches(previous), thesaurusWords);
  const around = union(held.length, [soft, before, passage.context.title]);
  const heaviest = Math.max(1e-6, ...thesaurusWords.map(({ weight }) => weight));
  return [
    sum((w) => (matches[w] === 1 ? 1 : matches[w] === 2 ? OTHER_FORM : 0)) / all,
    sum((w) => (matches[w] === 2 ? 1 : 0)) / all,
    shareOf(soft, question.weights, total),
    shareOf(soft, near, nearTotal),
    shareOf(around, question.weights, total),
    Math.min(MOST_COUNTED, matches.filter((is) => is === 2).length),
    Math.max(0, ...thesaurusWords.map(({ weight }, w) => (matches[w] === 2 ? weight : 0))) / heaviest,
  ];
}

// 1 for each term that is held, or taken up by a word that is.
function softHeld(held: Uint8Array, matches: Uint8Array, words: readonly WeightedThesaurusWord[]): Uint8Array {
  const soft = Uint8Array.from(held);
  words.forEach(({ terms }, w) => {
    if (matches[w] !== 0) for (const t of terms) soft[t] = 1;
  });
  return soft;
}

interface Groups {
  /** The other words of each group that a word stands in. */
  readonly synonymsOf: (word: string) => readonly string[];
  readonly has: (word: string) => boolean;
  /** How long the longest word is that begins with a UTF-16 unit, in UTF-16 units; 0 where none does. */
  readonly longestFrom: (unit: number) => number;
}

// The lists are long, and read when a question is first asked.
let chinese: Groups | null = null;
let english: Groups | null = null;

function readGroups(list: string, formOf: (word: string) => string): Groups {
  const groups = langLines(list).map((line) => Array.from(new Set(line.split(',').map((word) => formOf(word.trim())))));
  const byWord = new Map<string, number[]>();
  groups.forEach((group, g) => {
    for (const word of group) {
      const own = byWord.get(word);
      if (own === undefined) byWord.set(word, [g]);
      else own.push(g);
    }
  });
  const longest = new Map<number, number>();
  for (const word of byWord.keys()) {
    const unit = word.charCodeAt(0);
    longest.set(unit, Math.max(longest.get(unit) ?? 0, word.length));
  }
  return {
    synonymsOf: (word) => {
      const synonyms = new Set((byWord.get(word) ?? []).flatMap((g) => groups[g] ?? []));
      synonyms.delete(word);
      return Array.from(synonyms);
    },
    has: (word) => byWord.has(word),
    longestFrom: (unit) => longest.get(unit) ?? 0,
  };
}

const stemsOf = (words: string): string => words.toLowerCase().split(' ').map(stemOf).join(' ');

// They are looked for in the index, and then measured by.
const QUESTIONS = 8;

/**
 * The words of a folded question that the thesaurus has, the longest at each place, in order.
 * @internal Exported for its tests.
 */
export const thesaurusWordsIn = remembering(
  (folded): readonly ThesaurusWord[] => [...(hasHan(folded) ? inChinese(folded) : []), ...inEnglish(folded)],
  QUESTIONS,
);

function inChinese(folded: string): ThesaurusWord[] {
  chinese ??= readGroups('zh/thesaurus', foldScript);
  const { has, synonymsOf, longestFrom } = chinese;
  // A word of one character counts where it is one of its own: 捉 in 邊個捉佢, and not in 捉摸.
  const alone = new Set(
    Array.from(segmentsOf(folded)).flatMap(({ segment, index }) => (segment.length === 1 ? [index] : [])),
  );
  const found: ThesaurusWord[] = [];
  for (let at = 0; at < folded.length;) {
    let end = Math.min(folded.length, at + Math.max(1, longestFrom(folded.charCodeAt(at))));
    while (end > at + 1 && !(has(folded.slice(at, end)) && isWhole(folded, at, end))) end--;
    const word = folded.slice(at, end);
    if (word.length > 1 || (alone.has(at) && has(word)))
      found.push({ start: at, end, word, synonyms: synonymsOf(word) });
    at = end;
  }
  return found;
}

// Words in Latin letters, CEO, are cut out of none.
const isWhole = (text: string, start: number, end: number): boolean =>
  !(LATIN.test(text.charAt(start)) && LATIN.test(text.charAt(start - 1))) &&
  !(LATIN.test(text.charAt(end - 1)) && LATIN.test(text.charAt(end)));

const LATIN = /[a-z\d]/;
const ENGLISH_WORD = /[a-z\d][a-z\d'’-]*/g;
// So many words make the longest phrase of the English list.
const MOST_WORDS = 6;

function inEnglish(folded: string): ThesaurusWord[] {
  const words = Array.from(folded.matchAll(ENGLISH_WORD), ({ 0: word, index }) => ({
    stem: stemOf(word),
    start: index,
    end: index + word.length,
  }));
  if (words.length === 0) return [];
  english ??= readGroups('en/thesaurus', stemsOf);
  const { has, synonymsOf } = english;
  const found: ThesaurusWord[] = [];
  for (let w = 0; w < words.length;) {
    let count = Math.min(MOST_WORDS, words.length - w);
    const phrase = (): string =>
      words
        .slice(w, w + count)
        .map(({ stem }) => stem)
        .join(' ');
    while (count > 1 && !has(phrase())) count--;
    const [first, last, word] = [words[w], words[w + count - 1], phrase()];
    if (first !== undefined && last !== undefined && has(word))
      found.push({ start: first.start, end: last.end, word, synonyms: synonymsOf(word) });
    w += count;
  }
  return found;
}

/**
 * A token of a question: one or two Chinese characters, an English word, a name or a number. A token that is missing may be a sign that there
 * is no answer: where 「賠償」 is asked for, text without that word hardly answers, while 「經過」 is missing from most answers.
 */
export interface QuestionToken {
  /** Folded; an English word as its stem, a name as `@` with its kind, a number as `#`: what is learnt from one holds for all. */
  readonly text: string;
  readonly isChinese: boolean;
  /** The positions of the terms that cover it: a sentence that has one of them has the token. */
  readonly terms: readonly number[];
}

/** The tokens of a question, each once. */
export function questionTokens({ folded, terms }: Pick<ParsedQuestion, 'folded' | 'terms'>): QuestionToken[] {
  const tokens = new Map<string, QuestionToken>();
  const add = (text: string, start: number, end: number): void => {
    if (tokens.has(text)) return;
    const over = [...terms.keys()].filter((t) => isOver(terms[t], start, end));
    if (!over.some((t) => isClass(terms[t])))
      tokens.set(text, { text, isChinese: isCjk(text.charCodeAt(0)), terms: over });
  };
  terms.forEach((term, t) => {
    if (isClass(term)) tokens.set(`${classOf(term)}${t}`, { text: classOf(term), isChinese: false, terms: [t] });
  });
  for (let at = 0; at < folded.length; at++) {
    if (!isCjk(folded.charCodeAt(at))) continue;
    add(folded.charAt(at), at, at + 1);
    if (isCjk(folded.charCodeAt(at + 1))) add(folded.slice(at, at + 2), at, at + 2);
  }
  for (const { stem, start, end } of wordsIn(folded)) if (!isCjk(folded.charCodeAt(start))) add(stem, start, end);
  return [...tokens.values()];
}

const isOver = (term: QuestionTerm | undefined, start: number, end: number): boolean =>
  term !== undefined && term.start <= start && term.end >= end;

// Names and numbers are learnt as a class: no name is to count for more than another.
const isClass = (term: QuestionTerm | undefined): boolean =>
  term !== undefined && (term.number !== null || (term.name !== null && term.name.kind !== 'word'));
const classOf = ({ name, number }: QuestionTerm): string => (number === null ? `@${name?.kind ?? ''}` : '#');

/** Which of a question's tokens a sentence has, a character for each: `1` present, `0` absent, `?` unknown. */
export function tokenMatches(
  tokens: readonly QuestionToken[],
  { held, folded, passage }: SentenceView,
  isChineseAsked: boolean,
): string {
  const isForeign = isChineseAsked !== isChinese(passage.passage.article);
  return tokens
    .map((token) => {
      if (token.terms.some((t) => held[t] === 1)) return '1';
      if (token.isChinese && !isForeign) return folded.includes(token.text) ? '1' : '0';
      return token.terms.length === 0 ? '?' : '0';
    })
    .join('');
}

/** Where a token of the question is found: in the best sentence, among the best few, in the best one's article, nowhere; or unknown. @internal for the scripts that train */
export const TOKEN_COVERAGE = ['best', 'few', 'article', 'nowhere', 'unknown'] as const;
type TokenCoverage = (typeof TOKEN_COVERAGE)[number];

/** A token's text and where it is found. */
export type CoveredToken = readonly [text: string, place: TokenCoverage];

/** A sentence with the tokens that it has, as of `tokenMatches`. */
interface SentenceTokens {
  /** The id of its article. */
  readonly article: string;
  readonly matches: string;
}

/** How many of the best sentences are the best few. */
export const FEW = 3;

/** Where each token, given by its text, is found among the ranked sentences, best first. */
export function coverageOfTokens(tokens: readonly string[], ranked: readonly SentenceTokens[]): CoveredToken[] {
  const few = ranked.slice(0, FEW);
  const own = ranked.filter(({ article }) => article === ranked[0]?.article);
  const isIn = (some: readonly SentenceTokens[], p: number): boolean => some.some(({ matches }) => matches[p] === '1');
  return tokens.map((text, p): CoveredToken => {
    if (ranked[0]?.matches[p] === '1') return [text, 'best'];
    if (isIn(few, p)) return [text, 'few'];
    if (isIn(own, p)) return [text, 'article'];
    return [text, ranked[0]?.matches[p] === '?' ? 'unknown' : 'nowhere'];
  });
}

/** By a token's text its log-odds, parallel to `TOKEN_COVERAGE`: the higher, the likelier that there is an answer. */
export type TokenOdds = Readonly<Record<string, readonly number[]>>;

/** The sum of the log-odds of a question's tokens. Tokens that were never learnt count for nothing. */
export const oddsOfTokens = (placed: readonly CoveredToken[], odds: TokenOdds): number =>
  placed.reduce((sum, [text, place]) => sum + (odds[text]?.[TOKEN_COVERAGE.indexOf(place)] ?? 0), 0);
