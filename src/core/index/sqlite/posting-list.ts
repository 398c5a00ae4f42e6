import { createByteReader, createByteWriter, type ByteWriter } from './bytes.ts';

/**
 * The passages that hold a term, each with how often, as bytes: for each passage, in order of their numbers, its distance from the
 * one before, doubled; plus one where a second number follows, how often the passage holds the term, if that is more than once.
 * (Gap encoding with variable bytes, as in Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.3.)
 */
export type PostingBytes = Uint8Array;

/**
 * The postings without those of some passages, which are given in their order, and with others behind them, of later passages. What stays
 * as it is stays as bytes: a common term has a hundred thousand. `dropped` tells how many of those that are gone there were.
 */
export function changePostings(
  list: PostingBytes,
  gone: readonly number[],
  added: PostingBytes,
): { readonly list: PostingBytes; readonly dropped: number } {
  const bytes = createByteWriter(list.length + added.length + MOST_BYTES);
  const { last, dropped } = copyPostings(list, gone, bytes);
  appendPostings(bytes, last, added);
  return { list: bytes.take(), dropped };
}

/** Lists of postings as one: the passages of each come before those of the next. */
export function joinPostings(lists: readonly PostingBytes[]): PostingBytes {
  const bytes = createByteWriter(lists.reduce((sum, { length }) => sum + length + MOST_BYTES, 0));
  let last = 0;
  lists.forEach((list, at) => {
    appendPostings(bytes, last, list);
    if (list.length > 0 && at < lists.length - 1) last = lastPassage(list);
  });
  return bytes.take();
}

// Behind postings of which `last` is the last passage.
function appendPostings(bytes: ByteWriter, last: number, list: PostingBytes): void {
  if (list.length === 0) return;
  const reader = createByteReader(list);
  bytes.varint(reader.varint() - last * 2);
  bytes.bytes(list.subarray(reader.at));
}

function lastPassage(list: PostingBytes): number {
  let last = 0;
  eachPosting(list, (passage) => (last = passage));
  return last;
}

// Of a number.
const MOST_BYTES = 5;

// Gives the last passage that is left, and how many are not.
function copyPostings(list: PostingBytes, gone: readonly number[], into: ByteWriter) {
  const reader = createByteReader(list);
  let passage = 0;
  let last = 0;
  let next = 0;
  let dropped = 0;
  // Where what has been read and not been copied begins; and whether what is before it is gone.
  let from = 0;
  let isGap = false;
  while (!reader.done) {
    const { at } = reader;
    const value = reader.varint();
    passage += value >>> 1;
    const behind = reader.at;
    if ((value & 1) === 1) reader.varint();
    while (next < gone.length && (gone[next] as number) < passage) next += 1;
    if (gone[next] === passage) {
      if (!isGap) into.bytes(list.subarray(from, at));
      from = reader.at;
      isGap = true;
      dropped += 1;
      continue;
    }
    if (isGap) {
      into.varint((passage - last) * 2 + (value & 1));
      from = behind;
      isGap = false;
    }
    last = passage;
  }
  into.bytes(list.subarray(from));
  return { last, dropped };
}

/** Calls `each` for every posting, in order of the passages' numbers. */
export function eachPosting(list: PostingBytes, each: (passage: number, count: number) => void): void {
  let at = 0;
  let passage = 0;
  const varint = (): number => {
    let byte = list[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = list[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  };
  while (at < list.length) {
    const value = varint();
    passage += value >>> 1;
    each(passage, (value & 1) === 1 ? varint() : 1);
  }
}
