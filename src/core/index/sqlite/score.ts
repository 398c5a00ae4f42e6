import { inverseFrequency, prefixWeight, saturation } from '../bm25.ts';
import type { QueryTerm } from '../passage-index.ts';
import type { PassageTable } from './passage-table.ts';
import type { PostingBytes } from './posting-list.ts';

/** Postings of one term, from all segments. */
export interface TermLists {
  readonly key: string;
  readonly frequency: number;
  readonly lists: readonly PostingBytes[];
}

/** Passages with their scores, to be taken from the best on, until others are ranked. */
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
  const { scores, found } = emptyTable(lengths.length);
  let count = 0;
  const once = new Float64Array(LENGTHS);
  for (let length = 0; length < LENGTHS; length++) once[length] = saturation(1, length, averageLength);
  for (const term of query) {
    const [own] = lookUp({ ...term, prefix: false });
    for (const { key, frequency, lists } of lookUp(term)) {
      const weight = term.weight * (key === own?.key ? 1 : prefixWeight(symbols(String(term.term)), symbols(key)));
      const share = weight * inverseFrequency(frequency, size);
      const scored = { scores, found, lengths, averageLength, once };
      for (const list of lists) count = addScores(list, { share, count }, scored);
    }
  }
  return bestFirst(found.subarray(0, count), scores);
}

// Passages of more different terms are measured one by one; there are none in an archive of news.
const LENGTHS = 1_024;

let table = { scores: new Float64Array(), found: new Uint32Array() };

// For each passage a score of 0, in memory that is used again: to get two megabytes anew takes longer than to empty them.
function emptyTable(size: number): typeof table {
  if (table.scores.length === size) table.scores.fill(0);
  else table = { scores: new Float64Array(size), found: new Uint32Array(size) };
  return table;
}

interface Scored extends Pick<PassageTable, 'lengths' | 'averageLength'> {
  readonly scores: Float64Array;
  /** The passages that have a score, each once: the first `count`. */
  readonly found: Uint32Array;
  /** What a single occurrence counts, by the length of the passage. */
  readonly once: Float64Array;
}

// Adds what a term counts to the scores of its passages, and gives how many passages have a score then. Bytes are read here and not by `eachPosting`: a question comes to a hundred
// thousand postings, and to call a function for each takes twice as long.
function addScores(
  list: PostingBytes,
  { share, count }: { readonly share: number; readonly count: number },
  { scores, found, lengths, averageLength, once }: Scored,
): number {
  let all = count;
  let at = 0;
  let passage = 0;
  const varint = (first: number): number => {
    let value = first & 0x7f;
    for (let byte = first, shift = 7; byte > 0x7f; shift += 7) {
      byte = list[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  };
  while (at < list.length) {
    const byte = list[at++] as number;
    const value = byte > 0x7f ? varint(byte) : byte;
    passage += value >>> 1;
    const occurrences = (value & 1) === 1 ? varint(list[at++] as number) : 1;
    const length = lengths[passage] ?? 0;
    if (length === 0) continue;
    const counts =
      occurrences === 1 && length < LENGTHS ? (once[length] as number) : saturation(occurrences, length, averageLength);
    const before = scores[passage] as number;
    if (before === 0) found[all++] = passage;
    scores[passage] = before + share * counts;
  }
  return all;
}

/** The length of a term's key as MiniSearch counts it, which is given each CJK character as three symbols. */
export const symbols = (key: string): number => (/^[\u3005-\u9fff]/.test(key) ? key.length * 3 : key.length);

// So many of the best passages are put in order first, of which mostly a few dozen are taken.
const FIRST = 256;
const GROWTH = 8;

// Of a hundred thousand passages only the best are put in order, and those behind them when they are used up.
function bestFirst(found: Uint32Array, scores: Float64Array): Ranking {
  const before = (one: number, other: number): boolean => {
    const difference = (scores[one] as number) - (scores[other] as number);
    return difference > 0 || (difference === 0 && one < other);
  };
  let ordered: readonly number[] = [];
  let taken = 0;
  let isAll = false;
  let most = FIRST;
  return {
    next: () => {
      if (taken === ordered.length && !isAll) {
        ordered = firstOf(found, before, { most, behind: ordered.at(-1) ?? null });
        isAll = ordered.length < most;
        taken = 0;
        most *= GROWTH;
      }
      const passage = ordered[taken++];
      return passage === undefined ? null : { passage, score: scores[passage] as number };
    },
  };
}

type Before = (one: number, other: number) => boolean;

// In order, the first `most` of some passages, or of those that come behind one: they wait in a heap with the last of them on top, which
// nearly all others do not pass. (Cormen et al., Introduction to Algorithms, chapter 6.)
function firstOf(
  passages: Uint32Array,
  before: Before,
  { most, behind }: { readonly most: number; readonly behind: number | null },
): readonly number[] {
  const heap: number[] = [];
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] as number;
    if (behind !== null && !before(behind, passage)) continue;
    if (heap.length < most) {
      heap.push(passage);
      if (heap.length === most) for (let at = (most >> 1) - 1; at >= 0; at--) sink(heap, at, before);
    } else if (before(passage, heap[0] as number)) {
      heap[0] = passage;
      sink(heap, 0, before);
    }
  }
  return heap.sort((one, other) => (before(one, other) ? -1 : 1));
}

function sink(heap: number[], from: number, before: Before): void {
  const passage = heap[from] as number;
  let at = from;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && before(heap[child] as number, heap[child + 1] as number)) child += 1;
    if (!before(passage, heap[child] as number)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = passage;
}
