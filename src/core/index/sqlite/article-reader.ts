import { LRUCache } from 'lru-cache';
import type { Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { unpackContent, unpackStatements, type Content } from './content.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import type { Database } from './database.ts';

/** Reads of articles what is not kept in memory; what was read last is remembered. */
export interface ArticleReader {
  contentOf(seq: number): Content;
  /** Who said what in an article; null where nobody has read that yet. */
  statementsOf(seq: number, day: string | null): readonly Statement[] | null;
}

// UTF-16 units of text, some five thousand reports; statements of a thousand reports.
const TEXT_KEPT = 10_000_000;
const STATEMENTS_KEPT = 1_000;

export function createArticleReader(database: Database, names: Gazetteer): ArticleReader {
  const texts = new LRUCache<number, Content>({ maxSize: TEXT_KEPT, sizeCalculation: ({ text }) => text.length + 1 });
  const statements = new LRUCache<number, readonly Statement[]>({ max: STATEMENTS_KEPT });
  const text = database.prepare('SELECT text FROM body WHERE seq = ?');
  const said = database.prepare('SELECT statements FROM said WHERE seq = ?');
  return {
    contentOf: (seq) => {
      const known = texts.get(seq);
      if (known !== undefined) return known;
      const row = text.get(seq);
      if (row === undefined) throw new SavedIndexError('An article was taken out of the index while it was read.');
      const content = unpackContent(row[0] as Uint8Array);
      texts.set(seq, content);
      return content;
    },
    statementsOf: (seq, day) => {
      const known = statements.get(seq);
      if (known !== undefined) return known;
      const bytes = said.get(seq)?.[0] ?? null;
      if (bytes === null) return null;
      const read = unpackStatements(bytes as Uint8Array, { entryOf: (id) => names.entry(id), day });
      statements.set(seq, read);
      return read;
    },
  };
}
