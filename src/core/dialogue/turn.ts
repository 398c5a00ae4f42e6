import type { AskedKind, InterfaceLang } from '../model/question.ts';
import type { ArticleId } from '../model/article.ts';
import type { AppliedFilters } from '../question/filters/filters.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Span } from '../model/span.ts';

/** What is remembered of a turn, for the next one to be understood from. */
export interface Turn {
  /** The whole question, as it was understood. */
  readonly parsed: ParsedQuestion;
  /** What it is about, in words: what a follow-up that names nothing is about as well. */
  readonly subject: string;
  /** The same with what is asked of it: what a bare question word is about. */
  readonly matter: string;
  /** Where `parsed.text` names days that narrow. */
  readonly days: readonly Span[];
  readonly as: AskedKind;
  /** The narrowing that was asked for in words, in this turn or in those that it goes on from. */
  readonly narrowing: AppliedFilters;
  /** The articles that were cited. */
  readonly cited: ReadonlySet<ArticleId>;
  /** What was quoted, as `keyOf` has it. */
  readonly quoted: ReadonlySet<string>;
  /** The language that was spoken. */
  readonly lang: InterfaceLang;
  /** Who says what was quoted first; null where nobody is said to. */
  readonly speaker: string | null;
}
