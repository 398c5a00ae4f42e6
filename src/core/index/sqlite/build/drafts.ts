import type { Draft } from '../../../corpus/settle.ts';
import type { ArticleId } from '../../../model/article.ts';
import type { Database, Value } from '../database.ts';
import { rowsInGroups } from '../row-groups.ts';

/** A draft that is kept in the file, with the number of its article and what was decided of that before. */
export interface KeptDraft {
  readonly seq: number;
  readonly draft: Draft;
  /** As it stands in the columns of `DECIDED`. */
  readonly before: readonly Value[];
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

const DECIDED = 'a.id, a.date, a.versions, a.superseded, a.copies, a.stub, a.passages';
const COLUMNS = `p.seq, p.id, p.date, p.openday, p.dayorder, a.path, a.dir, a.place, ${DECIDED}`;

/** All drafts in the order of the archive. */
export function readDrafts(database: Database): readonly KeptDraft[] {
  const rows = rowsInGroups(database, {
    // `sign` is a list in JSON already.
    row: `'[' || p.sign || ',' || substr(json_array(${COLUMNS}), 2)`,
    from: 'parsed p JOIN article a ON a.seq = p.seq',
    by: 'p.seq',
  });
  return Array.from(rows, ([signs, seq, id, date, openDay, order, path, dir, place, ...before]) => {
    const [sign, fingerprint] = signs as unknown as [Draft['sign'], Draft['fingerprint']];
    const own = { id: id as ArticleId, date: date as string | null, path: path as string, sign, fingerprint };
    const days = { openDay: openDay as string | null, order: order as Draft['order'] };
    return { seq: seq as number, draft: { ...own, ...days }, before, dir: dir as number, place: place as number };
  }).sort(
    (a, b) =>
      a.dir - b.dir || (a.draft.path === b.draft.path ? a.place - b.place : a.draft.path < b.draft.path ? -1 : 1),
  );
}
