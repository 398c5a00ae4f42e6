import type { Database } from './database.ts';
import { joinPostings } from './posting-list.ts';
import type { TermPostings } from './postings-buffer.ts';
import { createBlockWriter, entriesOf, type Segment } from './term-blocks.ts';

/**
 * Makes one segment of the first so many, block by block, so that a term is looked up in one place; within a transaction. (A merge of
 * sorted runs: Knuth, The Art of Computer Programming, 5.4.1.) What has been read is deleted at once, and its place in the file used again.
 */
export function mergeSegments(database: Database, count: number): void {
  const runs = Array.from({ length: count }, (_, segment) => takeTerms(database, segment));
  const heads = runs.map((run) => run.next().value ?? null);
  const into = createBlockWriter(database, count);
  for (;;) {
    const key = heads.reduce<string | null>((least, head) => lesser(least, head?.key ?? null), null);
    if (key === null) break;
    const same: TermPostings[] = [];
    heads.forEach((head, at) => {
      if (head?.key !== key) return;
      same.push(head);
      heads[at] = runs[at]?.next().value ?? null;
    });
    into.add(joined(key, same));
  }
  into.end();
  database.prepare('UPDATE block SET segment = 0 WHERE segment = ?').run(count);
}

const lesser = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

// The terms of a segment in order; blocks go as they are read.
function* takeTerms(database: Database, segment: Segment): Generator<TermPostings, undefined> {
  const first = database.prepare('SELECT rowid, data FROM block WHERE segment = ? ORDER BY first LIMIT 1');
  const remove = database.prepare('DELETE FROM block WHERE rowid = ?');
  for (let row = first.get(segment); row !== undefined; row = first.get(segment)) {
    const [id, data] = row;
    // A copy: the memory of a row is its next reader's.
    const entries = [...entriesOf(Uint8Array.from(data as Uint8Array))];
    remove.run(id as number);
    yield* entries;
  }
}

// Passages of a later segment have greater numbers.
function joined(key: string, parts: readonly TermPostings[]): TermPostings {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const frequency = parts.reduce((sum, one) => sum + one.frequency, 0);
  return { key, frequency, list: joinPostings(parts.map(({ list }) => list)) };
}
