import type { Passage } from '../../index/passages.ts';
import type { Span } from '../../model/span.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { isCjk } from '../../text/script.ts';
import type { Match, WeightedQuestion } from '../weigh-question.ts';

/** What an article's headline and first sentences have of the question: 1 for each that they have. */
export interface ArticleContext {
  /** Parallel to the terms. */
  readonly title: Uint8Array;
  readonly lead: Uint8Array;
  /** Parallel to the characters. */
  readonly titleCharacters: Uint8Array;
  /** Of headline and lead together. */
  readonly leadCharacters: Uint8Array;
  /** Share of the headline's bigrams that the question repeats, 0…1. */
  readonly titleAlike: number;
}

/** A sentence of a candidate passage as the features see it. Offsets of its parts are into `folded`. */
export interface SentenceView {
  readonly passage: PassageView;
  /** Its position in the passage. */
  readonly position: number;
  /** Offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Before folding, of the same length. */
  readonly original: string;
  /** The question's terms that it holds, in order of start. */
  readonly matches: readonly Match[];
  /** 1 for each of the question's terms that it holds. */
  readonly held: Uint8Array;
  /** 1 for each of the question's characters that it holds. */
  readonly characters: Uint8Array;
  /** 1: said by the speaker who is asked about; 0.5: continues or relays a statement; -1: by another speaker; 0: by nobody. */
  readonly speakerMatch: number;
}

/** A candidate passage. */
export interface PassageView {
  readonly passage: Passage;
  /** The index's score as a share of the best one's. */
  readonly share: number;
  /** For a cross-lingual question the passage's score as a share of the best possible one; null for others. */
  readonly crossLingualScore: number | null;
  readonly folded: string;
  readonly context: ArticleContext;
  readonly sentences: SentenceView[];
  /** 1 for each of the question's terms that its sentences hold. */
  readonly held: Uint8Array;
}

/** A word of a question for which the thesaurus has synonyms; offsets into the question, in UTF-16 units. */
export interface ThesaurusWord extends Span {
  /** Folded; of an English word the stem, of several the stems with a space between. */
  readonly word: string;
  /** Its synonyms, likewise folded or stemmed; without the word itself. */
  readonly synonyms: readonly string[];
}

/** A thesaurus word with its weight in a question. */
export interface WeightedThesaurusWord extends ThesaurusWord {
  readonly weight: number;
  /** The positions of the terms that it covers. */
  readonly terms: readonly number[];
}

/** What is computed once for all sentences of a question. */
export interface FeatureContext {
  readonly question: WeightedQuestion;
  readonly views: readonly SentenceView[];
  /** Sums of the question's weights, and of its weights near the question word; at least a little. */
  readonly total: number;
  readonly nearTotal: number;
  readonly near: readonly number[];
  /** Weights by how few of the candidate sentences have a term; terms that none has are not summed. */
  readonly local: readonly number[];
  readonly localTotal: number;
  /** The position in the question's characters of each UTF-16 unit that is one of them. */
  readonly unitPosition: ReadonlyMap<number, number>;
  /** Parallel to the question's characters: by how few candidates hold them, and how near they stand to the question word. */
  readonly characterWeights: readonly number[];
  readonly nearCharacters: readonly number[];
  /** Their sums; at least a little. */
  readonly characterTotal: number;
  readonly nearCharacterTotal: number;
  /** By article the union of what its candidate passages have, and its best sentence's coverage. */
  readonly articles: ReadonlyMap<string, ArticleView>;
  readonly thesaurusWords: readonly WeightedThesaurusWord[];
  /** How a sentence matches them: 1 literally, 2 by a synonym, 0 not at all; parallel to them. */
  readonly synonymMatches: (view: SentenceView) => Uint8Array;
}

/** The candidate passages of one article together. */
export interface ArticleView {
  readonly held: Uint8Array;
  readonly coverage: number;
  readonly nearCoverage: number;
  readonly passages: number;
}

/** Share of `weights` that `held` has, of `total`. */
export function shareOf(held: ArrayLike<number>, weights: readonly number[], total: number): number {
  let sum = 0;
  for (let t = 0; t < weights.length; t++) if (held[t] === 1) sum += weights[t] ?? 0;
  return sum / total;
}

/** Share of `weights` for which a test holds; 0 where there are none. */
export function shareWhere(weights: readonly number[], test: (at: number) => boolean): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    all += weights[i] ?? 0;
    if (test(i)) sum += weights[i] ?? 0;
  }
  return all === 0 ? 0 : sum / all;
}

/** 1 for what any of them holds. */
export function union(size: number, of: readonly ArrayLike<number>[]): Uint8Array {
  const all = new Uint8Array(size);
  for (const held of of) for (let t = 0; t < size; t++) if (held[t] === 1) all[t] = 1;
  return all;
}

/** 1 for what a passage, its headline or its day of publication holds. */
export const heldInContext = ({ held, context }: PassageView): Uint8Array => union(held.length, [held, context.title]);

// Similarities of a question and a text, each from 0 to 1. Texts are folded.

/** Whether the text that was read last has a UTF-16 unit. */
export type CharacterSet = (unit: number) => boolean;

// For each unit the number of the last text that held it.
const lastText = new Uint32Array(0x1_0000);
let texts = 0;

/**
 * Reads a text once, so that most of what it does not have is known without a search: most sentences have little of a question.
 */
export function characterSetOf(text: string): CharacterSet {
  texts = (texts + 1) >>> 0;
  const number = texts;
  for (let i = 0; i < text.length; i++) lastText[text.charCodeAt(i)] = number;
  return (unit) => lastText[unit] === number;
}

/** 1 for each of the question's characters that a folded text holds. Replaces what `characterSetOf` read before. */
export function charactersIn(units: readonly number[], folded: string): Uint8Array {
  const present = characterSetOf(folded);
  const held = new Uint8Array(units.length);
  for (let u = 0; u < units.length; u++) if (present(units[u] ?? 0)) held[u] = 1;
  return held;
}

// Whether every unit of a text is there.
function holdsAll(present: CharacterSet, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!present(text.charCodeAt(i))) return false;
  return true;
}

const unitsOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));

/** What ends a clause. */
const CLAUSE_ENDS = unitsOf(',，;；:：。');
/** What ends a clause or an item of an enumeration. */
const ITEM_ENDS: ReadonlySet<number> = unitsOf(',，;；:：、');

/** Whether a folded sentence is a question itself. */
export const isInterrogative = (folded: string): boolean => /[?？]["」”]?$/.test(folded.slice(-2));

/** The clauses of a folded sentence, in order, without the marks at their `ends`; none is empty. */
export function clausesOf(folded: string, ends: ReadonlySet<number> = CLAUSE_ENDS): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (let i = 0; i <= folded.length; i++) {
    if (i < folded.length && !ends.has(folded.charCodeAt(i))) continue;
    if (i > start) clauses.push({ start, end: i });
    start = i + 1;
  }
  return clauses;
}

// Names, words and numbers have no characters of their own in `units`; each counts as one by itself.
export function unitCoverage(question: WeightedQuestion, present: CharacterSet, held: ArrayLike<number>): number {
  const { units, terms } = question.parsed;
  let total = 0;
  let covered = 0;
  terms.forEach(({ kind }, t) => {
    if (kind === 'bigram') return;
    const weight = 2 * (question.weights[t] ?? 0);
    total += weight;
    if ((held[t] ?? 0) > 0) covered += weight;
  });
  for (let u = 0; u < units.length; u++) {
    const weight = question.unitWeights[u] ?? 0;
    total += weight;
    if (present(units[u] ?? 0)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

export const shareFound = (grams: readonly string[], folded: string, present: CharacterSet): number => {
  let found = 0;
  for (const gram of grams) if (holdsAll(present, gram) && folded.includes(gram)) found += 1;
  return found / Math.max(1, grams.length);
};

export function focusShare(focus: string, folded: string): number {
  if (focus.length < 2) return 0;
  for (let length = focus.length; length >= 2; length--) {
    if (folded.includes(focus.slice(0, length))) return length / focus.length;
  }
  return 0;
}

interface Weights {
  readonly weights: readonly number[];
  /** Their sum. */
  readonly total: number;
}

export function bestClause(folded: string, matches: readonly Match[], { weights, total }: Weights): number {
  if (matches.length === 0) return 0;
  let best = 0;
  for (const { start, end } of clausesOf(folded, ITEM_ENDS)) {
    const terms = new Set<number>();
    let covered = 0;
    for (const match of matches) {
      if (match.start < start || match.end > end || terms.has(match.term)) continue;
      terms.add(match.term);
      covered += weights[match.term] ?? 0;
    }
    best = Math.max(best, covered / total);
  }
  return best;
}

// The longest substring that question and sentence share, as a share of the question's own characters.
export function longestRun(question: ParsedQuestion, folded: string, present: CharacterSet): number {
  const text = question.folded;
  let best = 0;
  for (let start = 0; start + best < text.length; start++) {
    if (!isCjk(text.charCodeAt(start)) && !/[a-z0-9]/.test(text.charAt(start))) continue;
    while (start + best < text.length) {
      const run = text.slice(start, start + best + 1);
      if (!holdsAll(present, run) || !folded.includes(run)) break;
      best++;
    }
  }
  return best / Math.max(6, text.length);
}

// How much of the question's weight stands close to a stretch of the expected form.
export function nearness(
  spans: readonly { start: number; end: number }[],
  matches: readonly Match[],
  { weights, total }: Weights,
): number {
  let best = 0;
  for (const span of spans) {
    const nearest = new Map<number, number>();
    for (const match of matches) {
      const distance = match.end <= span.start ? span.start - match.end : Math.max(0, match.start - span.end);
      nearest.set(match.term, Math.min(nearest.get(match.term) ?? Infinity, distance));
    }
    let near = 0;
    for (const [term, distance] of nearest) near += (weights[term] ?? 0) * Math.exp(-distance / 12);
    best = Math.max(best, near / total);
  }
  return best;
}

export function novelty(folded: string, matches: readonly Match[]): number {
  let own = folded.length;
  let end = 0;
  for (const match of matches) {
    own -= Math.max(0, match.end - Math.max(match.start, end));
    end = Math.max(end, match.end);
  }
  return own;
}

/** Share of a folded text's bigrams that another holds; 0 where it has none. */
export function bigramsRepeated(folded: string, other: string): number {
  let [all, shared] = [0, 0];
  for (let i = 0; i + 1 < folded.length; i++) {
    if (!isCjk(folded.charCodeAt(i)) && !/[a-z]/.test(folded.charAt(i))) continue;
    all += 1;
    if (other.includes(folded.slice(i, i + 2))) shared += 1;
  }
  return all === 0 ? 0 : shared / all;
}
