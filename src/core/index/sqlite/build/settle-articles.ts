import type { CorpusFault } from '../../../corpus/faults.ts';
import { orderFaults, sharedOrder, type DayOrder } from '../../../corpus/metadata/open-days.ts';
import { settle, type Settled } from '../../../corpus/settle.ts';
import { stubFault } from '../../../corpus/stubs.ts';
import { jsonOf, setRelations } from '../article-rows.ts';
import type { Database } from '../database.ts';
import { readMeta, writeMeta } from '../schema.ts';
import { readDrafts, type Decided } from './drafts.ts';
import { keepAllParagraphs, settleChanges } from './settle-changes.ts';
import { articleAt, type Writing } from './write-files.ts';

// Under it stands the order of days by which all articles are settled.
const KEY = 'settled';
const NO_ORDER = 'none';

/** Whether articles have been settled since that was given up. */
export const isSettled = (database: Database): boolean => readMeta(database, KEY) !== null;

/** Has all articles settled anew the next time. */
export const giveUpSettled = (database: Database): void => database.exec(`DELETE FROM meta WHERE key = '${KEY}'`);

/** Settles what articles have to do with one another, after `writing.changes`. Gives what is wrong with any. */
export function settleArticles(writing: Writing): readonly CorpusFault[] {
  const { database } = writing;
  const order = orderOfDays(database);
  const isSameOrder = readMeta(database, KEY) === (order ?? NO_ORDER);
  if (!isSameOrder || !settleChanges(writing, order)) settleAll(writing);
  writing.changes = { gone: [], added: [] };
  writeMeta(database, KEY, order ?? NO_ORDER);
  return faultsOf(database, order);
}

function orderOfDays(database: Database): DayOrder | null {
  const rows = database.prepare('SELECT DISTINCT dayorder FROM parsed WHERE dayorder IS NOT NULL').all();
  return sharedOrder(rows.map(([order]) => ({ order: order as DayOrder })));
}

function settleAll(writing: Writing): void {
  const { database } = writing;
  const drafts = readDrafts(database);
  const { articles } = settle(drafts.map(({ draft }) => draft));
  drafts.forEach(({ seq, before }, at) => {
    const settled = articles[at];
    if (settled !== undefined) apply(writing, seq, { before, settled });
  });
  keepAllParagraphs(database);
}

function apply(
  writing: Writing,
  seq: number,
  { before, settled }: { readonly before: Decided; readonly settled: Settled },
): void {
  const { database, postings } = writing;
  const { relations, isStub } = settled;
  const isSame =
    before.id === settled.id &&
    before.date === settled.date &&
    before.versions === jsonOf(relations.versions) &&
    before.superseded === (relations.supersededBy ?? null) &&
    before.copies === jsonOf(relations.copies) &&
    before.isStub === isStub;
  if (isSame) return;
  if (before.passages !== null && (isStub || relations.supersededBy !== undefined))
    postings.remove(seq, articleAt(writing, seq));
  setRelations(database, seq, { id: settled.id, date: settled.date, ...relations });
  database.prepare('UPDATE article SET stub = ? WHERE seq = ?').run(isStub ? 1 : 0, seq);
}

// As `settle` gives them.
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
    ...orderFaults(open.map(([, path, , openDay]) => ({ path, openDay, order: null }))),
    ...where('a.stub = 1').map(([, path]) => stubFault(path)),
  ];
}

type Placed = readonly [dir: number, path: string, place: number, openDay: string | null];

const inOrder = (rows: readonly Placed[]): readonly Placed[] =>
  rows.toSorted(([dir, path, place], [otherDir, otherPath, otherPlace]) => {
    if (dir !== otherDir) return dir - otherDir;
    return path === otherPath ? place - otherPlace : path < otherPath ? -1 : 1;
  });
