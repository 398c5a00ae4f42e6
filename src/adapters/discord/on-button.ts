import { LRUCache } from 'lru-cache';
import { MessageFlags, type ButtonInteraction } from 'discord.js';
import { catalogue } from '../../messages/index.ts';
import { conversationOf } from './conversation.ts';
import { readButtonId, type AnswerPress } from './button-ids.ts';
import type { DiscordParts } from './discord-parts.ts';
import { payloadOf, type Message } from './message.ts';
import type { MessageBuilder } from './message-builder.ts';
import { questionShownIn } from './replied.ts';
import type { Responder } from './responder.ts';

/** Messages that are remembered as shared. */
const SHARED = 1_000;

/** Does what buttons stand for, knowing of them only what they and their message hold: they may be older than this process. */
export function createButtonHandler({
  builder,
  langOf,
  responder,
}: DiscordParts): (button: ButtonInteraction) => Promise<void> {
  const onAnswer = createAnswerHandler(builder, responder);
  return async (button) => {
    const lang = langOf(button);
    const expired = async (): Promise<void> => await responder.tell(button, catalogue(lang).chat.expired);
    const press = readButtonId(button.customId);
    switch (press?.action) {
      case 'page':
      case 'convert':
      case 'share': {
        const question = questionShownIn(button.message);
        return question === null ? await expired() : await onAnswer(button, press, question);
      }
      case 'passage': {
        const passage = builder.passage(press, lang);
        return passage === null ? await expired() : await responder.answer(button, true, () => passage);
      }
      case 'article': {
        const page = builder.articlePage(press);
        return page === null ? await expired() : await responder.inPlace(button, () => page);
      }
      case 'sources':
        return await responder.inPlace(button, () => builder.sources(press.page, press.lang));
      case undefined:
        return await expired();
    }
  };
}

// Pages, conversions and sharing of an answer, which is made again from its question.
function createAnswerHandler(builder: MessageBuilder, responder: Responder) {
  const share = createSharing();
  return async (button: ButtonInteraction, press: AnswerPress, question: string): Promise<void> => {
    const isPrivate = button.message.flags.has(MessageFlags.Ephemeral) && button.guildId !== null;
    const conversation = conversationOf(button.channelId, button.user.id, isPrivate);
    switch (press.action) {
      case 'convert':
        return await responder.answer(button, true, async () => await builder.converted(press, question));
      case 'page':
        return await responder.inPlace(
          button,
          async () => await builder.again(press, question, { isPrivate, conversation }),
        );
      case 'share':
        // For everybody, where it is what was said last from now on; then the private one loses the button, so that it is shared once.
        return await responder.inPlace(button, async () => {
          const place = conversationOf(button.channelId, button.user.id);
          const message = await builder.again(press, question, { isPrivate: false, conversation: place });
          await share(button, message);
          return message;
        });
    }
  };
}

// Each message once: it may be pressed twice before the first press has taken the button away.
function createSharing(): (button: ButtonInteraction, message: Message) => Promise<void> {
  const shared = new LRUCache<string, true>({ max: SHARED });
  return async (button, message) => {
    const { id } = button.message;
    if (shared.get(id) === true) return;
    shared.set(id, true);
    try {
      await button.webhook.send(payloadOf(message));
    } catch (error) {
      shared.delete(id);
      throw error;
    }
  };
}
