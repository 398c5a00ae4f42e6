import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Question } from '../../core/index.ts';
import type { ChatArchive } from './archive.ts';

/** A message that somebody replies to. */
export interface Replied {
  /** Names it, on its platform. */
  readonly id: string;
  /** The question that it answers, or what it says where it is not one of ours; null where that cannot be told any more. */
  readonly question: Question | null;
}

/** Tells which conversation a question belongs to: that of the message that it replies to, else the last one of the person there. */
export interface ReplyContext {
  /** `place`: names a person in a chat. The result is to be given to the core, whatever the question. */
  readonly conversationFor: (place: string, replied: Replied | null) => Promise<string>;
  /** Remembers which question messages of ours have answered, by their names. */
  readonly sent: (ids: readonly string[], question: Question) => void;
  /** Begins a conversation of somebody's anew. */
  readonly beginAnew: (place: string) => void;
  /** The question that a message of ours has answered in this run. */
  readonly questionOf: (id: string) => Question | null;
}

/** Conversations, and messages of ours, that are remembered. */
const REMEMBERED = 5_000;

/** UTF-16 units of a message that are taken for what it is about. */
const LONGEST = 200;

export function createReplyContext({ ask, last }: Pick<ChatArchive, 'ask' | 'last'>): ReplyContext {
  const answered = new LRUCache<string, Question>({ max: REMEMBERED });
  // The conversation that somebody went on with last, where that began with a reply.
  const current = new LRUCache<string, string>({ max: REMEMBERED });
  return {
    async conversationFor(place, replied) {
      const going = current.get(place) ?? place;
      if (replied === null || replied.question === null) return going;
      // A reply to the last answer goes on from it anyway.
      const { text } = replied.question;
      if (text === last(place)?.resolved.text) return going;
      const conversation = `${place}:${replied.id}`;
      // The core understands a question from the one before it in its conversation: here, the one that is replied to.
      await ask({ ...replied.question, text: text.slice(0, LONGEST), conversation });
      current.set(place, conversation);
      return conversation;
    },
    beginAnew: (place) => void current.set(place, `${place}:${randomUUID()}`),
    sent: (ids, question) => ids.forEach((id) => answered.set(id, question)),
    questionOf: (id) => answered.get(id) ?? null,
  };
}
