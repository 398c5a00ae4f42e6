import { groupsAround, type Neighbourhood } from '../../../corpus/related/around.ts';
import { firstPublishedFirst, isCopy } from '../../../corpus/related/copies.ts';
import type { Fingerprint } from '../../../corpus/related/fingerprint.ts';
import { isVersion, storyOf } from '../../../corpus/related/versions.ts';
import { jsonOf } from '../article-rows.ts';
import type { Database } from '../database.ts';
import { inDraftOrder, readDraft, type Decided, type KeptDraft } from './drafts.ts';
import { articleAt, type Writing } from './write-files.ts';

/** Articles that came to others, with which they may be related, and articles that left them, as they were. */
export interface Moved {
  readonly arrived: ReadonlyMap<number, Fingerprint>;
  readonly left: ReadonlyMap<number, KeptDraft>;
}

/** What is kept of an article to find its versions and copies, with its id and its day as they were decided. */
export const fingerprintIn = ({ draft, before: { id, date } }: KeptDraft): Fingerprint => ({
  ...draft.fingerprint,
  id,
  date,
});

/**
 * Decides which articles are versions of one story, where articles came to those that are no stubs or left them. Gives those that came to
 * the latest versions, and those that left them.
 */
export function reconcileVersions(writing: Writing, { arrived, left }: Moved): Moved {
  const { database } = writing;
  const latest = { arrived: new Map<number, Fingerprint>(), left: new Map<number, KeptDraft>() };
  for (const [seq, kept] of left) if (kept.before.superseded === null) latest.left.set(seq, kept);
  const archive = openArchive(database, 'a.stub = 0');
  for (const group of groupsAround(archive, { arrived, left: fingerprintsOf(left) }, isVersion)) {
    const story = inArchiveOrder(group, archive.draft);
    for (const [kept, decided] of versionsAmong(story)) {
      const isLatest = decided.superseded === null;
      const wasLatest = !arrived.has(kept.seq) && kept.before.superseded === null;
      if (isLatest && !wasLatest) latest.arrived.set(kept.seq, fingerprintIn(kept));
      if (!isLatest && wasLatest) latest.left.set(kept.seq, kept);
      setVersions(writing, kept, decided);
    }
  }
  return latest;
}

type Versions = Pick<Decided, 'versions' | 'superseded'>;

function versionsAmong(story: readonly KeptDraft[]): readonly (readonly [KeptDraft, Versions])[] {
  if (story.length === 1) return story.map((only) => [only, { versions: null, superseded: null }]);
  const { latest, earlier } = storyOf(story.map(fingerprintIn));
  return story.map((kept) => [
    kept,
    kept.before.id === latest
      ? { versions: jsonOf(earlier), superseded: null }
      : { versions: null, superseded: latest },
  ]);
}

function setVersions(writing: Writing, { seq, before }: KeptDraft, { versions, superseded }: Versions): void {
  if (before.versions === versions && before.superseded === superseded) return;
  const { database, postings } = writing;
  if (superseded !== null && before.passages !== null) postings.remove(seq, articleAt(writing, seq));
  database.prepare('UPDATE article SET versions = ?, superseded = ? WHERE seq = ?').run(versions, superseded, seq);
  if (superseded !== null) database.prepare('UPDATE article SET copies = NULL WHERE seq = ?').run(seq);
}

/** Decides which articles several outlets carry, where articles came to the latest versions or left them. */
export function reconcileCopies(database: Database, { arrived, left }: Moved): void {
  const archive = openArchive(database, 'a.stub = 0 AND a.superseded IS NULL');
  for (const group of groupsAround(archive, { arrived, left: fingerprintsOf(left) }, isCopy)) {
    const ids = firstPublishedFirst(inArchiveOrder(group, archive.draft).map(fingerprintIn));
    for (const { seq, before } of group.map(archive.draft)) {
      const copies = ids.length === 1 ? null : jsonOf(ids.filter((id) => id !== before.id));
      if (copies !== before.copies) database.prepare('UPDATE article SET copies = ? WHERE seq = ?').run(copies, seq);
    }
  }
}

const inArchiveOrder = (group: readonly number[], draft: (seq: number) => KeptDraft): readonly KeptDraft[] =>
  group.map(draft).sort(inDraftOrder);

const fingerprintsOf = (left: Moved['left']): ReadonlyMap<number, Fingerprint> =>
  new Map(Array.from(left, ([seq, kept]) => [seq, fingerprintIn(kept)]));

// The articles that are as a condition of SQL says; of each, the draft is as it was when it was first asked for.
function openArchive(
  database: Database,
  condition: string,
): Neighbourhood & { readonly draft: (seq: number) => KeptDraft } {
  const known = new Map<number, KeptDraft>();
  const query = database.prepare(
    `SELECT p.seq FROM paragraph p JOIN article a ON a.seq = p.seq WHERE p.hash = ? AND ${condition} LIMIT ?`,
  );
  const draft = (seq: number): KeptDraft => {
    const kept = known.get(seq) ?? readDraft(database, seq);
    known.set(seq, kept);
    return kept;
  };
  return {
    draft,
    sharing: (paragraph, most) => query.all(paragraph, most).map(([seq]) => seq as number),
    fingerprint: (seq) => fingerprintIn(draft(seq)),
  };
}
