import type { Span } from '../../model/span.ts';
import type { Party } from '../../model/statement.ts';
import { langPairs } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { Directory } from './directory.ts';
import { lexicon } from './lexicon.ts';
import type { ZhText } from './zh-text.ts';

/** Whether somebody is 他 or 她. */
export type Gender = 'male' | 'female';

/** What an article tells of whether those whom it names are 他 or 她. */
export interface Genders {
  /** Undefined where nothing tells. */
  readonly of: (party: Party) => Gender | undefined;
  /** Remembers by what pronoun somebody goes. */
  readonly tell: (party: Party, gender: Gender) => void;
  /** Whether it is told by a word, and not only by a pronoun before. */
  readonly isSure: (party: Party) => boolean;
}

type Where = 'title' | 'of-surname' | 'before' | 'kind' | 'pronoun';

const WORDS = langPairs('zh/genders').map(([word, value]) => {
  const [gender, where] = value.split(' ') as [Gender, Where];
  return { word, gender, where };
});
const wordsOf = (...kinds: readonly Where[]): typeof WORDS => WORDS.filter(({ where }) => kinds.includes(where));
const TITLES = wordsOf('title');
const ALL_TITLES = wordsOf('title', 'of-surname');
const BEFORE = wordsOf('before');
const KINDS = wordsOf('kind');
const PRONOUNS = wordsOf('pronoun');

/** The gender of a folded pronoun; undefined for those that both go by. */
export const genderOfPronoun = (word: string): Gender | undefined => PRONOUNS.find((one) => one.word === word)?.gender;

/** Whether folded words have one that tells of a gender, other than a pronoun. */
export const hasWordFor = (gender: Gender, folded: string): boolean =>
  WORDS.some((one) => one.gender === gender && one.where !== 'pronoun' && folded.includes(one.word));

// UTF-16 units that are searched together: more than a report has. To search a book for each of its names takes the square of its length.
const SEARCHED = 50_000;

interface Part {
  /** The folded text of the part. */
  readonly folded: string;
  /** Who a surname stands for, at a place of the part. */
  readonly bySurname: (span: Span) => Party | null;
}

/** Makes what is known of an article's people. Words for it are looked for when somebody asks. */
export function gendersOf({ folded }: ZhText, directory: Directory): Genders {
  const known = new Map<string, Gender | undefined>();
  const told = new Map<string, Gender>();
  const byWord = ({ name, mention }: Party): Gender | undefined => {
    const from = Math.floor((mention?.start ?? 0) / SEARCHED) * SEARCHED;
    const key = `${name} ${from}`;
    if (!known.has(key)) {
      const bySurname = ({ start, end }: Span): Party | null =>
        directory.bySurname({ start: start + from, end: end + from });
      known.set(key, genderIn({ folded: folded.slice(from, from + SEARCHED), bySurname }, foldScript(name)));
    }
    return known.get(key);
  };
  return {
    of: (party) => byWord(party) ?? told.get(party.name),
    tell: ({ name }, gender) => void told.set(name, gender),
    isSure: (party) => byWord(party) !== undefined,
  };
}

function genderIn(part: Part, name: string): Gender | undefined {
  const own = ALL_TITLES.find(({ word }) => name.endsWith(word) && lexicon().surnames.has(name.slice(0, -word.length)));
  const word = own ?? TITLES.find((title) => name.endsWith(title.word)) ?? lastWord(name);
  return word?.gender ?? besideName(part, name) ?? bySurname(part, name);
}

// 涉事女子, 失蹤者的妻子: what somebody is called who has no name.
function lastWord(name: string): (typeof WORDS)[number] | undefined {
  if (lexicon().surnames.endAt(name, 0) > 0) return undefined;
  return BEFORE.find(({ word }) => name.endsWith(word)) ?? kindIn(name);
}

// The only one of 男 and 女 in what somebody is called.
function kindIn(words: string): (typeof WORDS)[number] | undefined {
  const [one, ...others] = KINDS.filter(({ word }) => words.includes(word));
  return others.length === 0 ? one : undefined;
}

// 妻子江映雪, 女作家江映雪, 江映雪女士 and 江女士, wherever the article has it.
function besideName({ folded }: Part, name: string): Gender | undefined {
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const end = at + name.length;
    const beside =
      TITLES.find(({ word }) => folded.startsWith(word, end)) ??
      BEFORE.find(({ word }) => folded.startsWith(word, at - word.length)) ??
      KINDS.find(({ word }) => callingAfter(folded, word, at));
    if (beside !== undefined) return beside.gender;
  }
  return undefined;
}

// 女作家江映雪: a calling stands between.
function callingAfter(folded: string, kind: string, at: number): boolean {
  const { offices, callingEndings } = lexicon();
  const start = folded.lastIndexOf(kind, at - 1);
  const calling = start < at - LONGEST_CALLING || start < 0 ? '' : folded.slice(start + kind.length, at);
  return calling !== '' && (offices.has(calling) || callingEndings.has(calling.slice(-1)));
}

// UTF-16 units, with the character before it.
const LONGEST_CALLING = 5;

// 江小姐, where the article has no other 江.
function bySurname({ folded, bySurname: holderOf }: Part, name: string): Gender | undefined {
  const surname = lexicon().surnames.endAt(name, 0);
  if (surname < 0 || surname === name.length) return undefined;
  for (const { word, gender } of ALL_TITLES) {
    const at = folded.indexOf(name.slice(0, surname) + word);
    if (at < 0) continue;
    const only = holderOf({ start: at, end: at + surname });
    if (only !== null && foldScript(only.name) === name) return gender;
  }
  return undefined;
}
