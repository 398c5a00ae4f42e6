import type { SpeechAct } from '../model/statement.ts';
import type { AskedParty, AskedStatement } from './asked/statement.ts';
import type { Span } from '../model/span.ts';
import { quotedIn } from './clauses.ts';
import {
  englishNoun,
  focusNoun,
  asksForSeveral,
  howManyAsked,
  isPluralNoun,
  type FocusNoun,
  type Wanted,
} from './wanted-kind.ts';
import { demandsIn, type AnswerType, type AnswerTypeMatch } from './answer-type.ts';

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
}

interface FrameSource {
  /** The question folded, same offsets as its text. */
  readonly folded: string;
  readonly cue: AnswerTypeMatch | null;
  /** The act of speech that is asked about, if any. */
  readonly statement: AskedStatement | null;
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

/** Whether what is wanted is what somebody says, demands or does, and not one thing or figure of it. */
export const asksForWords = (wanted: Wanted | null): boolean => wanted === 'words' || wanted === 'thing';

/** Fills the slots of a question. */
export function frameOf({ folded, cue, statement, focus }: FrameSource): QuestionFrame {
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
  };
}

const nounBehind = (folded: string, cue: AnswerTypeMatch | null): FocusNoun | null =>
  cue !== null && /[a-z] ?$/.test(folded.slice(0, cue.end)) && (cue.asked === 'which' || cue.asked === 'count')
    ? englishNoun(folded, cue.end)
    : null;
