import { dataText } from '../text/lang-data.ts';

// The longest part of a name that one character stands for, in letters: "ford".
const LONGEST_PART = 5;
// What a part that a syllable was never seen to stand for counts beside those that begin like it, and where none does.
const UNSEEN = 0.02;
const STRANGE = 3e-4;
// How often each letter from a to z stands in names, of a thousand.
const LETTERS = [
  110, 30, 40, 40, 100, 15, 30, 30, 80, 10, 30, 70, 40, 80, 70, 20, 3, 80, 60, 60, 40, 20, 15, 3, 20, 10,
] as const;
const RARE_LETTER = 10;
const FIRST_LETTER = 'a'.charCodeAt(0);
const byChance = (letters: string): number =>
  Array.from(letters).reduce(
    (share, letter) => share * ((LETTERS[letter.charCodeAt(0) - FIRST_LETTER] ?? RARE_LETTER) / 1000),
    1,
  );

interface Syllable {
  /** Those of foreign names, folded, the commonest first. */
  readonly characters: string;
  /** How often it stands for some letters. */
  readonly shares: ReadonlyMap<string, number>;
  /** … for letters that begin with one. */
  readonly beginnings: ReadonlyMap<string, number>;
}

let table: readonly Syllable[] | null = null;
const syllables = (): readonly Syllable[] =>
  (table ??= dataText('dictionary/transliteration.tsv').trimEnd().split('\n').map(readSyllable));

let byCharacter: ReadonlyMap<string, readonly Syllable[]> | null = null;

function syllablesOf(character: string): readonly Syllable[] {
  byCharacter ??= syllables().reduce((map, syllable) => {
    for (const one of syllable.characters) map.set(one, [...(map.get(one) ?? []), syllable]);
    return map;
  }, new Map<string, readonly Syllable[]>());
  return byCharacter.get(character) ?? [];
}

// `syllable TAB characters TAB letters=‰,letters=‰`
function readSyllable(line: string): Syllable {
  const [, characters = '', list = ''] = line.split('\t');
  const shares = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const item of list.split(',')) {
    const [letters = '', thousandths = '0'] = item.split('=');
    const share = Number(thousandths) / 1000;
    shares.set(letters, share);
    const first = letters.charAt(0);
    beginnings.set(first, (beginnings.get(first) ?? 0) + share);
  }
  return { characters, shares, beginnings };
}

/** Whether a folded character is one that foreign names are written with by their sound: 曼, 尔, 克. */
export const isBySound = (character: string): boolean => syllablesOf(character).length > 0;

function shareOf({ shares, beginnings }: Syllable, letters: string): number {
  const seen = shares.get(letters);
  if (seen !== undefined) return seen;
  const likely = UNSEEN * (beginnings.get(letters.charAt(0)) ?? 0);
  return Math.max(STRANGE, likely) * Math.sqrt(byChance(letters.slice(1)));
}

/**
 * How much likelier folded characters are written for a name in lower-case letters than the letters come by chance: a natural
 * logarithm, from about 5 up for 曼宁 and manning; of the best way to cut the name into a part for each character.
 */
export function soundsLike(characters: string, letters: string): number {
  let before = [1];
  for (const character of characters) {
    const own = syllablesOf(character);
    const behind: number[] = [];
    before.forEach((share, from) => {
      for (let to = from; to <= Math.min(letters.length, from + LONGEST_PART); to++) {
        const part = letters.slice(from, to);
        const likely = share * Math.max(0, ...own.map((one) => shareOf(one, part)));
        behind[to] = Math.max(behind[to] ?? 0, likely);
      }
    });
    before = Array.from(behind, (share) => share ?? 0);
  }
  return Math.log((before[letters.length] ?? 0) / byChance(letters));
}

// A character's first letter is mostly one of those that it stands for as often as this.
const USUAL_BEGINNING = 0.05;

/** A quick test for what `soundsLike` is worth asking of: the letters hold, in their order, those that the characters begin with. */
export function soundSkeleton(characters: string): (letters: string) => boolean {
  const usual = Array.from(characters, (character) => {
    const letters = new Set<string>();
    for (const { beginnings } of syllablesOf(character))
      for (const [letter, share] of beginnings) if (letter !== '' && share >= USUAL_BEGINNING) letters.add(letter);
    return letters;
  });
  return (letters) => {
    if (usual[0]?.has(letters.charAt(0)) !== true) return false;
    let at = 1;
    for (let i = 1; i < usual.length; i++) {
      while (at < letters.length && usual[i]?.has(letters.charAt(at)) !== true) at++;
      if (at === letters.length) return false;
      at++;
    }
    return true;
  };
}

/** A name in characters or letters, with what `soundsLike` gives for it. */
export interface AlikeName {
  readonly name: string;
  readonly likeness: number;
}

interface Beginning {
  readonly name: string;
  readonly share: number;
}

// So many beginnings of a name are gone on with.
const BEAM = 40;
const LONGEST_NAME = 6;
// Of a syllable's characters each is so much rarer than the one before it.
const RARER = 0.7;
// A syllable is tried where at least so much of what it stands for begins with the same letter.
const LIKELY_BEGINNING = 0.03;

// So many wait before the best of them are chosen.
const MANY = 4 * BEAM;

// Leaves the likeliest, in order, of equal ones those that came first; gives how likely the last of them is.
function keepBest(beginnings: Beginning[]): number {
  beginnings.sort((a, b) => b.share - a.share).splice(BEAM);
  return beginnings.at(-1)?.share ?? 0;
}

// Adds the names that begin as some do, the likeliest of these first, and go on with a syllable, where they are likelier than `least`.
function addNames(
  names: Beginning[],
  { characters, share }: { readonly characters: string; readonly share: number },
  {
    beginnings,
    least,
    isBigram,
  }: { readonly beginnings: readonly Beginning[]; readonly least: number; readonly isBigram: IsBigram },
): void {
  let common = share;
  for (const character of characters) {
    for (const { name, share: before } of beginnings) {
      if (before * common <= least) break;
      if (name.length < LONGEST_NAME && (name === '' || isBigram(name.at(-1) ?? '', character)))
        names.push({ name: name + character, share: before * common });
    }
    common *= RARER;
  }
}

type IsBigram = (first: string, second: string) => boolean;

/**
 * The folded characters, two at least, that texts may write a name of lower-case letters with, the likeliest first. `isBigram` says
 * whether two characters stand side by side in the texts.
 */
export function chineseBySound(letters: string, isBigram: IsBigram): AlikeName[] {
  const at: Beginning[][] = Array.from({ length: letters.length + 1 }, () => []);
  at[0] = [{ name: '', share: 1 }];
  // What no beginning up to a place has to be likelier than to be gone on with: to ask for a pair of characters takes longer than all else.
  const least = new Float64Array(letters.length + 1);
  for (let from = 0; from < letters.length; from++) {
    const beginnings = at[from] ?? [];
    keepBest(beginnings);
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST_PART); to++) {
      const reached = at[to] ?? [];
      const part = letters.slice(from, to);
      for (const own of syllables()) {
        if ((own.beginnings.get(letters.charAt(from)) ?? 0) < LIKELY_BEGINNING) continue;
        const syllable = { characters: own.characters, share: shareOf(own, part) };
        addNames(reached, syllable, { beginnings, least: least[to] as number, isBigram });
        if (to < letters.length && reached.length > MANY) least[to] = keepBest(reached);
      }
    }
  }
  const chance = byChance(letters);
  const best = new Map<string, number>();
  for (const { name, share } of at[letters.length] ?? [])
    if (name.length > 1) best.set(name, Math.max(best.get(name) ?? 0, Math.log(share / chance)));
  return Array.from(best, ([name, likeness]) => ({ name, likeness })).sort((a, b) => b.likeness - a.likeness);
}
