import type { Passage } from '../../index/passages.ts';
import type { LikeWord } from '../../question/thesaurus.ts';
import type { Match } from '../matched-terms.ts';
import type { WeightedQuestion } from '../weigh-question.ts';

/** What an article's headline and first sentences hold of the question: 1 where they do. */
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
  /** Who is asked about says it (1), goes on saying it (0.5), another says it (-1), nobody (0). */
  readonly said: number;
}

/** A candidate passage. */
export interface PassageView {
  readonly passage: Passage;
  /** The index's score as a share of the best one's. */
  readonly share: number;
  readonly folded: string;
  readonly context: ArticleContext;
  readonly sentences: SentenceView[];
  /** 1 for each of the question's terms that its sentences hold. */
  readonly held: Uint8Array;
}

/** A word of the question for which a report may have another, with what it tells. */
export interface WeighedLikeWord extends LikeWord {
  readonly weight: number;
  /** The positions of the terms that it takes up. */
  readonly terms: readonly number[];
}

/** What is the same for all sentences of a question. */
export interface FeatureContext {
  readonly question: WeightedQuestion;
  readonly views: readonly SentenceView[];
  /** Sums of the question's weights, and of its weights near the question word; at least a little. */
  readonly total: number;
  readonly nearTotal: number;
  readonly near: readonly number[];
  /** Weights by how few of the candidate sentences hold a term; those that none holds are not summed. */
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
  /** What the candidate passages of each article hold together, and its best sentence's coverage. */
  readonly articles: ReadonlyMap<string, ArticleView>;
  readonly likeWords: readonly WeighedLikeWord[];
  /** What a sentence holds of them: 1 as it is, 2 in other words, 0 not at all; parallel to them. */
  readonly likeHeld: (view: SentenceView) => Uint8Array;
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

/** 1 for each of the question's characters that a folded text holds. */
export const charactersIn = (units: readonly number[], folded: string): Uint8Array =>
  Uint8Array.from(units, (unit) => (folded.includes(String.fromCharCode(unit)) ? 1 : 0));

/** 1 for what a passage, its headline or its day of publication holds. */
export const heldInContext = ({ held, context }: PassageView): Uint8Array => union(held.length, [held, context.title]);
