import type { CorpusFault } from '../../../corpus/faults.ts';
import { orderFaults, sharedOrder, type DayOrder } from '../../../corpus/metadata/ambiguous-days.ts';
import { reconcile, type Reconciled } from '../../../corpus/reconcile.ts';
import { stubFault } from '../../../corpus/stubs.ts';
import { jsonOf, setRelations } from '../article-rows.ts';
import type { Database } from '../database.ts';
import { readMeta, writeMeta } from '../schema.ts';
import { readDrafts, type Decided } from './drafts.ts';
import { keepAllParagraphs, reconcileChanges } from './reconcile-changes.ts';
import { articleAt, type Writing } from './write-files.ts';

// Under it stands the order of days by which all articles are reconciled.
const KEY = 'settled';
const NO_ORDER = 'none';

/** Whether articles have been reconciled since `forgetReconciled`. */
export const isReconciled = (database: Database): boolean => readMeta(database, KEY) !== null;

/** Has all articles reconciled anew the next time. */
export const forgetReconciled = (database: Database): void => database.exec(`DELETE FROM meta WHERE key = '${KEY}'`);

/** Reconciles the articles of the index with one another after `writing.changes`. Returns the faults of all of them. */
export function reconcileArticles(writing: Writing): readonly CorpusFault[] {
  const { database } = writing;
  const order = orderOfDays(database);
  const isSameOrder = readMeta(database, KEY) === (order ?? NO_ORDER);
  if (!isSameOrder || !reconcileChanges(writing, order)) reconcileAll(writing);
  writing.changes = { gone: [], added: [] };
  writeMeta(database, KEY, order ?? NO_ORDER);
  return faultsOf(database, order);
}

function orderOfDays(database: Database): DayOrder | null {
  const rows = database.prepare('SELECT DISTINCT dayorder FROM parsed WHERE dayorder IS NOT NULL').all();
  return sharedOrder(rows.map(([order]) => ({ order: order as DayOrder })));
}

function reconcileAll(writing: Writing): void {
  const { database } = writing;
  const drafts = readDrafts(database);
  const { articles } = reconcile(drafts.map(({ draft }) => draft));
  drafts.forEach(({ seq, before }, at) => {
    const reconciled = articles[at];
    if (reconciled !== undefined) apply(writing, seq, { before, reconciled });
  });
  keepAllParagraphs(database);
}

function apply(
  writing: Writing,
  seq: number,
  { before, reconciled }: { readonly before: Decided; readonly reconciled: Reconciled },
): void {
  const { database, postings } = writing;
  const { relations, isStub } = reconciled;
  const isSame =
    before.id === reconciled.id &&
    before.date === reconciled.date &&
    before.versions === jsonOf(relations.versions) &&
    before.superseded === (relations.supersededBy ?? null) &&
    before.copies === jsonOf(relations.copies) &&
    before.isStub === isStub;
  if (isSame) return;
  if (before.passages !== null && (isStub || relations.supersededBy !== undefined))
    postings.remove(seq, articleAt(writing, seq));
  setRelations(database, seq, { id: reconciled.id, date: reconciled.date, ...relations });
  database.prepare('UPDATE article SET stub = ? WHERE seq = ?').run(isStub ? 1 : 0, seq);
}

// As `reconcile` gives them.
function faultsOf(database: Database, order: DayOrder | null): readonly CorpusFault[] {
  const where = (condition: string) =>
    inOrder(
      database
        .prepare(
          `SELECT a.dir, a.path, a.place, p.openday FROM article a JOIN parsed p ON p.seq = a.seq WHERE ${condition}`,
        )
        .all() as unknown as readonly Placed[],
    );
  const open = order === null ? where('p.openday IS NOT NULL') : [];
  return [
    ...orderFaults(open.map(([, path, , ambiguousDay]) => ({ path, ambiguousDay, order: null }))),
    ...where('a.stub = 1').map(([, path]) => stubFault(path)),
  ];
}

type Placed = readonly [dir: number, path: string, place: number, ambiguousDay: string | null];

const inOrder = (rows: readonly Placed[]): readonly Placed[] =>
  rows.toSorted(([dir, path, place], [otherDir, otherPath, otherPlace]) => {
    if (dir !== otherDir) return dir - otherDir;
    return path === otherPath ? place - otherPlace : path < otherPath ? -1 : 1;
  });
