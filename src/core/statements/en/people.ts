import type { Article } from '../../model/article.ts';
import type { Entry } from '../../model/entry.ts';
import type { Span } from '../../model/span.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { foldScript } from '../../text/script.ts';
import type { EnglishLexicon } from './lexicon.ts';

/** Who a phrase of an article names. */
export interface Named {
  /** The fullest name or office that the article gives. */
  readonly name: string;
  readonly entry: Entry | null;
  readonly kind: 'person' | 'body' | 'many';
}

/** Finds out whom the phrases of one article name. */
export type Directory = (mention: Span) => Named;

const CAPITALS = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]*)`;
// Two to six words with capitals, as names of people and their offices have them; particles between them.
const fullNames = (particles: readonly string[]): RegExp =>
  new RegExp(String.raw`\b${CAPITALS}(?: (?:(?:${particles.join('|')}) ){0,2}${CAPITALS}){1,5}`, 'gu');

/** Reads the names that an article gives in full, so that surnames and offices alone can be held to them. */
export function directoryOf(article: Article, names: Gazetteer, lexicon: EnglishLexicon): Directory {
  const bySurname = new Map<string, Set<string>>();
  const byOffice = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, name: string): void => {
    const known = map.get(key) ?? new Set();
    map.set(key, known);
    if ([...known].some((other) => name.endsWith(` ${other}`) || name === other)) return;
    for (const other of known) if (other.endsWith(` ${name}`)) known.delete(other);
    known.add(name);
  };
  for (const match of article.text.matchAll(fullNames(lexicon.words('name-particle')))) {
    const { office, name } = withoutOffice(match[0], lexicon);
    // Secretary of State Antony Blinken: the first word belongs to the office.
    const words = name
      .split(' ')
      .slice(/(?<!\p{L})\p{Lu}\p{L}+ of $/u.test(article.text.slice(0, match.index).slice(-24)) ? 1 : 0);
    if (words.length < 2 || words.length > 4 || words.some((word) => isBodyWord(word, lexicon))) continue;
    const [first = ''] = words;
    const last = words.at(-1) ?? '';
    const full = words.join(' ');
    add(bySurname, last.toLowerCase(), full);
    // Wang Yi is Wang afterwards.
    if (words.length <= 3) add(bySurname, first.toLowerCase(), full);
    if (office !== '') add(byOffice, lastWord(office), full);
  }
  const only = (map: Map<string, Set<string>>, key: string): string | null => {
    const found = map.get(key);
    return found?.size === 1 ? ([...found][0] ?? null) : null;
  };
  const whole = (name: string): Entry | null => {
    const folded = foldScript(name);
    return names.mentions(folded, name).find(({ start, end }) => start === 0 && end === folded.length)?.name ?? null;
  };
  // Paul D. Ryan is listed without his initial.
  const entryOf = (name: string): Entry | null => whole(name) ?? whole(name.replace(/ (?:\p{Lu}\. )+/gu, ' '));
  return ({ start, end }) => {
    const mention = article.text.slice(start, end);
    const { office, name } = withoutOffice(bare(mention), lexicon);
    const surname = name.split(' ').length === 1 ? name.toLowerCase() : '';
    const full = surname === '' ? null : only(bySurname, surname);
    const unsure = surname !== '' && (bySurname.get(surname)?.size ?? 0) > 1;
    const holder = name === '' ? only(byOffice, lastWord(office)) : null;
    const resolved = full ?? holder ?? (name === '' ? bare(mention) : name);
    const entry = unsure ? null : entryOf(resolved);
    return { name: resolved, entry, kind: kindOf({ mention, office, name: resolved, entry }, lexicon) };
  };
}

const lastWord = (text: string): string => text.toLowerCase().split(' ').at(-1) ?? '';

const isBodyWord = (word: string, lexicon: EnglishLexicon): boolean => lexicon.bodyNouns.has(word.toLowerCase());

// A mention without its article, and without what is said of it behind a comma.
const bare = (mention: string): string =>
  (/, (\p{Lu}[^,]*)$/u.exec(mention)?.[1] ?? mention)
    .replace(/^(?:the|a|an) /i, '')
    .replace(/,[^]*/, '')
    .replace(/['’]s?$/, '');

/** `Foreign Ministry spokesperson Mao Ning`: the office, and the name behind it; the name is empty where there is none. */
function withoutOffice(mention: string, lexicon: EnglishLexicon): { office: string; name: string } {
  const words = mention.split(' ');
  let behind = 0;
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + 5); to > from; to--) {
      const part = words.slice(from, to).join(' ').toLowerCase();
      if (lexicon.personNouns.has(part) || (to === from + 1 && isOfficeWord(words[from] ?? '', lexicon))) {
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

const isOfficeWord = (word: string, lexicon: EnglishLexicon): boolean => {
  const lower = word.toLowerCase().replace(/\.$/, '');
  return lexicon.is(lower, 'honorific') || lexicon.is(lower, 'title') || lexicon.personNouns.has(lower);
};

function kindOf(
  { mention, office, name, entry }: { mention: string; office: string; name: string; entry: Entry | null },
  lexicon: EnglishLexicon,
): Named['kind'] {
  if (entry !== null) return entry.kind === 'person' ? 'person' : 'body';
  const last = lastWord(bare(mention));
  if (lexicon.bodyNouns.has(last)) return 'body';
  if (office !== '' || lexicon.personNouns.has(last)) return 'person';
  if (/ and |s$/.test(bare(mention)) && !/^\p{Lu}/u.test(name)) return 'many';
  return name.split(' ').length <= 4 && /^\p{Lu}/u.test(name) ? 'person' : 'body';
}
