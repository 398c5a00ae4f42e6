import type { Entry, Gazetteer } from '../names/gazetteer.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import type { Article } from '../model/article.ts';
import type { Party } from '../model/statement.ts';
import { statementsOf } from './statements-of.ts';
import { lexicon } from './zh/lexicon.ts';
import { mayBeOne } from './en/first-names.ts';
import { speaksFor } from './speaks-for.ts';

/** Somebody as a question names them: folded, and who that is where the gazetteer knows it. */
export interface Called {
  readonly name: string;
  readonly entry: Entry | null;
}

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));
const SHORT_TITLES: ReadonlySet<string> = new Set(langWords('zh/short-titles'));
const OFFICES = langWords('zh/offices');
// 李伟 in 李伟民: so many characters make a name of a person, at the most, and so many its beginning.
const LONGEST_NAME = 4;

/**
 * Whether a party of an article is the one whom a question names: by the gazetteer; by name, whole (李伟 is not 李伟民, 教育部長 not
 * 農業部長); by surname and title where the article names them no fuller; or as somebody of the body that is named.
 */
export function isCalled({ name, entry }: Called, party: Party, names: Gazetteer): boolean {
  if (entry !== null && speaksFor(party, entry, names)) return true;
  if (entry?.kind === 'person') return false;
  const own = foldScript(party.name);
  const described = foldScript(party.described ?? '');
  const isNamed = holdsName(own, name) || holdsName(described, name) || isPartOf(own, name) || mayBeOne(own, name);
  // 許官 in the report for 許志堯 of the question, or the other way round.
  return isNamed || isShortFor(own, name) || isShortFor(name, own) || (entry === null && isMisspelt(name, party));
}

// 楊潔箎 for 楊潔篪: the last character of somebody well known.
const isMisspelt = (name: string, { entry }: Party): boolean =>
  isPersonal(name) &&
  name.length > 2 &&
  entry?.kind === 'person' &&
  entry.forms.some((form) => form.length === name.length && form.startsWith(name.slice(0, -1)));

// Whether a folded text has a name whole, and not only as the beginning of a longer name of somebody else.
function holdsName(text: string, name: string): boolean {
  const isPerson = isPersonal(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!isPerson || !isLonger(text.slice(at), end - at)) return true;
  }
  return false;
}

/** Whether a folded stretch of an article names somebody, by any name, and not as the beginning of another's. */
export function isNamedIn(
  { name, entry }: Called,
  folded: string,
  { article, names }: { readonly article: Article; readonly names: Gazetteer },
): boolean {
  if (entry !== null && names.mentions(folded).some((one) => names.isAffiliate(one.name, entry))) return true;
  const longer = statementsOf(article, names)
    .flatMap(({ speaker, addressee }) => [speaker, addressee])
    .map((party) => foldScript(party?.name ?? ''))
    .filter((own) => own.length > name.length && own.includes(name) && !holdsName(own, name));
  return longer.reduce((rest, own) => rest.replaceAll(own, ' '), folded).includes(name);
}

/** Whether a folded name is that of a person with a Chinese surname, as far as its form tells. */
export const isPersonal = (name: string): boolean =>
  name.length >= 2 &&
  name.length < LONGEST_NAME &&
  SURNAMES.has(name.charAt(0)) &&
  !SHORT_TITLES.has(name.slice(1)) &&
  !OFFICES.includes(name) &&
  !OFFICES.includes(name.slice(1)) &&
  !lexicon().nonNames.has(name);

// In UTF-16 units: 南嶺「總理特使」陶景行.
const LONGEST_TITLE = 8;

/**
 * Whether a party of an article is the speaker whom a question names, or an officer of the body that it names, even one that no data file
 * lists: 「工會主席鍾沛霖」 speaks for 工會.
 */
export const isSpeakerOf = (
  called: Called,
  party: Party,
  { article, names }: { readonly article: Pick<Article, 'text'>; readonly names: Gazetteer },
): boolean => isCalled(called, party, names) || hasOfficeOf(called, party, article);

const TITLED = new RegExp(`^(?:${anyOf(langWords('en/titles'))})\\.? ([a-z'’-]+)$`);

function hasOfficeOf({ name, entry }: Called, party: Party, { text }: Pick<Article, 'text'>): boolean {
  if (entry !== null || isPersonal(name) || name.length < 2) return false;
  const folded = foldScript(text);
  const own = foldScript(party.name);
  // "Harbour master Petra Lindqvist"; "Mr Tao" where that is Tao Jingxing.
  const surname = TITLED.exec(name)?.[1];
  if (folded.includes(`${name} ${own}`) || (surname !== undefined && own.split(' ').includes(surname))) return true;
  for (let at = folded.indexOf(own); at >= 0; at = folded.indexOf(own, at + 1)) {
    const before = folded.slice(Math.max(0, at - LONGEST_TITLE - name.length), at);
    const title = before.slice(before.lastIndexOf(name) + name.length);
    if (before.includes(name) && OFFICES.some((office) => title.endsWith(office))) return true;
  }
  return false;
}

// Whether a text that is a party's name goes on behind a person's: 李伟民, but not 李伟部长.
function isLonger(text: string, length: number): boolean {
  const rest = text.slice(length);
  if (rest === '' || text.length > LONGEST_NAME || !/^[\u3400-\u9fff]+$/.test(rest)) return false;
  return !SHORT_TITLES.has(rest) && !OFFICES.some((office) => rest.startsWith(office));
}

// 律師會會長彭韻僖 is the 彭韻僖 of a report, 教育局局長 its 局長; a country or a body is not whoever speaks for another one.
const isPartOf = (own: string, name: string): boolean => own.length >= 2 && name !== own && name.endsWith(own);

// 許官 is 許志堯 where no other is named so.
const isShortFor = (own: string, name: string): boolean =>
  isPersonal(name) && own.charAt(0) === name.charAt(0) && SHORT_TITLES.has(own.slice(1));

/**
 * Whether a party is another than the one whom a folded description names: 農業部長 where that is 教育部長, 張志明 where it is 陳教授.
 * Anybody may have an office that a report does not give them, but one of two ministers is not called by the other's.
 */
export function isDifferentParty(name: string, party: Party): boolean {
  if (SURNAMES.has(name.charAt(0)) && SHORT_TITLES.has(name.slice(1)))
    return isPersonal(foldScript(party.name)) && !foldScript(party.name).startsWith(name.charAt(0));
  const own = foldScript(party.described ?? party.name);
  const office = LONGEST_OFFICES.find((one) => name.endsWith(one) && own.includes(one));
  if (office === undefined) return false;
  const of = name.slice(0, -office.length);
  const other = own.slice(0, own.indexOf(office));
  return of !== '' && other !== '' && !other.endsWith(of) && !of.endsWith(other);
}

const LONGEST_OFFICES = [...OFFICES].sort((a, b) => b.length - a.length);
