import { NOTICE, type Fingerprint } from './fingerprint.ts';

/** The articles of an archive by their numbers, as one leads to others. */
export interface Neighbourhood {
  /** Articles that have a paragraph, given by its hash; no more than `most`. */
  readonly sharing: (paragraph: number, most: number) => readonly number[];
  readonly fingerprint: (article: number) => Fingerprint;
}

/** Articles that are new to a neighbourhood, which has them by now, and those that it had before. */
export interface Moves {
  readonly arrived: ReadonlyMap<number, Pick<Fingerprint, 'paragraphs'>>;
  readonly left: ReadonlyMap<number, Pick<Fingerprint, 'paragraphs'>>;
}

/**
 * The groups of related articles, as `groupsOf` gives them for all, as far as they may have changed since some articles came and went;
 * those of one article too. The articles in each are in no order.
 */
export function groupsAround(
  archive: Neighbourhood,
  moves: Moves,
  areRelated: (one: Fingerprint, other: Fingerprint) => boolean,
): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const seed of seedsOf(archive, moves)) {
    if (seen.has(seed)) continue;
    seen.add(seed);
    const group = [seed];
    // The group grows while it is gone through.
    for (const at of group) {
      const one = archive.fingerprint(at);
      for (const other of neighboursOf(archive, one)) {
        if (seen.has(other) || !areRelated(one, archive.fingerprint(other))) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function neighboursOf({ sharing }: Neighbourhood, { paragraphs }: Fingerprint): ReadonlySet<number> {
  const neighbours = new Set<number>();
  for (const paragraph of paragraphs) {
    const articles = sharing(paragraph, NOTICE + 1);
    if (articles.length <= NOTICE) for (const article of articles) neighbours.add(article);
  }
  return neighbours;
}

// Whoever came, and whoever shares a paragraph with one that came or went: what leads from one group to another passes through one of
// them. A paragraph that was a notice and still is leads nowhere.
function seedsOf({ sharing }: Neighbourhood, { arrived, left }: Moves): ReadonlySet<number> {
  const seeds = new Set(arrived.keys());
  const arrivals = new Map<number, number>();
  for (const { paragraphs } of left.values()) for (const paragraph of paragraphs) arrivals.set(paragraph, 0);
  for (const { paragraphs } of arrived.values())
    for (const paragraph of paragraphs) arrivals.set(paragraph, (arrivals.get(paragraph) ?? 0) + 1);
  for (const [paragraph, came] of arrivals) {
    const articles = sharing(paragraph, NOTICE + came + 1);
    if (articles.length - came <= NOTICE) for (const article of articles) seeds.add(article);
  }
  return seeds;
}
