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

/** Somebody as a folded question names them by a name of the gazetteer. */
export const partyOf = (folded: string, { name, start, end }: Mention): AskedParty => ({
  entry: name,
  name: folded.slice(start, end),
  start,
  end,
});

/** The act of speech that a question asks about: its open part, and the parts that it names. */
export interface AskedStatement {
  /** Null where the question asks who says it, or does not name them. */
  readonly speaker: AskedParty | null;
  readonly act: SpeechAct;
  /** The verb that names the act: reports may have another for it, 敦促 for 要求. Null where none stands there by itself. */
  readonly verb: Span | null;
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
