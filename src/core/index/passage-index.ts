import type { ArticleId } from '../model/article.ts';
import type { Passage } from './passages.ts';

/**
 * What is looked up in an index. A number is a bigram of CJK characters (`bigramKey`); a string is the stem of a Latin word,
 * `#7` or `#7小` for a number without and with its unit, `@12` for a name of any form, or one CJK character.
 */
export type Term = number | string;

/** A term of a query with its weight; `prefix` also finds the terms that begin with it. */
export interface QueryTerm {
  readonly term: Term;
  readonly weight: number;
  readonly prefix?: boolean;
}

/** A test for passages, by what is known of their articles. */
export interface PassageFilter {
  (passage: Pick<Passage, 'article'>): boolean;
  /** The same without reading texts: what only a text could tell passes. Absent where the test reads none. */
  readonly withoutTexts?: (passage: Pick<Passage, 'article'>) => boolean;
}

/** A passage that a query found; the higher the score the better. Scores of two queries do not compare. */
export interface Hit {
  /** Where texts are not in memory, read when it is asked for. */
  readonly passage: Passage;
  readonly score: number;
  /** What is known of it without its text; absent where that takes as long as to read it. */
  readonly glimpse?: Glimpse;
}

/** What is known of a passage without its text. */
export interface Glimpse {
  readonly article: ArticleId;
  readonly kind: Passage['kind'];
  /** The terms of the query that it holds; those that only begin as one of them left out. */
  readonly held: () => ReadonlySet<Term>;
}

/** What a query found. */
export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Whether part of the archive could not be searched: what is not found may be there. */
  readonly isPartial: boolean;
}

/**
 * The index is a port: MiniSearch is the embedded default, and an archive that outgrows it takes another one. Whatever
 * stands behind it passes the contract suite in tests/core/index/passage-index.contract.ts.
 */
export interface PassageIndex {
  /** The passages with the most of the query's weight, at most `limit`. */
  search(query: readonly QueryTerm[], filter: PassageFilter | null, limit: number): Promise<SearchResult>;
  /** How many postings a question may read: what bounds its time in a large archive. */
  readonly budget: number;
  /** In how many passages a term occurs. */
  frequency(term: Term): number;
  /** Looks up at once how common many terms are, for whom `frequency` is asked next. Absent where to look each up takes no time. */
  readonly rememberFrequencies?: (terms: Iterable<Term>) => void;
  /** Whether two Han characters stand side by side in some passage. Absent where to ask `frequency` takes no time. */
  readonly holdsBigram?: (first: string, second: string) => boolean;
  /** The Latin word of the index that is nearest to one that it does not hold, at most `edits` away; null where there is none. */
  suggest(word: string, edits: number): Term | null;
  /** The stems of all Latin words, with the number of passages that hold each. */
  latinWords(): Iterable<readonly [Term, number]>;
  /** How many passages there are. */
  size(): number;
}

/** An index that takes in passages while it is asked. */
export interface WritableIndex extends PassageIndex {
  add(passages: readonly Passage[]): Promise<void>;
  /** Takes out all passages of an article. */
  remove(id: ArticleId): Promise<void>;
}
