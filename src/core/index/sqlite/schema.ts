import { randomUUID } from 'node:crypto';
import { SavedIndexError } from '../saved-index-error.ts';
import type { Database } from './database.ts';
import { ROW_GROUPS } from './row-groups.ts';

/** The layout of the file, as a number; another one means that all is read again. */
export const SCHEMA = 9;

// `article` has what is kept in memory of every article, `parsed` what is needed to reconcile anew what articles have to do with one
// another, and `paragraph` which articles share one; `body`, `said` and `named` what is read when it is asked for: the text, who says what in it, and which days it names, as told from the day
// of its publication. A block holds the postings of terms that follow one another; `first` is the
// first of them.
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
  CREATE TABLE file (
    id INTEGER PRIMARY KEY, dir TEXT, within TEXT, stamp TEXT, hash TEXT, faults TEXT, UNIQUE (dir, within)
  );
  CREATE TABLE article (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER, place INTEGER, id TEXT, title TEXT, outlet TEXT, author TEXT, date TEXT, url TEXT,
    lang TEXT, tags TEXT, digest INTEGER, kind TEXT, section TEXT, updated TEXT, copies TEXT, versions TEXT, superseded TEXT, path TEXT,
    dir INTEGER, han INTEGER, stub INTEGER, passages INTEGER, lengths BLOB
  );
  CREATE INDEX article_file ON article (file);
  CREATE INDEX article_id ON article (id);
  CREATE INDEX article_stub ON article (stub) WHERE stub = 1;
  CREATE TABLE parsed (
    seq INTEGER PRIMARY KEY, id TEXT, date TEXT, openday TEXT, dayorder TEXT, sign TEXT, stubkey TEXT
  );
  CREATE INDEX parsed_id ON parsed (id);
  CREATE INDEX parsed_openday ON parsed (openday) WHERE openday IS NOT NULL;
  CREATE INDEX parsed_dayorder ON parsed (dayorder) WHERE dayorder IS NOT NULL;
  CREATE INDEX parsed_stubkey ON parsed (stubkey);
  CREATE TABLE paragraph (hash INTEGER, seq INTEGER, PRIMARY KEY (hash, seq)) WITHOUT ROWID;
  CREATE TABLE body (seq INTEGER PRIMARY KEY, text BLOB);
  CREATE TABLE said (seq INTEGER PRIMARY KEY, statements BLOB);
  CREATE TABLE named (seq INTEGER PRIMARY KEY, published TEXT, days BLOB);
  CREATE TABLE block (segment INTEGER, first TEXT, data BLOB);
  CREATE UNIQUE INDEX block_first ON block (segment, first);
${ROW_GROUPS}`;

/** The layout of an index file; null for a file that is new. Throws a SavedIndexError for a file of something else. */
export function schemaOf(database: Database, path: string): number | null {
  const [tables] = database.prepare('SELECT count(*) FROM sqlite_master').get() ?? [];
  if (tables === 0) return null;
  const [own] = database.prepare(`SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'block')`).get() ?? [];
  if (own !== 2) throw new SavedIndexError(`"${path}": it is no saved index. Give another name.`);
  return Number(readMeta(database, 'schema'));
}

/** Under which key a file says where it is published. */
export const PUBLISHED = 'published';

/** Makes the tables anew, without anything in them; within a transaction. Where an index is published, it stays so. */
export function createTables(database: Database): void {
  const published = schemaOf(database, '') === null ? null : readMeta(database, PUBLISHED);
  const old = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  for (const [name] of old) database.exec(`DROP TABLE ${String(name)}`);
  database.exec(TABLES);
  writeMeta(database, 'schema', String(SCHEMA));
  // Numbers of articles begin anew.
  writeMeta(database, 'build', randomUUID());
  if (published !== null) writeMeta(database, PUBLISHED, published);
}

/** What the file says of itself under a key; null where it says nothing. */
export const readMeta = (database: Database, key: string): string | null =>
  (database.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.[0] as string | undefined) ?? null;

export const writeMeta = (database: Database, key: string, value: string): void =>
  database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
