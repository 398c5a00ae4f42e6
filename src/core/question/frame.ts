import type { Span } from '../model/span.ts';
import type { SpeechAct } from '../model/statement.ts';
import type { Gazetteer, Mention } from '../names/gazetteer.ts';
import { type SpeechVerb, verbAt } from '../statements/zh/lexicon.ts';
import { hasHan } from '../text/script.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import { type AnswerType, type AnswerTypeMatch, demandsIn, quotedIn, spokenOf } from './answer-type.ts';
import { ASPECT, CLAIMS, HOW_OR_WHAT, inChinese } from './speech-acts/in-chinese.ts';
import { inEnglish } from './speech-acts/in-english.ts';
import { type AskedParticipation, attendingIn, goingIn, whoGoesIn } from './participation.ts';
import { type AskedParty, type AskedStatement, type QuestionText, partyOf } from './speech-acts/statement.ts';
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
    act: actIn(folded.slice(cue.start, cue.end)),
    verb: null,
    addressee: null,
    content: null,
    asksSpeaker: false,
  };
}

// 「在北洲批評什麼」: the question word has the act in it.
function actIn(cue: string): SpeechAct {
  for (let at = 0; at < cue.length; at++) {
    const verb = verbAt(cue, at);
    if (verb !== null) return verb.act;
  }
  return 'say';
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

const NOTHING_BUT_ASPECT = new RegExp(`^(?:${ASPECT})?\\s*$`);

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
  `[${langWords('zh/country-characters').join('')}](?:${anyOf(langWords('zh/country-endings'))})`,
].join('|');
const SPOKEN_TO = `${anyOf(langWords('zh/spoken-to-before'))}|\\b(?:${anyOf(langWords('en/spoken-to-before'))})(?: the)?`;
const BEFORE_ADDRESSEE = new RegExp(`(?:${SPOKEN_TO}) *(?:(?:${TITLES}) *){0,2}$`);

/** Whether what follows folded words is spoken to or about: 對X, 向X, 要求X. */
export const isTowards = (before: string): boolean => BEFORE_ADDRESSEE.test(before);
