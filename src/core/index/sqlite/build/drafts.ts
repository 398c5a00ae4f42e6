import { createHash } from 'node:crypto';
import type { Draft } from '../../../corpus/reconcile.ts';
import type { ArticleId } from '../../../model/article.ts';
import type { Database, Value } from '../database.ts';
import { rowsInGroups, rowsOfGroup } from '../row-groups.ts';

/** A draft that is kept in the file, with the number of its article and what was decided of that before. */
export interface KeptDraft {
  readonly seq: number;
  readonly draft: Draft;
  readonly before: Decided;
  /** The order of the folders and, within a file, of its articles. */
  readonly dir: number;
  readonly place: number;
}

/** What is decided of an article, as the columns of its row have it. */
export interface Decided {
  readonly id: ArticleId;
  readonly date: string | null;
  readonly versions: string | null;
  readonly superseded: ArticleId | null;
  readonly copies: string | null;
  readonly isStub: boolean;
  /** The number of its first passage; null where it is not searched. */
  readonly passages: number | null;
}

/** Keeps what an article is reconciled by. */
export function keepDraft(
  database: Database,
  seq: number,
  { id, date, ambiguousDay, order, sign, fingerprint }: Draft,
): void {
  database
    .prepare('INSERT INTO parsed VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(seq, id, date, ambiguousDay, order, JSON.stringify([sign, fingerprint]), stubKeyOf(sign));
}

/** What stands in a column for the key of a sign, which may be a whole text. */
export const stubKeyOf = ({ key }: Draft['sign']): string =>
  createHash('sha256').update(key).digest('base64').slice(0, 16);

const DECIDED = 'a.id, a.date, a.versions, a.superseded, a.copies, a.stub, a.passages';
const COLUMNS = `p.seq, p.id, p.date, p.openday, p.dayorder, a.path, a.dir, a.place, ${DECIDED}`;
// `sign` is a list in JSON already.
const ROW = `'[' || p.sign || ',' || substr(json_array(${COLUMNS}), 2)`;
const FROM = 'parsed p JOIN article a ON a.seq = p.seq';

/** All drafts in the order of the archive. */
export function readDrafts(database: Database): readonly KeptDraft[] {
  const rows = rowsInGroups(database, { row: ROW, from: FROM, by: 'p.seq' });
  return Array.from(rows, draftOfRow).sort(inDraftOrder);
}

/** One draft, which has to be there. */
export function readDraft(database: Database, seq: number): KeptDraft {
  const [row] = database.prepare(`SELECT ${ROW} FROM ${FROM} WHERE p.seq = ?`).get(seq) ?? [];
  const [kept] = rowsOfGroup(`[${row as string}]`);
  return draftOfRow(kept ?? []);
}

/** The order of drafts in the archive: of the folders, the paths within them and, within a file, its articles. */
export const inDraftOrder = (one: KeptDraft, other: KeptDraft): number => {
  if (one.dir !== other.dir) return one.dir - other.dir;
  const [a, b] = [one.draft.path, other.draft.path];
  return a === b ? one.place - other.place : a < b ? -1 : 1;
};

function draftOfRow([
  signs,
  seq,
  id,
  date,
  ambiguousDay,
  order,
  path,
  dir,
  at,
  ...decided
]: readonly Value[]): KeptDraft {
  const [sign, fingerprint] = signs as unknown as [Draft['sign'], Draft['fingerprint']];
  const own = { id: id as ArticleId, date: date as string | null, path: path as string, sign, fingerprint };
  const days = { ambiguousDay: ambiguousDay as string | null, order: order as Draft['order'] };
  const place = { dir: dir as number, place: at as number };
  return { seq: seq as number, draft: { ...own, ...days }, before: decidedOf(decided), ...place };
}

const decidedOf = ([id, date, versions, superseded, copies, stub, passages]: readonly Value[]): Decided => ({
  id: id as ArticleId,
  date: date as string | null,
  versions: versions as string | null,
  superseded: superseded as ArticleId | null,
  copies: copies as string | null,
  isStub: stub === 1,
  passages: passages as number | null,
});
