import { anyOf as alternatives, langWords } from '../../text/lang-data.ts';
import { entriesOf, templateSource } from '../../text/templates.ts';

const BOTH = ['zh', 'en'] as const;

/** The lines of the lists of one name in `data/lang`, folded: in Chinese and English, or in one of them. */
export const wordsOf = (list: string, langs: readonly string[] = BOTH): readonly string[] =>
  langs.flatMap((lang) => langWords(`${lang}/${list}`));

/** Those lines of a list written `key: entry` that have one of some keys. */
export const wordsUnder = (list: string, keys: readonly string[], langs?: readonly string[]): readonly string[] =>
  entriesOf(wordsOf(list, langs))
    .filter(({ key }) => keys.includes(key))
    .map(({ entry }) => entry);

/** The source of a pattern that matches any of some words, longest first; nothing at all where there are none. */
export const anyOf = (words: readonly string[]): string => (words.length === 0 ? '(?!)' : `(?:${alternatives(words)})`);

/**
 * The lines of a list that a template names: `zh/x`, or `x` for those of either language.
 *
 * @internal Exported for its tests.
 */
export const linesOf = (name: string): readonly string[] => (name.includes('/') ? langWords(name) : wordsOf(name));

// Of a template's gap: what may stand there.
const GAP = '…';

/** The source of a pattern for any of some templates, each in its turn; `gap` stands for …, `$` at the end for the end of the line. */
export function phraseSource(templates: readonly string[], gap: string): string {
  if (templates.length === 0) return '(?!)';
  const sources = templates.map((template) => {
    const isWhole = template.endsWith('$');
    const source = templateSource(isWhole ? template.slice(0, -1) : template, linesOf);
    // A Latin word ends where it ends: `copyright`, not `copyrighted`.
    return `${source.replaceAll(GAP, gap)}${isWhole ? '$' : /[a-z]$/u.test(template) ? String.raw`\b` : ''}`;
  });
  return `(?:${sources.join('|')})`;
}

/** Makes something at its first use: a large pattern takes a millisecond or two to compile. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
