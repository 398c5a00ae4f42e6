import type { Entry, Mention } from '../names/gazetteer.ts';
import type { Span } from '../model/span.ts';
import { quotedIn } from './clauses.ts';
import { englishNoun } from './english-noun.ts';
import { focusNoun, type FocusNoun } from './wanted-by-noun.ts';
import type { Wanted } from './wanted-query.ts';
import { demandsIn, tellsOfSpeech, type AnswerType, type AnswerTypeMatch } from './answer-type.ts';

export type { Wanted };

/** What somebody does by saying something, as `SpeechAct` of statements has it. */
export type AskedAct = 'say' | 'demand' | 'accuse' | 'deny' | 'promise' | 'agree' | 'ask';

/** Somebody whom a question names in a part of an act of speech; offsets are into the question. */
export interface AskedParty extends Span {
  /** Null where no data file knows the name: what is asked of them is still theirs alone. */
  readonly entry: Entry | null;
  /** Their name as the question has it, folded. */
  readonly name: string;
}

/** What is said in 「誰說X」, 「X說過Y嗎」: its figures, its days and whether it is denied are content. */
export interface Claim extends Span {
  readonly negated: boolean;
  /** The figures in it, units by their first character, as `QuestionTerm` has them. */
  readonly figures: readonly { readonly value: number; readonly unit: string }[];
}

/** What a question asks, slot by slot. All offsets are UTF-16 units of the question's text. */
export interface QuestionFrame {
  /** The sentence that asks; greetings, thanks and remarks around it are outside. */
  readonly asks: Span;
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
  readonly act: AskedAct | null;
  /** To whom: 美國要求「中國」做什麼. */
  readonly addressee: AskedParty | null;
  readonly claim: Claim | null;
  /** Words in quotation marks, without the marks: they have to stand in the answer. */
  readonly quoted: readonly Span[];
  /** Where or when something was said, 「在電話裏」, which is not what it was about. */
  readonly setting: Span | null;
  /** The days that are named, of what happened or of the reports. */
  readonly days: readonly Span[];
}

interface FrameSource {
  /** The question folded, same offsets as its text. */
  readonly folded: string;
  readonly cue: AnswerTypeMatch | null;
  /** The names of the question, from left to right, none over another. */
  readonly mentions: readonly Mention[];
  /** Whoever is asked about, if anybody. */
  readonly asked: Entry | null;
  /** The characters behind the question word, up to the first that ends a noun. */
  readonly focus: string;
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

/** Fills the slots of a question. */
export function frameOf({ folded, cue, mentions, asked, focus }: FrameSource): QuestionFrame {
  const noun = focusNoun(focus) ?? nounBehind(folded, cue);
  const speaking = mentions.find(({ name }) => name === asked);
  const speech = tellsOfSpeech({ wants: cue?.asked ?? null, folded });
  const [demand] = demandsIn(folded);
  const addressed = demand === undefined ? undefined : mentions.find(({ start }) => start === demand.end);
  return {
    asks: { start: 0, end: folded.length },
    wanted: cue === null ? null : wantedOf(cue, noun, folded),
    many: false,
    howMany: null,
    focus:
      cue === null || noun === null || !HAS_FOCUS.has(cue.asked)
        ? null
        : { start: cue.end, end: cue.end + noun.length },
    speaker: speaking !== undefined && speech ? partyOf(folded, speaking) : null,
    act: demand !== undefined ? 'demand' : speech ? 'say' : null,
    addressee: addressed === undefined ? null : partyOf(folded, addressed),
    claim: null,
    quoted: quotedIn(folded),
    setting: null,
    days: [],
  };
}

const nounBehind = (folded: string, cue: AnswerTypeMatch | null): FocusNoun | null =>
  cue !== null && /[a-z] ?$/.test(folded.slice(0, cue.end)) && (cue.asked === 'which' || cue.asked === 'count')
    ? englishNoun(folded, cue.end)
    : null;

const partyOf = (folded: string, { name, start, end }: Mention): AskedParty => ({
  entry: name,
  name: folded.slice(start, end),
  start,
  end,
});
