import type { Party } from '../../model/statement.ts';
import { genderOfWord, type Gender, type Genders } from './genders.ts';
import type { EnglishLexicon } from './lexicon.ts';
import type { Named } from './people.ts';

/** Somebody of an article whom a later pronoun may stand for. */
export interface Carried {
  readonly party: Party;
  readonly kind: Named['kind'];
}

/** What a sentence has of somebody: that they speak, that it is about them, that they spoke of whom it is about, or only their name. */
export type Part = 'speaker' | 'subject' | 'agent' | 'named';

/** Where a pronoun stands. */
export interface Place {
  /** UTF-16 units of the text. */
  readonly at: number;
  /** Whether what it says stands before it: those whom that names are spoken of. */
  readonly trailing: boolean;
}

/** Those whom the article has named so far, for its pronouns. */
export interface Referents {
  /** A new sentence begins. */
  readonly next: () => void;
  /** Remembers somebody of the sentence. */
  readonly see: (carried: Carried, part: Part) => void;
  /** Whom a pronoun, in lower case, stands for; null where nobody fits, or two do alike. */
  readonly find: (pronoun: string, place: Place) => Carried | null;
  /** Remembers by what pronoun, in lower case, somebody goes. */
  readonly tell: (name: string, pronoun: string) => void;
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

interface Seen {
  readonly carried: Carried;
  readonly part: Part;
  /** The sentence's number. */
  readonly sentence: number;
  /** Where their name stands. */
  readonly at: number;
}

interface Fitting extends Seen {
  /** Whether a title, a noun or a first name tells that the pronoun fits them. */
  readonly sure: boolean;
}

// Sentences back to somebody of whom a word tells that a pronoun is theirs, where nothing tells of whoever came since.
const NEAR = 1;

/** Makes an empty memory for an article. */
export function referentsOf(genders: Genders, lexicon: EnglishLexicon): Referents {
  // What a pronoun has told of whom nothing else tells of.
  const told = new Map<string, Gender>();
  let seen: Seen[] = [];
  let sentence = 0;
  const before = ({ at, trailing }: Place): Seen[] =>
    seen.filter(
      ({ sentence: of, part, at: own }) =>
        of < sentence || part === 'speaker' || (!trailing && (own < at || part === 'subject')),
    );
  const isFit = ({ name }: Party, gender: Gender): boolean => (genders.of(name) ?? told.get(name) ?? gender) === gender;
  return {
    next() {
      sentence += 1;
    },
    see({ party, kind }, part) {
      const { name, mention } = party;
      const here = seen.find((one) => one.carried.party.name === name && one.sentence === sentence);
      if (here !== undefined && PARTS.indexOf(here.part) < PARTS.indexOf(part)) return;
      const isNewer = (one: Seen): boolean =>
        one.carried.party.name === name && (part !== 'named' || one.part === 'named');
      const carried = { party: { ...party, mention: null }, kind };
      seen = [{ carried, part, sentence, at: mention?.start ?? 0 }, ...seen.filter((one) => !isNewer(one))];
    },
    find(pronoun, place) {
      const kind = pronounKind(pronoun, lexicon);
      const gender = genderOfWord(pronoun, lexicon);
      const last = (of: Named['kind'] | undefined): Carried | null =>
        before(place).find(({ carried }) => carried.kind === of)?.carried ?? null;
      // They is a body as well, where the article has named nobody else.
      if (gender === undefined) return last(kind) ?? (kind === 'many' ? last('body') : null);
      const fits = before(place).filter(({ carried }) => carried.kind === 'person' && isFit(carried.party, gender));
      const withSureness = ({ carried, part, sentence: of, at }: Seen): Fitting => {
        return { carried, part, sentence: of, at, sure: genders.of(carried.party.name) !== undefined };
      };
      return pick(fits.map(withSureness), sentence);
    },
    tell(name, pronoun) {
      const gender = genderOfWord(pronoun, lexicon);
      if (gender !== undefined) told.set(name, gender);
    },
  };
}

// The order in which those of one sentence are looked for.
const PARTS: readonly Part[] = ['speaker', 'subject', 'agent', 'named'];

// Whom a pronoun stands for among those whom it fits, the last ones first.
function pick(all: readonly Fitting[], now: number): Carried | null {
  // Of whom only a name stands there, a word has to tell.
  const fits = all.filter(({ part, sure }) => part !== 'named' || sure);
  const last = Math.max(...fits.map(({ sentence }) => sentence));
  const here = fits.filter(({ sentence }) => sentence === last);
  const first = PARTS.find((part) => here.some((one) => one.part === part));
  const best = here.filter(({ part }) => part === first);
  const sure = best.filter((one) => one.sure);
  const one = sure.length === 1 ? sure[0] : best.length === 1 ? best[0] : undefined;
  if (one === undefined) return null;
  if (one.sure) return isPassedOver(one, fits) ? null : one.carried;
  const others = fits.filter((other) => other.sure && other.carried.party.name !== one.carried.party.name);
  const isRival = ({ part, sentence }: Fitting): boolean =>
    PARTS.indexOf(part) <= PARTS.indexOf(one.part) && sentence >= last - NEAR;
  if (last < now && others.some(isRival)) return null;
  // After meeting Ms. Vasek, Holm said it was late. She said …
  if (one.part === 'speaker' && others.some(({ sentence, at }) => sentence === last && at < one.at)) return null;
  // Holm met Ms. Vasek. She said …
  const met = one.part === 'subject' ? others.filter(({ sentence }) => sentence === last) : [];
  const [other] = met;
  if (other === undefined) return one.carried;
  return met.length === 1 && other.part === 'named' ? other.carried : null;
}

// Somebody who is only named, behind a sentence in which somebody spoke whom the pronoun fits as well.
const isPassedOver = ({ part, sentence }: Fitting, fits: readonly Fitting[]): boolean =>
  part === 'named' && fits.some((other) => other.part === 'speaker' && sentence - other.sentence <= 1);
