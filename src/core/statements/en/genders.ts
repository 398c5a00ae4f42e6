import { langTable } from '../../text/lang-data.ts';
import type { EnglishLexicon } from './lexicon.ts';

const GENDERS = ['male', 'female'] as const;

/** Whether somebody is `he` or `she`. */
export type Gender = (typeof GENDERS)[number];

/** What an article tells of whether those whom it names are `he` or `she`. */
export interface Genders {
  /** By a title anywhere in the article, by what the article has called them, or by a first name; undefined where nothing tells. */
  readonly of: (name: string) => Gender | undefined;
  /** Remembers what words that name somebody tell: his wife, Clara. */
  readonly hear: (name: string, words: readonly string[]) => void;
}

/** The gender of a word in lower case: a pronoun, a title or a noun; undefined for others. */
export const genderOfWord = (word: string, lexicon: EnglishLexicon): Gender | undefined =>
  GENDERS.find((gender) => lexicon.is(word, gender));

/** The pronoun for whoever a possessive points at: his, her; undefined for other words. */
export const ownerOf = (word: string, lexicon: EnglishLexicon): string | undefined =>
  GENDERS.flatMap((gender) =>
    lexicon.is(word, `of-${gender}`)
      ? lexicon.words('person-pronoun').filter((pronoun) => lexicon.is(pronoun, gender))
      : [],
  )[0];

const GIVEN_NAMES = langTable('en/given-names');

/** The gender that a first name tells, in lower case; undefined where it tells none. */
export const genderOfGivenName = (name: string): Gender | undefined =>
  GENDERS.find((gender) => GIVEN_NAMES.get(name) === gender);

/** Makes what is known of an article's people before it is read. */
export function gendersOf(text: string, lexicon: EnglishLexicon): Genders {
  const titled = titledIn(text, lexicon);
  const heard = new Map<string, Gender>();
  return {
    of: (name) => heard.get(name) ?? titled.get(surnameOf(name)) ?? byGivenName(name),
    hear(name, words) {
      const gender = genderOfPhrase(words, lexicon);
      if (gender !== undefined) heard.set(name, gender);
    },
  };
}

function byGivenName(name: string): Gender | undefined {
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  return rest.length === 0 ? undefined : genderOfGivenName(first);
}

const surnameOf = (name: string): string => name.split(' ').at(-1) ?? '';

// Of `the king's daughter` the last one tells, and of `a spokeswoman for the king` the one before what is hung on it.
function genderOfPhrase(words: readonly string[], lexicon: EnglishLexicon): Gender | undefined {
  const link = words.findIndex((word, i) => i > 0 && lexicon.is(word, 'preposition'));
  const own = words.slice(0, link < 0 ? words.length : link);
  return own
    .map((word, i) => (isSurname(own, i) ? undefined : genderOfWord(word.toLowerCase(), lexicon)))
    .findLast((gender) => gender !== undefined);
}

// Coretta King is no king, and Queen Mirelle is a queen.
const isSurname = (words: readonly string[], at: number): boolean =>
  at > 0 && at === words.length - 1 && [words[at - 1], words[at]].every((word = '') => /^\p{Lu}/u.test(word));

// Ms. Dana Kirsch, Mr Amsel: by surname; none for one that has both.
function titledIn(text: string, lexicon: EnglishLexicon): ReadonlyMap<string, Gender> {
  const found = new Map<string, Gender>();
  const both = new Set<string>();
  for (const [, title = '', name = ''] of text.matchAll(/\b(\p{Lu}[a-z]{1,5})\.? ((?:\p{Lu}[\p{L}’'-]+ ?){1,3})/gu)) {
    if (!lexicon.is(title.toLowerCase(), 'honorific')) continue;
    const gender = genderOfWord(title.toLowerCase(), lexicon);
    if (gender === undefined) continue;
    const surname = surnameOf(name.trim()).replace(/['’]s$/, '');
    if ((found.get(surname) ?? gender) !== gender) both.add(surname);
    found.set(surname, gender);
  }
  for (const surname of both) found.delete(surname);
  return found;
}
