import type { AskedKind, InterfaceLang } from '../model/question.ts';
import type { ArticleId } from '../model/article.ts';
import type { ArchiveKind } from '../question/archive/grammar.ts';
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
  /** The filters that were asked for in words, in this turn or in those that it goes on from. */
  readonly applied: AppliedFilters;
  /** The articles that were cited. */
  readonly cited: ReadonlySet<ArticleId>;
  /** What the answer rests on: of a question that nothing answered, what the answer before it rested on, where it went on from that. */
  readonly restsOn: ReadonlySet<ArticleId>;
  /** The articles that alone could answer, where the question went on from them; none where any could. */
  readonly within: ReadonlySet<ArticleId>;
  /** What was quoted, as `keyOf` has it. */
  readonly quoted: ReadonlySet<string>;
  /** The language that was spoken. */
  readonly lang: InterfaceLang;
  /** Who says what was quoted first; null where nobody is said to. */
  readonly speaker: string | null;
  /** What was asked of the archive itself, where that was the last question. */
  readonly asked?: ArchiveKind;
}

/** The last turn of each conversation that is still going on. */
export interface Conversations {
  last(conversation: string): Turn | null;
  remember(conversation: string, turn: Turn): void;
  size(): number;
}

interface ConversationLimits {
  /** How many conversations are remembered; the one that has been idle longest goes first. */
  readonly most: number;
  /** After so many milliseconds without a turn a conversation is forgotten. */
  readonly idle: number;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
}

/** Half an hour: who comes back later begins anew. */
export const IDLE = 30 * 60_000;
/** A turn is about a kilobyte. */
export const MOST_CONVERSATIONS = 10_000;

/** Remembers one turn for each conversation: what a question leans on is always in the turn before, as that was understood. */
export function createConversations({ most, idle, now }: ConversationLimits): Conversations {
  // In the order of their last turns.
  const turns = new Map<string, { readonly turn: Turn; readonly at: number }>();
  const forgetIdle = (): void => {
    for (const [conversation, { at }] of turns) {
      if (turns.size <= most && now() - at < idle) break;
      turns.delete(conversation);
    }
  };
  return {
    last(conversation) {
      forgetIdle();
      return turns.get(conversation)?.turn ?? null;
    },
    remember(conversation, turn) {
      turns.delete(conversation);
      turns.set(conversation, { turn, at: now() });
      forgetIdle();
    },
    size: () => turns.size,
  };
}
