import type { EnglishLexicon } from './lexicon.ts';

/** Who holds the offices that an article names. */
export interface Offices {
  /** Remembers the words before somebody's name, the last of which are their office. */
  readonly add: (words: string, name: string) => void;
  /** The only one who holds what an office alone names (the minister); null where there are several or none. */
  readonly holder: (office: string) => string | null;
}

/** Makes an empty memory. An office is held to whoever has all its words, and none that makes it another: deputy, former. */
export function officesOf(lexicon: EnglishLexicon): Offices {
  const held = new Map<string, { readonly words: readonly string[]; readonly name: string }[]>();
  const isOther = (word: string): boolean => lexicon.is(word.replace(/^ex-.*/, 'ex'), 'other-office');
  return {
    add(text, name) {
      const words = wordsOf(text);
      const last = words.at(-1) ?? '';
      held.set(last, [...(held.get(last) ?? []), { words, name }]);
    },
    holder(office) {
      const words = wordsOf(office);
      const names = (held.get(words.at(-1) ?? '') ?? [])
        .filter((one) => words.every((word) => one.words.includes(word)))
        .filter((one) => !one.words.some((word) => isOther(word) && !words.includes(word)))
        .map(({ name }) => name);
      return new Set(names).size === 1 ? (names[0] ?? null) : null;
    },
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(' ');
