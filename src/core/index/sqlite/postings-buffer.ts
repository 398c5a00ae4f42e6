import { INVERTED, OTHER_TERM, type InvertedPassages } from './inverter.ts';
import { addRow, createNumberTable } from './number-table.ts';
import type { PostingBytes } from './posting-list.ts';
import { createSliceArena } from './slice-arena.ts';
import { createTermNumbers } from './term-numbers.ts';

/** A term with its postings, ready to be stored. */
export interface TermPostings {
  readonly key: string;
  /** How many passages hold it. */
  readonly frequency: number;
  readonly list: PostingBytes;
}

/** Postings of many passages, gathered in memory until they are stored. */
export interface PostingsBuffer {
  /** Takes in passages, of which the first is to have a number that is higher than all before. */
  add(inverted: InvertedPassages, first: number): void;
  /** Bytes that are held. */
  readonly size: number;
  /** Everything that was taken in, in order of the keys. Empties the buffer. */
  drain(): Generator<TermPostings>;
}

// Of each term: the passage that was taken in last, and how many there are.
const TERM = { last: 0, frequency: 1, columns: 2 } as const;

// What is kept of a term beside its postings: in the table of its number, of its run and of its last passage, each up to twice as large
// as it has to be; more of one that is a text.
const BYTES_A_TERM = 80;

/** An empty buffer. */
export function createPostingsBuffer(): PostingsBuffer {
  const empty = () => ({
    numbers: createTermNumbers(),
    arena: createSliceArena(),
    terms: createNumberTable(TERM.columns),
  });
  let held = empty();

  return {
    add: ({ terms: added, others, rows, bytes }, first) => {
      const { numbers, arena, terms } = held;
      const texts = others.split('\n').values();
      let from = 0;
      for (let at = 0, row = 0; at < added.length; at++, row += INVERTED.columns) {
        const bigram = added[at] as number;
        const number = numbers.of(bigram === OTHER_TERM ? (texts.next().value as string) : bigram);
        // The term is new: its run has its number.
        if (number === terms.size) {
          addRow(terms);
          arena.open();
        }
        const { values } = terms;
        const own = number * TERM.columns;
        // The first of its passages is told by its distance from the last before.
        arena.append(
          number,
          (first - (values[own + TERM.last] as number)) * 2 + (rows[row + INVERTED.first] as number),
        );
        const to = rows[row + INVERTED.end] as number;
        if (to > from) arena.appendBytes(number, bytes.subarray(from, to));
        from = to;
        values[own + TERM.last] = first + (rows[row + INVERTED.last] as number);
        values[own + TERM.frequency] =
          (values[own + TERM.frequency] as number) + (rows[row + INVERTED.frequency] as number);
      }
    },
    get size() {
      return held.arena.size + held.terms.size * BYTES_A_TERM;
    },
    *drain() {
      const { numbers, arena, terms } = held;
      held = empty();
      for (const { key, number } of numbers.inOrder()) {
        const frequency = terms.values[number * TERM.columns + TERM.frequency] as number;
        yield { key, frequency, list: arena.read(number) };
      }
    },
  };
}
