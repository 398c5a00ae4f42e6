import { dataText } from '../text/lang-data.ts';
import { stemOf } from '../text/stems.ts';

/** A form in the other language: folded Chinese, or the stems of English words with spaces between them. */
export interface Translation {
  readonly form: string;
  /** How likely it is meant, 0…1. */
  readonly weight: number;
}

/** English words and phrases in Chinese, and back. */
export interface CrossDictionary {
  /** The Chinese forms of a word or phrase, given in lower case and in its base form; the likeliest first. */
  readonly toChinese: (words: readonly string[]) => readonly Translation[];
  /** The English glosses, as stems, of a folded Chinese word; empty where it is no word. */
  readonly toEnglish: (word: string) => readonly Translation[];
}

let dictionary: CrossDictionary | null = null;

/** The dictionary of data/dictionary, read when it is first asked for: only questions across languages need it. */
export const crossDictionary = (): CrossDictionary => (dictionary ??= readDictionary());

function readDictionary(): CrossDictionary {
  const english = createTable(dataText('dictionary/en-zh.tsv'));
  const chinese = createTable(dataText('dictionary/zh-en.tsv'));
  return {
    toChinese: (words) => english(words.map(stemOf).join(' ')),
    toEnglish: chinese,
  };
}

/**
 * A table of lines `key TAB form=weight,form=weight`, sorted by their keys in UTF-16 order; searched as the text that it is.
 *
 * @internal
 */
export function createTable(text: string): (key: string) => readonly Translation[] {
  return (key) => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      const tab = text.indexOf('\t', start);
      const end = text.indexOf('\n', start);
      const found = text.slice(start, tab);
      if (found === key) return translationsIn(text.slice(tab + 1, end === -1 ? text.length : end));
      if (found < key) low = end === -1 ? high : end + 1;
      else high = start;
    }
    return NONE;
  };
}

const NONE: readonly Translation[] = [];

const translationsIn = (list: string): Translation[] =>
  list.split(',').map((item) => {
    const [form = '', weight = ''] = item.split('=');
    return { form, weight: Number(weight) / 100 };
  });
