import type { Gazetteer } from '../../names/gazetteer.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ArchiveAwayError, SavedIndexError } from '../saved-index-error.ts';
import { createArticleReader } from '../sqlite/article-reader.ts';
import { openDatabase, type Database } from '../sqlite/database.ts';
import { readAllRows, readWholeGroups } from '../sqlite/row-groups.ts';
import { readSegments } from '../sqlite/postings-writer.ts';
import { readFaults } from '../sqlite/saved-library.ts';
import { PUBLISHED, readMeta, SCHEMA, schemaOf, writeMeta } from '../sqlite/schema.ts';
import { termsFrom } from '../sqlite/term-blocks.ts';
import { readClusterAddress } from './address.ts';
import { packFaults, readHead, sweepCatalogue, writeCatalogue, type Part } from './catalogue.ts';
import { createCluster, type Host } from './cluster.ts';
import { hasStale, removeStale, sendMissing, whatHostHas, type Share } from './documents.ts';
import { editionOf, tablesOf, type Tables } from './tables.ts';
import { packTerms, type CountedTerm } from './term-table.ts';

export interface PublishOptions {
  readonly names: Gazetteer;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Milliseconds from the catalogue to the removal of what is old, in which all who ask have seen the catalogue. */
  readonly grace?: number;
}

/** What came of publishing. */
export interface PublishSummary {
  readonly address: string;
  /** Articles that hosts did not have, and those that they have no more. */
  readonly sent: number;
  readonly removed: number;
  /** Hosts that did not answer, and are as they were. */
  readonly away: readonly string[];
}

/** Where an index was last published; null where it never was. */
export function publishedTo(path: string): string | null {
  const database = openDatabase(path);
  try {
    return schemaOf(database, path) === null ? null : readMeta(database, PUBLISHED);
  } finally {
    database.close();
  }
}

/** Has an index not be published any more; what was stays where it is. */
export function stopPublishing(path: string): void {
  const database = openDatabase(path);
  try {
    database.prepare('DELETE FROM meta WHERE key = ?').run(PUBLISHED);
  } finally {
    database.close();
  }
}

/**
 * Brings the machines at an address to what a saved index has; what they have already is not sent again. First comes what is new, then
 * the catalogue, by which whoever asks knows of it, then goes what is old: whoever asks meanwhile finds one state or the other. Killed, it is
 * finished by the next time. Hosts that do not answer are left out. Throws an ArchiveAwayError where none does, and a SavedIndexError.
 */
export async function publishIndex(path: string, address: string, options: PublishOptions): Promise<PublishSummary> {
  const given = readClusterAddress(address);
  const database = openDatabase(path);
  const cluster = await createCluster(given);
  try {
    if (schemaOf(database, path) !== SCHEMA)
      throw new SavedIndexError(`"${path}": it was made by another version of the program. Run: readout index`);
    // Nobody else writes the file, or publishes it, meanwhile.
    return await database.transaction(async () => {
      if (readMeta(database, 'build') === null) writeMeta(database, 'build', randomUUID());
      const summary = await publish(database, { hosts: cluster.hosts, tables: tablesOf(given.name), options });
      writeMeta(database, PUBLISHED, address);
      return { address, ...summary };
    });
  } finally {
    database.close();
    await cluster.close();
  }
}

interface Publishing {
  readonly hosts: readonly Host[];
  readonly tables: Tables;
  readonly options: PublishOptions;
}

async function publish(
  database: Database,
  { hosts, tables, options }: Publishing,
): Promise<Omit<PublishSummary, 'address'>> {
  const names = readMeta(database, 'names') ?? '';
  const edition = editionOf(readMeta(database, 'build') ?? '', names);
  const reached = await Promise.all(
    hosts.map(async (host, at) => ({ host, at, generation: await generationOf(host, tables) })),
  );
  const there = reached.filter(({ generation }) => generation !== null);
  if (there.length === 0)
    throw new ArchiveAwayError(`Nothing was published: none of ${hosts.map(({ name }) => name).join(', ')} answers.`);
  const rows = readAllRows(database);
  const shares = await Promise.all(
    there.map(async ({ host, at }): Promise<Share> => ({
      host,
      has: await whatHostHas(host, tables, edition),
      rows: rows.filter(([seq]) => (seq as number) % hosts.length === at),
    })),
  );
  const reader = createArticleReader(database, options.names);
  const sent = await sendMissing(database, shares, { ...options, tables, edition, reader });
  const parts = [...partsOf(database)];
  const head = {
    edition,
    names,
    generation: Math.max(...there.map(({ generation }) => generation ?? 0)) + 1,
    dirs: JSON.parse(readMeta(database, 'dirs') ?? '[]') as string[],
    indexedAt: readMeta(database, 'indexedAt') ?? '',
  };
  for (const { host } of there) await writeCatalogue(host, tables, { head, parts });
  let removed = 0;
  if (shares.some(hasStale)) await wait(options.grace ?? GRACE);
  for (const share of shares) {
    removed += await removeStale(share, tables);
    await sweepCatalogue(share.host, tables);
  }
  const away = reached.filter(({ generation }) => generation === null).map(({ host }) => host.name);
  return { sent, removed, away };
}

// A program that runs looks for another catalogue every two seconds.
const GRACE = 5_000;

// 0 where nothing was published yet; null where the host does not answer. What another version published is published anew.
async function generationOf(host: Host, tables: Tables): Promise<number | null> {
  try {
    return (await readHead(host, tables))?.generation ?? 0;
  } catch (error) {
    if (error instanceof ArchiveAwayError) return null;
    throw error;
  }
}

function* partsOf(database: Database): Generator<Part> {
  for (const group of readWholeGroups(database)) yield { kind: 'articles', data: Buffer.from(group) };
  for (const data of packTerms(allTerms(database))) yield { kind: 'terms', data };
  yield { kind: 'faults', data: packFaults(readFaults(database)) };
}

// In order of their keys. Of an index with several segments, each has its own count of a term.
function allTerms(database: Database): Iterable<CountedTerm> {
  const segments = readSegments(database);
  if (segments.length <= 1) return segments.length === 0 ? [] : termsFrom(database, 0, '');
  const counts = new Map<string, number>();
  segments.forEach((_, segment) => {
    for (const { key, frequency } of termsFrom(database, segment, ''))
      counts.set(key, (counts.get(key) ?? 0) + frequency);
  });
  return Array.from(counts, ([key, frequency]) => ({ key, frequency })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
