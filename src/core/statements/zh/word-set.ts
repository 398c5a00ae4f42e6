/** Words that are looked for at a place of a text; the longest counts. */
export interface WordSet {
  /** Where the longest word ends that begins at `at`; -1 where none does. */
  readonly endAt: (text: string, at: number) => number;
  /** Where the longest word begins that ends at `at`; -1 where none does. */
  readonly startBefore: (text: string, at: number) => number;
  readonly has: (word: string) => boolean;
}

/**
 * Makes sets of words that are looked for in the same texts: one walk through a tree of all words finds, for a place, the longest
 * of each set. What was found is kept for the text that was asked about last, since reading comes to a place many times.
 */
export function wordSets<Name extends string>(lists: Readonly<Record<Name, Iterable<string>>>): Record<Name, WordSet> {
  const names = Object.keys(lists) as Name[];
  const all = names.map((name) => new Set<string>(lists[name]));
  const found = createFound(createTree(all), names.length);
  const sets = names.map((name, set): [Name, WordSet] => {
    const words = all[set] as ReadonlySet<string>;
    const byLast = groupedByLast(words);
    const startBefore = (text: string, at: number): number => {
      const group = byLast.get(text.charCodeAt(at - 1));
      if (group === undefined) return -1;
      for (const word of group)
        if (word.length <= at && text.startsWith(word, at - word.length)) return at - word.length;
      return -1;
    };
    return [name, { endAt: (text, at) => found(text, at, set), startBefore, has: (word) => words.has(word) }];
  });
  return Object.fromEntries(sets) as Record<Name, WordSet>;
}

// A tree of words as numbers: the root is node 0, and no child has that number.
interface Tree {
  /** The node that a UTF-16 unit leads to from the root; 0 where none. */
  readonly first: Int32Array;
  /** The node that a UTF-16 unit leads to from another node; 0 where none. */
  readonly next: (node: number, unit: number) => number;
  /** The sets of which a word ends at a node. */
  readonly sets: readonly (readonly number[])[];
}

// A hash table with open addressing, at most half full, so that most look-ups take one step: a Map for each node takes three times
// as long.
function createTree(lists: readonly ReadonlySet<string>[]): Tree {
  const first = new Int32Array(0x1_0000);
  const bits = 32 - Math.clz32(2 * lists.reduce((sum, words) => sum + lengthOf(words), 1));
  const last = (1 << bits) - 1;
  // The parent and unit of a slot, and the child that they lead to.
  const parents = new Int32Array(last + 1);
  const units = new Uint16Array(last + 1);
  const children = new Int32Array(last + 1);
  const sets: number[][] = [[]];
  // Either the slot of a child or the empty one where it belongs.
  const slotOf = (node: number, unit: number): number => {
    let slot = Math.imul((node << 16) ^ unit, 0x9e3779b1) >>> (32 - bits);
    while (children[slot] !== 0 && (parents[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & last;
    return slot;
  };
  const add = (node: number, unit: number): number => {
    if (node === 0) return (first[unit] ||= sets.push([]) - 1);
    const slot = slotOf(node, unit);
    parents[slot] = node;
    units[slot] = unit;
    return (children[slot] ||= sets.push([]) - 1);
  };
  lists.forEach((words, set) => {
    for (const word of words) {
      let node = 0;
      for (let i = 0; i < word.length; i++) node = add(node, word.charCodeAt(i));
      sets[node]?.push(set);
    }
  });
  return { first, next: (node, unit) => children[slotOf(node, unit)] ?? 0, sets };
}

function lengthOf(words: ReadonlySet<string>): number {
  let length = 0;
  for (const word of words) length += word.length;
  return length;
}

// The lengths of the longest words of each set at each place of the last text, as far as somebody asked.
function createFound({ first, next, sets }: Tree, width: number): (text: string, at: number, set: number) => number {
  let known = '';
  let lengths = new Uint8Array(0);
  let seen = new Uint8Array(0);
  const start = (text: string): void => {
    known = text;
    if (seen.length < text.length) {
      seen = new Uint8Array(text.length);
      lengths = new Uint8Array(text.length * width);
    } else {
      seen.fill(0, 0, text.length);
      lengths.fill(0, 0, text.length * width);
    }
  };
  const walk = (at: number): void => {
    let node = first[known.charCodeAt(at)] ?? 0;
    // 1: no word begins here.
    seen[at] = node === 0 ? 1 : 2;
    for (let i = at + 1; node !== 0; i++) {
      const own = sets[node] as readonly number[];
      for (let k = 0; k < own.length; k++) lengths[at * width + (own[k] as number)] = i - at;
      node = i < known.length ? next(node, known.charCodeAt(i)) : 0;
    }
  };
  return (text, at, set) => {
    if (text !== known) start(text);
    if (at < 0 || at >= text.length) return -1;
    if (seen[at] === 0) walk(at);
    if (seen[at] === 1) return -1;
    const length = lengths[at * width + set] ?? 0;
    return length === 0 ? -1 : at + length;
  };
}

// Longest first, by the last UTF-16 unit.
function groupedByLast(words: ReadonlySet<string>): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const key = word.charCodeAt(word.length - 1);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}
