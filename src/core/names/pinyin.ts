import { dataText, langWords } from '../text/lang-data.ts';

/** How Chinese characters are read, without tones: 王 is wang, in Hong Kong wong. Characters are folded. */
export interface Readings {
  /** The characters that are read as a syllable; '' for what is none. */
  readonly charactersOf: (syllable: string) => string;
  /** The ways to read a character; several for 行 and the like. */
  readonly readingsOf: (character: string) => readonly string[];
}

// Mandarin as pinyin writes it, and Cantonese as names in Hong Kong are written, which has several spellings for most syllables.
const WRITINGS = ['pinyin', 'cantonese'] as const;
/** How Latin letters write Chinese. */
export type Writing = (typeof WRITINGS)[number];

const known = new Map<Writing, Readings>();

/**
 * The readings of data/dictionary, read when they are first asked for.
 * @internal Exported for its tests.
 */
export function readings(writing: Writing = 'pinyin'): Readings {
  let own = known.get(writing);
  if (own === undefined) known.set(writing, (own = readSyllables(dataText(`dictionary/${writing}.tsv`))));
  return own;
}

/** Reads lines `syllable TAB characters`. */
function readSyllables(text: string): Readings {
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
 * The Chinese names that are read as a Latin name of two words, in lower case, surname first or last: wang, wentao; kwok, ka-ki. `isBigram` says
 * whether two characters stand side by side in the texts: of the hundreds of names that a reading has only those are given.
 */
export function chineseNamesOf(
  words: readonly [string, string],
  isBigram: (first: string, second: string) => boolean,
): ChineseName[] {
  const [one, other] = words;
  const names = WRITINGS.flatMap((writing) => {
    const inOrder = namesOf([one, other], { isBigram, writing });
    return inOrder.length > 0 ? inOrder : namesOf([other, one], { isBigram, writing });
  });
  return names.filter(({ form }, i) => names.findIndex((name) => name.form === form) === i);
}

/** Whether two words in lower case are read as a surname and a given name in pinyin, in either order. */
export const isChineseName = ([one, other]: readonly [string, string]): boolean =>
  [
    [one, other],
    [other, one],
  ].some(
    ([surname = '', given = '']) =>
      surnamesOf(surname, readings()).length > 0 && syllablesOf(given, readings()).length > 0,
  );

/** Whether a word in lower case is how a Chinese surname is written: wang, wong. It stands for no foreign name. */
export const isSurname = (word: string): boolean =>
  WRITINGS.some((writing) => surnamesOf(word, readings(writing)).length > 0);

const TWO_SYLLABLES = 0.9;
const ONE_SYLLABLE = 0.6;

function namesOf(
  [surname, given]: readonly [string, string],
  { isBigram, writing }: { readonly isBigram: (first: string, second: string) => boolean; readonly writing: Writing },
): ChineseName[] {
  const own = readings(writing);
  const names: ChineseName[] = [];
  for (const family of surnamesOf(surname, own)) {
    const last = family.at(-1) ?? '';
    for (const syllables of syllablesOf(given, own)) {
      const [first = '', second] = syllables.map(own.charactersOf);
      for (const a of first) {
        if (!isBigram(last, a)) continue;
        if (second === undefined) names.push({ form: family + a, weight: ONE_SYLLABLE });
        else for (const b of second) if (isBigram(a, b)) names.push({ form: family + a + b, weight: TWO_SYLLABLES });
      }
    }
  }
  return names;
}

// Of two characters, as 歐陽, where both readings joined make the word.
function surnamesOf(word: string, { charactersOf, readingsOf }: Readings): string[] {
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

// The ways to read a given name as one syllable or two: xian is 賢 or 西安. A hyphen parts them: ka-ki.
function syllablesOf(given: string, { charactersOf }: Readings): string[][] {
  const parts = given.split(/[-'’ ]/);
  if (parts.length > 1) return parts.length === 2 && parts.every((part) => charactersOf(part) !== '') ? [parts] : [];
  const ways = charactersOf(given) === '' ? [] : [[given]];
  for (let at = 1; at <= Math.min(LONGEST_SYLLABLE, given.length - 1); at++) {
    const [first, second] = [given.slice(0, at), given.slice(at)];
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
