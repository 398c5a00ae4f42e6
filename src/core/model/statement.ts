import type { Entry } from './entry.ts';
import type { Span } from './span.ts';

/** What somebody does by saying something; the verb decides, not what is said. */
export type SpeechAct = 'say' | 'demand' | 'accuse' | 'deny' | 'promise' | 'agree' | 'ask' | 'other';

/** Somebody who speaks, is spoken to, or hands on what another said. */
export interface Party {
  /** The article's own words that name them here (他, 王毅, the whole of 美國國務院發言人米勒); null where nothing here does. */
  readonly mention: Span | null;
  /** Who that is: the fullest name or office that the article gives them, a slice of its text. */
  readonly name: string;
  /** The fullest phrase that has named them so far, where it says more than the name: 美國國務院發言人米勒. */
  readonly described?: string | undefined;
  /** The person, body or place in the gazetteer; null where it has none, or several are named together. */
  readonly entry: Entry | null;
}

/**
 * Who said what to whom, as one sentence of an article has it, or a run of sentences inside one quotation. The span is that of
 * the sentence or run, in UTF-16 units of the article's text; several statements may share it.
 */
export interface Statement extends Span {
  /** Null where somebody is said to say it whose name the article does not give. */
  readonly speaker: Party | null;
  readonly act: SpeechAct;
  /** To whom it was said, or on whom the demand or accusation is laid. */
  readonly addressee: Party | null;
  /** What was said, without the words that say who said it. */
  readonly content: Span;
  /** The act did not take place: 沒有提及, 拒絕評論. */
  readonly negated: boolean;
  /** `direct`: all of it quoted; `mixed`: some of it. */
  readonly mode: 'direct' | 'indirect' | 'mixed';
  /** Who hands on what the speaker said: 據路透社報道，布林肯說 …. */
  readonly reportedBy: Party | null;
  /** The heading that it stands under; null where there is none. */
  readonly section: string | null;
  /** The day of the report, `YYYY-MM-DD`. */
  readonly day: string | null;
}
