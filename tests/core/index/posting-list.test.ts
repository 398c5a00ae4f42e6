import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteReader, createByteWriter } from '../../../src/core/index/sqlite/bytes.ts';
import { changePostings, eachPosting, joinPostings } from '../../../src/core/index/sqlite/posting-list.ts';
import { postingBytes, type Postings } from './posting-bytes.ts';

const postings = fc
  .uniqueArray(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 300 })), { selector: ([passage]) => passage })
  .map((all) => all.toSorted(([a], [b]) => a - b));

function read(list: Uint8Array): Postings {
  const all: (readonly [number, number])[] = [];
  eachPosting(list, (passage, count) => all.push([passage, count]));
  return all;
}

const later = (all: Postings, by: number): Postings => all.map(([passage, count]) => [passage + by, count]);

test('postings that are taken out are gone, and those that are added stand behind the others', () => {
  fc.assert(
    fc.property(postings, postings, fc.array(fc.nat(100_000)), (before, more, others) => {
      const gone = [...others, ...before.filter((_, at) => at % 3 === 0).map(([passage]) => passage)].sort(
        (a, b) => a - b,
      );
      const added = later(more, 100_001);
      const { list, dropped } = changePostings(postingBytes(before), gone, postingBytes(added));
      const left = before.filter(([passage]) => !gone.includes(passage));
      expect(read(list)).toEqual([...left, ...added]);
      expect(list).toEqual(postingBytes([...left, ...added]));
      expect(dropped).toBe(before.length - left.length);
    }),
  );
});

test('lists that follow one another are joined as if they had been written as one', () => {
  fc.assert(
    fc.property(fc.array(postings, { maxLength: 4 }), (parts) => {
      const all = parts.map((part, at) => later(part, at * 100_001));
      expect(joinPostings(all.map(postingBytes))).toEqual(postingBytes(all.flat()));
    }),
  );
});

test('a text is read as it was written, whatever characters it has, and is told from those that stand before and after it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('橋', '船', 'é', 'ß', 'a', '·', '\u07ff', '\u0800', '😀') }),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const writer = createByteWriter(1);
      writer.text(one);
      writer.text(other);
      const reader = createByteReader(writer.take());
      const inUtf8 = (value: string): Buffer => Buffer.from(value);
      expect(Math.sign(reader.compareText(inUtf8(other)))).toBe(Buffer.compare(inUtf8(one), inUtf8(other)));
      expect([reader.text(), reader.text(), reader.done]).toEqual([one, other, true]);
    }),
  );
});
