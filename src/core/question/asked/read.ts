import { longestMentions, type Gazetteer, type Mention } from '../../names/gazetteer.ts';
import { hasHan } from '../../text/characters.ts';
import { ASPECT, HOW_OR_WHAT, inChinese } from './in-chinese.ts';
import { inEnglish } from './in-english.ts';
import { partyOf, type AskedParty, type AskedStatement, type QuestionText } from './statement.ts';
import { anyOf, formsOf, langTable, langWords } from '../../text/lang-data.ts';
import { stemOf } from '../../text/stems.ts';
import type { Span } from '../../model/span.ts';
import { verbAt, type SpeechVerb } from '../../statements/zh/verbs.ts';
import { lexicon } from '../../statements/zh/lexicon.ts';
import { isTowards } from '../people.ts';

/** Reads a question as the statement that would answer it; null where it is not about anybody's saying something. */
export function askedStatement(question: QuestionText, names: Gazetteer): AskedStatement | null {
  return hasHan(question.text) ? inChinese(question, names) : inEnglish(question, names);
}

const VERBS = langTable('zh/demands-of');
const BETWEEN: ReadonlySet<string> = new Set(formsOf(VERBS, 'between'));
const VERB = new RegExp(anyOf(VERBS.keys()), 'gu');
// 美方「在會談中多次」要求: so many UTF-16 units of a clause stand between who asks and the verb.
const WITHIN = 10;
const TOWARDS = new RegExp(`(?:${anyOf(langWords('zh/towards'))})$`, 'u');
const NOTHING_BUT_ASPECT = new RegExp(`^(?:${ASPECT})?\\s*$`);
const PUT_FORWARD = new RegExp(`^(?:${ASPECT})?(?:${HOW_OR_WHAT.source})?$`);
const COUNTRIES: ReadonlySet<string> = new Set(langWords('zh/country-characters'));
const CLAUSE_END = /[，,。；;？?！!：:]/u;

/** A demand that is asked for. Its verb is no content: reports put it in words of their own. */
type AskedDemand = AskedStatement & { readonly verb: Span };

/**
 * The demand of somebody on somebody that a folded question asks for: 「美方希望中方做甚麼」, "What does Beijing want from
 * Washington". Null where it names nobody who demands. `mentions` are the names in it, from left to right.
 */
export function askedDemandIn(text: string, folded: string, names: Gazetteer): AskedDemand | null {
  const mentions = longestMentions(names.mentions(folded, text)).filter(({ name }) => name.kind !== 'word');
  return /\p{Script=Han}/u.test(text) ? demandInChinese(folded, mentions) : demandInEnglish(folded, mentions);
}

function demandInChinese(folded: string, mentions: readonly Mention[]): AskedDemand | null {
  for (const { 0: verb, index } of folded.matchAll(VERB)) {
    const end = index + verb.length;
    const before = mentions.findLast((one) => one.end <= index);
    const behind = mentions.find((one) => one.start === end);
    if (before === undefined) continue;
    const gap = folded.slice(before.end, index);
    const towards = TOWARDS.exec(folded.slice(0, before.start));
    const first = towards === null ? undefined : mentions.findLast((one) => one.end <= towards.index);
    // 「王毅對沙利文提出了什麼要求」.
    if (first !== undefined && towards !== null && !CLAUSE_END.test(folded.slice(first.end, towards.index)))
      return demandOf(folded, [first, before], { start: putForward(folded, before.end, index), end });
    if (BETWEEN.has(verb) ? gap !== '' || behind === undefined : gap.length > WITHIN || CLAUSE_END.test(gap)) continue;
    const demand = demandOf(folded, [before, behind], { start: index, end });
    return { ...demand, addressee: demand.addressee ?? sideAt(folded, end) };
  }
  return null;
}

// 「提出了什麼要求」: the verb for whose sake the noun is said says no more than the noun.
function putForward(folded: string, from: number, noun: number): number {
  const verb = verbAt(folded, from);
  return verb !== null && PUT_FORWARD.test(folded.slice(verb.end, noun)) ? from : noun;
}

// 「秦剛要求日方做什麼」: a country's side that only the lists of the language know.
function sideAt(folded: string, start: number): AskedParty | null {
  const end = lexicon().bodies.endAt(folded, start);
  if (end <= start || !COUNTRIES.has(folded.charAt(start))) return null;
  return { start, end, entry: null, name: folded.slice(start, end) };
}

const ENGLISH = langTable('en/demands-of');
const STEMS: ReadonlySet<string> = new Set(Array.from(ENGLISH.keys(), (verb) => stemOf(verb)));
const WITH_TO: ReadonlySet<string> = new Set(formsOf(ENGLISH, 'to').map((verb) => stemOf(verb)));
// "Washington officials now want": so many words stand between the name and the verb.
const WORDS_BETWEEN = 2;
const OF_SECOND = /^ (?:(?:of|from|on|for|that) )?(?:the )?$/u;
const PERFECT = /\b(?:has|have|had) (?:the )?$/u;

function demandInEnglish(folded: string, mentions: readonly Mention[]): AskedDemand | null {
  for (const [i, first] of mentions.entries()) {
    const words = Array.from(folded.slice(first.end).matchAll(/[a-z']+/gu)).slice(0, WORDS_BETWEEN + 1);
    const verb = words.find(([word]) => STEMS.has(stemOf(word)));
    // "Is Blinken expected": nobody demands anything there.
    if (verb === undefined || (verb[0].endsWith('ed') && !PERFECT.test(folded.slice(0, first.start)))) continue;
    const second = mentions[i + 1];
    const end = first.end + verb.index + verb[0].length;
    const isNext = second !== undefined && OF_SECOND.test(folded.slice(end, second.start));
    if (WITH_TO.has(stemOf(verb[0])) && !(isNext && folded.startsWith(' to ', second.end))) continue;
    return demandOf(folded, [first, isNext ? second : undefined], { start: first.end + verb.index, end });
  }
  return null;
}

const demandOf = (
  folded: string,
  [speaker, addressee]: readonly [Mention, Mention | undefined],
  verb: Span,
): AskedDemand => ({
  speaker: partyOf(folded, speaker),
  act: 'demand',
  verb,
  addressee: addressee === undefined ? null : partyOf(folded, addressee),
  content: null,
  asksSpeaker: false,
});

/** The same, where a place was read as who speaks and somebody who can is asked about: 「阿拉斯加會談後 布林肯 說了什麼」. */
export function saidBySomebody(
  said: AskedStatement | null,
  folded: string,
  asked: Mention | null,
): AskedStatement | null {
  if (said === null || asked === null || said.speaker?.entry?.kind !== 'place' || asked.name.kind === 'place')
    return said;
  // 「中國敦促美方做甚麼」: whom something is asked of does not ask it.
  if (said.addressee?.start === asked.start) return said;
  return { ...said, speaker: partyOf(folded, asked) };
}

interface NamedQuestion {
  readonly folded: string;
  /** `folded` with what frames it, and the question word, blanked. */
  readonly kept: string;
  readonly mentions: readonly Mention[];
}

/**
 * Whom a question names and what act, where it is read as no statement: 「楊潔篪對美國有甚麼要求？」. Null where it names no act but
 * saying, or nobody who could do it.
 */
export function actByMention({ folded, kept, mentions }: NamedQuestion): AskedStatement | null {
  const verb = actVerb(kept);
  if (verb === null) return null;
  const able = mentions.filter(({ name }) => name.kind !== 'word');
  const isAddressed = ({ start }: Mention): boolean => start === verb.end || isTowards(folded.slice(0, start));
  const speaker = able.findLast((one) => one.end <= verb.start && !isAddressed(one));
  if (speaker === undefined) return null;
  const addressee = able.find(isAddressed);
  return {
    speaker: partyOf(folded, speaker),
    act: verb.kind === 'wish' ? 'demand' : verb.act,
    verb: { start: lightVerb(kept, verb.start) ?? verb.start, end: verb.end },
    addressee: addressee === undefined ? null : partyOf(folded, addressee),
    content: null,
    asksSpeaker: false,
  };
}

// 「提出了甚麼要求」: where a verb stands before the question word, for whose sake the noun behind it is said.
function lightVerb(kept: string, end: number): number | null {
  for (let at = 0; at < end; at++) {
    const verb = verbAt(kept, at);
    if (verb !== null && NOTHING_BUT_ASPECT.test(kept.slice(verb.end, end))) return verb.start;
  }
  return null;
}

// To wish that somebody did something is to ask it of them.
function actVerb(kept: string): SpeechVerb | null {
  for (let at = 0; at < kept.length; at++) {
    const verb = verbAt(kept, at);
    if (verb !== null && (verb.kind === 'wish' || (verb.act !== 'say' && verb.act !== 'other'))) return verb;
  }
  return null;
}
