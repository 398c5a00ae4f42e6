import type { ByteWriter } from './bytes.ts';

/**
 * The passages that hold a term, each with how often, as bytes: for each passage, in order of their numbers, its distance from the
 * one before, doubled; plus one where a second number follows, how often the passage holds the term, if that is more than once.
 * (Gap encoding with variable bytes, as in Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.3.)
 */
export type PostingBytes = Uint8Array;

/** Writes postings one after the other, in order of the passages' numbers. */
export function createPostingWriter(into: ByteWriter): (passage: number, count: number) => void {
  let last = 0;
  return (passage, count) => {
    into.varint((passage - last) * 2 + (count > 1 ? 1 : 0));
    if (count > 1) into.varint(count);
    last = passage;
  };
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
