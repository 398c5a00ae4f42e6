import { dataText } from '../text/lang-data.ts';
import { stemOf } from '../text/script.ts';

/** A form in the other language: folded Chinese, or the stems of English words with spaces between them. */
export interface Translation {
  readonly form: string;
  /** How likely it is meant, 0…1. */
  readonly weight: number;
}

/** English words and phrases in Chinese, and back. */
export interface CrossDictionary {
  /**
   * The Chinese forms of a word or phrase in lower case, in whatever form. Those of another word with the same stem (general,
   * generally) weigh less.
   */
  readonly toChinese: (words: readonly string[]) => readonly Translation[];
  /** Whether a word in lower case is one of the dictionary's as it stands. */
  readonly isGloss: (word: string) => boolean;
  /** The English glosses, as stems, of a folded Chinese word; empty where it is no word. */
  readonly toEnglish: (word: string) => readonly Translation[];
  /** How Chinese texts write a name in lower case, folded; empty for a word that is no name. */
  readonly namesOf: (word: string) => readonly string[];
}

let dictionary: CrossDictionary | null = null;

/** The dictionary of data/dictionary, read when it is first asked for: only questions across languages need it. */
export const crossDictionary = (): CrossDictionary => (dictionary ??= readDictionary());

function readDictionary(): CrossDictionary {
  const english = createTable(dataText('dictionary/en-zh.tsv'));
  const chinese = createTable(dataText('dictionary/zh-en.tsv'));
  const names = createTable(dataText('dictionary/english-names.tsv'));
  return {
    toChinese: (words) => {
      const key = words.map(stemOf).join(' ');
      return inChinese(words.join(' '), { key, glosses: english(key) });
    },
    isGloss: (word) => glossGroups(english(stemOf(word))).some(({ gloss }) => (gloss || stemOf(word)) === word),
    toEnglish: (word) => translationsIn(chinese(word)),
    namesOf: (word) =>
      names(word)
        .split(',')
        .filter((form) => form !== ''),
  };
}

// Of a gloss that only shares the stem, by how much of the longer word both begin with: experiments is nearer to experimental than to experience.
const OF_THE_STEM = 0.65;

function commonPrefixShare(one: string, other: string): number {
  let shared = 0;
  while (shared < one.length && one.charAt(shared) === other.charAt(shared)) shared += 1;
  return shared / Math.max(one.length, other.length);
}

const INFLECTION = /(?:(?<=[sxzoh])es|s|ed|d|ing)$/;

function inChinese(words: string, { key, glosses }: { readonly key: string; readonly glosses: string }): Translation[] {
  const best = new Map<string, number>();
  for (const { gloss, forms } of glossGroups(glosses)) {
    const share = isInflected(words, gloss || key) ? 1 : OF_THE_STEM * commonPrefixShare(words, gloss || key);
    for (const { form, weight } of translationsIn(forms)) best.set(form, Math.max(best.get(form) ?? 0, weight * share));
  }
  return Array.from(best, ([form, weight]) => ({ form, weight })).sort((a, b) => b.weight - a.weight);
}

// `gloss:form=weight,form=weight;gloss:…`, each gloss with its forms; one that is its own stem is left out.
const glossGroups = (list: string): { readonly gloss: string; readonly forms: string }[] =>
  list === ''
    ? []
    : list.split(';').map((group) => {
        const colon = group.indexOf(':');
        return { gloss: group.slice(0, colon), forms: group.slice(colon + 1) };
      });

/** Whether two words of one stem, or phrases, are forms of one word: meetings, meet; but not generally, general. */
function isInflected(one: string, other: string): boolean {
  if (one === other) return true;
  const bases = (words: string): string[] =>
    words.split(' ').map((word) =>
      word
        .replace(INFLECTION, '')
        .replace(/i$/, 'y')
        .replace(/e$/, '')
        .replace(/([^aeiou])\1$/, '$1'),
    );
  return bases(one).join(' ') === bases(other).join(' ');
}

/**
 * A table of lines `key TAB value`, sorted by their keys in UTF-16 order; searched as the text that it is. Gives '' for a key that it
 * does not have.
 *
 * @internal
 */
export function createTable(text: string): (key: string) => string {
  return (key) => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      const tab = text.indexOf('\t', start);
      const end = text.indexOf('\n', start);
      const found = text.slice(start, tab);
      if (found === key) return text.slice(tab + 1, end === -1 ? text.length : end);
      if (found < key) low = end === -1 ? high : end + 1;
      else high = start;
    }
    return '';
  };
}

// `form=weight,form=weight`
const translationsIn = (list: string): Translation[] =>
  list === ''
    ? []
    : list.split(',').map((item) => {
        const [form = '', weight = ''] = item.split('=');
        return { form, weight: Number(weight) / 100 };
      });

/** Several lists as one, each form with its greatest weight. */
export function merged(lists: readonly (readonly Translation[])[]): Translation[] {
  const weights = new Map<string, number>();
  for (const list of lists)
    for (const { form, weight } of list) weights.set(form, Math.max(weights.get(form) ?? 0, weight));
  return Array.from(weights, ([form, weight]) => ({ form, weight }));
}

/** A list with all weights multiplied. */
export const scaled = (list: readonly Translation[], share: number): Translation[] =>
  list.map(({ form, weight }) => ({ form, weight: weight * share }));
