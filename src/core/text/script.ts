import { LRUCache } from 'lru-cache';
import { stemmer } from 'stemmer';
import type { Lang } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { FOLDED_FROM, FOLDED_TO, SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './script-table.generated.ts';

// The characters that are written without spaces, and so are searched by bigrams: Han, kana and 々〇.
const FIRST = 0x3005;
const BITS = 15;

/** From this UTF-16 unit on there are no Latin letters or figures of half width. */
export const FIRST_CJK = 0x2e80;

/** Whether a UTF-16 unit is a Han character, kana, 々 or 〇. */
export function isCjk(unit: number): boolean {
  if (unit >= 0x3400) return unit <= 0x9fff;
  return (unit >= 0x3041 && unit <= 0x30ff && unit !== 0x30fb) || (unit >= 0x3005 && unit <= 0x3007);
}

/** Whether a text has a Han character. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

// A text shows its language in its first lines; in UTF-16 units.
const FIRST_LINES = 300;

/** Whether an article is in Chinese, by its first lines. */
export const isChinese = ({ text }: { readonly text: string }): boolean =>
  /[\u4e00-\u9fff]/.test(text.slice(0, FIRST_LINES));

/** A bigram, two CJK units, as one small integer (30 bits). */
export const bigramKey = (first: number, second: number): number => ((first - FIRST) << BITS) | (second - FIRST);

/** The two UTF-16 units of a `bigramKey`. */
export const bigramUnits = (key: number): readonly [number, number] => [
  (key >> BITS) + FIRST,
  (key & ((1 << BITS) - 1)) + FIRST,
];

// The units of words, each with the last of its range: letters and digits that are not CJK.
const WORD_UNITS = [
  [0x30, 0x39],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2af],
  [0x370, 0x1fff],
  [0xac00, 0xd7a3],
] as const;
const WORD_CLASS = WORD_UNITS.map(([first, last]) => `${String.fromCharCode(first)}-${String.fromCharCode(last)}`).join(
  '',
);

/** Runs of letters and digits that are not CJK: Latin words, Cyrillic, Hangul, Arabic numbers. Runs on folded text. */
export const WORD = new RegExp(`[${WORD_CLASS}]+(?:['’][a-z]+)?`, 'g');

/**
 * A table of the UTF-16 units that some characters or words begin with: 1 for each of them, 0 for every other unit. Passing over a
 * text by it takes a tenth of the time of a Set of strings, which has to hash each character.
 */
export function unitTable(characters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/**
 * Where a text ends, in UTF-16 units, without the characters at its end that `isLeftOut` matches. A pattern for all of them would look
 * at each run of them once from each of its places.
 */
export function endWithout(text: string, isLeftOut: RegExp): number {
  let end = text.length;
  while (end > 0 && isLeftOut.test(text.charAt(end - 1))) end -= 1;
  return end;
}

// One entry for each UTF-16 unit, so that folding is a look-up and never changes a length.
function foldTable(): Uint16Array {
  const table = new Uint16Array(0x1_0000);
  for (let unit = 0; unit < 0x1_0000; unit++) table[unit] = unit;
  // Latin, Greek and Cyrillic.
  for (let unit = 0; unit < 0x530; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) table[unit] = lower.charCodeAt(0);
  }
  for (let i = 0; i < FOLDED_FROM.length; i++) table[FOLDED_FROM.charCodeAt(i)] = FOLDED_TO.charCodeAt(i);
  // Full-width ASCII (U+FF01–FF5E) lies 0xFEE0 above ASCII.
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  table[0x3000] = 0x20;
  table[0xa0] = 0x20;
  // The interpuncts that part a foreign name's words: ‧ • ・ ∙ ⋅ ･ and ﹒ become ·
  for (const interpunct of '‧•・∙⋅･﹒') table[interpunct.charCodeAt(0)] = '·'.charCodeAt(0);
  for (const quote of '‘’‛`´｀') table[quote.charCodeAt(0)] = "'".charCodeAt(0);
  foldForms(table);
  for (let unit = 0xff21; unit <= 0xff3a; unit++) table[unit] = unit - 0xfee0 + 0x20;
  return table;
}

// What PDFs make of common characters: Kangxi radicals and compatibility ideographs, each of which has one ideograph (NFKC), and
// radicals whose ideograph only Unicode's EquivalentUnifiedIdeograph.txt names.
const RADICALS =
  '⺌小⺒巳⺓幺⺗心⺘扌⺙攵⺝月⺟母⺠民⺡氵⺣灬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺮竹⺯糸⺰纟⺳网⺵网⺶羊⺷羊⺹耂⺻聿⺼肉⺾艹⻁虎⻂衤⻄西⻅见⻆角⻉贝⻊足⻋车⻌辶⻏阝⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟';
const FORMS = [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
] as const;

function foldForms(table: Uint16Array): void {
  const folded = (unit: number): number => table[unit] ?? unit;
  for (const [first, last] of FORMS) {
    for (let unit = first; unit <= last; unit++) {
      const plain = String.fromCharCode(unit).normalize('NFKC');
      if (plain.length === 1) table[unit] = folded(plain.charCodeAt(0));
    }
  }
  for (let i = 0; i < RADICALS.length; i += 2) table[RADICALS.charCodeAt(i)] = folded(RADICALS.charCodeAt(i + 1));
}

const FOLD = foldTable();
// Where the units of a text are put while it is folded, and the same memory as bytes. To make a string of bytes is four times as fast
// as of an array that is new each time.
const UNITS = new Uint16Array(0x2000);
const BYTES = Buffer.from(UNITS.buffer);

/**
 * Makes texts of either script comparable: Traditional → Simplified by character, full-width → half-width, radicals and compatibility ideographs → ideographs, lower case,
 * one interpunct. Every UTF-16 unit becomes exactly one, so offsets into the result are offsets into `text`.
 */
export function foldScript(text: string): string {
  let same = 0;
  while (same < text.length && FOLD[text.charCodeAt(same)] === text.charCodeAt(same)) same++;
  // Most words and names are folded as they stand; to find that out takes a third of the time.
  if (same === text.length) return text;
  let folded = '';
  for (let from = 0; from < text.length; from += UNITS.length) {
    const to = Math.min(text.length, from + UNITS.length);
    for (let i = from; i < to; i++) UNITS[i - from] = FOLD[text.charCodeAt(i)] ?? 0;
    folded += BYTES.toString('utf16le', 0, (to - from) * UNITS.BYTES_PER_ELEMENT);
  }
  return folded;
}

const SCRIPT_SIGNS = scriptSigns();

function scriptSigns(): Int8Array {
  const signs = new Int8Array(0x1_0000);
  for (const char of TRADITIONAL_ONLY) signs[char.charCodeAt(0)] = 1;
  for (const char of SIMPLIFIED_ONLY) signs[char.charCodeAt(0)] = -1;
  return signs;
}

/** The Chinese script of a text by the characters that only one of them has; null where none tells, or both equally. */
export function scriptOf(text: string): Exclude<Lang, 'en'> | null {
  let balance = 0;
  for (let i = 0; i < text.length; i++) balance += SCRIPT_SIGNS[text.charCodeAt(i)] ?? 0;
  if (balance === 0) return null;
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}

// In UTF-16 units: V8 stores a longer slice as a place in the text that it was cut from, all of which stays in memory with it.
const LONGEST_COPIED = 12;

/** The same text with memory of its own, for whoever remembers a word or a passage and not the article that it was cut from. */
export const ownText = (text: string): string =>
  text.length <= LONGEST_COPIED ? text : Buffer.from(text, 'utf16le').toString('utf16le');

// Words recur, and to stem one takes ten regular expressions.
const STEMS_KEPT = 50_000;
const stems = new LRUCache<string, string>({ max: STEMS_KEPT });

/** A Latin word without the ending of a possessive: `blinken's`, `states'`. */
export const withoutPossessive = (word: string): string => word.replace(/['’]s?$/, '');

/** The stem of a folded Latin word: `meetings` → `meet`, `blinken's` → `blinken`. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    const own = ownText(word);
    const bare = withoutPossessive(own);
    stem = /^[a-z]+$/.test(bare) ? stemmer(bare) : bare;
    stems.set(own, stem);
  }
  return stem;
}

/** A word of a text in letters that are not CJK, or a number, with its stem. */
export interface StemmedWord extends Span {
  readonly word: string;
  readonly stem: string;
}

let lastRead: { readonly folded: string; readonly words: readonly StemmedWord[] } = { folded: '', words: [] };

/** The words of a folded text that `WORD` finds, in order. Who looks for names, for forms and for terms reads one text after the other. */
export function wordsIn(folded: string): readonly StemmedWord[] {
  if (lastRead.folded !== folded) lastRead = { folded, words: readWords(folded) };
  return lastRead.words;
}

// By a table: what a pattern makes for each word of a text, before anything is made of it, takes twice as long.
const IN_WORDS = new Uint8Array(0x1_0000);
for (const [first, last] of WORD_UNITS) IN_WORDS.fill(1, first, last + 1);

const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

// The first two units of a word or stem as one number below 2¹⁴, the upper bits left out. Porter's rules leave a word's first two letters
// as they are, but for a y, which may become i.
const BITS_OF_UNIT = 7;
const LOW = (1 << BITS_OF_UNIT) - 1;
const [Y, I] = [0x79, 0x69] as const;
const pairOf = (first: number, second: number): number =>
  ((first & LOW) << BITS_OF_UNIT) | ((second === Y ? I : second) & LOW);

/** What words with one of some stems may begin with: a table that rules out nearly all others before they are stemmed. */
export type Beginnings = Uint8Array;

/** The beginnings of words with some stems. */
export function beginningsOf(stems: Iterable<string>): Beginnings {
  const table = new Uint8Array(1 << (2 * BITS_OF_UNIT));
  for (const stem of stems) {
    const pair = pairOf(stem.charCodeAt(0), stem.charCodeAt(1));
    // Behind a single letter anything may have been cut off.
    if (stem.length === 1) table.fill(1, pair & ~LOW, (pair & ~LOW) + LOW + 1);
    else table[pair] = 1;
  }
  return table;
}

const mayBegin = (beginnings: Beginnings, folded: string, start: number): boolean =>
  beginnings[pairOf(folded.charCodeAt(start), folded.charCodeAt(start + 1))] === 1;

/**
 * Those words of a folded text that have one of the beginnings, and perhaps one of their stems. Who looks for some stems need not have all
 * words of a text stemmed.
 */
export function wordsBeginning(folded: string, beginnings: Beginnings): readonly StemmedWord[] {
  const words: StemmedWord[] = [];
  eachWord(folded, (start, end) => {
    if (mayBegin(beginnings, folded, start)) words.push(stemmedWord(folded, start, end));
  });
  return words;
}

/** Some stems, with their beginnings. */
export interface SoughtStems {
  readonly stems: ReadonlySet<string>;
  readonly beginnings: Beginnings;
}

// A word that is not looked at.
const PASSED: StemmedWord = { word: '', stem: '', start: 0, end: 0 };

/**
 * The words of a folded text, of which only those with one of some stems and up to `reach` words on either side of them are read: the
 * others stand there with a stem of ''. Empty where none has one of the stems.
 */
export function wordsAround(folded: string, { stems: sought, beginnings }: SoughtStems, reach: number): StemmedWord[] {
  const [starts, ends]: [number[], number[]] = [[], []];
  const found: number[] = [];
  eachWord(folded, (start, end) => {
    if (mayBegin(beginnings, folded, start) && sought.has(stemOf(folded.slice(start, end)))) found.push(starts.length);
    starts.push(start);
    ends.push(end);
  });
  if (found.length === 0) return [];
  const words = starts.map(() => PASSED);
  for (const at of found)
    for (let w = Math.max(0, at - reach); w <= Math.min(words.length - 1, at + reach); w++)
      if (words[w] === PASSED) words[w] = stemmedWord(folded, starts[w] ?? 0, ends[w] ?? 0);
  return words;
}

/** Where a folded text that goes on with some stems as its next words has read the last of them; null where it does not. */
export function endOfStems(folded: string, from: number, stems: readonly string[]): number | null {
  let at = from;
  for (const stem of stems) {
    while (at < folded.length && IN_WORDS[folded.charCodeAt(at)] === 0) at++;
    const end = endOfWord(folded, at);
    if (stemOf(folded.slice(at, end)) !== stem) return null;
    at = end;
  }
  return at;
}

function readWords(folded: string): StemmedWord[] {
  const words: StemmedWord[] = [];
  eachWord(folded, (start, end) => void words.push(stemmedWord(folded, start, end)));
  return words;
}

function stemmedWord(folded: string, start: number, end: number): StemmedWord {
  const word = folded.slice(start, end);
  return { word, stem: stemOf(word), start, end };
}

function eachWord(folded: string, found: (start: number, end: number) => void): void {
  for (let at = 0; at < folded.length; at++) {
    if (IN_WORDS[folded.charCodeAt(at)] === 0) continue;
    const end = endOfWord(folded, at);
    found(at, end);
    at = end - 1;
  }
}

function endOfWord(folded: string, start: number): number {
  let at = start;
  while (IN_WORDS[folded.charCodeAt(at)] === 1) at++;
  if (isApostrophe(folded.charCodeAt(at)) && isLetter(folded.charCodeAt(at + 1)))
    do at++;
    while (isLetter(folded.charCodeAt(at)));
  return at;
}

// Texts of which is remembered what was read of them: a question reads some hundred sentences, and the next one mostly the same.
const MOST_TEXTS = 1_000;
/** UTF-16 units; longer texts are whole articles, which come once. */
const LONGEST_TEXT = 1_000;

/** Makes a pure function of a text remember what it gave for the texts that came last, `most` of them. Nobody may change what it gives. */
export function remembering<T extends object | number | string>(
  read: (text: string) => T,
  most = MOST_TEXTS,
): (text: string) => T {
  const known = new LRUCache<string, T>({ max: most });
  return (text) => {
    if (text.length > LONGEST_TEXT) return read(text);
    let result = known.get(text);
    if (result === undefined) known.set(ownText(text), (result = read(text)));
    return result;
  };
}
