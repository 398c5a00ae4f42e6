import { createByteReader, createByteWriter, type ByteReader } from './bytes.ts';
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

// UTF-16 sorts these otherwise than UTF-8.
const SURROGATE = /[\ud800-\udfff]/;

/**
 * How many passages of a segment hold each of many terms: each block is read once, which for thousands of terms takes a quarter of the
 * time of `readPostings`. Terms that the segment does not have are left out.
 */
export function readFrequencies(
  database: Database,
  segment: Segment,
  keys: readonly string[],
): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  const blockOf = database.prepare(
    'SELECT data FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  );
  const sorted = keys.filter((one) => !SURROGATE.test(one)).toSorted();
  const wanted = sorted.map((key) => encoder.encode(key));
  for (let next = 0; next < sorted.length;) {
    const [data] = blockOf.get(segment, sorted[next] as string) ?? [];
    const found = (at: number, frequency: number): void => void frequencies.set(sorted[at] as string, frequency);
    // The one that the block was looked up for is in no other.
    next = Math.max(next + 1, skim((data ?? NOTHING) as Uint8Array, { wanted, from: next, found }));
  }
  for (const key of keys.filter((one) => SURROGATE.test(one)))
    frequencies.set(key, readPostings(database, segment, key)?.frequency ?? 0);
  return frequencies;
}

const NOTHING = new Uint8Array();

interface Wanted {
  /** Keys in UTF-8, in order. */
  readonly wanted: readonly Uint8Array[];
  readonly from: number;
  readonly found: (at: number, frequency: number) => void;
}

// Passes through a block and tells the frequencies of those keys, from one on, that it has; gives the first key that comes after all of its
// terms. Without a reader, and without looking at any list: of the hundreds of terms of a block few are wanted.
function skim(data: Uint8Array, { wanted, from, found }: Wanted): number {
  let at = 0;
  const varint = (): number => {
    let byte = data[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = data[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  };
  let next = from;
  while (at < data.length && next < wanted.length) {
    const length = varint();
    const key = at;
    at += length;
    const frequency = varint();
    const list = varint();
    at += list;
    let order = 1;
    while (next < wanted.length && (order = compared(data, { key, length }, wanted[next] as Uint8Array)) > 0) next += 1;
    if (next < wanted.length && order === 0) found(next++, frequency);
  }
  return next;
}

// How a text of a block stands to another: below 0 where it comes before that.
function compared(
  data: Uint8Array,
  { key, length }: { readonly key: number; readonly length: number },
  other: Uint8Array,
): number {
  const shared = Math.min(length, other.length);
  for (let i = 0; i < shared; i++) {
    const order = (data[key + i] as number) - (other[i] as number);
    if (order !== 0) return order;
  }
  return length - other.length;
}

/** Calls `found` for every bigram of a segment that begins with one, with the UTF-16 unit of the other. */
export function eachBigramFrom(
  database: Database,
  { segment, first }: { readonly segment: Segment; readonly first: string },
  found: (second: number) => void,
): void {
  const behind = String.fromCharCode(first.charCodeAt(0) + 1);
  const [from] = database
    .prepare('SELECT first FROM block WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1')
    .get(segment, first) ?? [first];
  const blocks = database
    .prepare('SELECT data FROM block WHERE segment = ? AND first >= ? AND first < ? ORDER BY first')
    .all(segment, from as string, behind);
  for (const [data] of blocks) {
    const reader = createByteReader(data as Uint8Array);
    while (!reader.done) {
      const key = reader.text();
      reader.varint();
      reader.skip(reader.varint());
      if (key.length === 2 && key.charAt(0) === first) found(key.charCodeAt(1));
    }
  }
}

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

interface BlockWriter {
  readonly add: (term: TermPostings) => void;
  /** Takes in a term as it stands in another block. */
  readonly copy: (entry: Uint8Array) => void;
  readonly end: () => void;
}

/** Writes terms, in order, as blocks of a segment; call `end` after the last. What is written takes the place of a block, if one is given. */
export function createBlockWriter(database: Database, segment: Segment, old: StoredBlock | null = null): BlockWriter {
  const insert = database.prepare('INSERT INTO block VALUES (?, ?, ?)');
  const update = database.prepare('UPDATE block SET first = ?, data = ? WHERE rowid = ?');
  const block = createByteWriter(BLOCK * 2);
  let first = '';
  let place = old;
  const write = (): void => {
    if (block.length > 0 && place !== null) {
      update.run(first, block.take(), place.row);
      place = null;
    } else if (block.length > 0) insert.run(segment, first, block.take());
    block.clear();
  };
  const make = (length: number, key: () => string): void => {
    if (block.length > 0 && block.length + length > BLOCK) write();
    if (block.length === 0) first = key();
  };
  return {
    add: ({ key, frequency, list }) => {
      make(list.length, () => key);
      block.text(key);
      block.varint(frequency);
      block.varint(list.length);
      block.bytes(list);
    },
    copy: (entry) => {
      make(entry.length, () => createByteReader(entry).text());
      block.bytes(entry);
    },
    end: () => {
      write();
      if (place !== null) database.prepare('DELETE FROM block WHERE rowid = ?').run(place.row);
    },
  };
}

interface StoredBlock {
  readonly row: number;
  readonly data: Uint8Array;
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
  for (let from = 0; from < keys.length;) {
    const key = keys[from] as string;
    // What comes before all blocks goes into the first of them.
    const [row, data] = at.get(segment, key) ?? start.get(segment) ?? [];
    const [until] = next.get(segment, key) ?? [];
    const to = until === undefined ? keys.length : firstFrom(keys, { from: from + 1, until: until as string });
    // A copy: the memory of a row is its next reader's.
    const block = { row: row as number, data: Uint8Array.from((data ?? []) as Uint8Array) };
    const writer = createBlockWriter(database, segment, row === undefined ? null : block);
    merge(block.data, { keys: keys.slice(from, to), change, writer });
    from = to;
  }
}

// What nobody changes is passed on as bytes: of the four hundred terms of a block a changed article has one or two.
function merge(
  block: Uint8Array,
  {
    keys,
    change,
    writer,
  }: {
    readonly keys: readonly string[];
    readonly change: (key: string, before: StoredPostings | null) => StoredPostings | null;
    readonly writer: BlockWriter;
  },
): void {
  const reader = createByteReader(block);
  for (const key of keys) {
    const wanted = encoder.encode(key);
    let order = 1;
    while (!reader.done && (order = reader.compareText(wanted)) < 0) writer.copy(entryAt(block, reader));
    const own = reader.done || order !== 0 ? null : postingsIn(reader);
    const changed = change(key, own);
    if (changed !== null && changed.frequency > 0) writer.add({ key, ...changed });
  }
  while (!reader.done) writer.copy(entryAt(block, reader));
  writer.end();
}

function entryAt(block: Uint8Array, reader: ByteReader): Uint8Array {
  const from = reader.at;
  reader.skip(reader.varint());
  reader.varint();
  reader.skip(reader.varint());
  return block.subarray(from, reader.at);
}

function postingsIn(reader: ByteReader): StoredPostings {
  reader.skip(reader.varint());
  const frequency = reader.varint();
  return { frequency, list: reader.bytes(reader.varint()) };
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
