import { dataText, langWords } from '../text/lang-data.ts';

/** How Chinese characters are read, without tones: 王 is wang. Characters are folded. */
export interface Pinyin {
  /** The characters that are read as a syllable; '' for what is none. */
  readonly charactersOf: (syllable: string) => string;
  /** The ways to read a character; several for 行 and the like. */
  readonly readingsOf: (character: string) => readonly string[];
}

let pinyin: Pinyin | null = null;

/**
 * The readings of data/dictionary, read when they are first asked for.
 * @internal Exported for its tests.
 */
export const readings = (): Pinyin => (pinyin ??= readPinyin(dataText('dictionary/pinyin.tsv')));

/** Reads lines `syllable TAB characters`. */
function readPinyin(text: string): Pinyin {
  const characters = new Map<string, string>();
  const syllables = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [syllable = '', own = ''] = line.split('\t');
    if (own === '') continue;
    characters.set(syllable, own);
    for (const character of own) syllables.set(character, [...(syllables.get(character) ?? []), syllable]);
  }
  return {
    charactersOf: (syllable) => characters.get(syllable) ?? '',
    readingsOf: (character) => syllables.get(character) ?? [],
  };
}

const SURNAMES: ReadonlySet<string> = new Set([...langWords('zh/surnames'), ...langWords('zh/rare-surnames')]);
// Letters: zhuang.
const LONGEST_SYLLABLE = 6;

/** A Chinese name that a Latin one may be. */
export interface ChineseName {
  readonly form: string;
  /** How likely it is meant, 0…1: surname and both syllables of a given name say more than two characters do. */
  readonly weight: number;
}

/**
 * The Chinese names that are read as a Latin name of two words, in lower case, surname first or last: wang, wentao. `isBigram` says
 * whether two characters stand side by side in the texts: of the hundreds of names that a reading has only those are given.
 */
export function chineseNamesOf(
  words: readonly [string, string],
  isBigram: (first: string, second: string) => boolean,
): ChineseName[] {
  const [one, other] = words;
  const inOrder = namesOf(one, other, isBigram);
  return inOrder.length > 0 ? inOrder : namesOf(other, one, isBigram);
}

/** Whether two words in lower case are read as a surname and a given name, in either order. */
export const isChineseName = ([one, other]: readonly [string, string]): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([surname = '', given = '']) => surnamesOf(surname).length > 0 && syllablesOf(given).length > 0);

const TWO_SYLLABLES = 0.9;
const ONE_SYLLABLE = 0.6;

function namesOf(surname: string, given: string, isBigram: (first: string, second: string) => boolean): ChineseName[] {
  const { charactersOf } = readings();
  const names: ChineseName[] = [];
  for (const own of surnamesOf(surname)) {
    const last = own.at(-1) ?? '';
    for (const syllables of syllablesOf(given)) {
      const [first = '', second] = syllables.map(charactersOf);
      for (const a of first) {
        if (!isBigram(last, a)) continue;
        if (second === undefined) names.push({ form: own + a, weight: ONE_SYLLABLE });
        else for (const b of second) if (isBigram(a, b)) names.push({ form: own + a + b, weight: TWO_SYLLABLES });
      }
    }
  }
  return names;
}

// Of two characters, as 歐陽, where both readings joined make the word.
function surnamesOf(word: string): string[] {
  const { charactersOf, readingsOf } = readings();
  const single = [...charactersOf(word)].filter((character) => SURNAMES.has(character));
  const double = [...SURNAMES].filter(
    (surname) =>
      surname.length === 2 &&
      readingsOf(surname.charAt(0)).some((first) =>
        readingsOf(surname.charAt(1)).some((second) => first + second === word),
      ),
  );
  return [...single, ...double];
}

// The ways to read a given name as one syllable or two: xian is 賢 or 西安.
function syllablesOf(given: string): string[][] {
  const { charactersOf } = readings();
  const plain = given.replace(/[-'’]/g, '');
  const ways = charactersOf(plain) === '' ? [] : [[plain]];
  for (let at = 1; at <= Math.min(LONGEST_SYLLABLE, plain.length - 1); at++) {
    const [first, second] = [plain.slice(0, at), plain.slice(at)];
    if (charactersOf(first) !== '' && charactersOf(second) !== '') ways.push([first, second]);
  }
  return ways;
}

/**
 * How a folded Chinese name is written in Latin letters: `[['wang', 'wentao']]`, each way to read it, surname first. Empty where it
 * does not begin with a surname, or is of no length that names have.
 */
export function latinNamesOf(name: string): (readonly [string, string])[] {
  const surname = [2, 1].map((length) => name.slice(0, length)).find((own) => SURNAMES.has(own));
  if (surname === undefined) return [];
  const given = name.slice(surname.length);
  if (given.length === 0 || given.length > 2) return [];
  const { readingsOf } = readings();
  const join = (text: string): string[] =>
    Array.from(text, readingsOf).reduce<string[]>(
      (all, own) => all.flatMap((before) => own.map((reading) => before + reading)),
      [''],
    );
  return join(surname).flatMap((first) => join(given).map((second) => [first, second] as const));
}
