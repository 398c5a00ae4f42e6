import { resolvedDay, type DayOrder } from '../../../corpus/metadata/ambiguous-days.ts';
import type { Fingerprint } from '../../../corpus/related/fingerprint.ts';
import { isStub } from '../../../corpus/stubs.ts';
import type { Database } from '../database.ts';
import { readDraft, stubKeyOf, type KeptDraft } from './drafts.ts';
import { fingerprintIn, reconcileCopies, reconcileVersions } from './reconcile-related.ts';
import { articleAt, FEW, type Writing } from './write-files.ts';

/**
 * Reconciles what may be otherwise since some articles came or went, as reconciling all of them would: of an archive where each is reconciled but
 * those. False where that has to be done, since a change may reach far or is large; `order` is that of all days.
 */
export function reconcileChanges(writing: Writing, order: DayOrder | null): boolean {
  const { database } = writing;
  const { gone, added } = writing.changes;
  if (gone.length + added.length > FEW) return false;
  const arrived = added.map((seq) => readDraft(database, seq));
  if (mayShareIds(database, gone, arrived)) return false;
  for (const { seq, draft } of arrived)
    database.prepare('UPDATE article SET date = ? WHERE seq = ?').run(resolvedDay(draft, order), seq);
  const changed = { gone, fresh: added.map((seq) => readDraft(database, seq)) };
  keepParagraphs(database, changed);
  const moves = reconcileStubs(writing, changed);
  reconcileCopies(database, reconcileVersions(writing, moves));
  return true;
}

// Which of two that have one id gets the next one is told by the order of all.
function mayShareIds(database: Database, gone: readonly KeptDraft[], fresh: readonly KeptDraft[]): boolean {
  const own = new Set(fresh.map(({ draft }) => draft.id));
  const holders = (table: 'parsed' | 'article', id: string): number =>
    database.prepare(`SELECT count(*) FROM ${table} WHERE id = ?`).get(id)?.[0] as number;
  return (
    own.size < fresh.length ||
    [...gone, ...fresh].some(({ draft: { id }, before }) => {
      const most = own.has(id) ? 1 : 0;
      return before.id !== id || /~\d+$/.test(id) || holders('parsed', id) > most || holders('article', id) > most;
    })
  );
}

interface Changed {
  readonly gone: readonly KeptDraft[];
  readonly fresh: readonly KeptDraft[];
}

function keepParagraphs(database: Database, { gone, fresh }: Changed): void {
  const remove = database.prepare('DELETE FROM paragraph WHERE hash = ? AND seq = ?');
  for (const { seq, draft } of gone) for (const hash of draft.fingerprint.paragraphs) remove.run(hash, seq);
  const insert = database.prepare('INSERT INTO paragraph VALUES (?, ?)');
  for (const { seq, draft } of fresh) for (const hash of draft.fingerprint.paragraphs) insert.run(hash, seq);
}

/** Keeps the paragraphs of all articles, as `reconcileChanges` looks them up. */
export const keepAllParagraphs = (database: Database): void =>
  database.exec(
    `DELETE FROM paragraph;
     INSERT INTO paragraph
       SELECT each.value, p.seq FROM parsed p, json_each(p.sign, '$[1].paragraphs') each ORDER BY each.value, p.seq`,
  );

// Which articles are stubs by now; gives those that came to the others, and those that left them.
function reconcileStubs(writing: Writing, changed: Changed) {
  const { database } = writing;
  const arrived = new Map<number, Fingerprint>();
  const left = new Map<number, KeptDraft>();
  const fresh = new Map(changed.fresh.map((kept) => [kept.seq, kept]));
  for (const kept of changed.gone) if (!kept.before.isStub) left.set(kept.seq, kept);
  for (const { key, now, before } of stubKeys(database, changed)) {
    for (const kept of dueOf(database, { key, isFlipped: isFlipped(now, before), fresh })) {
      const { seq } = kept;
      const isNew = fresh.has(seq);
      const is = isStub(kept.draft.sign, now);
      if (!is && (isNew || kept.before.isStub)) arrived.set(seq, fingerprintIn(kept));
      if (is === kept.before.isStub) continue;
      if (is && !isNew) left.set(seq, kept);
      if (is && kept.before.passages !== null) writing.postings.remove(seq, articleAt(writing, seq));
      database
        .prepare('UPDATE article SET stub = ?, versions = NULL, superseded = NULL, copies = NULL WHERE seq = ?')
        .run(is ? 1 : 0, seq);
    }
  }
  return { arrived, left };
}

// Of a key, the articles that came; all that have it, where those that were stubs may be none now, or the other way.
function dueOf(
  database: Database,
  {
    key,
    isFlipped,
    fresh,
  }: { readonly key: string; readonly isFlipped: boolean; readonly fresh: Map<number, KeptDraft> },
): readonly KeptDraft[] {
  if (!isFlipped) return [...fresh.values()].filter(({ draft }) => stubKeyOf(draft.sign) === key);
  const rows = database.prepare('SELECT seq FROM parsed WHERE stubkey = ?').all(key);
  return rows.map(([seq]) => fresh.get(seq as number) ?? readDraft(database, seq as number));
}

const isFlipped = (now: number, before: number): boolean =>
  [true, false].some((isEmpty) => {
    const sign = { isEmpty, isNotice: false };
    return isStub(sign, now) !== isStub(sign, before);
  });

// How many articles have each of the keys, and had.
function stubKeys(database: Database, { gone, fresh }: Changed) {
  const grown = new Map<string, number>();
  const count = ({ draft }: KeptDraft, by: number): void => {
    const key = stubKeyOf(draft.sign);
    grown.set(key, (grown.get(key) ?? 0) + by);
  };
  for (const kept of fresh) count(kept, 1);
  for (const kept of gone) count(kept, -1);
  return Array.from(grown, ([key, by]) => {
    const now = database.prepare('SELECT count(*) FROM parsed WHERE stubkey = ?').get(key)?.[0] as number;
    return { key, now, before: now - by };
  });
}
