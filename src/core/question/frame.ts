import type { Span } from '../model/span.ts';
import type { SpeechAct } from '../model/statement.ts';
import { type Gazetteer, type Mention, longestMentions } from '../names/gazetteer.ts';
import { isFirstName } from '../statements/en/first-names.ts';
import { lexicon } from '../statements/zh/lexicon.ts';
import { type SpeechVerb, verbAt } from '../statements/zh/verbs.ts';
import { foldScript, hasHan, stemOf } from '../text/script.ts';
import { anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { type AnswerType, type AnswerTypeMatch, demandsIn, quotedIn, spokenOf } from './answer-type.ts';
import { ASPECT, CLAIMS, HOW_OR_WHAT, inChinese } from './asked/in-chinese.ts';
import { inEnglish } from './asked/in-english.ts';
import { type AskedParticipation, attendingIn, goingIn, whoGoesIn } from './participation.ts';
import { type AskedParty, type AskedStatement, type QuestionText, partyOf } from './asked/statement.ts';
import {
  type FocusNoun,
  type Wanted,
  asksForSeveral,
  englishNoun,
  focusNoun,
  howManyAsked,
  isPluralNoun,
} from './wanted-kind.ts';

export type { Wanted };

/** What a question asks, slot by slot. All offsets are UTF-16 units of the question's text. */
export interface QuestionFrame {
  /** Null where there is no question word: a subject alone. */
  readonly wanted: Wanted | null;
  /** Whether several are wanted: 哪些, 分別, 邊三個. */
  readonly many: boolean;
  /** How many, where the question says so: 邊「三」個. */
  readonly howMany: number | null;
  /** The noun of what is wanted, 哪家「公司」, 多少「公里」: it describes the answer and need not stand beside it. */
  readonly focus: Span | null;
  /** Who says, demands, promises …, where the question names them. */
  readonly speaker: AskedParty | null;
  /** Null where the question is not about anybody's saying something. */
  readonly act: SpeechAct | null;
  /** The verb of the act, where it is not the question word: it says what is asked for, as a noun does. */
  readonly verb: Span | null;
  /** To whom: 美國要求「中國」做什麼. */
  readonly addressee: AskedParty | null;
  /** What is said, where the question asks who says it: its figures, its days and whether it is denied are content. */
  readonly claim: Span | null;
  /** Words in quotation marks, without the marks: they have to stand in the answer. */
  readonly quoted: readonly Span[];
  /** What it asks to have been done, without a word said: to go somewhere, to take part. */
  readonly participation: AskedParticipation | null;
}

interface FrameSource {
  /** The question folded, same offsets as its text. */
  readonly folded: string;
  readonly cue: AnswerTypeMatch | null;
  /** The act of speech that is asked about, if any. */
  readonly statement: AskedStatement | null;
  /** The characters behind the question word, up to the first that ends a noun. */
  readonly focus: string;
  readonly mentions: readonly Mention[];
}

const WANTED: Readonly<Record<AnswerType, Wanted>> = {
  person: 'person',
  place: 'place',
  time: 'day',
  duration: 'duration',
  count: 'count',
  money: 'sum',
  percent: 'percent',
  age: 'age',
  reason: 'reason',
  manner: 'manner',
  statement: 'words',
  definition: 'definition',
  name: 'name',
  which: 'thing',
  yesno: 'yesno',
  what: 'thing',
};

// 多少人 wants a count, whatever it counts.
const HAS_FOCUS: ReadonlySet<AnswerType> = new Set<AnswerType>([
  'which',
  'what',
  'count',
  'person',
  'place',
  'statement',
]);
const CHOOSES: ReadonlySet<Wanted> = new Set<Wanted>(['place', 'body', 'outlet', 'day', 'name']);

// 哪家公司, 什麼原因: the noun says what is wanted; so it does in 邊個礁, but not in 邊個要求.
function wantedOf({ asked, start, end }: AnswerTypeMatch, noun: FocusNoun | null, folded: string): Wanted {
  if (noun === null) return WANTED[asked];
  if (asked === 'which' || asked === 'what') return noun.wanted;
  const chooses = asked === 'person' && folded.slice(start, end).endsWith('个') && CHOOSES.has(noun.wanted);
  return chooses ? noun.wanted : WANTED[asked];
}

/** Whether what is wanted is what somebody says, demands or does, and not one thing or figure of it. */
export const asksForWords = (wanted: Wanted | null): boolean => wanted === 'words' || wanted === 'thing';

/** Fills the slots of a question. */
export function frameOf({ folded, cue, statement, focus, mentions }: FrameSource): QuestionFrame {
  const noun = focusNoun(focus) ?? nounBehind(folded, cue);
  const [demand] = demandsIn(folded);
  const howMany = howManyAsked(folded, cue);
  return {
    wanted: cue === null ? null : wantedOf(cue, noun, folded),
    many: howMany !== null || asksForSeveral(folded) || isPluralNoun(folded, cue, noun),
    howMany,
    focus:
      cue === null || noun === null || !HAS_FOCUS.has(cue.asked)
        ? null
        : { start: cue.end, end: cue.end + noun.length },
    speaker: statement?.speaker ?? null,
    act: statement?.act ?? (demand === undefined ? null : 'demand'),
    verb: statement?.verb ?? demand ?? null,
    addressee: statement?.addressee ?? null,
    claim: statement?.asksSpeaker === true ? statement.content : null,
    quoted: quotedIn(folded),
    participation: participationOf(folded, cue, mentions),
  };
}

// 「誰出席」, 「與會者是甚麼人」: those who take part are asked for.
const TAKES_PART: ReadonlySet<AnswerType> = new Set<AnswerType>(['person', 'which', 'what', 'name', 'definition']);

// Most questions ask for nothing of the kind.
function participationOf(
  folded: string,
  cue: AnswerTypeMatch | null,
  mentions: readonly Mention[],
): AskedParticipation | null {
  if (cue?.asked === 'time') return goingIn(folded, cue, mentions);
  if (cue === null || !TAKES_PART.has(cue.asked)) return null;
  return attendingIn(folded, cue) ?? (cue.asked === 'person' ? whoGoesIn(folded, cue, mentions) : null);
}

const nounBehind = (folded: string, cue: AnswerTypeMatch | null): FocusNoun | null =>
  cue !== null && /[a-z] ?$/.test(folded.slice(0, cue.end)) && (cue.asked === 'which' || cue.asked === 'count')
    ? englishNoun(folded, cue.end)
    : null;

/** Reads a question as the statement that would answer it; null where it is not about anybody's saying something. */
export function askedStatement(question: QuestionText, names: Gazetteer): AskedStatement | null {
  if (!hasHan(question.text)) return inEnglish(question, names);
  return speaks(question) ? inChinese(question, names) : null;
}

// Most questions have no verb of speech: they are not read any further.
function speaks({ folded, kept, cue }: QuestionText): boolean {
  if (spokenOf({ kept, cue }) !== null) return true;
  if (cue?.asked === 'person' && CLAIMS.test(folded.slice(cue.end))) return true;
  for (let at = 0; at < folded.length; at++) if (verbAt(folded, at) !== null) return true;
  return HOW_OR_WHAT.test(folded);
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
  return /\p{Script=Han}/u.test(text) ? demandInChinese(folded, mentions) : demandInEnglish(text, folded, mentions);
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
    return { ...demand, addressee: demand.addressee ?? sideAt(folded, end) ?? toldToDo(folded, end) };
  }
  return demandByForm(folded, mentions);
}

const MARKS = '，,。；;？?！!：:\\s';
const TO_DO = new RegExp(`^([^${MARKS}]{2,12}?)(?:${anyOf(langWords('zh/to-do'))})`, 'u');

// 「要求凌致遠做什麼」: whoever stands between the verb and 做, though no list knows them.
function toldToDo(folded: string, start: number): AskedParty | null {
  const [, name] = TO_DO.exec(folded.slice(start)) ?? [];
  return name === undefined ? null : { start, end: start + name.length, entry: null, name };
}

// 「保護野豬的團體」, 「三個漁會在聲明中」: none is a name by which a report would call them.
const NO_SIDE = ['zh/no-side-characters', 'yue/no-side-characters'].flatMap(langWords);
const A_NAME = new RegExp(`^(?:(?!${anyOf(NO_SIDE)})\\p{Script=Han})+$`, 'u');
// 促 of 力促, 请 of 请求.
const isPartOfVerb = (folded: string, { start, end }: Span): boolean =>
  (verbAt(folded, start - 1)?.end ?? 0) >= end || (verbAt(folded, start)?.end ?? 0) > end;

// 「工會要求公司做什麼」: of two whom no list knows the one opens the clause, the other stands between the verb and 做.
function demandByForm(folded: string, mentions: readonly Mention[]): AskedDemand | null {
  if (mentions.some(({ start }) => start === 0)) return demandLaidOn(folded);
  for (const { 0: verb, index } of folded.matchAll(VERB)) {
    const end = index + verb.length;
    if (isPartOfVerb(folded, { start: index, end })) continue;
    const addressee = sideAt(folded, end) ?? knownAt(folded, end, mentions) ?? toldToDo(folded, end);
    const name = folded.slice(0, index);
    if (addressee === null || name.length < 2 || name.length > WITHIN || !A_NAME.test(name)) continue;
    const speaker = { start: 0, end: index, entry: null, name };
    return { speaker, act: 'demand', verb: { start: index, end }, addressee, content: null, asksSpeaker: false };
  }
  return demandLaidOn(folded);
}

const LAID_ON = new RegExp(
  `^([^${MARKS}]{2,12}?)(${anyOf(langWords('zh/towards'))})([^${MARKS}]{2,12}?)(?:${anyOf(langWords('zh/put-forward'))})`,
  'u',
);
const ASKED_FOR = new RegExp(`^(?:${ASPECT})?(?:${HOW_OR_WHAT.source})(?:${anyOf(VERBS.keys())})`, 'u');

// 「工會對公司有甚麼要求」, neither known to a list.
function demandLaidOn(folded: string): AskedDemand | null {
  const [laid, name = '', towards = '', addressee = ''] = LAID_ON.exec(folded) ?? [];
  if (laid === undefined || !A_NAME.test(name) || !A_NAME.test(addressee)) return null;
  const [asked] = ASKED_FOR.exec(folded.slice(laid.length)) ?? [];
  if (asked === undefined) return null;
  const start = name.length + towards.length;
  const end = start + addressee.length;
  return {
    speaker: { start: 0, end: name.length, entry: null, name },
    act: 'demand',
    verb: { start: end, end: laid.length + asked.length },
    addressee: { start, end, entry: null, name: addressee },
    content: null,
    asksSpeaker: false,
  };
}

function knownAt(folded: string, start: number, mentions: readonly Mention[]): AskedParty | null {
  const known = mentions.find((one) => one.start === start);
  return known === undefined ? null : partyOf(folded, known);
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

// "Mark Cuban", "London Breed", "US President Mirza": somebody, and not the place whose name is a part of it.
function isPartOfName(text: string, { name, start, end }: Mention): boolean {
  if (name.kind !== 'place') return false;
  const before = /(?<= )\p{Lu}\p{L}+(?= $)/u.exec(text.slice(0, start));
  const [behind = ''] = /(?<=^ )\p{Lu}\p{L}+/u.exec(text.slice(end)) ?? [];
  return (
    (behind !== '' && !STEMS.has(stemOf(foldScript(behind)))) || (before !== null && isFirstName(foldScript(before[0])))
  );
}

function demandInEnglish(text: string, folded: string, mentions: readonly Mention[]): AskedDemand | null {
  for (const [i, first] of mentions.entries()) {
    if (isPartOfName(text, first)) continue;
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

/** What somebody who is named before the question word is asked to have said, where it is read as no statement: 「王毅喺北京點講」. */
export function saidByAsked(
  { folded, cue }: Pick<QuestionText, 'folded' | 'cue'>,
  asked: Mention | null,
): AskedStatement | null {
  if (cue?.asked !== 'statement' || !HOW_OR_WHAT.test(folded.slice(cue.start, cue.end))) return null;
  if (asked === null || asked.name.kind !== 'person' || asked.end > cue.start) return null;
  return {
    speaker: partyOf(folded, asked),
    act: 'say',
    verb: null,
    addressee: null,
    content: null,
    asksSpeaker: false,
  };
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

// 對X, 向X, 要求X: behind one of these somebody is spoken to or about.
const TITLES = [
  anyOf(['zh/titles-between', 'en/titles'].flatMap(langWords)),
  `[${langWords('zh/country-characters').join('')}]国`,
].join('|');
const SPOKEN_TO = `${anyOf(langWords('zh/spoken-to-before'))}|\\b(?:${anyOf(langWords('en/spoken-to-before'))})(?: the)?`;
const BEFORE_ADDRESSEE = new RegExp(`(?:${SPOKEN_TO}) *(?:(?:${TITLES}) *){0,2}$`);

/** Whether what follows folded words is spoken to or about: 對X, 向X, 要求X. */
export const isTowards = (before: string): boolean => BEFORE_ADDRESSEE.test(before);
