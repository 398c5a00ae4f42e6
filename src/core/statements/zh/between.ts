import { BRACKETED } from '../quote-mask.ts';
import { lexicon, type SpeechVerb } from './lexicon.ts';
import { isPassive } from './passive.ts';
import { phrasesAt } from './phrase.ts';
import type { Phrase } from './token.ts';
import type { Token } from './token.ts';
import { tokenAt } from './tokens.ts';
import type { ZhText } from './zh-text.ts';

/** What stands between who speaks and the verb: adverbs, times, phrases. */
export interface Between {
  /** Whom a phrase names as spoken to: 向傳媒. */
  readonly addressee: Phrase | null;
  /** Whether anything but adverbs stands there. */
  readonly phrased: boolean;
}

const NOTHING: Between = { addressee: null, phrased: false };
// UTF-16 units of one phrase; 薛瑞福周三在…聯合舉辦的…論壇的閉幕演講指出 has seventy.
const LONGEST_PHRASE = 90;
// How many ends of a phrase are tried.
const MOST_ENDS = 6;

/** Reads what stands from `from` to the verb as adverbs, times and phrases alone; null where it is more. */
export function betweenOf(text: ZhText, from: number, verb: SpeechVerb): Between | null {
  return read(text, from, { verb, depth: 0 });
}

interface Upto {
  readonly verb: SpeechVerb;
  readonly depth: number;
}

function read(text: ZhText, from: number, upto: Upto): Between | null {
  const { verb } = upto;
  const quoted = lexicon().wordsOf.endAt(text.masked, from);
  let p = quoted > from ? quoted : from;
  while (p < verb.start) {
    const token = tokenAt(text, p, verb.start);
    // 就 is an adverb (就說) and begins a phrase (就台灣問題說).
    if (token.kind === 'adverb' && lexicon().prepositionWords.endAt(text.masked, p) === token.end)
      return read(text, token.end, upto) ?? readPhrase(text, { ...token, kind: 'preposition' }, upto);
    if (token.kind === 'aside' || token.kind === 'adverb' || (token.kind === 'quoted' && p > from)) {
      p = token.end;
      continue;
    }
    if (isNegation(text, p, verb)) return NOTHING;
    if (isPassive(text, p)) return readPassive(text, p, upto);
    if (token.kind === 'preposition' || token.kind === 'occasion') return readPhrase(text, token, upto);
    return null;
  }
  return NOTHING;
}

const isNegation = ({ masked }: ZhText, at: number, verb: SpeechVerb): boolean =>
  verb.negated && lexicon().negations.startBefore(masked, verb.start) === at;

// 被傳媒問到有關議題時表示: what is done to somebody, before they speak.
function readPassive(text: ZhText, at: number, { verb, depth }: Upto): Between | null {
  const { clauseTimes } = lexicon();
  for (let end = verb.start; end > at + 1; end--) {
    if (clauseTimes.startBefore(text.masked, end) <= at) continue;
    const rest = end === verb.start ? NOTHING : read(text, end, { verb, depth: depth + 1 });
    return rest === null ? null : { ...rest, phrased: true };
  }
  return null;
}

function readPhrase(text: ZhText, token: Token, upto: Upto): Between | null {
  const { verb, depth } = upto;
  const { masked } = text;
  if (depth > 4 || lengthOf(masked, token.start, verb.start) > LONGEST_PHRASE) return null;
  const kind =
    token.kind === 'preposition' ? lexicon().prepositions.get(masked.slice(token.start, token.end)) : 'occasion';
  if (kind === 'to' || kind === 'on' || kind === 'with') {
    const whom = wholePhrase(text, token.end, upto);
    if (whom !== null)
      return { addressee: kind === 'to' ? (whom.rest.addressee ?? whom.phrase) : whom.rest.addressee, phrased: true };
  }
  for (const end of localizerEnds(masked, token.end, verb.start)) {
    const rest = end === verb.start ? NOTHING : read(text, end, { verb, depth: depth + 1 });
    if (rest !== null) return { addressee: rest.addressee ?? innerAddressee(text, token.end, verb), phrased: true };
  }
  return opensToVerb(text, token, verb) ? { addressee: innerAddressee(text, token.end, verb), phrased: true } : null;
}

// Without brackets.
function lengthOf(masked: string, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) if (masked.charAt(i) !== BRACKETED) length++;
  return length;
}

// 向傳媒, 對韓國瑜: somebody, and behind them nothing but adverbs or another phrase.
function wholePhrase(text: ZhText, at: number, { verb, depth }: Upto): { phrase: Phrase; rest: Between } | null {
  for (const phrase of phrasesAt(text, at, verb.start).toReversed()) {
    const rest = phrase.end === verb.start ? NOTHING : read(text, phrase.end, { verb, depth: depth + 1 });
    if (rest !== null) return { phrase, rest };
  }
  return null;
}

// The ends of words such as 時, 後, 會上 before the verb, the last first.
function localizerEnds(masked: string, from: number, to: number): number[] {
  const { localizers, eventNouns, compounds } = lexicon();
  const ends: number[] = [];
  for (let i = to; i > from && ends.length < MOST_ENDS; i--) {
    const start = Math.max(localizers.startBefore(masked, i), eventNouns.startBefore(masked, i));
    if (start >= from && compounds.endAt(masked, i - 1) < 0) ends.push(i);
  }
  return ends;
}

// 就事件批評, 回應傳媒查詢表示: a phrase that nothing closes goes up to a verb that is no noun, unless somebody else stands there.
function opensToVerb(text: ZhText, token: Token, verb: SpeechVerb): boolean {
  if (lengthOf(text.masked, token.start, verb.start) > 45 || isInPhraseOfTime(text.masked, verb.end)) return false;
  if (verb.kind === 'noun' || verb.kind === 'narrow' || verb.kind === 'wish')
    return verb.act === 'other' && lexicon().prepositions.get(text.masked.slice(token.start, token.end)) === 'to';
  for (let i = token.end; i < verb.start;) {
    const next = tokenAt(text, i, verb.start);
    if (next.end === verb.start) return !SOMEBODY.has(next.kind);
    i = next.end;
  }
  return true;
}

// 在宣布封橋之後: the verb belongs to the phrase.
function isInPhraseOfTime(masked: string, from: number): boolean {
  for (let i = from; i < from + 24 && !/[,。;:!?\n]/.test(masked.charAt(i)); i++)
    if (lexicon().timeClosers.endAt(masked, i) > i) return true;
  return false;
}

const SOMEBODY = new Set(['person', 'office', 'pronoun', 'of', 'body']);

// 會議後向傳媒: whom the last 向 or 對 of a longer phrase names.
function innerAddressee(text: ZhText, from: number, verb: SpeechVerb): Phrase | null {
  for (let i = verb.start - 2; i > from; i--) {
    const kind = lexicon().prepositions.get(text.masked.charAt(i));
    if (kind === 'to') return wholePhrase(text, i + 1, { verb, depth: 3 })?.phrase ?? null;
  }
  return null;
}
