import { WORD } from '../text/characters.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { numbersIn } from '../text/numbers.ts';
import { langLines, langTable, langWords } from '../text/lang-data.ts';
import { stemOf } from '../text/stems.ts';

const ENGLISH_MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const ENGLISH_UNITS = new Map(
  Object.entries({
    hour: '小',
    day: '天',
    year: '年',
    month: '月',
    week: '周',
    minut: '分',
    peopl: '人',
    dollar: '美',
  }),
);

/** Whether a folded word names a month, in full or by its first three letters. */
const isEnglishMonth = (word: string): boolean =>
  ENGLISH_MONTHS.some((name) => name === word || name.slice(0, 3) === word);

/** A number of a question; offsets are into the question. */
export interface QuestionNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
}

/**
 * The numbers of a folded question: 「10月22日」 and 「七個多小時」 as in texts; "Oct 22", "22 October 2023" and "7 hours" as if they
 * stood in Chinese.
 */
export function numbersOf(folded: string): QuestionNumber[] {
  const found: QuestionNumber[] = numbersIn(folded);
  const words = [...folded.matchAll(WORD)];
  words.forEach((match, i) => {
    const word = match[0];
    const month =
      word.length >= 3 ? ENGLISH_MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word) : -1;
    const before = words[i - 1]?.[0] ?? '';
    const after = words[i + 1]?.[0] ?? '';
    if (month >= 0 && (word !== 'may' || /^\d+/.test(before + after) || before === 'in')) {
      found.push({ start: match.index, end: match.index + word.length, value: month + 1, unit: '月' });
    }
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
    const nearMonth = [before, after].some((near) =>
      ENGLISH_MONTHS.some((name) => name.slice(0, 3) === near.slice(0, 3)),
    );
    if (ordinal !== undefined && nearMonth && isLatin(before, after)) {
      replace(found, { start: match.index, end: match.index + word.length, value: Number(ordinal), unit: '日' });
    } else if (/^(?:19|20)\d\d$/.test(word)) {
      replace(found, { start: match.index, end: match.index + 4, value: Number(word), unit: '年' });
    } else if (/^\d+$/.test(word)) {
      const unit = ENGLISH_UNITS.get(stemOf(after));
      if (unit !== undefined)
        replace(found, { start: match.index, end: match.index + word.length, value: Number(word), unit });
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

const isLatin = (before: string, after: string): boolean => /^[a-z]/.test(before) || /^[a-z]/.test(after);

function replace(found: QuestionNumber[], number: QuestionNumber): void {
  const at = found.findIndex((one) => one.start === number.start);
  if (at < 0) found.push(number);
  else found[at] = number;
}

/** Gives the other stems under which English texts may have a folded word: of its irregular forms, other spellings, and words like it. */
export type Variants = (word: string) => readonly string[];

/**
 * Makes `variantsOf` of the lines of en/spelling-variants, the table of en/irregular-forms, and the lines of en/like-words.
 *
 * @internal Exported for its tests.
 */
export function readVariants(
  spellings: readonly string[],
  irregular: ReadonlyMap<string, string>,
  groups: readonly string[],
): Variants {
  const like = readLike(groups);
  const spelt = spellings.map(readSpelling);
  const formsOf = new Map<string, Set<string>>();
  for (const [form, base] of irregular) {
    const stem = stemOf(base);
    formsOf.set(stem, (formsOf.get(stem) ?? new Set([stem])).add(stemOf(form)));
  }
  return (word) => {
    const stem = stemOf(word);
    const base = irregular.get(word);
    const own = [...(formsOf.get(stem) ?? []), ...(base === undefined ? [] : (formsOf.get(stemOf(base)) ?? []))];
    const others = spelt.flatMap((spell) => spell(word).map(stemOf));
    const alike = like.get(stem) ?? (base === undefined ? [] : (like.get(stemOf(base)) ?? []));
    return [...new Set([...own, ...others, ...alike])].filter((other) => other !== stem);
  };
}

// By the stem of each word, the stems of all words of its groups.
function readLike(groups: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const like = new Map<string, Set<string>>();
  for (const group of groups) {
    const stems = group.split(',').map((word) => stemOf(word.trim()));
    for (const stem of stems) like.set(stem, new Set([...(like.get(stem) ?? []), ...stems]));
  }
  return like;
}

function readSpelling(line: string): (word: string) => readonly string[] {
  const [one = '', other = ''] = line.split('=>').map((side) => side.trim());
  if (!one.startsWith('-')) return (word) => (word === one ? [other] : word === other ? [one] : []);
  const [from, to] = [one.slice(1), other.slice(1)];
  return (word) => [...replaced(word, from, to), ...replaced(word, to, from)];
}

// At least so many letters stand before those that differ, so that "four" has no other spelling.
const FEWEST_BEFORE = 2;
// At most so many letters stand behind the letters that differ: colour, colours, coloured.
const LONGEST_ENDING = 4;

function replaced(word: string, from: string, to: string): string[] {
  const at = word.lastIndexOf(from);
  const rest = word.slice(at + from.length);
  return at < FEWEST_BEFORE || rest.length > LONGEST_ENDING ? [] : [word.slice(0, at) + to + rest];
}

/**
 * The other stems of a folded English word.
 * @internal Exported for its tests.
 */
export const variantsOf: Variants = readVariants(
  langLines('en/spelling-variants'),
  langTable('en/irregular-forms'),
  langWords('en/like-words'),
);

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
export function latinWords(
  kept: string,
  { taken, original, names }: { readonly taken: Uint8Array; readonly original: string; readonly names: Gazetteer },
): LatinWord[] {
  const all = [...kept.matchAll(WORD)].map((match) => ({
    word: match[0],
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const words: LatinWord[] = [];
  for (let i = 0; i < all.length; i++) {
    const phrase = phraseAt(all, i, { taken, names });
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
  { taken, names }: { readonly taken: Uint8Array; readonly names: Gazetteer },
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
