/** Gathers positions into groups, pair by pair: a disjoint-set forest (Galler and Fischer, 1964). */
export interface Groups {
  join(one: number, other: number): void;
  areJoined(one: number, other: number): boolean;
  /** The groups of more than one, each in the order of its positions, by their first. */
  get(): readonly (readonly number[])[];
}

export function createGroups(size: number): Groups {
  const leader = Int32Array.from({ length: size }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (leader[root] !== root) root = leader[root] ?? root;
    return (leader[at] = root);
  };
  return {
    // The earlier position leads, so that groups come in the order of their first.
    join(one, other) {
      const [a, b] = [rootOf(one), rootOf(other)];
      leader[Math.max(a, b)] = Math.min(a, b);
    },
    areJoined: (one, other) => rootOf(one) === rootOf(other),
    get() {
      const groups = new Map<number, number[]>();
      for (let at = 0; at < size; at++) {
        const root = rootOf(at);
        if (root !== at) groups.set(root, [...(groups.get(root) ?? [root]), at]);
      }
      return [...groups.values()];
    },
  };
}
