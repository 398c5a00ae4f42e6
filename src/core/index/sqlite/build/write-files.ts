import type { CorpusFault } from '../../../corpus/faults.ts';
import { deleteArticle, insertArticle, readArticle, type RowReader, type StoredArticle } from '../article-rows.ts';
import type { Database } from '../database.ts';
import type { PostingsWriter } from '../postings-writer.ts';
import { keepDraft, readDraft, type KeptDraft } from './drafts.ts';
import type { FileHead, FilePart, FileReading } from './read-file.ts';

/** The file of an index while it is written. */
export interface Writing {
  readonly database: Database;
  readonly dirs: readonly string[];
  readonly postings: PostingsWriter;
  readonly read: RowReader;
  /** Since all articles were reconciled. */
  changes: Changes;
}

/**
 * Articles. What one has to do with others is looked up in a millisecond or two, and to reconcile all of 47,000 takes two seconds; of no more
 * is it kept what they were.
 */
export const FEW = 300;

/** The articles that were taken out, as they were, and the numbers of those that were taken in. */
export interface Changes {
  readonly gone: KeptDraft[];
  readonly added: number[];
}

/** Takes a file out, with all its articles. */
export function removeFile(writing: Writing, file: number): void {
  const { database } = writing;
  for (const [seq] of database.prepare('SELECT seq FROM article WHERE file = ?').all(file))
    removeArticle(writing, seq as number);
  database.prepare('DELETE FROM file WHERE id = ?').run(file);
}

/** Takes an article out, with its text and its postings. */
export function removeArticle({ database, postings, read, changes }: Writing, seq: number): void {
  if (changes.gone.length <= FEW) changes.gone.push(readDraft(database, seq));
  postings.remove(seq, readArticle(database, seq, read));
  deleteArticle(database, seq);
}

/** Takes a file in, with all its articles; they are not searched yet. */
export function writeFile(writing: Writing, { faults, articles, ...head }: FileReading): void {
  const file = beginFile(writing, head);
  file.add(articles);
  file.end(faults);
}

/** Takes in a file of which no more than a part is in memory at once. */
export async function writeParts(writing: Writing, head: FileHead, parts: AsyncIterable<FilePart>): Promise<void> {
  const file = beginFile(writing, head);
  const all: CorpusFault[] = [];
  for await (const { faults, articles } of parts) {
    file.add(articles);
    for (const fault of faults) all.push(fault);
  }
  file.end(all);
}

function beginFile({ database, dirs, changes }: Writing, { file, stamp, hash }: FileHead) {
  const [id] =
    database
      .prepare(`INSERT INTO file (dir, within, stamp, hash, faults) VALUES (?, ?, ?, ?, '[]') RETURNING id`)
      .get(file.dir, file.within, stamp, hash) ?? [];
  const origin = { file: id as number, dir: dirs.indexOf(file.dir) };
  let place = 0;
  return {
    add: (articles: FilePart['articles']): void => {
      for (const { article, draft, isChinese, content } of articles) {
        const seq = insertArticle(database, { ...origin, place, article, isChinese, content });
        keepDraft(database, seq, draft);
        changes.added.push(seq);
        place += 1;
      }
    },
    end: (faults: readonly CorpusFault[]): void => {
      if (faults.length > 0)
        database.prepare('UPDATE file SET faults = ? WHERE id = ?').run(JSON.stringify(faults), id as number);
    },
  };
}

/** An article as it stands in the file. */
export const articleAt = ({ database, read }: Writing, seq: number): StoredArticle => readArticle(database, seq, read);
