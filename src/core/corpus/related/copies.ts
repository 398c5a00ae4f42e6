import type { ArticleId } from '../../model/article.ts';
import { isWithinDays, sharedParagraphs, type Fingerprint } from './fingerprint.ts';
import { groupsOf } from './groups.ts';

// A wire story is printed within so many days.
const DAYS = 7;
// Of the shorter copy's paragraphs nearly all stand in the longer one, and of the longer one's most: outlets cut what they take, and
// a report that quotes another is no copy of it. One paragraph alone may be anybody's statement.
const SHARE_OF_SHORTER = 0.85;
const SHARE_OF_LONGER = 0.6;
const SHARED = 2;

/**
 * Finds the articles of different outlets that are one text, word for word: what an agency sent out, or one outlet took from another.
 * The first published comes first.
 */
export function copiesIn(fingerprints: readonly Fingerprint[]): readonly (readonly ArticleId[])[] {
  // Most archives are of one outlet, and have none.
  if (fingerprints.every(({ outlet }) => outlet === fingerprints[0]?.outlet)) return [];
  return groupsOf(fingerprints, isCopy).map(firstPublishedFirst);
}

/** Ids of the copies of one text, which come in the order of the archive. */
export const firstPublishedFirst = (group: readonly Fingerprint[]): readonly ArticleId[] =>
  group.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).map(({ id }) => id);

/** Whether two articles, of different outlets, are one text. */
export function isCopy(one: Fingerprint, other: Fingerprint): boolean {
  if (one.outlet === null || other.outlet === null || one.outlet === other.outlet) return false;
  if (!isWithinDays(one.date, other.date, DAYS)) return false;
  const shared = sharedParagraphs(one, other);
  const [shorter, longer] = [one.paragraphs.length, other.paragraphs.length].sort((a, b) => a - b) as [number, number];
  return shared >= SHARED && shared >= shorter * SHARE_OF_SHORTER && shared >= longer * SHARE_OF_LONGER;
}
