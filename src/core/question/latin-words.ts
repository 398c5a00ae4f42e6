import { WORD } from '../text/characters.ts';
import { stemOf, type Gazetteer } from '../names/gazetteer.ts';
import { langWords } from '../text/lang-data.ts';
import { variantsOf } from './english-variants.ts';
import { isEnglishMonth } from './numbers.ts';

/** A word of a question in Latin letters that is worth looking for; offsets are into the question. */
export interface LatinWord {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Its other stems, and what the glossary gives for it or for the phrase that begins with it. */
  readonly forms: readonly string[] | null;
}

const STOP_WORDS: ReadonlySet<string> = new Set(langWords('en/stop-words'));
const LONGEST_PHRASE = 3;

/**
 * The Latin words of a folded question that are not taken by names and do not only make up the question; a phrase that the glossary
 * knows is one. `original` is the question before folding: RFA is a word, at is none.
 */
export function latinWords(kept: string, taken: Uint8Array, original: string, names: Gazetteer): LatinWord[] {
  const all = [...kept.matchAll(WORD)].map((match) => ({
    word: match[0],
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const words: LatinWord[] = [];
  for (let i = 0; i < all.length; i++) {
    const phrase = phraseAt(all, i, taken, names);
    const { word, stem, start, end } = all[i] as (typeof all)[number];
    if (phrase !== null) {
      words.push({ stem: phrase.stem, start, end: phrase.end, forms: phrase.forms });
      i += phrase.length - 1;
      continue;
    }
    if (taken[start] === 1 || /^\d/.test(word)) continue;
    const inCapitals = /^[A-Z]{2,}$/.test(original.slice(start, end));
    if (word.length < 2 || (STOP_WORDS.has(word) && !inCapitals)) continue;
    if (isEnglishMonth(word)) continue;
    const forms = [...variantsOf(word), ...(names.gloss([stem]) ?? [])];
    words.push({ stem, start, end, forms: forms.length === 0 ? null : forms });
  }
  return words;
}

// The longest phrase of two or more words that the glossary knows: abide by, take part in.
function phraseAt(
  words: readonly { readonly word: string; readonly stem: string; readonly start: number; readonly end: number }[],
  at: number,
  taken: Uint8Array,
  names: Gazetteer,
): { stem: string; end: number; length: number; forms: readonly string[] } | null {
  for (let length = LONGEST_PHRASE; length > 1; length--) {
    const part = words.slice(at, at + length);
    if (part.length < length || part.some(({ start }) => taken[start] === 1)) continue;
    const stems = part.map(({ stem }) => stem);
    const forms = names.gloss(stems);
    if (forms === null) continue;
    // English texts have its words in other forms and with other prepositions: named after, named for.
    const telling = part.filter(({ word }) => !STOP_WORDS.has(word)).map(({ stem }) => stem);
    const stem = (telling.length === 0 ? stems : telling).join(' ');
    return { stem, end: part.at(-1)?.end ?? 0, length, forms };
  }
  return null;
}
