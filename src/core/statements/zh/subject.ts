import { JOINT } from './joining.ts';
import { betweenOf, type Between } from './between.ts';
import { lexicon, type SpeechVerb } from './lexicon.ts';
import { phrasesAt } from './phrase.ts';
import type { Phrase } from './token.ts';
import { tokenAt } from './tokens.ts';
import { timeEnd, type ZhText } from './zh-text.ts';

/** Who is said to speak: people named together are several phrases; `empty` where only adverbs stand before the verb. */
export type Subject =
  | { readonly kind: 'named'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'surname'; readonly start: number; readonly end: number }
  | { readonly kind: 'pronoun'; readonly start: number; readonly end: number; readonly points: string }
  | { readonly kind: 'empty'; readonly phrased: boolean };

export interface SubjectRead {
  readonly subject: Subject;
  readonly addressee: Phrase | null;
}

/** Where somebody else may begin inside a clause: behind 是, 時, 後 and the like. */
export function laterStarts(text: ZhText, from: number, verb: SpeechVerb): number[] {
  const { breaks } = lexicon();
  const starts: number[] = [];
  for (let i = from; i < verb.start;) {
    const token = tokenAt(text, i, verb.start);
    const end = token.end > i + 1 ? -1 : breaks.endAt(text.masked, i);
    if (end > i && end < verb.start) starts.push(end);
    i = Math.max(token.end, end);
  }
  return starts;
}

/** Who speaks by a verb, in a clause whose subject begins at one of some places, the last of which is tried first. */
export function subjectOf(text: ZhText, starts: readonly number[], verb: SpeechVerb): SubjectRead | null {
  let empty: SubjectRead | null = null;
  const isPlan = isOwnPlan(text, verb);
  for (const start of starts.toReversed()) {
    if (start > verb.start) continue;
    const named = isPlan
      ? null
      : (namedAt(text, start, verb) ?? pronounAt(text, start, verb) ?? surnameAt(text, start, verb));
    if (named !== null) return named;
    const rest = betweenOf(text, start, verb);
    if (rest !== null) empty ??= readOf({ kind: 'empty', phrased: rest.phrased }, rest);
  }
  return empty;
}

const readOf = (subject: Subject, { addressee }: Between): SubjectRead => ({ subject, addressee });

function namedAt(text: ZhText, start: number, verb: SpeechVerb): SubjectRead | null {
  for (const phrase of phrasesAt(text, start, verb.start)) {
    if (!maySpeak(phrase, verb)) continue;
    const joint = jointFrom(text, phrase, verb);
    if (joint !== null) return joint;
    const rest = betweenOf(text, phrase.end, verb);
    if (rest !== null) return readOf({ kind: 'named', phrases: [phrase] }, rest);
  }
  return null;
}

// 某人預計六月訪問…: what somebody is going to do, which another foresees.
function isOwnPlan({ masked }: ZhText, { word, end }: SpeechVerb): boolean {
  const { planVerbs, occasions } = lexicon();
  return planVerbs.has(word) && Math.max(timeEnd(masked, end), occasions.endAt(masked, end)) > end;
}

// A place or a document is said to say something only by verbs that are nothing else; an unknown word as well.
function maySpeak({ kind }: Phrase, { kind: verb, act, word }: SpeechVerb): boolean {
  if (kind === 'name') return (verb === 'plain' || verb === 'bare') && !lexicon().hedges.has(word);
  if (verb === 'wish') return kind === 'person' || kind === 'office' || kind === 'several';
  if (kind === 'place') return verb !== 'narrow' || act === 'agree';
  if (kind === 'document' && lexicon().hedges.has(word) && word.length > 1) return false;
  return kind !== 'document' || verb === 'plain' || verb === 'noun' || verb === 'quote';
}

// 殷荷菲與梅南德茲提出: both speak, unless they only met (布林肯與王毅會面時表示).
function jointFrom(text: ZhText, first: Phrase, verb: SpeechVerb): SubjectRead | null {
  const phrases = [first];
  let at = first.end;
  for (let next = nextJoint(text, at, verb); next !== null; next = nextJoint(text, at, verb)) {
    phrases.push(next);
    at = next.end;
  }
  const last = phrases.at(-1);
  if (phrases.length < 2 || last === undefined) return null;
  const behind = tokenAt(text, at, verb.end);
  if (behind.kind === 'occasion' && at < verb.start) return null;
  const rest = betweenOf(text, at, verb);
  if (rest === null) return null;
  // 國民黨總統參選人、高雄巿長韓國瑜: one person with two offices.
  const own = phrases.filter(
    ({ kind }, i) => i === phrases.length - 1 || kind !== 'office' || text.masked.charAt(phrases[i]?.end ?? 0) !== '、',
  );
  return readOf({ kind: 'named', phrases: own }, rest);
}

const JOINED = new RegExp(JOINT, 'y');

function nextJoint(text: ZhText, at: number, verb: SpeechVerb): Phrase | null {
  let from = at;
  while (text.masked.charAt(from) === '\ue001') from++;
  JOINED.lastIndex = from;
  const joint = JOINED.exec(text.masked);
  if (joint === null || from >= verb.start) return null;
  return phrasesAt(text, from + joint[0].length, verb.start)[0] ?? null;
}

function pronounAt(text: ZhText, start: number, verb: SpeechVerb): SubjectRead | null {
  const { masked } = text;
  const { pronounWords, pronouns, compounds } = lexicon();
  const end = pronounWords.endAt(masked, start);
  if (end < 0 || end > verb.start || compounds.endAt(masked, start) > end) return null;
  const rest = betweenOf(text, end, verb);
  const points = pronouns.get(masked.slice(start, end)) ?? 'any';
  return rest === null ? null : readOf({ kind: 'pronoun', start, end, points }, rest);
}

// 廖其後仍有提…, 岑提到: a surname stands for a name that the article has.
function surnameAt(text: ZhText, start: number, verb: SpeechVerb): SubjectRead | null {
  const { masked } = text;
  const { surnames, adverbs, prepositionWords } = lexicon();
  const end = surnames.endAt(masked, start);
  if (end < 0 || end > verb.start) return null;
  if (Math.max(adverbs.endAt(masked, start), prepositionWords.endAt(masked, start), timeEnd(masked, start)) >= end)
    return null;
  const rest = betweenOf(text, end, verb);
  return rest === null ? null : readOf({ kind: 'surname', start, end }, rest);
}

/**
 * Where the subject of a clause may begin: at its beginning, and behind its conjunctions, adverbs, times and phrases such as
 * 在聲明中. Null for a clause that only may be so (如果…).
 */
export function subjectStarts(text: ZhText, from: number, to: number): number[] | null {
  const { masked } = text;
  const words = lexicon();
  let p = from;
  while (p < to && /[ ”」』\ue001]/.test(masked.charAt(p))) p++;
  const starts = [p];
  for (;;) {
    const opener = words.openerWords.endAt(masked, p);
    if (opener > p && words.openers.get(masked.slice(p, opener)) === 'condition') return null;
    // 就 is an adverb, and begins a phrase whose own words are no subject: 就中共的行為表示關切.
    const word = Math.max(words.compounds.endAt(masked, p), words.prepositionWords.endAt(masked, p));
    const known = words.adverbs.endAt(masked, p);
    const adverb = Math.max(word >= known ? -1 : known, timeEnd(masked, p));
    const end = Math.max(opener, adverb);
    if (end <= p || end > to) break;
    p = end;
    starts.push(p);
  }
  return [...phraseEnds(text, p, to), ...starts].sort((a, b) => a - b);
}

// 在聲明中蓬佩奧表示, 對於事件陳樂行說: behind the phrase that a clause begins with.
function phraseEnds(text: ZhText, at: number, to: number): number[] {
  const { prepositionWords, localizers, compounds } = lexicon();
  const preposition = prepositionWords.endAt(text.masked, at);
  if (preposition < 0 || compounds.endAt(text.masked, at) > preposition) return [];
  const ends: number[] = [];
  for (let i = preposition; i < to && ends.length < 4;) {
    const token = tokenAt(text, i, to);
    const end = localizers.endAt(text.masked, i);
    if (end >= token.end && end <= to) ends.push(end);
    i = token.end;
  }
  return ends;
}
