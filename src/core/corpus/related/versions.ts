import type { ArticleId } from '../../model/article.ts';
import { isWithinDays, sharedParagraphs, type Fingerprint } from './fingerprint.ts';
import { groupsOf } from './groups.ts';

/** One story that stands in the archive several times: its latest version, and the earlier ones, oldest first. */
export interface Story {
  readonly latest: ArticleId;
  readonly earlier: readonly ArticleId[];
}

// Of the shorter version's paragraphs, so many stand in the longer one. With one title, or one page, half of them suffice: a story
// is rewritten as it grows. Without, nearly all.
const SHARE_NAMED = 0.5;
const SHARE_UNNAMED = 0.85;
// Days between two versions of one story. A serial under one title goes on for longer, and repeats less.
const DAYS = 7;

/**
 * Finds the articles that are versions of one story in one outlet: one page archived several times, or one title or text within a few
 * days, most of it word for word the same.
 */
export const storiesIn = (fingerprints: readonly Fingerprint[]): readonly Story[] =>
  groupsOf(fingerprints, isVersion).map(storyOf);

/** Whether two articles are versions of one story. */
export function isVersion(one: Fingerprint, other: Fingerprint): boolean {
  if (one.outlet !== other.outlet || !isWithinDays(one.date, other.date, DAYS)) return false;
  const share = sharedParagraphs(one, other) / Math.min(one.paragraphs.length, other.paragraphs.length);
  const isNamed = (one.page !== null && one.page === other.page) || (one.title !== '' && one.title === other.title);
  return share >= (isNamed ? SHARE_NAMED : SHARE_UNNAMED);
}

/** What of a story's articles, which come in the order of the archive, is the latest version. */
export function storyOf(group: readonly Fingerprint[]): Story {
  // The latest day; of one day, the latest change where all say when that was, else the longest, since stories grow.
  const isDated = group.every(({ updated }) => updated !== null);
  const changed = ({ updated }: Fingerprint): string => (isDated ? (updated ?? '') : '');
  const ordered = group.toSorted(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || changed(a).localeCompare(changed(b)) || a.length - b.length,
  );
  const ids = ordered.map(({ id }) => id);
  return { latest: ids.at(-1) as ArticleId, earlier: ids.slice(0, -1) };
}
