import type { Article, ArticleId } from '../../model/article.ts';
import { foldScript } from '../../text/script.ts';
import { nameKey } from '../metadata/outlets.ts';

/** What is kept of an article to find other versions and copies of it. Plain data, which can be handed from thread to thread and kept as JSON. */
export interface Fingerprint {
  readonly id: ArticleId;
  readonly outlet: string | null;
  readonly title: string;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** When this version was made, as far as the article says: `YYYY-MM-DD`, or that with `THH:MM:SS`. */
  readonly updated: string | null;
  readonly page: string | null;
  readonly length: number;
  /** Hashes of its paragraphs, each once. */
  readonly paragraphs: readonly number[];
}

// Shorter paragraphs (UTF-16 units) are said in many reports; more of an article than this is not needed to know it again.
const PARAGRAPH = 24;
const PARAGRAPHS = 24;

export function fingerprintOf({ id, outlet, title, date, updated, url, text, blocks }: Article): Fingerprint {
  const paragraphs = new Set<number>();
  for (const { kind, start, end } of blocks) {
    if (kind !== 'paragraph' || end - start < PARAGRAPH) continue;
    paragraphs.add(hashOf(foldScript(text.slice(start, end))));
    if (paragraphs.size === PARAGRAPHS) break;
  }
  const page = url === null ? null : pageOf(url);
  return {
    id,
    outlet,
    title: nameKey(title),
    date,
    updated: updated ?? null,
    page,
    length: text.length,
    paragraphs: [...paragraphs],
  };
}

// FNV-1a over the letters and figures of a folded text; http://www.isthe.com/chongo/tech/comp/fnv/
function hashOf(folded: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (isWritten(unit)) hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}

// Outlets print one text in either script and with marks of their own. Folding has made the full-width forms narrow.
const isWritten = (unit: number): boolean =>
  unit >= 0x3040 || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit < 0x2000);

// One page may have been archived several times, and may be linked with or without a query.
const pageOf = (url: string): string =>
  url
    .replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\//u, '')
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/(?<![?#])[?#].*$/u, '')
    .replace(/\/$/u, '');

/** A paragraph that stands in more articles than this is a notice, which says nothing of them. */
export const NOTICE = 12;

/**
 * The pairs of articles that share a paragraph, by their positions, the earlier one first; a pair comes once for each paragraph that
 * it shares.
 */
export function* sharingPairs(fingerprints: readonly Fingerprint[]): Generator<readonly [number, number]> {
  const keys = sortedKeys(fingerprints);
  const width = widthOf(fingerprints);
  for (let from = 0; from < keys.length;) {
    const hash = Math.floor((keys[from] ?? 0) / width);
    let to = from + 1;
    while (to < keys.length && Math.floor((keys[to] ?? 0) / width) === hash) to++;
    if (to - from <= NOTICE) {
      for (let late = from + 1; late < to; late++)
        for (let early = from; early < late; early++) yield [(keys[early] ?? 0) % width, (keys[late] ?? 0) % width];
    }
    from = to;
  }
}

// Of each paragraph one number, its hash above the position of its article: a million of them take eight megabytes and are sorted by
// hash in a moment. A number holds 53 bits; of more than two million articles the hash loses some.
function sortedKeys(fingerprints: readonly Fingerprint[]): Float64Array {
  const width = widthOf(fingerprints);
  const range = Math.floor(2 ** 53 / width);
  const keys = new Float64Array(fingerprints.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0));
  let next = 0;
  for (const [at, { paragraphs }] of fingerprints.entries())
    for (const hash of paragraphs) keys[next++] = (hash % range) * width + at;
  return keys.sort();
}

const widthOf = ({ length }: readonly unknown[]): number => 2 ** Math.ceil(Math.log2(Math.max(2, length)));

/** How many paragraphs two articles share. */
export function sharedParagraphs({ paragraphs: one }: Fingerprint, { paragraphs: other }: Fingerprint): number {
  const held = new Set(other);
  let shared = 0;
  for (const paragraph of one) if (held.has(paragraph)) shared++;
  return shared;
}

const DAY = 86_400_000;

/** True unless two days are known and further apart than so many days. */
export const isWithinDays = (one: string | null, other: string | null, days: number): boolean =>
  one === null || other === null || Math.abs(Date.parse(one) - Date.parse(other)) <= days * DAY;
