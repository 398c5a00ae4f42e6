import { LRUCache } from 'lru-cache';
import type { Days } from '../../dates/calendar.ts';
import type { Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { unpackDays } from './days.ts';
import { unpackContent, unpackStatements, type Content } from './content.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import type { Database } from './database.ts';
import { readMeta } from './schema.ts';

/** Reads of articles what is not kept in memory; what was read last is remembered. */
export interface ArticleReader {
  /** The address of an article whose row does not have it. */
  urlOf(seq: number): string | null;
  contentOf(seq: number): Content;
  /** Who said what in an article; null where nobody has read that yet. */
  statementsOf(seq: number, day: string | null): readonly Statement[] | null;
  /** The days that an article of some day names; null where nobody has read that yet, or as told from another day. */
  daysOf(seq: number, day: string | null): readonly Days[] | null;
}

// Bytes of texts with their blocks, some four thousand reports; statements of some thousand.
const TEXT_KEPT = 20 << 20;
const STATEMENTS_KEPT = 12_000;

/** Said where what an answer was being made of is gone. */
export const TAKEN_OUT = 'An article was taken out of the index while it was read.';

/** Said where an index is made anew with other names while it is asked. */
export const OTHER_NAMES =
  'The index was made anew with other names. Restart the program, or send it SIGHUP, to read them.';

export function createArticleReader(database: Database, names: Gazetteer): ArticleReader {
  const texts = new LRUCache<number, Content>({
    maxSize: TEXT_KEPT,
    sizeCalculation: ({ size }) => size,
  });
  const statements = new LRUCache<number, readonly Statement[]>({
    maxSize: STATEMENTS_KEPT,
    sizeCalculation: ({ length }) => length + 1,
  });
  const madeWith = readMeta(database, 'names');
  const text = database.prepare('SELECT text FROM body WHERE seq = ?');
  const url = database.prepare('SELECT url FROM article WHERE seq = ?');
  const named = database.prepare('SELECT published, days FROM named WHERE seq = ?');
  // In one query with the names that they were stored with, since the file may just have been made anew with others: two take twice as long.
  const said = database.prepare(
    `SELECT statements, (SELECT value FROM meta WHERE key = 'names') FROM said WHERE seq = ?`,
  );
  return {
    urlOf: (seq) => {
      const row = url.get(seq);
      if (row === undefined) throw new SavedIndexError(TAKEN_OUT);
      return row[0] as string | null;
    },
    contentOf: (seq) => {
      const known = texts.get(seq);
      if (known !== undefined) return known;
      const row = text.get(seq);
      if (row === undefined) throw new SavedIndexError(TAKEN_OUT);
      const content = unpackContent(row[0] as Uint8Array);
      texts.set(seq, content);
      return content;
    },
    statementsOf: (seq, day) => {
      const known = statements.get(seq);
      if (known !== undefined) return known;
      const [bytes = null, storedWith] = said.get(seq) ?? [];
      if (bytes === null) return null;
      // Numbers of names hold for one reading of them.
      if (storedWith !== madeWith) throw new SavedIndexError(OTHER_NAMES);
      const read = unpackStatements(bytes as Uint8Array, { entryOf: (id) => names.entry(id), day });
      statements.set(seq, read);
      return read;
    },
    daysOf: (seq, day) => {
      const [published, bytes = null] = named.get(seq) ?? [];
      return bytes === null || published !== day ? null : unpackDays(bytes as Uint8Array);
    },
  };
}
