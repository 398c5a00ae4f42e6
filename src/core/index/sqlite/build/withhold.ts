import type { Database } from '../database.ts';
import { readMeta, writeMeta } from '../schema.ts';
import { removeArticle, type Writing } from './write-files.ts';

// Which articles were taken out of the index, and the number of the file that each stands in.
const KEY = 'withheld';

const readWithheld = (database: Database): ReadonlyMap<string, number> =>
  new Map(JSON.parse(readMeta(database, KEY) ?? '[]') as [string, number][]);

/** Has the files of articles that were taken out, and are not any more to be, read again. */
export function reopenRestored(database: Database, withheld: ReadonlySet<string>): void {
  const before = readWithheld(database);
  const reopen = database.prepare(`UPDATE file SET stamp = '', hash = '' WHERE id = ?`);
  for (const [id, file] of before) if (!withheld.has(id)) reopen.run(file);
  writeMeta(database, KEY, JSON.stringify([...before].filter(([id]) => withheld.has(id))));
}

/** Takes articles out, with their texts and postings; says whether there were any. */
export function withhold(writing: Writing, withheld: ReadonlySet<string>): boolean {
  const { database } = writing;
  const taken = new Map(readWithheld(database));
  let isChanged = false;
  for (const id of withheld) {
    for (const [seq, file] of database.prepare('SELECT seq, file FROM article WHERE id = ?').all(id)) {
      removeArticle(writing, seq as number);
      taken.set(id, file as number);
      isChanged = true;
    }
  }
  writeMeta(database, KEY, JSON.stringify([...taken]));
  return isChanged;
}
