import type { InterfaceLang, Question, Region } from '../../core/index.ts';
import type { AnswerOptions } from './render-answer.ts';

/** Whom to answer: a person in a place, such as a channel, and what their device says of their language. */
export interface Who {
  /** Names the conversation that the person has there. */
  readonly place: string;
  readonly user: string;
  /** By which the keeper of the bot lists them or their chat, where they list any: ids, @names. */
  readonly names: readonly string[];
  /** Language tags (BCP 47), of the device, then of where they are; the first that says something counts. */
  readonly tags: readonly (string | undefined)[];
  /** The language of the device where it is certain: what somebody said before then tells nothing more. */
  readonly lang?: InterfaceLang | null;
  /** Whose Traditional characters they read. */
  readonly region: Region;
}

/** How a platform shows answers. */
export type Showing = Pick<AnswerOptions, 'isNumbered' | 'isPrivate' | 'canType'>;

/** Who asks, and how answers are shown to them. */
export interface Asker {
  readonly who: Who;
  readonly showing: Showing;
}

/** A message that somebody replies to. */
export interface Replied {
  /** Names it, on its platform. */
  readonly id: string;
  /** The question that it answers, or what it says where it is not one of ours; null where that cannot be told any more. */
  readonly question: Question | null;
  /** Whether it is one of ours. */
  readonly isOurs: boolean;
  /** Whether the bot sees it where it is asked about from the menu of that message, though not here. */
  readonly isInMenu?: boolean;
}

/** Something that was asked, and the message that it replies to. */
export interface Turn extends Question {
  readonly replied?: Replied | null;
}
