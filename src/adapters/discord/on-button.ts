import { MessageFlags, type ButtonInteraction } from 'discord.js';
import { catalogue } from '../../core/index.ts';
import { questionShown } from '../chat/asked-again.ts';
import { readButtonId, type AnswerPress } from './button-ids.ts';
import type { DiscordParts } from './discord-parts.ts';
import { payloadOf } from './message.ts';

/** Does what buttons stand for, knowing of them only what they and their message hold: they may be older than this process. */
export function createButtonHandler({
  desk,
  langOf,
  responder,
}: DiscordParts): (button: ButtonInteraction) => Promise<void> {
  const onAnswer = async (button: ButtonInteraction, press: AnswerPress, question: string): Promise<void> => {
    const isPrivate = button.message.flags.has(MessageFlags.Ephemeral) && button.guildId !== null;
    switch (press.action) {
      case 'convert':
        return await responder.answer(button, true, async () => await desk.converted(press, question));
      case 'page':
        return await responder.inPlace(button, async () => await desk.again(press, question, isPrivate));
      case 'share':
        // For everybody; then the private one loses the button, so that it is shared once.
        return await responder.inPlace(button, async () => {
          const shared = await desk.again(press, question, false);
          await button.webhook.send(payloadOf(shared));
          return shared;
        });
    }
  };

  return async (button) => {
    const lang = langOf(button);
    const expired = async (): Promise<void> => await responder.tell(button, catalogue(lang).chat.expired);
    const press = readButtonId(button.customId);
    switch (press?.action) {
      case 'page':
      case 'convert':
      case 'share': {
        const question = questionOf(button);
        return question === null ? await expired() : await onAnswer(button, press, question);
      }
      case 'passage': {
        const passage = desk.passage(press, lang);
        return passage === null ? await expired() : await responder.answer(button, true, () => passage);
      }
      case 'article': {
        const page = desk.articlePage(press);
        return page === null ? await expired() : await responder.inPlace(button, () => page);
      }
      case 'sources':
        return await responder.inPlace(button, () => desk.sources(press.page, press.lang));
      case undefined:
        return await expired();
    }
  };
}

// Where `answerMessage` shows it.
const questionOf = ({ message }: ButtonInteraction): string | null =>
  [message.embeds[0]?.author?.name, message.embeds[0]?.footer?.text]
    .map((line) => (line === undefined ? null : questionShown(line)))
    .find((question) => question !== null) ?? null;
