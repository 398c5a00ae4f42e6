import type { CorpusFault } from '../../../corpus/faults.ts';
import { settle, type Settled } from '../../../corpus/settle.ts';
import { jsonOf, setRelations } from '../article-rows.ts';
import type { Value } from '../database.ts';
import { readDrafts } from './drafts.ts';
import { articleAt, type Writing } from './write-files.ts';

/** Settles anew what articles have to do with one another, and changes those of which something else was decided. Gives what is wrong with any. */
export function settleArticles(writing: Writing): readonly CorpusFault[] {
  const { database } = writing;
  const drafts = readDrafts(database);
  const { articles, faults } = settle(drafts.map(({ draft }) => draft));
  drafts.forEach(({ seq, before }, at) => {
    const settled = articles[at];
    if (settled !== undefined) apply(writing, seq, { before, settled });
  });
  return faults;
}

function apply(
  writing: Writing,
  seq: number,
  {
    before: [id, date, versions, superseded, copies, stub, passages],
    settled,
  }: { readonly before: readonly Value[]; readonly settled: Settled },
): void {
  const { database, postings } = writing;
  const { relations, isStub } = settled;
  const isSame =
    id === settled.id &&
    date === settled.date &&
    versions === jsonOf(relations.versions) &&
    superseded === (relations.supersededBy ?? null) &&
    copies === jsonOf(relations.copies) &&
    stub === (isStub ? 1 : 0);
  if (isSame) return;
  if (passages !== null && (isStub || relations.supersededBy !== undefined))
    postings.remove(seq, articleAt(writing, seq));
  setRelations(database, seq, { id: settled.id, date: settled.date, ...relations });
  database.prepare('UPDATE article SET stub = ? WHERE seq = ?').run(isStub ? 1 : 0, seq);
}
