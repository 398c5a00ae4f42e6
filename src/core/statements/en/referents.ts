import type { Party } from '../../model/statement.ts';
import type { EnglishLexicon } from './lexicon.ts';
import type { Named } from './people.ts';

/** Somebody of an article whom a later pronoun may stand for. */
export interface Carried {
  readonly party: Party;
  readonly kind: Named['kind'];
}

/** Those whom the article has named so far, for its pronouns. */
export interface Referents {
  /** Remembers who a sentence is about or who speaks in it. */
  readonly see: (carried: Carried) => void;
  /** Whom a pronoun, in lower case, stands for: the last one that fits; null where nobody does. */
  readonly find: (pronoun: string) => Carried | null;
}

// The kinds of those whom pronouns stand for.
const PRONOUNS: readonly (readonly [string, Named['kind']])[] = [
  ['person-pronoun', 'person'],
  ['body-pronoun', 'body'],
  ['group-pronoun', 'many'],
];

/** The kind of those whom a pronoun stands for; undefined for other words. */
export const pronounKind = (word: string, lexicon: EnglishLexicon): Named['kind'] | undefined =>
  PRONOUNS.find(([part]) => lexicon.is(word, part))?.[1];

const GENDERS = ['male', 'female'] as const;
type Gender = (typeof GENDERS)[number];

/** Makes an empty memory for an article. Whether somebody is `he` or `she` is told by a title or by a pronoun before. */
export function referentsOf(text: string, lexicon: EnglishLexicon): Referents {
  const titled = titledIn(text, lexicon);
  const genders = new Map<string, Gender>();
  const seen = new Map<Named['kind'], Carried[]>();
  const genderOf = (name: string): Gender | undefined => genders.get(name) ?? titled.get(surnameOf(name));
  return {
    see(carried) {
      const { kind, party } = carried;
      const others = (seen.get(kind) ?? []).filter((one) => one.party.name !== party.name);
      seen.set(kind, [carried, ...others]);
    },
    find(pronoun) {
      const kind = pronounKind(pronoun, lexicon);
      if (kind === undefined) return null;
      const gender = genderIs(pronoun, lexicon);
      const fits = ({ party }: Carried): boolean => gender === undefined || (genderOf(party.name) ?? gender) === gender;
      // They is a body as well, where the article has named nobody else.
      const found = (seen.get(kind) ?? (kind === 'many' ? seen.get('body') : undefined))?.find(fits) ?? null;
      if (found !== null && gender !== undefined) genders.set(found.party.name, gender);
      return found;
    },
  };
}

const genderIs = (word: string, lexicon: EnglishLexicon): Gender | undefined =>
  GENDERS.find((gender) => lexicon.is(word, gender));

const surnameOf = (name: string): string => name.split(' ').at(-1) ?? '';

// Ms. Dana Kirsch, Mr Amsel: by surname; none for one that has both.
function titledIn(text: string, lexicon: EnglishLexicon): ReadonlyMap<string, Gender> {
  const found = new Map<string, Gender>();
  const both = new Set<string>();
  for (const [, title = '', name = ''] of text.matchAll(/\b(\p{Lu}[a-z]{1,5})\.? ((?:\p{Lu}[\p{L}’'-]+ ?){1,3})/gu)) {
    const gender = genderIs(title.toLowerCase(), lexicon);
    if (gender === undefined) continue;
    const surname = surnameOf(name.trim()).replace(/['’]s$/, '');
    if ((found.get(surname) ?? gender) !== gender) both.add(surname);
    found.set(surname, gender);
  }
  for (const surname of both) found.delete(surname);
  return found;
}
