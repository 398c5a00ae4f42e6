import type { Term } from '../../names/terms.ts';
import type { PostingBytes } from './posting-list.ts';
import { createColumn, createSliceArena } from './slice-arena.ts';
import { termKey } from './term-key.ts';

/** A term with its postings, ready to be stored. */
export interface TermPostings {
  readonly key: string;
  /** How many passages hold it. */
  readonly frequency: number;
  readonly list: PostingBytes;
}

/** Postings of many passages, gathered in memory until they are stored. */
export interface PostingsBuffer {
  /** Takes in that a passage holds a term so many times. Passages come in order of their numbers, each term of one once. */
  add(term: Term, passage: number, count: number): void;
  /** Bytes that are held. */
  readonly size: number;
  /** Everything that was taken in, in order of the keys. Empties the buffer. */
  drain(): Generator<TermPostings>;
}

/** An empty buffer. */
export function createPostingsBuffer(): PostingsBuffer {
  const empty = () => ({
    slots: new Map<Term, number>(),
    arena: createSliceArena(),
    last: createColumn(),
    frequency: createColumn(),
  });
  let held = empty();

  return {
    add: (term, passage, count) => {
      let slot = held.slots.get(term);
      if (slot === undefined) {
        slot = held.arena.open();
        held.slots.set(term, slot);
        held.last.push(0);
        held.frequency.push(0);
      }
      const gap = passage - held.last.at(slot);
      held.arena.append(slot, gap * 2 + (count > 1 ? 1 : 0));
      if (count > 1) held.arena.append(slot, count);
      held.last.set(slot, passage);
      held.frequency.set(slot, held.frequency.at(slot) + 1);
    },
    get size() {
      return held.arena.size;
    },
    *drain() {
      const { slots, arena, frequency } = held;
      const keys = Array.from(slots, ([term, slot]) => ({ key: termKey(term), slot }));
      keys.sort((a, b) => (a.key < b.key ? -1 : 1));
      for (const { key, slot } of keys) yield { key, frequency: frequency.at(slot), list: arena.read(slot) };
      held = empty();
    },
  };
}
