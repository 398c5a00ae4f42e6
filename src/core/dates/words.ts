import { langLines } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';

/** A word of a list of `data/lang` with what it means for a date. */
export interface DateWord {
  /** Folded. */
  readonly word: string;
  /** What stands behind `=>`, apart from the exceptions. */
  readonly value: string;
  /** A pattern of the word that does not match where one of its exceptions reaches over an end of it. */
  readonly source: string;
}

/**
 * A list whose lines are `form, form => value ! exception, exception`: an exception is a word that begins or ends inside the form
 * and reaches over its other end, as 天氣 does in 今天氣, and 之前 in 之前天.
 */
export function dateWords(list: string): readonly DateWord[] {
  return langLines(list).flatMap((line) => {
    const [entry = '', exceptions = ''] = line.split('!');
    const [forms = '', value = ''] = entry.split('=>');
    return itemsOf(forms).map((word) => ({
      word,
      value: value.trim(),
      source: guarded(word, itemsOf(exceptions)),
    }));
  });
}

const itemsOf = (items: string): string[] =>
  items.split(',').flatMap((item) => (item.trim() === '' ? [] : [foldScript(item.trim())]));

function guarded(word: string, exceptions: readonly string[]): string {
  const before = new Set<string>();
  const behind = new Set<string>();
  for (const exception of exceptions) {
    for (let cut = 1; cut < exception.length; cut++) {
      const [head, tail] = [exception.slice(0, cut), exception.slice(cut)];
      if (word.startsWith(tail)) before.add(head);
      if (word.endsWith(head)) behind.add(tail);
    }
  }
  const notBefore = before.size === 0 ? '' : `(?<!${[...before].join('|')})`;
  return `${notBefore}${word}${behind.size === 0 ? '' : `(?!${[...behind].join('|')})`}`;
}

/** The source of a pattern that matches any of some words, the longest first. */
export const anyWord = (words: readonly DateWord[]): string =>
  `(?:${words
    .toSorted((a, b) => b.word.length - a.word.length)
    .map(({ source }) => source)
    .join('|')})`;
