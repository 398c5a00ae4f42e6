import Libsql from 'libsql';
import { SavedIndexError } from '../saved-index-error.ts';

/** What a column of a row may hold. */
export type Value = string | number | Uint8Array | null;

/** A prepared statement; rows come as lists of their columns' values. */
export interface Query {
  get(...values: readonly Value[]): readonly Value[] | undefined;
  all(...values: readonly Value[]): readonly (readonly Value[])[];
  each(...values: readonly Value[]): Iterable<readonly Value[]>;
  run(...values: readonly Value[]): void;
}

/** One connection to a file of SQLite. */
export interface Database {
  prepare(sql: string): Query;
  exec(sql: string): void;
  /** Runs something within one transaction: all that it writes is there afterwards, or, where it throws, none of it. */
  transaction<T>(run: () => T | Promise<T>): Promise<T>;
  close(): void;
}

/** Milliseconds for which another process that writes is waited for. */
const PATIENCE = 2_000;

// Bytes.
const PAGE = 16_384;

/** Opens a file of SQLite, which is made where there is none. Throws a SavedIndexError where that cannot be. */
export function openDatabase(path: string, patience = PATIENCE): Database {
  const connection = connect(path, patience);
  const queries = new Map<string, Query>();
  const exec = (sql: string): void => attempt(path, () => void connection.exec(sql));
  // Of a new file; what there is of an article is mostly half of the usual page.
  exec(`PRAGMA page_size = ${PAGE}`);
  return {
    prepare: (sql) => {
      let query = queries.get(sql);
      if (query === undefined) queries.set(sql, (query = prepare(connection, sql, path)));
      return query;
    },
    exec,
    transaction: async (run) => {
      exec('BEGIN IMMEDIATE');
      try {
        const result = await run();
        exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite has rolled back by itself where the disk is full.
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => {
      queries.clear();
      connection.close();
    },
  };
}

function connect(path: string, patience: number): Libsql.Database {
  try {
    return new Libsql(path, { timeout: patience });
  } catch (cause) {
    throw new SavedIndexError(`"${path}": ${SENTENCES.SQLITE_CANTOPEN}`, { cause });
  }
}

// libsql takes the values as one list; without one it flattens what it is given, which takes as long as the rest.
function prepare(connection: Libsql.Database, sql: string, path: string): Query {
  const statement = attempt(path, () => connection.prepare(sql));
  if (statement.reader) statement.raw();
  return {
    get: (...values) => attempt(path, () => statement.get(values)) as readonly Value[] | undefined,
    all: (...values) => attempt(path, () => statement.all(values)) as (readonly Value[])[],
    each: (...values) => statement.iterate(values) as Iterable<readonly Value[]>,
    run: (...values) => attempt(path, () => void statement.run(values)),
  };
}

const SENTENCES = {
  SQLITE_BUSY: 'another process is writing it; try again when it is done.',
  SQLITE_LOCKED: 'another process is writing it; try again when it is done.',
  SQLITE_FULL: 'the disk is full. The index is as it was before.',
  SQLITE_IOERR: 'the disk cannot be read or written. The index is as it was before.',
  SQLITE_CORRUPT: 'it is damaged. Delete it and run readout index again.',
  SQLITE_NOTADB: 'it is no saved index. Give another name.',
  SQLITE_CANTOPEN: 'it cannot be opened. Check the path and its permissions.',
  SQLITE_READONLY: 'it cannot be written. Check its permissions.',
} as const;

function attempt<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code } = (error ?? {}) as { readonly code?: unknown };
    const known = Object.entries(SENTENCES).find(([one]) => typeof code === 'string' && code.startsWith(one));
    if (known === undefined) throw error;
    throw new SavedIndexError(`"${path}": ${known[1]}`, { cause: error });
  }
}
