import type { ArticleReader } from '../article-reader.ts';
import { deleteArticle, insertArticle, readArticle, type StoredArticle } from '../article-rows.ts';
import type { Database } from '../database.ts';
import type { PostingsWriter } from '../postings-writer.ts';
import { keepDraft } from './drafts.ts';
import type { FileReading } from './read-file.ts';

/** The file of an index while it is written. */
export interface Writing {
  readonly database: Database;
  readonly dirs: readonly string[];
  readonly postings: PostingsWriter;
  readonly reader: ArticleReader;
}

/** Takes a file out, with all its articles. */
export function removeFile(writing: Writing, file: number): void {
  const { database, postings } = writing;
  for (const [seq] of database.prepare('SELECT seq FROM article WHERE file = ?').all(file)) {
    postings.remove(seq as number, articleAt(writing, seq as number));
    deleteArticle(database, seq as number);
  }
  database.prepare('DELETE FROM file WHERE id = ?').run(file);
}

/** Takes a file in, with all its articles; they are not searched yet. */
export function writeFile({ database, dirs }: Writing, { file, stamp, hash, faults, articles }: FileReading): void {
  const [id] =
    database
      .prepare('INSERT INTO file (dir, within, stamp, hash, faults) VALUES (?, ?, ?, ?, ?) RETURNING id')
      .get(file.dir, file.within, stamp, hash, JSON.stringify(faults)) ?? [];
  articles.forEach(({ article, draft, isChinese, content }, place) => {
    const origin = { file: id as number, dir: dirs.indexOf(file.dir), place };
    keepDraft(database, insertArticle(database, { ...origin, article, isChinese, content }), draft);
  });
}

/** An article as it stands in the file. */
export const articleAt = ({ database, reader }: Writing, seq: number): StoredArticle =>
  readArticle(database, seq, reader);
