/** Words that are looked for at a place of a text; the longest counts. */
export interface WordSet {
  /** Where the longest word ends that begins at `at`; -1 where none does. */
  readonly endAt: (text: string, at: number) => number;
  /** Where the longest word begins that ends at `at`; -1 where none does. */
  readonly startBefore: (text: string, at: number) => number;
  readonly has: (word: string) => boolean;
}

interface Node {
  readonly next: Map<number, Node>;
  /** The sets of which a word ends here. */
  readonly sets: number[];
}

/**
 * Makes sets of words that are looked for in the same texts: one walk through a tree of all words finds, for a place, the longest
 * of each set. What was found is kept for the text that was asked about last, since reading comes to a place many times.
 */
export function wordSets<Name extends string>(lists: Readonly<Record<Name, Iterable<string>>>): Record<Name, WordSet> {
  const names = Object.keys(lists) as Name[];
  const tree: Node = { next: new Map(), sets: [] };
  const found = createFound(tree, names.length);
  const sets = names.map((name, set): [Name, WordSet] => {
    const all = new Set<string>(lists[name]);
    for (const word of all) addWord(tree, word, set);
    const byLast = groupedByLast(all);
    const startBefore = (text: string, at: number): number => {
      for (const word of byLast.get(text.charCodeAt(at - 1)) ?? [])
        if (word.length <= at && text.startsWith(word, at - word.length)) return at - word.length;
      return -1;
    };
    return [name, { endAt: (text, at) => found(text, at, set), startBefore, has: (word) => all.has(word) }];
  });
  return Object.fromEntries(sets) as Record<Name, WordSet>;
}

function addWord(tree: Node, word: string, set: number): void {
  let node = tree;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    let next = node.next.get(unit);
    if (next === undefined) node.next.set(unit, (next = { next: new Map(), sets: [] }));
    node = next;
  }
  node.sets.push(set);
}

// The lengths of the longest words of each set at each place of the last text, as far as somebody asked.
function createFound(tree: Node, width: number): (text: string, at: number, set: number) => number {
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
    seen[at] = 1;
    let node = tree.next.get(known.charCodeAt(at));
    for (let i = at + 1; node !== undefined; i++) {
      for (const set of node.sets) lengths[at * width + set] = i - at;
      node = node.next.get(known.charCodeAt(i));
    }
  };
  return (text, at, set) => {
    if (text !== known) start(text);
    if (at < 0 || at >= text.length) return -1;
    if (seen[at] === 0) walk(at);
    const length = lengths[at * width + set] ?? 0;
    return length === 0 ? -1 : at + length;
  };
}

// Longest first.
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
