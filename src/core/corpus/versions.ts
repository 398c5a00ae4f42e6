import type { Article, ArticleId } from '../model/article.ts';
import { nameKey } from './metadata/outlets.ts';

/** What is kept of an article to find other versions and copies of it. */
export interface Fingerprint {
  readonly id: ArticleId;
  readonly outlet: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly page: string | null;
  readonly length: number;
  /** Hashes of its paragraphs, each once. */
  readonly paragraphs: readonly number[];
}

// Shorter paragraphs (UTF-16 units) are said in many reports; more of an article than this is not needed to know it again.
const PARAGRAPH = 24;
const PARAGRAPHS = 24;

export function fingerprintOf({ id, outlet, title, date, url, text, blocks }: Article): Fingerprint {
  const paragraphs = new Set<number>();
  for (const { kind, start, end } of blocks) {
    if (kind !== 'paragraph' || end - start < PARAGRAPH) continue;
    paragraphs.add(hashOf(text, start, end));
    if (paragraphs.size === PARAGRAPHS) break;
  }
  const page = url === null ? null : pageOf(url);
  return { id, outlet, title: nameKey(title), date, page, length: text.length, paragraphs: [...paragraphs] };
}

// FNV-1a over UTF-16 units; http://www.isthe.com/chongo/tech/comp/fnv/
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

// One page may have been archived several times, and may be linked with or without a query.
const pageOf = (url: string): string =>
  url
    .replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\//u, '')
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/(?<![?#])[?#].*$/u, '')
    .replace(/\/$/u, '');

/** One story that stands in the archive several times: its latest version, and the earlier ones, oldest first. */
export interface Story {
  readonly latest: ArticleId;
  readonly earlier: readonly ArticleId[];
}

// A paragraph that stands in more articles than this is a notice; articles that share none but those are no versions.
const NOTICE = 12;
// Of the shorter version's paragraphs, so many stand in the longer one. With one title, or one page, half of them suffice: a story
// is rewritten as it grows. Without, nearly all.
const SHARE_NAMED = 0.5;
const SHARE_UNNAMED = 0.85;
// Days between two versions of one story. A serial under one title goes on for longer, and repeats less.
const DAYS = 7;
const DAY = 86_400_000;

/**
 * Finds the articles that are versions of one story in one outlet: one page archived several times, or one title or text within a few
 * days, most of it word for word the same.
 */
export function storiesIn(fingerprints: readonly Fingerprint[]): readonly Story[] {
  const holders = holdersOf(fingerprints);
  const leader = fingerprints.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (leader[root] !== root) root = leader[root] ?? root;
    return (leader[at] = root);
  };
  for (const [at, fingerprint] of fingerprints.entries()) {
    for (const other of sharersOf(at, fingerprint, holders)) {
      const earlier = fingerprints[other];
      if (earlier !== undefined && isVersion(fingerprint, earlier)) leader[rootOf(at)] = rootOf(other);
    }
  }
  const groups = new Map<number, Fingerprint[]>();
  for (const [at, fingerprint] of fingerprints.entries()) {
    const root = rootOf(at);
    groups.set(root, [...(groups.get(root) ?? []), fingerprint]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map(storyOf);
}

// Which articles hold a paragraph; none for a notice.
function holdersOf(fingerprints: readonly Fingerprint[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  for (const [at, { paragraphs }] of fingerprints.entries()) {
    for (const paragraph of paragraphs) {
      const own = holders.get(paragraph);
      if (own === undefined) holders.set(paragraph, [at]);
      else if (own.length <= NOTICE) own.push(at);
    }
  }
  for (const [paragraph, own] of holders) if (own.length > NOTICE) holders.delete(paragraph);
  return holders;
}

function sharersOf(
  at: number,
  { paragraphs }: Fingerprint,
  holders: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> {
  const sharers = new Set<number>();
  for (const paragraph of paragraphs)
    for (const other of holders.get(paragraph) ?? []) if (other < at) sharers.add(other);
  return sharers;
}

function isVersion(one: Fingerprint, other: Fingerprint): boolean {
  if (one.outlet !== other.outlet || !isNear(one.date, other.date)) return false;
  const [shorter, longer] = one.paragraphs.length <= other.paragraphs.length ? [one, other] : [other, one];
  const held = new Set(longer.paragraphs);
  const share = shorter.paragraphs.filter((paragraph) => held.has(paragraph)).length / shorter.paragraphs.length;
  const isNamed = (one.page !== null && one.page === other.page) || (one.title !== '' && one.title === other.title);
  return share >= (isNamed ? SHARE_NAMED : SHARE_UNNAMED);
}

const isNear = (one: string | null, other: string | null): boolean =>
  one === null || other === null || Math.abs(Date.parse(one) - Date.parse(other)) <= DAYS * DAY;

// The latest day; of one day, the longest, since stories grow.
function storyOf(group: readonly Fingerprint[]): Story {
  const ordered = [...group].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.length - b.length);
  const ids = ordered.map(({ id }) => id);
  return { latest: ids.at(-1) as ArticleId, earlier: ids.slice(0, -1) };
}

/** What an article has to do with others: the latest version of a story names the earlier ones, and each of those the latest. */
export type Relations = Pick<Article, 'versions' | 'supersededBy'>;

/** The relations of the articles that have any. */
export function relationsIn(fingerprints: readonly Fingerprint[]): ReadonlyMap<ArticleId, Relations> {
  const relations = new Map<ArticleId, Relations>();
  for (const { latest, earlier } of storiesIn(fingerprints)) {
    relations.set(latest, { versions: earlier });
    for (const id of earlier) relations.set(id, { supersededBy: latest });
  }
  return relations;
}
