import { anyOf, formsOf, langTable } from '../../text/lang-data.ts';
import { numeralsWith } from '../../text/numbers.ts';
import type { Span } from '../../model/span.ts';
import { type WordSet, lexicon } from './lexicon.ts';
import { isInDepartment } from './departments.ts';
import { isBoundary, unlistedNameEnd } from './names.ts';
import { callingOf, introducedBy, INTRODUCING, isOfOffice } from './introductions.ts';
import type { Phrase, Token } from './token.ts';
import { tokenAt } from './tokens.ts';
import type { ZhText } from './zh-text.ts';

// UTF-16 units; what is longer is no name of a speaker.
const LONGEST = 60;

interface Reading {
  readonly text: ZhText;
  readonly start: number;
}

/**
 * The phrases that begin at `at` and may be who speaks, the shortest first: each ends where a name may end, before an adverb, a
 * phrase, a verb of speech or `to`.
 */
export function phrasesAt(text: ZhText, at: number, to: number): readonly Phrase[] {
  // A verb is looked at from several places of its clause, and so are the next verb and what the clause is about.
  const key = at * (text.text.length + 1) + to;
  let known = text.phrases.get(key);
  if (known === undefined) text.phrases.set(key, (known = readPhrases(text, at, to)));
  return known;
}

function readPhrases(text: ZhText, at: number, to: number): readonly Phrase[] {
  const found: Phrase[] = [];
  const start = beginning(text, at, to);
  const limit = Math.min(to, start + LONGEST);
  const { noSubjectOpeners, openerWords } = lexicon();
  if (isDeedOfSurname(text, start) || opensWith(noSubjectOpeners, text, { at: start, to: limit })) return found;
  // 但當區區議員韓俊賢說: the name alone is not spoilt.
  const isJoined = opensWith(openerWords, text, { at: start, to: limit });
  const state: State = { start, previous: null, head: null, issuer: null, open: false, bare: true, behindPerson: 0 };
  for (let i = start; i < limit;) {
    const token = nextToken(text, { at: i, to: limit, first: i === start }, state);
    if (token === null) break;
    take(state, token, text);
    i = token.end;
    if (!isBoundary(text, i, limit)) continue;
    const phrase = phraseOf({ text, start }, state, i);
    if (isJoined && phrase?.kind !== 'person') continue;
    if (phrase !== null && !isCutShort(text, phrase, limit)) found.push(phrase);
  }
  return found;
}

// 可以幫手…, 以便保安局…: whether a phrase begins with a word that no name of a speaker begins with; a longer word or a surname that
// begins alike is no such word.
function opensWith(words: WordSet, text: ZhText, { at, to }: Pick<Place, 'at' | 'to'>): boolean {
  const opener = words.endAt(text.masked, at);
  if (opener <= at || lexicon().surnames.endAt(text.masked, at) > at) return false;
  return tokenAt(text, at, to).end <= opener;
}

// 食物及衞生局局長, 爆破師上官曉: the phrase goes on with the rest of a department's name, or with a name of two characters and more.
function isCutShort(text: ZhText, { kind, end }: Phrase, to: number): boolean {
  if (kind === 'person') return false;
  const isNamed = kind === 'office' && lexicon().surnames.endAt(text.masked, end) > end + 1;
  return isInDepartment(text, end) || (isNamed && unlistedNameEnd(text, end, { to, behind: 'office' }) > end);
}

// 列出有關官員: no name of somebody 列.
function isDeedOfSurname({ masked }: ZhText, at: number): boolean {
  const { noSubjectOpeners, surnames } = lexicon();
  const surname = surnames.endAt(masked, at);
  return surname > at && noSubjectOpeners.endAt(masked, at) > surname;
}

interface State {
  readonly start: number;
  previous: Token | null;
  /** What the phrase so far ends with, where that can speak. */
  head: Token | null;
  /** Whose a document is: 朝中社 of 朝中社的公報. */
  issuer: Token | null;
  /** Words that make a clause are not yet closed by 的: 不願透露姓名 … 的官員. */
  open: boolean;
  /** Nothing but characters that no list has: 瑞信. */
  bare: boolean;
  /** Characters that no list has behind somebody who is named. */
  behindPerson: number;
}

// 有市民, 有消息: 有 is no part of the name.
function beginning({ masked }: ZhText, at: number, to: number): number {
  let start = at;
  while (start < to && /[ ”」』\ue001]/.test(masked.charAt(start))) start++;
  const { quantities, pronounWords, compounds } = lexicon();
  if (
    masked.charAt(start) !== '有' ||
    Math.max(quantities.endAt(masked, start), pronounWords.endAt(masked, start), compounds.endAt(masked, start)) >
      start + 1
  )
    return start;
  return start + 1;
}

interface Place {
  readonly at: number;
  readonly to: number;
  /** Whether the phrase begins here. */
  readonly first: boolean;
}

function nextToken(text: ZhText, place: Place, state: State): Token | null {
  const { at, to, first } = place;
  const listed = tokenAt(text, at, to);
  const read = countedAt(text, place, { state, listed }) ?? nameAt(text, place, { state, listed });
  if (read !== null) return read;
  if (!first && state.head?.kind !== 'person' && isInDepartment(text, at))
    return { start: at, end: at + 1, kind: 'unknown', entry: null };
  if (first && listed.kind === 'pronoun' && isOfOffice(text.masked, listed.end)) return { ...listed, kind: 'quantity' };
  if (FUNCTION.has(listed.kind) || (first && isVerb(text, listed, to))) return first ? null : listed;
  if (!first && callingOf(text.masked, listed) === '') return { ...listed, kind: 'calling' };
  const makesClause = listed.kind === 'unknown' && listed.end === at + 1;
  return makesClause && lexicon().clauseCharacters.endAt(text.masked, at) > at ? { ...listed, kind: 'other' } : listed;
}

interface Known {
  readonly state: State;
  /** What the lists have here. */
  readonly listed: Token;
}

// 三名, and 人 behind it.
function countedAt(text: ZhText, { at, to, first }: Place, { state, listed }: Known): Token | null {
  const { masked } = text;
  const isCounted = state.previous?.kind === 'quantity';
  const end = first || isCounted ? quantityEnd(masked, at) : -1;
  if (end > at && end >= listed.end) return { start: at, end, kind: 'quantity', entry: null };
  const isPeople = isCounted && masked.charAt(at) === '人' && isBoundary(text, at + 1, to);
  return isPeople ? { start: at, end: at + 1, kind: 'body', entry: null } : null;
}

// A name that no list has, at the beginning or behind what introduces one. Of 司徒 the lists have 司.
function nameAt(text: ZhText, { at, to, first }: Place, { state: { previous }, listed }: Known): Token | null {
  const behind = first ? 'nothing' : introducedBy(text.masked, previous);
  const isCut = listed.kind === 'body' && lexicon().surnames.endAt(text.masked, at) > listed.end;
  if (behind === null || (NAMED.has(listed.kind) && !isCut)) return null;
  const end = unlistedNameEnd(text, at, { to, behind });
  return end >= listed.end ? { start: at, end, kind: 'person', entry: null } : null;
}

// 代表羅志安, 代表業主: a verb, unless a verb of speech follows.
const isVerb = (text: ZhText, { start, end }: Token, to: number): boolean =>
  lexicon().verbOffices.endAt(text.masked, start) === end && !isBoundary(text, end, to);

const NAMED = new Set(['person', 'organisation', 'office', 'body', 'document', 'place', 'title', 'latin']);
const FUNCTION = new Set(['adverb', 'preposition', 'occasion', 'pronoun']);

const counted = (what: string): string => anyOf(formsOf(langTable('zh/counted-people'), what));
const HAN_NUMERALS = `[${numeralsWith((value) => value > 0 && value <= 100)}${formsOf(langTable('zh/counted-people'), 'numeral').join('')}]`;
const COUNTED = new RegExp(
  `(?:${counted('before')})?[0-9][0-9,.]*(?:%|多?(?:${counted('people')}|${counted('number')}))?(?:${counted('people')})?` +
    `|${HAN_NUMERALS}+(?:${counted('people')})`,
  'y',
);

function quantityEnd(masked: string, at: number): number {
  COUNTED.lastIndex = at;
  const counted = COUNTED.exec(masked);
  return Math.max(lexicon().quantities.endAt(masked, at), counted === null ? -1 : at + counted[0].length);
}

function take(state: State, token: Token, text: ZhText): void {
  const { kind } = token;
  if (kind === 'aside') return;
  if (kind === 'of') state.open = false;
  else if (kind === 'other' || FUNCTION.has(kind)) state.open = true;
  if (isDeed(state, token, text.masked)) state.open = true;
  const isBehind = state.head?.kind === 'person' || state.behindPerson > 0;
  state.behindPerson = isBehind && DEED.has(kind) ? state.behindPerson + token.end - token.start : 0;
  if (kind === 'document') state.issuer = state.head ?? (state.previous?.kind === 'of' ? state.issuer : null);
  else if (state.head !== null && kind === 'of') state.issuer = state.head;
  state.head = headOf(state, token, text);
  if (kind !== 'unknown') state.bare = false;
  state.previous = token;
}

// 周家明頒下判辭, 林卓廷出示傳媒: somebody, what they do and to what. 李嘉誠醫學院 has no word between.
const isDeed = ({ behindPerson }: State, { kind, end }: Token, masked: string): boolean =>
  behindPerson > 1 && kind !== 'person' && SPEAKERS.has(kind) && lexicon().relations.startBefore(masked, end) < 0;

const DEED = new Set(['unknown', 'other', 'adverb', 'preposition']);

const SPEAKERS = new Set(['document', 'body', 'person', 'organisation', 'place', 'title', 'office']);

const LATIN_NAME = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*$/u;

const isLatinName = ({ text }: ZhText, { start, end }: Token): boolean => LATIN_NAME.test(text.slice(start, end));

function headOf({ start, head, previous, bare }: State, token: Token, text: ZhText): Token | null {
  const { masked } = text;
  if (token.kind === 'calling') return { ...token, kind: 'office' };
  // 拜登總統 is 拜登; 羅志安太太 is somebody else.
  const isTitle = token.kind === 'office' && head?.kind === 'person' && head.end === token.start;
  if (isTitle && !isRelation(masked, token)) return head;
  if (SPEAKERS.has(token.kind)) return token;
  if (token.kind !== 'latin') return null;
  // 事主Cindy: a word that no list has introduces a name in Latin letters as well.
  const isName = previous === null || INTRODUCING.has(previous.kind) || (bare && isLatinName(text, token));
  if (!isName) return token;
  // 盧Sir, 阿Jim are whole.
  return { ...token, start: bare && token.start === start + 1 ? start : token.start, kind: 'person' };
}

const isRelation = (masked: string, { start, end }: Token): boolean =>
  lexicon().relations.has(masked.slice(start, end));

function phraseOf({ text, start }: Reading, state: State, end: number): Phrase | null {
  const { head } = state;
  if (state.open) return null;
  if (head === null) return state.bare ? recurringName(text, start, end) : null;
  if (head.kind === 'person')
    return { start, end, kind: 'person', name: { start: head.start, end: head.end }, entry: head.entry };
  // 接近中聯辦的消息, 接近中聯辦的官員: who is near somebody does not speak for them.
  const isNear = lexicon().nearWords.endAt(text.masked, start) > start;
  if (head.kind === 'document') return documentOf({ start, end }, isNear ? null : state.issuer);
  if (isNear && !text.masked.slice(start, end).includes('的')) return null;
  // 會 that is no association, but what somebody will do.
  if (head.kind === 'body' && end === start + 1) return null;
  if (head.kind === 'office' || head.kind === 'body') return { start, end, kind: head.kind, name: null, entry: null };
  if (head.kind === 'latin') return null;
  // 香港民意學社: a place or body at the end of a longer name is not the whole of it.
  const isWhole = head.start === start && head.kind !== 'title';
  const kind = isWhole && head.kind === 'place' ? 'place' : 'organisation';
  return { start, end, kind, name: null, entry: isWhole ? head.entry : null };
}

// 朝中社的公報 is 朝中社's.
function documentOf(span: Span, issuer: Token | null): Phrase {
  const name =
    issuer === null ? null : { start: issuer.kind === 'person' ? issuer.start : span.start, end: issuer.end };
  return { start: span.start, end: span.end, kind: 'document', name, entry: issuer?.entry ?? null };
}

// UTF-16 units of a name that no list has.
const LONGEST_RECURRING = 5;

// 瑞信, 財爺: two to five characters that no list has, but the article again.
function recurringName({ masked, recurs }: ZhText, start: number, end: number): Phrase | null {
  const form = masked.slice(start, end);
  if (form.length < 2 || form.length > LONGEST_RECURRING || lexicon().nonNames.has(form) || !recurs(form, start))
    return null;
  return { start, end, kind: 'name', name: { start, end }, entry: null };
}
