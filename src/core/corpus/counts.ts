/** Something that a number of articles or files have in common, and the first few of them. */
export interface Count {
  readonly count: number;
  readonly examples: readonly string[];
}

const EXAMPLES = 3;

/** Counts things by their names, and keeps the first few examples of each. */
export interface Tally {
  add(key: string, example: string): void;
  /** Adds what another tally holds; its examples count as later ones. */
  merge(other: readonly (readonly [string, Count])[]): void;
  count(key: string): Count;
  /** Those with the highest counts first. */
  list(): readonly (readonly [string, Count])[];
}

export function createTally(): Tally {
  const counts = new Map<string, { count: number; examples: string[] }>();
  const own = (key: string): { count: number; examples: string[] } => {
    const known = counts.get(key) ?? { count: 0, examples: [] };
    counts.set(key, known);
    return known;
  };
  const note = (key: string, { count, examples }: Count): void => {
    const known = own(key);
    known.count += count;
    known.examples.push(...examples.slice(0, EXAMPLES - known.examples.length));
  };
  return {
    add: (key, example) => note(key, { count: 1, examples: [example] }),
    merge(other) {
      for (const [key, count] of other) note(key, count);
    },
    count: (key) => counts.get(key) ?? { count: 0, examples: [] },
    list: () => [...counts].sort((a, b) => b[1].count - a[1].count),
  };
}
