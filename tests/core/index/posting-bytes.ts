import { createByteWriter } from '../../../src/core/index/sqlite/bytes.ts';

/** Passages in order of their numbers, each with how often it holds a term. */
export type Postings = readonly (readonly [passage: number, count: number])[];

/** Postings as they are stored, one number after the other. */
export function postingBytes(postings: Postings): Uint8Array {
  const bytes = createByteWriter();
  let last = 0;
  for (const [passage, count] of postings) {
    bytes.varint((passage - last) * 2 + (count > 1 ? 1 : 0));
    if (count > 1) bytes.varint(count);
    last = passage;
  }
  return bytes.take();
}
