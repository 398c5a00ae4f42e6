import type { Gazetteer } from '../../names/gazetteer.ts';
import { eachTerm, type Term } from '../terms.ts';
import { searchedText } from '../passage-terms.ts';
import type { Passage } from '../passages.ts';
import { createByteWriter } from './bytes.ts';
import { addRow, createNumberTable, type NumberTable } from './number-table.ts';
import { createTermNumbers } from './term-numbers.ts';

/**
 * Of each term of some articles, the passages that hold it: an index of them, as a few lists of numbers and a text, which cost little to
 * hand from one thread to another. Passages are numbered through, from 0.
 */
export interface InvertedPassages {
  /** How many passages each article has. */
  readonly passages: Uint32Array;
  /** How many different terms each passage has. */
  readonly lengths: Uint16Array;
  /** Bigrams; `OTHER_TERM` stands for the next line of `others`. */
  readonly terms: Uint32Array;
  readonly others: string;
  /** A row of `INVERTED` columns for each term. */
  readonly rows: Uint32Array;
  /** The postings of all terms, each without its first number; as in posting-list.ts. */
  readonly bytes: Uint8Array;
}

/** No bigram has this number. */
export const OTHER_TERM = 0xffff_ffff;

/** Columns of a row: how many passages hold the term, the first number of its postings, the last passage, and where its bytes end. */
export const INVERTED = { frequency: 0, first: 1, last: 2, end: 3, columns: 4 } as const;

// Of each term: the passage that was met last, plus one, and its posting there. Of each posting: the term, the passage, and how often.
const TERM = { last: 0, posting: 1, columns: 2 } as const;
const POSTING = { term: 0, passage: 1, count: 2, columns: 3 } as const;
// Of no passage more are counted: it is no text that has as many different terms.
const MOST_TERMS = 0xffff;

/** Inverts the passages of articles; what it needs for that it keeps for the next ones. */
export function createInverter(names: Gazetteer): (articles: readonly (readonly Passage[])[]) => InvertedPassages {
  const numbers = createTermNumbers();
  const terms = createNumberTable(TERM.columns);
  const postings = createNumberTable(POSTING.columns);
  let known: Term[] = [];

  // Says whether the passage has not had the term before.
  const meet = (term: Term, passage: number): boolean => {
    const number = numbers.of(term);
    if (number === terms.size) {
      terms.values[addRow(terms) * TERM.columns + TERM.last] = 0;
      known.push(term);
    }
    const row = number * TERM.columns;
    if (terms.values[row + TERM.last] === passage + 1) {
      const at = (terms.values[row + TERM.posting] as number) * POSTING.columns + POSTING.count;
      postings.values[at] = (postings.values[at] as number) + 1;
      return false;
    }
    const posting = addRow(postings);
    terms.values[row + TERM.last] = passage + 1;
    terms.values[row + TERM.posting] = posting;
    const at = posting * POSTING.columns;
    postings.values[at + POSTING.term] = number;
    postings.values[at + POSTING.passage] = passage;
    postings.values[at + POSTING.count] = 1;
    return true;
  };

  return (articles) => {
    const lengths: number[] = [];
    for (const passage of articles.flat()) {
      const text = searchedText(passage);
      const number = lengths.length;
      let length = 0;
      eachTerm(text, names, (term) => {
        if (meet(term, number)) length += 1;
      });
      lengths.push(Math.min(MOST_TERMS, length));
    }
    const inverted = {
      passages: Uint32Array.from(articles, ({ length }) => length),
      lengths: Uint16Array.from(lengths),
      ...inNumbers(known),
      ...encoded(postings, terms.size),
    };
    numbers.clear();
    terms.size = 0;
    postings.size = 0;
    known = [];
    return inverted;
  };
}

const inNumbers = (terms: readonly Term[]): Pick<InvertedPassages, 'terms' | 'others'> => ({
  terms: Uint32Array.from(terms, (term) => (typeof term === 'number' ? term : OTHER_TERM)),
  others: terms.filter((term) => typeof term === 'string').join('\n'),
});

// The postings are sorted by term (counting sort: Knuth, The Art of Computer Programming, 5.2), and stay in order of their passages.
function encoded({ values, size }: NumberTable, terms: number): Pick<InvertedPassages, 'rows' | 'bytes'> {
  const ends = new Uint32Array(terms + 1);
  for (let at = 0; at < size * POSTING.columns; at += POSTING.columns) {
    const next = (values[at + POSTING.term] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let term = 0; term < terms; term++) ends[term + 1] = (ends[term + 1] as number) + (ends[term] as number);
  const sorted = new Uint32Array(size);
  for (let posting = 0; posting < size; posting++) {
    const term = values[posting * POSTING.columns + POSTING.term] as number;
    const place = ends[term] as number;
    sorted[place] = posting;
    ends[term] = place + 1;
  }
  // By now each of `ends` is where its term's postings end.
  const rows = new Uint32Array(terms * INVERTED.columns);
  const bytes = createByteWriter(size * 2);
  for (let term = 0, from = 0; term < terms; term++) {
    const to = ends[term] as number;
    const row = term * INVERTED.columns;
    rows[row + INVERTED.frequency] = to - from;
    for (let last = 0, first = from; from < to; from++) {
      const at = (sorted[from] as number) * POSTING.columns;
      const passage = values[at + POSTING.passage] as number;
      const count = values[at + POSTING.count] as number;
      const number = (passage - last) * 2 + (count > 1 ? 1 : 0);
      if (from === first) rows[row + INVERTED.first] = number;
      else bytes.varint(number);
      if (count > 1) bytes.varint(count);
      last = rows[row + INVERTED.last] = passage;
    }
    rows[row + INVERTED.end] = bytes.length;
  }
  return { rows, bytes: bytes.take() };
}
