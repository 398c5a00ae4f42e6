import { createByteReader, createByteWriter } from './bytes.ts';
import type { Database } from './database.ts';
import type { PostingBytes } from './posting-list.ts';
import type { TermPostings } from './postings-buffer.ts';

// Bytes: a block is read as a whole to find one term, and is written anew when one of its terms changes. Most fit into a page.
const BLOCK = 7_000;

/** One stretch of the index: the postings of the passages from some number on, in blocks by term. */
export type Segment = number;

/** The postings of one term in one segment. */
export interface StoredPostings {
  readonly frequency: number;
  readonly list: PostingBytes;
}

/** Reads the postings of a term; null where the segment has none. */
export function readPostings(database: Database, segment: Segment, key: string): StoredPostings | null {
  const row = database
    .prepare('SELECT data FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1')
    .get(segment, key);
  if (row === undefined) return null;
  // A question looks up some thirty terms, a timeline thousands: the others of the block are passed over as bytes.
  const wanted = encoder.encode(key);
  const reader = createByteReader(row[0] as Uint8Array);
  while (!reader.done) {
    const isWanted = reader.isText(wanted);
    const frequency = reader.varint();
    const length = reader.varint();
    // A copy, so that whoever keeps it does not keep the whole block.
    if (isWanted) return { frequency, list: Uint8Array.from(reader.bytes(length)) };
    reader.skip(length);
  }
  return null;
}

const encoder = new TextEncoder();

/** All terms of a segment from one on, in order, with their postings. */
export function* termsFrom(database: Database, segment: Segment, from: string): Generator<TermPostings> {
  const [first] = database
    .prepare('SELECT first FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1')
    .get(segment, from) ?? [from];
  const blocks = database.prepare('SELECT data FROM block WHERE segment = ? AND first >= ? ORDER BY first');
  for (const [data] of blocks.each(segment, first as string))
    for (const entry of entriesOf(data as Uint8Array)) if (entry.key >= from) yield entry;
}

/** The terms of a block, in order. */
export function* entriesOf(data: Uint8Array): Generator<TermPostings> {
  const reader = createByteReader(data);
  while (!reader.done) {
    const key = reader.text();
    const frequency = reader.varint();
    yield { key, frequency, list: reader.bytes(reader.varint()) };
  }
}

/** Writes terms, in order, as blocks of a segment; call `end` after the last. */
export function createBlockWriter(
  database: Database,
  segment: Segment,
): { readonly add: (term: TermPostings) => void; readonly end: () => void } {
  const insert = database.prepare('INSERT INTO block VALUES (?, ?, ?)');
  const block = createByteWriter(BLOCK * 2);
  let first = '';
  const end = (): void => {
    if (block.length > 0) insert.run(segment, first, block.take());
    block.clear();
  };
  return {
    add: ({ key, frequency, list }) => {
      if (block.length > 0 && block.length + list.length > BLOCK) end();
      if (block.length === 0) first = key;
      block.text(key);
      block.varint(frequency);
      block.varint(list.length);
      block.bytes(list);
    },
    end,
  };
}

/**
 * Changes the postings of terms, which come in order of their keys: `change` is given what there is of each and gives what there is
 * to be, null for nothing.
 */
export function changeTerms(
  database: Database,
  { segment, keys }: { readonly segment: Segment; readonly keys: readonly string[] },
  change: (key: string, before: StoredPostings | null) => StoredPostings | null,
): void {
  const at = database.prepare(
    'SELECT rowid, data FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  );
  const start = database.prepare('SELECT rowid, data FROM block WHERE segment = ? ORDER BY first LIMIT 1');
  const next = database.prepare('SELECT first FROM block WHERE segment = ? AND first > ? ORDER BY first LIMIT 1');
  const remove = database.prepare('DELETE FROM block WHERE rowid = ?');
  for (let from = 0; from < keys.length;) {
    const key = keys[from] as string;
    // What comes before all blocks goes into the first of them.
    const [row, data] = at.get(segment, key) ?? start.get(segment) ?? [];
    const [until] = next.get(segment, key) ?? [];
    const to = until === undefined ? keys.length : firstFrom(keys, { from: from + 1, until: until as string });
    if (row !== undefined) remove.run(row);
    const writer = createBlockWriter(database, segment);
    const before = data === undefined ? [] : [...entriesOf(Buffer.from(data as Uint8Array))];
    for (const entry of merged(before, keys.slice(from, to), change)) writer.add(entry);
    writer.end();
    from = to;
  }
}

function* merged(
  before: readonly TermPostings[],
  keys: readonly string[],
  change: (key: string, before: StoredPostings | null) => StoredPostings | null,
): Generator<TermPostings> {
  let at = 0;
  for (const key of keys) {
    for (; at < before.length && (before[at] as TermPostings).key < key; at++) yield before[at] as TermPostings;
    const own = before[at]?.key === key ? (before[at++] as TermPostings) : null;
    const changed = change(key, own);
    if (changed !== null && changed.frequency > 0) yield { key, ...changed };
  }
  for (; at < before.length; at++) yield before[at] as TermPostings;
}

// The place of the first key, from a place on, that comes no sooner than another.
function firstFrom(
  keys: readonly string[],
  { from, until }: { readonly from: number; readonly until: string },
): number {
  let at = from;
  while (at < keys.length && (keys[at] as string) < until) at++;
  return at;
}
