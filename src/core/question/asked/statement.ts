import type { Span } from '../../model/span.ts';
import type { SpeechAct } from '../../model/statement.ts';
import type { Entry, Mention } from '../../names/gazetteer.ts';
import type { AnswerTypeMatch } from '../answer-type.ts';

/** Somebody whom a question names in a part of an act of speech; offsets are into the question. */
export interface AskedParty extends Span {
  /** Null where no data file knows the name: what is asked of them is still theirs alone. */
  readonly entry: Entry | null;
  /** Their name as the question has it, folded. */
  readonly name: string;
}

/** The act of speech that a question asks about: its open part, and the parts that it names. */
export interface AskedStatement {
  /** Null where the question asks who says it, or does not name them. */
  readonly speaker: AskedParty | null;
  readonly act: SpeechAct;
  readonly addressee: AskedParty | null;
  /** What is said, where the question asks who says it or whether they do. */
  readonly content: Span | null;
  /** Whether the question asks who speaks. */
  readonly asksSpeaker: boolean;
}

/** A question with what asks in it. */
export interface QuestionText {
  readonly text: string;
  /** `text` folded, same offsets. */
  readonly folded: string;
  /** `folded` with what frames it blanked. */
  readonly kept: string;
  readonly cue: AnswerTypeMatch | null;
}

/** The same, where a place was read as who speaks and somebody who can is asked about: 「阿拉斯加會談後 布林肯 說了什麼」. */
export function saidBySomebody(
  said: AskedStatement | null,
  folded: string,
  asked: Mention | null,
): AskedStatement | null {
  if (said === null || asked === null || said.speaker?.entry?.kind !== 'place' || asked.name.kind === 'place')
    return said;
  const { name, start, end } = asked;
  return { ...said, speaker: { start, end, entry: name, name: folded.slice(start, end) } };
}
