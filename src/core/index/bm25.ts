// How passages of a saved index are scored, by MiniSearch's formula, and the best of them taken first.

/** Parameters of BM25 as they were measured best on DRCD: little length normalisation, since passages are of one size. */
export const BM25 = { k: 0.7, b: 0.45, d: 0 } as const;

// MiniSearch's weight of a longer term that begins with a query's: 0.375, the less the more it is longer.
const PREFIX_WEIGHT = 0.375;
const PREFIX_DISTANCE = 0.3;

/** How much a longer term that begins with a query's counts, as MiniSearch has it; lengths in symbols. */
export const prefixWeight = (length: number, longer: number): number =>
  longer === length ? 1 : (PREFIX_WEIGHT * longer) / (longer + PREFIX_DISTANCE * (longer - length));

/** The inverse document frequency of BM25: ln(1 + (N − n + ½) / (n + ½)), where n of N passages hold the term. */
export const inverseFrequency = (frequency: number, passages: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

/** What so many occurrences in a passage of so many different terms count, as a factor to a term's weight. */
export function saturation(occurrences: number, length: number, averageLength: number): number {
  const { k, b, d } = BM25;
  return d + (occurrences * (k + 1)) / (occurrences + k * (1 - b + (b * length) / averageLength));
}

/** Passages with their scores, to be taken from the best on, until others are ranked. */
export interface Ranking {
  /** The number of the best passage that was not taken yet, those of equal score in order; null when there is none. */
  next(): { readonly passage: number; readonly score: number } | null;
}

/** The scores of passages while they are added up, and which of them have one. */
export interface Scores {
  readonly scores: Float64Array;
  readonly found: Uint32Array;
}

let table: Scores = { scores: new Float64Array(), found: new Uint32Array() };

/** For each of so many passages a score of 0, in memory that the next search uses again: to get two megabytes anew takes longer than to empty them. */
export function emptyScores(size: number): Scores {
  if (table.scores.length === size) table.scores.fill(0);
  else table = { scores: new Float64Array(size), found: new Uint32Array(size) };
  return table;
}

// So many of the best passages are put in order first, of which mostly a few dozen are taken.
const FIRST = 256;
const GROWTH = 8;

/** Of a hundred thousand passages only the best are put in order, and those behind them when they are used up. */
export function bestFirst(found: Uint32Array, scores: Float64Array): Ranking {
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
