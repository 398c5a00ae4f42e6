import { inverseFrequency, prefixWeight, saturation } from '../bm25.ts';
import type { QueryTerm } from '../passage-index.ts';
import type { PassageTable } from './passage-table.ts';
import { eachPosting, type PostingBytes } from './posting-list.ts';

/** Postings of one term, from all segments. */
export interface TermLists {
  readonly key: string;
  readonly frequency: number;
  readonly lists: readonly PostingBytes[];
}

/** Passages with their scores, to be taken from the best on. */
export interface Ranking {
  /** The number of the best passage that was not taken yet, those of equal score in order; null when there is none. */
  next(): { readonly passage: number; readonly score: number } | null;
}

/**
 * Scores passages by BM25, each term by its weight; `lookUp` gives a query's term and, where its longer ones are wanted, those that
 * begin with it.
 */
export function rank(
  query: readonly QueryTerm[],
  { lengths, size, averageLength }: PassageTable,
  lookUp: (term: QueryTerm) => readonly TermLists[],
): Ranking {
  const scores = new Float64Array(lengths.length);
  const found: number[] = [];
  for (const term of query) {
    const [own] = lookUp({ ...term, prefix: false });
    for (const { key, frequency, lists } of lookUp(term)) {
      const weight = term.weight * (key === own?.key ? 1 : prefixWeight(symbols(String(term.term)), symbols(key)));
      const share = weight * inverseFrequency(frequency, size);
      const count = (passage: number, occurrences: number): void => {
        const length = lengths[passage] ?? 0;
        if (length === 0) return;
        if (scores[passage] === 0) found.push(passage);
        scores[passage] = (scores[passage] as number) + share * saturation(occurrences, length, averageLength);
      };
      for (const list of lists) eachPosting(list, count);
    }
  }
  return bestFirst(found, scores);
}

/** The length of a term's key as MiniSearch counts it, which is given each CJK character as three symbols. */
export const symbols = (key: string): number => (/^[\u3005-\u9fff]/.test(key) ? key.length * 3 : key.length);

// A binary heap: of thousands of passages mostly a few dozen are taken. (Cormen et al., Introduction to Algorithms, chapter 6.)
function bestFirst(heap: number[], scores: Float64Array): Ranking {
  const isBefore = (one: number, other: number): boolean => {
    const difference = (scores[one] as number) - (scores[other] as number);
    return difference > 0 || (difference === 0 && one < other);
  };
  const sink = (from: number): void => {
    const passage = heap[from] as number;
    let at = from;
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1] as number, heap[child] as number)) child += 1;
      if (!isBefore(heap[child] as number, passage)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = passage;
  };
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(at);
  return {
    next: () => {
      const [best] = heap;
      const last = heap.pop();
      if (best === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        sink(0);
      }
      return { passage: best, score: scores[best] as number };
    },
  };
}
