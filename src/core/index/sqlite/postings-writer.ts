import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Article } from '../../model/article.ts';
import { termCounts } from '../passage-terms.ts';
import { passagesOf } from '../passages.ts';
import type { Database } from './database.ts';
import type { InvertedPassages } from './inverter.ts';
import { mergeSegments } from './merge-segments.ts';
import { changePostings } from './posting-list.ts';
import { createPostingsBuffer, type TermPostings } from './postings-buffer.ts';
import { readMeta, writeMeta } from './schema.ts';
import { changeTerms, createBlockWriter } from './term-blocks.ts';
import { termKey } from './term-key.ts';

/** Puts the passages of articles into the index and takes them out. All is stored when `flush` is done, within a transaction. */
export interface PostingsWriter {
  /** Gives the passages of some articles numbers, and takes in their terms. */
  add(seqs: readonly number[], inverted: InvertedPassages): void;
  /** Takes out what `add` took in; `article` is as it was then. */
  remove(seq: number, article: Article): void;
  flush(): void;
}

// Bytes in memory until a segment is written. Those that are written at one go are merged in the end: to look a term up takes as long in
// each segment again, and a timeline looks thousands up.
const SEGMENT = 20 << 20;
// What is added later goes into the last segment, all of which is written anew for that, unless it is as much as this.
const OWN_SEGMENT = 32 << 20;

export function createPostingsWriter(database: Database, names: Gazetteer): PostingsWriter {
  const buffer = createPostingsBuffer();
  const removed = new Map<string, number[]>();
  const index = database.prepare('UPDATE article SET passages = ?, lengths = ? WHERE seq = ?');
  const first = database.prepare('SELECT passages FROM article WHERE seq = ?');
  let next = Number(readMeta(database, 'passages') ?? 0);

  // Segments that were written since the last merge.
  let written = 0;

  const write = (isLast: boolean): void => {
    const hasSegments = readSegments(database).length > 0;
    const isOwn = !isLast || written > 0 || buffer.size >= OWN_SEGMENT || !hasSegments;
    change(database, { removed, added: isOwn ? [] : [...buffer.drain()] });
    removed.clear();
    writeMeta(database, 'passages', String(next));
    if (isOwn && buffer.size > 0) {
      addSegment(database, buffer.drain());
      written += 1;
    }
    writeMeta(database, 'indexed', String(next));
  };
  const flush = (): void => {
    write(true);
    if (written > 1) makeOneSegment(database);
    written = 0;
  };
  return {
    add: (seqs, inverted) => {
      let from = 0;
      seqs.forEach((seq, at) => {
        const to = from + (inverted.passages[at] as number);
        index.run(next + from, new Uint8Array(inverted.lengths.slice(from, to).buffer), seq);
        from = to;
      });
      buffer.add(inverted, next);
      next += from;
      if (buffer.size >= SEGMENT) write(false);
    },
    remove: (seq, article) => {
      let passage = first.get(seq)?.[0] as number | null;
      if (passage === null) return;
      for (const own of passagesOf(article)) {
        for (const term of termCounts(own, names).keys()) addTo(removed, termKey(term), passage);
        passage += 1;
      }
      index.run(null, null, seq);
    },
    flush,
  };
}

function addTo(passages: Map<string, number[]>, key: string, passage: number): void {
  const known = passages.get(key);
  if (known === undefined) passages.set(key, [passage]);
  else known.push(passage);
}

/** The number of the first passage of each segment. */
export const readSegments = (database: Database): readonly number[] =>
  JSON.parse(readMeta(database, 'segments') ?? '[]') as readonly number[];

function addSegment(database: Database, terms: Iterable<TermPostings>): void {
  const segments = readSegments(database);
  const base = Number(readMeta(database, 'indexed') ?? 0);
  writeMeta(database, 'segments', JSON.stringify([...segments, base]));
  const writer = createBlockWriter(database, segments.length);
  for (const term of terms) writer.add(term);
  writer.end();
}

function makeOneSegment(database: Database): void {
  const segments = readSegments(database);
  mergeSegments(database, segments.length);
  writeMeta(database, 'segments', JSON.stringify(segments.slice(0, 1)));
}

// Takes passages out of all segments, and puts others into the last one.
function change(
  database: Database,
  { removed, added }: { readonly removed: ReadonlyMap<string, number[]>; readonly added: readonly TermPostings[] },
): void {
  const segments = readSegments(database);
  const lists = new Map(added.map((one) => [one.key, one]));
  segments.forEach((base, segment) => {
    const end = segments[segment + 1] ?? Number.POSITIVE_INFINITY;
    const isHere = (passage: number): boolean => passage >= base && passage < end;
    const keys = new Set([...removed].flatMap(([key, passages]) => (passages.some(isHere) ? [key] : [])));
    const isLast = segment === segments.length - 1;
    if (isLast) for (const { key } of added) keys.add(key);
    changeTerms(database, { segment, keys: [...keys].sort() }, (key, before) => {
      const own = isLast ? lists.get(key) : undefined;
      const gone = (removed.get(key) ?? []).toSorted((a, b) => a - b);
      const changed = changePostings(before?.list ?? NONE, gone, own?.list ?? NONE);
      const frequency = (before?.frequency ?? 0) - changed.dropped + (own?.frequency ?? 0);
      return { frequency, list: changed.list };
    });
  });
}

const NONE = new Uint8Array();
