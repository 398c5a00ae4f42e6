import { LRUCache } from 'lru-cache';
import type { UserFromGetMe } from 'telegraf/types';
import type { Answer, InterfaceLang, Question } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { createChatArchive, type ChatArchive } from '../chat/archive.ts';
import type { BotParts } from '../chat/bot.ts';
import { createPreferences, langOfDevice, type Preferences } from '../chat/preferences.ts';
import { createReplyContext, type ReplyContext } from '../chat/reply-context.ts';
import { showWhenSlow } from '../chat/show-when-slow.ts';
import { compose } from './compose.ts';
import type { Place } from './incoming.ts';
import type { Reply } from './render-answer.ts';
import { sentence } from './render-help.ts';
import type { OutgoingMessage, Sender } from './sender.ts';

/** What all handlers of updates work with: the archive, the way out, and the little that is remembered of readers. */
export interface BotContext
  extends ChatArchive, Pick<ReplyContext, 'conversationFor' | 'questionOf'>, Pick<BotParts, 'logger'> {
  /** The host of the model that chooses quotes; null where there is none. */
  readonly modelHost: string | null;
  readonly me: UserFromGetMe;
  readonly sender: Sender;
  readonly preferences: Preferences;
  /** The language to speak to somebody in where no question shows one: chosen, last spoken, the device's, the operator's. */
  langOf(who: Pick<Place, 'user' | 'tag'>): InterfaceLang;
  /** Remembers an answer, for what comes after it. */
  answered(place: Place, answer: Answer): void;
  /** Makes a reply and sends it; a fault becomes one neutral sentence, its details go to the log. Never rejects. */
  reply(place: Place, make: () => Reply | Promise<Reply>): Promise<void>;
}

/** Readers whose language is remembered. */
const REMEMBERED = 5_000;

/** Milliseconds after which somebody who waits is shown that the bot is at work, and for how long Telegram shows it (Bot API: 5 s). */
const SLOW = 600;
const TYPING = 4_500;

export function createBotContext(parts: BotParts, me: UserFromGetMe, sender: Sender): BotContext {
  const { logger, lang: usual } = parts;
  const archive = createChatArchive(parts);
  const { conversationFor, questionOf, sent } = createReplyContext(archive);
  const preferences = createPreferences();
  const spoken = new LRUCache<number, InterfaceLang>({ max: REMEMBERED });
  const langOf: BotContext['langOf'] = ({ user, tag }) =>
    preferences.langOf(String(user)) ?? spoken.get(user) ?? langOfDevice(tag, usual);
  return {
    ...archive,
    conversationFor,
    questionOf,
    logger,
    modelHost: parts.modelHost ?? null,
    me,
    sender,
    preferences,
    langOf,
    answered(place, answer) {
      spoken.set(place.user, answer.lang);
      archive.remember(conversationOf(place), answer);
    },
    async reply(place, make) {
      const done = showWhenSlow(() => showTyping(place, sender), { after: SLOW, every: TYPING });
      let messages: readonly OutgoingMessage[];
      let answers: Question | undefined;
      try {
        const made = await make();
        answers = made.answers;
        messages = compose(made, place);
      } catch (error) {
        logger.error('An update ended in a fault.', error);
        messages = compose(sentence(catalogue(langOf(place)).fault), place);
      } finally {
        done();
      }
      try {
        const numbers = await sender.send(place.chat, messages);
        if (answers !== undefined)
          sent(
            numbers.map((number) => messageId(place.chat, number)),
            answers,
          );
      } catch (fault) {
        logger.warn(`A reply could not be sent (sendMessage, chat ${place.chat}).`, fault);
      }
    },
  };
}

/** Names a message; its number is that of its chat only. */
export const messageId = (chat: number, message: number): string => `${chat}/${message}`;

/** Names the conversation that somebody has in a chat, or in one topic of a forum. */
export const conversationOf = ({ chat, topic, user }: Pick<Place, 'chat' | 'topic' | 'user'>): string =>
  `telegram:${chat}:${topic ?? ''}:${user}`;

// That it is not shown hurts nobody; shown after the answer, it would promise another.
function showTyping({ chat, topic }: Place, sender: Sender): void {
  const place = { chat_id: chat, ...(topic !== undefined && { message_thread_id: topic }) };
  sender.callOnce('sendChatAction', { ...place, action: 'typing' }).catch(() => undefined);
}
