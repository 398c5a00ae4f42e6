import type { Entry } from '../../model/entry.ts';
import type { Span } from '../../model/span.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { foldScript } from '../../text/script.ts';
import { genderOfGivenName, genderOfWord, type Gender, type Genders } from './genders.ts';
import type { EnglishLexicon } from './lexicon.ts';
import { officesOf, type Offices } from './offices.ts';

/** Who a phrase of an article names. */
export interface Named {
  /** The fullest name or office that the article gives. */
  readonly name: string;
  readonly entry: Entry | null;
  readonly kind: 'person' | 'body' | 'many';
  /** Whether it is a person's name behind an office or a title, with a first name that is known, or of the gazetteer. */
  readonly isPersonal: boolean;
}

/** Finds out whom the phrases of one article name. */
export type Directory = (mention: Span) => Named;

const CAPITALS = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]*)`;
// Two to six words with capitals, as names of people and their offices have them; particles between them.
const fullNames = (particles: readonly string[]): RegExp =>
  new RegExp(String.raw`\b${CAPITALS}(?: (?:(?:${particles.join('|')}) ){0,2}${CAPITALS}){1,5}`, 'gu');

interface Reading {
  readonly text: string;
  readonly lexicon: EnglishLexicon;
  readonly genders: Genders;
}

/** Reads the names that an article gives in full, so that surnames and offices alone can be held to them. */
export function directoryOf({ text, lexicon, genders }: Reading, names: Gazetteer): Directory {
  const { bySurname, offices } = namesIn(text, lexicon);
  const only = (surname: string, gender: Gender | undefined): string | null => {
    const found = [...(bySurname.get(surname) ?? [])];
    // Ms Marsh, where one of two is a Peter.
    const fitting = found.filter((name) => gender === undefined || (genders.of(name) ?? gender) === gender);
    const [one] = found.length === 1 ? found : fitting;
    return found.length === 1 || fitting.length === 1 ? (one ?? null) : null;
  };
  const whole = (name: string): Entry | null => {
    const folded = foldScript(name);
    return names.mentions(folded, name).find(({ start, end }) => start === 0 && end === folded.length)?.name ?? null;
  };
  // Paul D. Ryan is listed without his initial.
  const entryOf = (name: string): Entry | null => whole(name) ?? whole(name.replace(/ (?:\p{Lu}\. )+/gu, ' '));
  return ({ start, end }) => {
    const mention = text.slice(start, end);
    const { office, name } = withoutOffice(bare(mention), lexicon);
    const surname = name.split(' ').length === 1 ? name.toLowerCase() : '';
    const title = lastWord(office).replace(/\.$/, '');
    const gender = lexicon.is(title, 'honorific') ? genderOfWord(title, lexicon) : undefined;
    const full = surname === '' ? null : only(surname, gender);
    const unsure = surname !== '' && full === null && (bySurname.get(surname)?.size ?? 0) > 1;
    const holder = name === '' && isDefinite(mention, office) ? offices.holder(office) : null;
    const resolved = full ?? holder ?? (name === '' ? bare(mention) : name);
    const entry = unsure ? null : entryOf(resolved);
    const isPersonal =
      entry?.kind === 'person' || (name !== '' && (office !== '' || genderOfGivenName(firstWord(name)) !== undefined));
    return { name: resolved, entry, kind: kindOf({ mention, office, name: resolved, entry }, lexicon), isPersonal };
  };
}

const firstWord = (text: string): string => text.toLowerCase().split(' ', 1)[0] ?? '';

// `The minister`, and nothing more: a minister, her minister and the minister of another country may be somebody else.
const isDefinite = (mention: string, office: string): boolean => mention.replace(/^the /i, '') === office;

interface FullNames {
  readonly bySurname: ReadonlyMap<string, ReadonlySet<string>>;
  readonly offices: Offices;
}

function namesIn(text: string, lexicon: EnglishLexicon): FullNames {
  const bySurname = new Map<string, Set<string>>();
  const offices = officesOf(lexicon);
  const add = (key: string, name: string): void => {
    const known = bySurname.get(key) ?? new Set();
    bySurname.set(key, known);
    if ([...known].some((other) => name.endsWith(` ${other}`) || name === other)) return;
    for (const other of known) if (other.endsWith(` ${name}`)) known.delete(other);
    known.add(name);
  };
  for (const match of text.matchAll(fullNames(lexicon.words('name-particle')))) {
    const before = text.slice(Math.max(0, match.index - LONGEST_OFFICE), match.index);
    const { office, name } = withoutOffice(match[0], lexicon);
    // Secretary of State Antony Blinken: the first word belongs to the office.
    const isOfOffice = /(?<!\p{L})\p{Lu}\p{L}+ of $/u.test(before);
    const words = name
      .replace(/['’]s$/, '')
      .split(' ')
      .slice(isOfOffice || isNoName(name, before, lexicon) ? 1 : 0);
    if (words.length < 2 || words.length > 4 || words.some((word) => isBodyWord(word, lexicon))) continue;
    const [first = ''] = words;
    const last = words.at(-1) ?? '';
    const full = words.join(' ');
    add(last.toLowerCase(), full);
    // Wang Yi is Wang afterwards.
    if (words.length <= 3) add(first.toLowerCase(), full);
    const held = officeBefore(before, office, lexicon);
    if (held !== '') offices.add(held, full);
  }
  return { bySurname, offices };
}

// UTF-16 units before a name.
const LONGEST_OFFICE = 40;

// Has Anna Kowalska said why? When Kowalska left, the Herald: none of these words is a name's.
const isNoName = (name: string, before: string, lexicon: EnglishLexicon): boolean => {
  const isOf = (part: string): boolean => lexicon.is(firstWord(name), part);
  return isOf('determiner') || (/(?:^|[.?!“"\n] ?)$/.test(before) && OPENING.some(isOf));
};

// The parts of words that a sentence begins with.
const OPENING = ['auxiliary', 'be', 'modal', 'subordinator', 'conjunction', 'adverb', 'preposition'];

// Finance Minister Ola Berg, deputy finance minister Ola Berg: the words of the same sentence before the name.
function officeBefore(before: string, office: string, lexicon: EnglishLexicon): string {
  const all = before.endsWith(' ') ? before.trim().split(' ') : [];
  const edge = all.findLastIndex((word) => !/^[\p{L}-]+$/u.test(word));
  const words = all.slice(Math.max(edge + 1, all.length - OFFICE_WORDS));
  if (office !== '') return [...words, office].join(' ');
  return lexicon.personNouns.has(words.at(-1)?.toLowerCase() ?? '') ? words.join(' ') : '';
}

const OFFICE_WORDS = 4;

const lastWord = (text: string): string => text.toLowerCase().split(' ').at(-1) ?? '';

const isBodyWord = (word: string, lexicon: EnglishLexicon): boolean => lexicon.bodyNouns.has(word.toLowerCase());

// A mention without its article, and without what is said of it in brackets or behind a comma.
const bare = (mention: string): string =>
  (/, (\p{Lu}[^,]*)$/u.exec(mention)?.[1] ?? mention)
    .replace(/ \([^()]*\)/g, '')
    .replace(/^(?:the|a|an) /i, '')
    .replace(/,[^]*/, '')
    .replace(/['’]s?$/, '');

/** `Foreign Ministry spokesperson Mao Ning`: the office, and the name behind it; the name is empty where there is none. */
function withoutOffice(mention: string, lexicon: EnglishLexicon): { office: string; name: string } {
  const words = mention.split(' ');
  let behind = 0;
  for (let from = 0; from < words.length; from++) {
    // A friend of Mr Choy, two aides to Mayor Lowry: somebody else.
    if (isLinkWord(words, from, lexicon) && (isPersonNoun(words, from - 1, lexicon) || (behind > 0 && from >= behind)))
      break;
    for (let to = Math.min(words.length, from + 5); to > from; to--) {
      const part = words.slice(from, to).join(' ').toLowerCase();
      if (lexicon.personNouns.has(part) || (to === from + 1 && isOfficeWord(words, from, lexicon))) {
        behind = Math.max(behind, to);
        break;
      }
    }
  }
  const rest = words.slice(behind);
  const isName =
    rest.length > 0 &&
    rest.length <= 4 &&
    rest.every((word) => /^\p{Lu}/u.test(word) || lexicon.is(word, 'name-particle'));
  if (isName) return { office: words.slice(0, behind).join(' '), name: rest.join(' ') };
  return behind === 0 ? { office: '', name: mention } : { office: words.slice(0, behind).join(' '), name: '' };
}

const isLinkWord = (words: readonly string[], at: number, lexicon: EnglishLexicon): boolean =>
  lexicon.is(words[at] ?? '', 'preposition') || lexicon.is(words[at] ?? '', 'particle');

const isPersonNoun = (words: readonly string[], at: number, lexicon: EnglishLexicon): boolean =>
  lexicon.personNouns.has((words[at] ?? '').toLowerCase().replace(/s$/, ''));

function isOfficeWord(words: readonly string[], at: number, lexicon: EnglishLexicon): boolean {
  const lower = (words[at] ?? '').toLowerCase().replace(/\.$/, '');
  if (lexicon.is(lower, 'honorific') || lexicon.is(lower, 'title') || lexicon.personNouns.has(lower)) return true;
  // Senators Anna Kowalska and …
  return at === 0 && /^\p{Lu}/u.test(words[1] ?? '') && isPersonNoun(words, at, lexicon);
}

function kindOf(
  { mention, office, name, entry }: { mention: string; office: string; name: string; entry: Entry | null },
  lexicon: EnglishLexicon,
): Named['kind'] {
  if (entry !== null) return entry.kind === 'person' ? 'person' : 'body';
  const last = lastWord(bare(mention));
  if (lexicon.bodyNouns.has(last)) return 'body';
  // The Bay Courier, the Kremlin.
  if (office === '' && /^the \p{Lu}/iu.test(mention) && mention.slice('the '.length) === name) return 'body';
  if (office !== '' || lexicon.personNouns.has(last)) return 'person';
  const words = name.split(' ');
  if (words.includes('and') || lexicon.personNouns.has(last.replace(/s$/, ''))) return 'many';
  if (bare(mention).endsWith('s') && !/^\p{Lu}/u.test(name)) return 'many';
  // The rally in Florida Friday.
  const isPerson =
    words.length <= 4 && /^\p{Lu}/u.test(name) && !words.some((word) => lexicon.is(word.toLowerCase(), 'time'));
  return isPerson ? 'person' : 'body';
}
