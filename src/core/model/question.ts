import type { KindFilter } from './article.ts';

/** The languages of the interface: Traditional (Hong Kong usage), Simplified, English. */
export type InterfaceLang = 'zh-Hant' | 'zh-Hans' | 'en';

/** The kinds of answers that can be asked for. */
export type AskedKind = 'answer' | 'comparison' | 'timeline' | 'listing';

/** What to ask. Only `text` is required. */
export interface Question {
  readonly text: string;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly tag?: string | undefined;
  /** Only articles of this kind. */
  readonly kind?: KindFilter | undefined;
  /** A day, month or year. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** How many points, events or articles at the most; 3, 20 and 20 unless told. */
  readonly limit?: number | undefined;
  /**
   * How many of them to pass over: those that were shown before. Citations keep the numbers that they have in the whole answer, so
   * they go on from those of what was passed over.
   */
  readonly offset?: number | undefined;
  /** The kind of answer that is wanted; unless told, the question's own words decide. */
  readonly as?: AskedKind | undefined;
  /** Names the chat and person that the question belongs to: turns of one conversation are understood from those before. */
  readonly conversation?: string | undefined;
  /** True where outlets and days in the question's words are to be looked for, not obeyed. */
  readonly anywhere?: boolean | undefined;
  /** The reader's own choice of interface; else it follows the question. */
  readonly lang?: InterfaceLang | undefined;
  /** From which confidence up the question counts as answered, for measuring: 0 refuses nothing. `ANSWER_THRESHOLD` unless told. */
  readonly threshold?: number | undefined;
  /** True where the built-in reading alone is to answer, whatever model is set up. */
  readonly builtIn?: boolean | undefined;
  /** True where the answer has to tell how it was come by (`Answer.explain`). */
  readonly explain?: boolean | undefined;
}
