import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Answer, Question } from '../../core/index.ts';
import type { ChatArchive } from './archive.ts';
import type { Replied, Who } from './asker.ts';

/** Tells which conversation a question belongs to: that of the message that it replies to, else the last one of the person there. */
export interface ReplyContext {
  /** The result is to be given to the core, whatever the question. */
  readonly conversationFor: (who: Pick<Who, 'place'>, replied: Replied | null) => Promise<string>;
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

/** `ask`: what is asked only to be gone on from; nobody is shown the answer. */
interface Asking extends Pick<ChatArchive, 'last' | 'remember'> {
  readonly ask: (question: Question) => Promise<Answer>;
}

export function createReplyContext({ ask, last, remember }: Asking): ReplyContext {
  const answered = new LRUCache<string, Question>({ max: REMEMBERED });
  // The conversation that somebody went on with last, where that began with a reply.
  const current = new LRUCache<string, string>({ max: REMEMBERED });
  return {
    async conversationFor(who, replied) {
      const { place } = who;
      const going = current.get(place) ?? place;
      if (replied === null || replied.question === null) return going;
      // A reply to the last answer goes on from it anyway.
      const { text, as = 'answer' } = replied.question;
      const before = last(place)?.resolved;
      if (text === before?.text && as === (before.as ?? 'answer')) return going;
      const conversation = `${place}:${replied.id}`;
      // The core understands a question from the one before it in its conversation: here, the one that is replied to.
      const answer = await ask({ ...replied.question, text: text.slice(0, LONGEST), conversation });
      // More of it, or one of its numbers, may be wanted.
      if (replied.isOurs) remember(place, answer);
      current.set(place, conversation);
      return conversation;
    },
    beginAnew: (place) => void current.set(place, `${place}:${randomUUID()}`),
    sent: (ids, question) => ids.forEach((id) => answered.set(id, question)),
    questionOf: (id) => answered.get(id) ?? null,
  };
}
