/** Words that are looked for at a place of a text; the longest counts. */
export interface WordSet {
  /** Where the longest word ends that begins at `at`; -1 where none does. */
  readonly endAt: (text: string, at: number) => number;
  /** Where the longest word begins that ends at `at`; -1 where none does. */
  readonly startBefore: (text: string, at: number) => number;
  readonly has: (word: string) => boolean;
}

/** Makes words findable by their first and last characters. */
export function wordSet(words: Iterable<string>): WordSet {
  const all = new Set(words);
  const byFirst = grouped(all, (word) => word.charCodeAt(0));
  const byLast = grouped(all, (word) => word.charCodeAt(word.length - 1));
  return {
    has: (word) => all.has(word),
    endAt(text, at) {
      for (const word of byFirst.get(text.charCodeAt(at)) ?? []) if (text.startsWith(word, at)) return at + word.length;
      return -1;
    },
    startBefore(text, at) {
      for (const word of byLast.get(text.charCodeAt(at - 1)) ?? []) {
        if (word.length <= at && text.startsWith(word, at - word.length)) return at - word.length;
      }
      return -1;
    },
  };
}

// Longest first.
function grouped(words: ReadonlySet<string>, keyOf: (word: string) => number): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}
