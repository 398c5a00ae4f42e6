import { foldScript } from './script.ts';

/** One file of `data/lang/{zh,yue,en}`: a list of what is known of a language. */
export interface LanguageFile {
  readonly kind: 'language';
  readonly lang: 'zh' | 'yue' | 'en';
  /** The file's name without its ending: `framing`. */
  readonly name: string;
  readonly text: string;
}

/** What is known of the languages, as lists. */
export interface Lexicon {
  /**
   * The entries of a list in the order of its file, folded to Simplified characters and lower case, each once; of all languages
   * where none is given. Empty where there is no such list.
   */
  list(name: string, lang?: LanguageFile['lang']): readonly string[];
}

/** Reads lists of one entry a line; `#` begins a comment. A list is folded when it is first asked for. */
export function readLexicon(files: readonly LanguageFile[]): Lexicon {
  const lists = new Map<string, readonly string[]>();
  return {
    list(name, lang) {
      const key = `${lang ?? ''} ${name}`;
      let list = lists.get(key);
      if (list === undefined) {
        const own = files.filter((file) => file.name === name && (lang === undefined || file.lang === lang));
        list = [...new Set(own.flatMap(({ text }) => entriesOf(text)))];
        lists.set(key, list);
      }
      return list;
    },
  };
}

const entriesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const entry = foldScript((line.split('#')[0] ?? '').trim());
    return entry === '' ? [] : [entry];
  });

/** The entries of a list that are written `key: entry`. */
export const keyed = (entries: readonly string[]): { readonly key: string; readonly entry: string }[] =>
  entries.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [{ key: line.slice(0, colon).trim(), entry: line.slice(colon + 1).trim() }];
  });

/**
 * Keeps what is made of a lexicon, such as patterns, for as long as the lexicon: `make` runs once for each.
 */
export function fromLexicon<T extends object>(make: (lexicon: Lexicon) => T): (lexicon: Lexicon) => T {
  const made = new WeakMap<Lexicon, T>();
  return (lexicon) => {
    let one = made.get(lexicon);
    if (one === undefined) made.set(lexicon, (one = make(lexicon)));
    return one;
  };
}
