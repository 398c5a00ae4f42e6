import type { Draft } from '../../../corpus/settle.ts';
import type { ArticleId } from '../../../model/article.ts';
import type { Database } from '../database.ts';

/** A draft that is kept in the file, with the number of its article. */
export interface KeptDraft {
  readonly seq: number;
  readonly draft: Draft;
}

/** Keeps what an article is settled by. */
export function keepDraft(
  database: Database,
  seq: number,
  { id, date, openDay, order, sign, fingerprint }: Draft,
): void {
  database
    .prepare('INSERT INTO parsed VALUES (?, ?, ?, ?, ?, ?)')
    .run(seq, id, date, openDay, order, JSON.stringify([sign, fingerprint]));
}

/** All drafts in the order of the archive. */
export function readDrafts(database: Database): readonly KeptDraft[] {
  const query = database.prepare(
    `SELECT p.seq, p.id, p.date, p.openday, p.dayorder, p.sign, a.path, a.dir, a.place
     FROM parsed p JOIN article a ON a.seq = p.seq`,
  );
  const rows = Array.from(query.each(), ([seq, id, date, openDay, order, signs, path, dir, place]) => {
    const [sign, fingerprint] = JSON.parse(signs as string) as [Draft['sign'], Draft['fingerprint']];
    const own = { id: id as ArticleId, date: date as string | null, path: path as string, sign, fingerprint };
    const days = { openDay: openDay as string | null, order: order as Draft['order'] };
    return { seq: seq as number, draft: { ...own, ...days }, dir: dir as number, place: place as number };
  });
  return rows.sort(
    (a, b) =>
      a.dir - b.dir || (a.draft.path === b.draft.path ? a.place - b.place : a.draft.path < b.draft.path ? -1 : 1),
  );
}
