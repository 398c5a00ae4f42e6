import { type Ranking, bestFirst, emptyScores, inverseFrequency, prefixWeight, saturation } from '../bm25.ts';
import type { QueryTerm, Term } from '../passage-index.ts';
import type { PassageTable } from './passage-table.ts';
import { eachPosting, type PostingBytes } from './posting-list.ts';

/** Postings of one term, from all segments. */
export interface TermLists {
  readonly key: string;
  readonly frequency: number;
  readonly lists: readonly PostingBytes[];
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
  const { scores, found } = emptyScores(lengths.length);
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

/** Which terms some passages hold, of those whose postings are given; parallel to the passages, which are few. */
export function termsHeld(
  passages: readonly number[],
  terms: readonly { readonly term: Term; readonly lists: readonly TermLists[] }[],
): readonly ReadonlySet<Term>[] {
  const held = passages.map(() => new Set<Term>());
  // By its number the place of each passage that is sought, from 1 on; 0 for all others.
  const places = new Uint32Array(Math.max(0, ...passages) + 1);
  passages.forEach((passage, at) => (places[passage] = at + 1));
  for (const { term, lists } of terms)
    for (const list of lists.flatMap((one) => one.lists))
      eachPosting(list, (passage) => {
        const place = places[passage] ?? 0;
        if (place > 0) held[place - 1]?.add(term);
      });
  return held;
}

/** The length of a term's key as MiniSearch counts it, which is given each CJK character as three symbols. */
export const symbols = (key: string): number => (/^[\u3005-\u9fff]/.test(key) ? key.length * 3 : key.length);
