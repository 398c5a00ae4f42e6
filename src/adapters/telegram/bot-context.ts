import { LRUCache } from 'lru-cache';
import type { UserFromGetMe } from 'telegraf/types';
import type { InterfaceLang } from '../../core/index.ts';
import type { BotParts } from '../chat/bot.ts';
import type { Who } from '../chat/asker.ts';
import { createChatService, type ChatService } from '../chat/chat-service.ts';
import { regionOfTag } from '../chat/preferences.ts';
import { replyOrFault } from '../chat/reply-or-fault.ts';
import type { Reply } from '../chat/reply.ts';
import { showWhenSlow } from '../chat/show-when-slow.ts';
import { namesOf } from './access.ts';
import { ApiRefusal } from './api-fault.ts';
import { compose } from './compose.ts';
import type { Place } from './incoming.ts';
import type { OutgoingMessage, Sender } from './sender.ts';

/** What all handlers of updates work with: the archive, and the way out. */
export interface BotContext extends Pick<BotParts, 'logger'> {
  readonly service: ChatService;
  readonly me: UserFromGetMe;
  readonly sender: Sender;
  /**
   * Makes a reply and sends it; a fault becomes one neutral sentence, its details go to the log. `instead`: names what the reply is to
   * take the place of, if that was replied to before. Rejects only where the bot stops before the reply is out.
   */
  readonly reply: (place: Place, make: () => Reply | Promise<Reply>, instead?: string) => Promise<void>;
}

/** Replies whose messages are remembered, for being replaced. */
const REMEMBERED = 5_000;

/** Milliseconds after which somebody who waits is shown that the bot is at work, and for how long Telegram shows it (Bot API: 5 s). */
const SLOW = 600;
const TYPING = 4_500;

export function createBotContext(parts: BotParts, me: UserFromGetMe, sender: Sender): BotContext {
  const { logger } = parts;
  const service = createChatService(parts);
  const sent = new LRUCache<string, readonly number[]>({ max: REMEMBERED });

  const deliver = deliverer(sender);

  return {
    service,
    logger,
    me,
    sender,
    async reply(place, make, instead) {
      const langOf = (): InterfaceLang => service.langOf(whoIn(place));
      const owning = { logger, what: 'An update ended in a fault.', langOf };
      const typing = { show: () => showTyping(place, sender), after: SLOW, every: TYPING };
      const reply = await showWhenSlow(async () => await replyOrFault(make, owning), typing);
      const key = instead ?? `${place.chat}/${place.message ?? ''}`;
      try {
        const old = instead === undefined ? [] : (sent.get(instead) ?? []);
        const numbers = await deliver(place.chat, compose(reply, place, langOf()), old);
        sent.set(key, numbers);
        const { answers } = reply;
        if (answers !== undefined)
          service.sent(
            numbers.map((number) => messageId(place.chat, number)),
            answers,
          );
      } catch (fault) {
        // Not answered: whoever keeps updates is to hand this one out again.
        if (sender.isEnding()) throw fault;
        logger.warn(`A reply could not be sent (chat ${place.chat}).`, fault);
      }
    },
  };
}

// Sends messages, in the place of old ones where there are any; resolves to their numbers.
function deliverer(sender: Sender) {
  // False where the message is gone, or too old to be edited.
  const edited = async (chat: number, number: number, message: OutgoingMessage): Promise<boolean> => {
    try {
      await sender.edit(chat, number, message);
      return true;
    } catch (fault) {
      if (!(fault instanceof ApiRefusal)) throw fault;
      return fault.message.includes('not modified');
    }
  };
  return async (chat: number, messages: readonly OutgoingMessage[], old: readonly number[]) => {
    if (old.length === 0) return await sender.send(chat, messages);
    const numbers: number[] = [];
    for (const [at, message] of messages.entries()) {
      const former = old[at];
      const isEdited = former !== undefined && (await edited(chat, former, message));
      numbers.push(...(isEdited ? [former] : await sender.send(chat, [message])));
    }
    const left = old.slice(messages.length).filter((each) => !numbers.includes(each));
    for (const message of left) await sender.call('deleteMessage', { chat_id: chat, message_id: message });
    return numbers;
  };
}

/** Names a message; its number is that of its chat only. */
export const messageId = (chat: number, message: number): string => `${chat}/${message}`;

/** Whom to answer: somebody in a chat, or in one topic of a forum. */
export function whoIn(place: Place): Who {
  const { chat, topic, user, tag } = place;
  return {
    place: `telegram:${chat}:${topic ?? ''}:${user}`,
    user: String(user),
    names: namesOf(place),
    tags: [tag],
    region: regionOfTag(tag),
  };
}

// That it is not shown hurts nobody; shown after the answer, it would promise another.
function showTyping({ chat, topic }: Place, sender: Sender): void {
  const place = { chat_id: chat, ...(topic !== undefined && { message_thread_id: topic }) };
  sender.callOnce('sendChatAction', { ...place, action: 'typing' }).catch(() => undefined);
}
