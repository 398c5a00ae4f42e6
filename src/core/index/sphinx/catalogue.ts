import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CorpusFault } from '../../corpus/faults.ts';
import { ArchiveAwayError, SavedIndexError } from '../saved-index-error.ts';
import { allAway, type Cluster, type Host } from './cluster.ts';
import { CLUSTER_SCHEMA, type Edition, type Tables } from './tables.ts';

/** What of an archive is kept in memory by whoever asks it, in parts; each host has all of them. */
export interface Part {
  /** Some articles without their texts; some terms with their frequencies; what is wrong with files. */
  readonly kind: 'articles' | 'terms' | 'faults';
  readonly data: Uint8Array;
}

interface ListedPart {
  readonly id: number;
  readonly kind: Part['kind'];
  readonly hash: string;
}

/** What stands first in a catalogue. */
export interface Head {
  readonly schema: number;
  readonly edition: Edition;
  /** The reading of names that its terms hold for. */
  readonly names: string;
  /** Grows with each time that something is published. */
  readonly generation: number;
  readonly dirs: readonly string[];
  /** ISO 8601, with the time. */
  readonly indexedAt: string;
  readonly parts: readonly ListedPart[];
}

// The documents of a catalogue: its head, and behind it the parts.
const HEAD = 1;
const PARTS_A_TIME = 10_000;

const LEVEL = { level: 6 } as const;
const encoded = (data: Uint8Array): string => deflateRawSync(data, LEVEL).toString('base64');
const decoded = (data: unknown): Buffer => inflateRawSync(Buffer.from(String(data), 'base64'));
const hashOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('base64');

export const packFaults = (faults: readonly CorpusFault[]): Uint8Array => Buffer.from(JSON.stringify(faults));
export const unpackFaults = (data: Buffer): readonly CorpusFault[] => JSON.parse(data.toString()) as CorpusFault[];

/** The head of one host's catalogue; null where nothing was published on it. */
export async function readHead(host: Host, { catalogue }: Tables): Promise<Head | null> {
  const [row] = await host.query(`SELECT id, data FROM ${catalogue} WHERE id = ${HEAD}`);
  if (row === undefined) return null;
  const head = JSON.parse(decoded(row[1]).toString()) as Head;
  if (head.schema !== CLUSTER_SCHEMA)
    throw new SavedIndexError(`"${host.name}": what is there was published by another version of the program.`);
  return head;
}

/** The newest head, of those hosts that answer. Throws an ArchiveAwayError where none does, and a SavedIndexError where all have others. */
export async function newestHead({ hosts }: Cluster, tables: Tables): Promise<Published | null> {
  const read = await Promise.allSettled(hosts.map(async (host) => ({ host, head: await readHead(host, tables) })));
  const heads = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (heads.length === 0) {
    const reasons: readonly unknown[] = read.map((one) => (one.status === 'rejected' ? one.reason : null));
    // What a host that answers has to say tells more than that others do not.
    throw reasons.find((reason) => !(reason instanceof ArchiveAwayError)) ?? allAway(hosts, reasons[0]);
  }
  const published = heads.flatMap(({ host, head }) => (head === null ? [] : [{ host, head }]));
  return published.reduce<Published | null>(
    (newest, one) => (newest === null || one.head.generation > newest.head.generation ? one : newest),
    null,
  );
}

/** A head, and a host that has its parts. */
export interface Published {
  readonly host: Host;
  readonly head: Head;
}

// Parts that are asked for at once.
const ASKED_AT_ONCE = 8;

/** Reads parts from the host that has them; null where they are not there any more, since others were published meanwhile. */
export async function readParts(
  { host, head }: Published,
  { catalogue }: Tables,
  isWanted: (part: ListedPart) => boolean,
): Promise<ReadonlyMap<number, Buffer> | null> {
  const wanted = head.parts.filter(isWanted);
  const read = new Map<number, Buffer>();
  for (let from = 0; from < wanted.length; from += ASKED_AT_ONCE) {
    const ids = wanted.slice(from, from + ASKED_AT_ONCE).map(({ id }) => id);
    const rows = await host.query(
      `SELECT id, data FROM ${catalogue} WHERE id IN (${ids.join(',')}) LIMIT ${ids.length}`,
    );
    for (const [id, data] of rows) read.set(Number(id), decoded(data));
  }
  return wanted.every(({ id, hash }) => {
    const data = read.get(id);
    return data !== undefined && hashOf(data) === hash;
  })
    ? read
    : null;
}

/**
 * Writes a catalogue in the place of one that a host has; what did not change stays. Its head is written last, so that whoever reads finds
 * one or the other whole. Returns the ids of parts that are not listed any more.
 */
export async function writeCatalogue(
  host: Host,
  { catalogue }: Tables,
  { head, parts }: { readonly head: Omit<Head, 'parts' | 'schema'>; readonly parts: readonly Part[] },
): Promise<void> {
  const rows = await host.query(
    `SELECT id, hash FROM ${catalogue} LIMIT ${MOST_PARTS} OPTION max_matches=${MOST_PARTS}`,
  );
  const known = new Map(rows.map(([id, hash]) => [String(hash), Number(id)]));
  const listed: ListedPart[] = [];
  for (const [at, { kind, data }] of parts.entries()) {
    const hash = hashOf(data);
    const id = known.get(hash) ?? head.generation * PARTS_A_TIME + at + HEAD + 1;
    listed.push({ id, kind, hash });
    if (!known.has(hash)) await host.query(replacing(catalogue, { id, hash, data }));
  }
  const whole: Head = { schema: CLUSTER_SCHEMA, ...head, parts: listed };
  await host.query(replacing(catalogue, { id: HEAD, hash: '', data: Buffer.from(JSON.stringify(whole)) }));
}

const MOST_PARTS = 100_000;

const replacing = (
  catalogue: string,
  { id, hash, data }: { readonly id: number; readonly hash: string; readonly data: Uint8Array },
): string => `REPLACE INTO ${catalogue} (id, hash, data) VALUES (${id}, '${hash}', '${encoded(data)}')`;

/** Takes out of a host's catalogue what its head does not list. */
export async function sweepCatalogue(host: Host, tables: Tables): Promise<void> {
  const head = await readHead(host, tables);
  const listed = new Set([HEAD, ...(head?.parts ?? []).map(({ id }) => id)]);
  const rows = await host.query(
    `SELECT id FROM ${tables.catalogue} LIMIT ${MOST_PARTS} OPTION max_matches=${MOST_PARTS}`,
  );
  const gone = rows.map(([id]) => Number(id)).filter((id) => !listed.has(id));
  if (gone.length > 0) await host.query(`DELETE FROM ${tables.catalogue} WHERE id IN (${gone.join(',')})`);
}
