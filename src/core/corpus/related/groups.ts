import { sharingPairs, type Fingerprint } from './fingerprint.ts';

/**
 * Groups articles by pairs that are related, looking only at those that share a paragraph; whoever is related to one of a group is in it.
 * Groups of more than one, and the articles in each, come in their order.
 */
export function groupsOf(
  fingerprints: readonly Fingerprint[],
  areRelated: (one: Fingerprint, other: Fingerprint) => boolean,
): readonly (readonly Fingerprint[])[] {
  const sets = createDisjointSets(fingerprints.length);
  for (const [early, late] of sharingPairs(fingerprints)) {
    const [one, other] = [fingerprints[early], fingerprints[late]];
    if (one === undefined || other === undefined || sets.areJoined(early, late)) continue;
    if (areRelated(one, other)) sets.join(early, late);
  }
  return sets.list().map((set) => set.flatMap((at) => fingerprints[at] ?? []));
}

// A disjoint-set forest (Galler and Fischer, 1964) of positions.
function createDisjointSets(size: number) {
  const leader = Int32Array.from({ length: size }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (leader[root] !== root) root = leader[root] ?? root;
    return (leader[at] = root);
  };
  return {
    // The earlier position leads, so that sets come in the order of their first.
    join(one: number, other: number): void {
      const [a, b] = [rootOf(one), rootOf(other)];
      leader[Math.max(a, b)] = Math.min(a, b);
    },
    areJoined: (one: number, other: number): boolean => rootOf(one) === rootOf(other),
    /** Those of more than one. */
    list(): readonly (readonly number[])[] {
      const sets = new Map<number, number[]>();
      for (let at = 0; at < size; at++) {
        const root = rootOf(at);
        if (root !== at) sets.set(root, [...(sets.get(root) ?? [root]), at]);
      }
      return [...sets.values()];
    },
  };
}
