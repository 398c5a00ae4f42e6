import type { Turn } from './turn.ts';

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
