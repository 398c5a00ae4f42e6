import {
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { Logger } from '../../logger.ts';
import { payloadOf, type Message } from './message.ts';
import { acknowledge, sendSurely } from './network.ts';
import { sentenceMessage } from './render-corpus.ts';

export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

type MakeMessage = () => Promise<Message> | Message;

/** The ways to answer an interaction. Each acknowledges it first, and does nothing more where that came too late. */
export interface Responder {
  /** Answers once the message is made; whether only the person sees it is settled before. */
  answer(interaction: Answerable, isPrivate: boolean, make: MakeMessage): Promise<void>;
  /** Puts the message into the place of the one whose button was pressed. */
  inPlace(interaction: ButtonInteraction, make: MakeMessage): Promise<void>;
  /** Says a sentence to the person alone, at once. */
  tell(interaction: Answerable, sentence: string): Promise<void>;
}

/** `langOf`: in which language to own up to a fault. */
export function createResponder(logger: Logger, langOf: (interaction: Answerable) => InterfaceLang): Responder {
  // By the webhook: discord.js's own way refuses where the answer to an acknowledgement was lost.
  const edit = async (interaction: Answerable, message: Message): Promise<void> => {
    const payload = payloadOf(message);
    await sendSurely(async () => await interaction.webhook.editMessage('@original', payload));
  };
  const fault = (interaction: Answerable, error: unknown): string => {
    logger.error('Discord: an interaction could not be answered', error);
    return catalogue(langOf(interaction)).fault;
  };

  return {
    async answer(interaction, isPrivate, make) {
      const flags = isPrivate ? ({ flags: MessageFlags.Ephemeral } as const) : {};
      if (!(await acknowledge(async () => await interaction.deferReply(flags)))) return;
      try {
        await edit(interaction, await make());
      } catch (error) {
        await edit(interaction, sentenceMessage(fault(interaction, error)));
      }
    },
    async inPlace(interaction, make) {
      if (!(await acknowledge(async () => await interaction.deferUpdate()))) return;
      try {
        await edit(interaction, await make());
      } catch (error) {
        // What was there stays.
        await interaction.webhook.send(privateSentence(fault(interaction, error)));
      }
    },
    async tell(interaction, sentence) {
      await acknowledge(async () => await interaction.reply(privateSentence(sentence)));
    },
  };
}

function privateSentence(sentence: string) {
  const { embeds, allowedMentions } = payloadOf(sentenceMessage(sentence));
  return { embeds, allowedMentions, flags: MessageFlags.Ephemeral } as const;
}
