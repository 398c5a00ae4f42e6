import type { Socket } from 'node:net';
import type { Pool } from 'mysql2/promise';
import { ArchiveAwayError, SavedIndexError } from '../saved-index-error.ts';
import type { ClusterAddress } from './address.ts';

/** The columns of a row, in the order in which they were asked for. */
export type Row = readonly unknown[];

/** One machine that answers SphinxQL. */
export interface Host {
  /** For people: its address. */
  readonly name: string;
  /** Throws an ArchiveAwayError where it does not answer, and a SavedIndexError where it has no such table. */
  query(sql: string): Promise<readonly Row[]>;
  /** The same, and whether the host could not reach others that it asked in turn. */
  queryAll(sql: string): Promise<Reply>;
}

export interface Reply {
  readonly rows: readonly Row[];
  readonly isPartial: boolean;
}

/** The machines that hold an index. */
export interface Cluster {
  readonly hosts: readonly Host[];
  /** Asks the first host that answers. Throws an ArchiveAwayError where none does. */
  ask(sql: string): Promise<Reply>;
  close(): Promise<void>;
}

// Milliseconds. Distributed tables wait less for one another (deploy/manticore/searchd.conf).
const CONNECTING = 1_500;
const ANSWERING = 8_000;
/** A host that did not answer is asked last for so long. */
const PAUSE = 5_000;
const CONNECTIONS = 8;

/** Knows some machines; a connection is made when something is asked. */
export async function createCluster({ hosts: addresses }: ClusterAddress): Promise<Cluster> {
  const { createPool } = await import('mysql2/promise');
  const pools = addresses.map(({ host, port }) =>
    createPool({
      host,
      port,
      connectionLimit: CONNECTIONS,
      connectTimeout: CONNECTING,
      multipleStatements: true,
      rowsAsArray: true,
    }),
  );
  pools.forEach(lettingGo);
  const hosts = pools.map((pool, at): Host => hostOf(pool, nameOf(addresses[at])));
  const awaySince = new Map<Host, number>();
  const isPaused = (host: Host): boolean =>
    performance.now() - (awaySince.get(host) ?? Number.NEGATIVE_INFINITY) < PAUSE;
  return {
    hosts,
    ask: async (sql) => {
      const inOrder = [...hosts.filter((host) => !isPaused(host)), ...hosts.filter(isPaused)];
      let last: unknown;
      for (const host of inOrder) {
        try {
          const reply = await host.queryAll(sql);
          awaySince.delete(host);
          return reply;
        } catch (error) {
          if (!(error instanceof ArchiveAwayError)) throw error;
          awaySince.set(host, performance.now());
          last = error;
        }
      }
      throw allAway(hosts, last);
    },
    close: async () => void (await Promise.all(pools.map(async (pool) => await pool.end()))),
  };
}

/** That none of some hosts answers. */
export const allAway = (hosts: readonly Host[], cause: unknown): ArchiveAwayError =>
  new ArchiveAwayError(
    `The index does not answer: ${hosts.map(({ name }) => name).join(', ')}. Is searchd running there?`,
    {
      cause,
    },
  );

const nameOf = (address: ClusterAddress['hosts'][number] | undefined): string =>
  address === undefined ? '' : `${address.host}:${address.port}`;

// An idle connection does not keep a program alive that has nothing else to do.
function lettingGo(pool: Pool): void {
  const socketOf = (connection: unknown): Socket => (connection as { readonly stream: Socket }).stream;
  pool.on('acquire', (connection) => socketOf(connection).ref());
  pool.on('release', (connection) => socketOf(connection).unref());
}

function hostOf(pool: Pool, name: string): Host {
  const run = async (sql: string): Promise<unknown> => {
    // One that has been idle may have been closed by the other side, which shows when it is used.
    for (let attempt = 0; ; attempt++) {
      try {
        const [result] = await pool.query({ sql, timeout: ANSWERING });
        return result;
      } catch (error) {
        const { code = '' } = error as { readonly code?: string };
        if (code.startsWith('ER_')) throw refusal(name, error);
        if (attempt > 0 || !LOST.has(code)) throw new ArchiveAwayError(`"${name}" does not answer.`, { cause: error });
      }
    }
  };
  return {
    name,
    query: async (sql) => (await run(sql)) as readonly Row[],
    queryAll: async (sql) => {
      const [rows, meta] = (await run(`${sql}; SHOW META`)) as [readonly Row[], readonly Row[]];
      // "index readout_passages: agent 10.0.0.2:9312: connect() failed"
      const isPartial = meta.some(([key, value]) => key === 'warning' && String(value).includes('agent '));
      return { rows, isPartial };
    },
  };
}

const LOST: ReadonlySet<string> = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE']);

function refusal(name: string, cause: unknown): Error {
  const { message } = cause as Error;
  // Sphinx: "unknown local index 'x' in search request", "no such index 'x'"; Manticore: "unknown table 'x'" and the like.
  if (/unknown (?:local )?(?:index|table)|no such (?:index|table)|doesn't exist/i.test(message))
    return new SavedIndexError(
      `"${name}" answers, but has no tables of that name, or others. Start it with deploy/manticore/searchd.conf of this version.`,
      { cause },
    );
  // What every host of a distributed table says when none of the others can be reached.
  if (/agent /.test(message) && !/remote query error/.test(message))
    return new ArchiveAwayError(`"${name}" reaches no host that holds the index.`, { cause });
  return new SavedIndexError(`"${name}" refuses what is asked: ${message.slice(0, MESSAGE)}`, { cause });
}

const MESSAGE = 300;
