import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/core/index/sqlite/database.ts';
import { mergeSegments } from '../../../src/core/index/sqlite/merge-segments.ts';
import { eachPosting } from '../../../src/core/index/sqlite/posting-list.ts';
import { createTables } from '../../../src/core/index/sqlite/schema.ts';
import { createBlockWriter, readPostings, termsFrom } from '../../../src/core/index/sqlite/term-blocks.ts';
import { postingBytes, type Postings } from './posting-bytes.ts';

function postingsOf(list: Uint8Array): Postings {
  const postings: [number, number][] = [];
  eachPosting(list, (passage, count) => postings.push([passage, count]));
  return postings;
}

test('segments become one, in which each term has the passages of all of them', () => {
  const database = openDatabase(':memory:');
  createTables(database);
  // Of a thousand terms, so that there are many blocks, each segment has those that its number and the next one divide.
  const expected = new Map<string, [number, number][]>();
  for (let segment = 0; segment < 3; segment++) {
    const writer = createBlockWriter(database, segment);
    for (let term = 0; term < 1_000; term++) {
      if (term % (segment + 1) !== 0) continue;
      const key = `t${String(term).padStart(4, '0')}`;
      const own = [0, 3, 4].map((at): [number, number] => [segment * 1_000 + term + at, 1 + (at % 2)]);
      writer.add({ key, frequency: own.length, list: postingBytes(own) });
      expected.set(key, [...(expected.get(key) ?? []), ...own]);
    }
    writer.end();
  }
  mergeSegments(database, 3);
  const merged = [...termsFrom(database, 0, '')];
  expect(merged.map(({ key }) => key)).toEqual([...expected.keys()].sort());
  for (const { key, frequency, list } of merged) {
    expect(postingsOf(list)).toEqual(expected.get(key));
    expect(frequency).toBe(expected.get(key)?.length);
  }
  expect(postingsOf(readPostings(database, 0, 't0006')?.list ?? new Uint8Array())).toEqual(expected.get('t0006'));
  expect(database.prepare('SELECT count(*) FROM block WHERE segment > 0').get()).toEqual([0]);
});
