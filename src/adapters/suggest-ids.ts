import { distance } from 'fastest-levenshtein';
import type { Article } from '../core/index.ts';

const NEAR = 3;
/** Ids are file names; of something longer than any of them only the beginning is compared. */
const MAX_LENGTH = 200;

/** The ids that were most likely meant: those of files of that name in any folder, those that hold all words that were given, then those that differ in the fewest characters. */
export function suggestIds(given: string, articles: readonly Article[]): string[] {
  const wanted = given.slice(0, MAX_LENGTH).toLowerCase();
  const words = wanted.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const far = (id: string): number => {
    if (id.endsWith(`/${wanted}`)) return -2;
    return words.every((word) => id.includes(word)) ? -1 : distance(wanted, id);
  };
  return articles
    .map(({ id }) => ({ id, far: far(id.toLowerCase()) }))
    .filter(({ id, far }) => far < Math.max(id.length, wanted.length) / 2)
    .sort((a, b) => a.far - b.far || a.id.localeCompare(b.id))
    .slice(0, NEAR)
    .map(({ id }) => id);
}
