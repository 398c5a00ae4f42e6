import {
  MessageFlags,
  PermissionFlagsBits,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import { sentence, type Reply } from '../chat/reply.ts';
import { sendSurely } from '../chat/send-surely.ts';
import { compose, type Form } from './compose.ts';
import { NO_MENTIONS, payloadOf, plainPayloadOf, type Payload } from './message.ts';
import { acknowledge } from './network.ts';

export type Pressed = ButtonInteraction | StringSelectMenuInteraction;
export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | Pressed;

type MakeReply = () => Promise<Reply> | Reply;

/** The ways to answer an interaction. Each acknowledges it first, and does nothing more where that came too late. */
export interface Responder {
  /** Answers once the reply is made; whether only the person sees it is settled before. */
  answer(interaction: Answerable, isPrivate: boolean, make: MakeReply): Promise<void>;
  /** Puts the reply into the place of the message whose button was pressed. */
  inPlace(interaction: Pressed, make: MakeReply): Promise<void>;
  /** Says it below that message, whose button then goes; that there is nothing to say is said to the person alone. */
  below(interaction: Pressed, make: MakeReply, isForAll: boolean): Promise<void>;
  /** Says a sentence to the person alone, at once. */
  tell(interaction: Answerable, ...sentences: readonly string[]): Promise<void>;
}

/** A reply as it goes out. */
export const payloadFor = (reply: Reply, lang: InterfaceLang, form: Form): Payload =>
  (form === 'embed' ? payloadOf : plainPayloadOf)(compose(reply, lang, form));

function sending(logger: Logger, langOf: (interaction: Answerable) => InterfaceLang) {
  const formFor = ({ appPermissions }: Answerable): Form =>
    appPermissions.has(PermissionFlagsBits.EmbedLinks) ? 'embed' : 'text';
  const made = (reply: Reply, interaction: Answerable): Payload =>
    payloadFor(reply, langOf(interaction), formFor(interaction));
  // By the webhook: discord.js's own way refuses where the answer to an acknowledgement was lost.
  const edit = async (interaction: Answerable, sent: Partial<Payload>): Promise<void> => {
    const { flags: _, ...payload } = sent;
    await sendSurely(async () => await interaction.webhook.editMessage('@original', payload));
  };
  const faultOf = (interaction: Answerable, error: unknown): Reply => {
    logger.error('Discord: an interaction could not be answered', error);
    return sentence(catalogue(langOf(interaction)).fault);
  };
  const alone = (reply: Reply, interaction: Answerable) => {
    const { content, embeds, allowedMentions } = made(reply, interaction);
    return { ...(content !== '' && { content }), embeds, allowedMentions, flags: MessageFlags.Ephemeral } as const;
  };
  return { made, edit, alone, faultOf };
}

interface Act {
  readonly defer: () => Promise<unknown>;
  readonly rest: () => Promise<void>;
  /** Whether there is a message already, which stays where something fails. */
  readonly isUpdate: boolean;
}

/** `langOf`: in which language to own up to a fault. */
export function createResponder(logger: Logger, langOf: (interaction: Answerable) => InterfaceLang): Responder {
  const { made, edit, alone, faultOf } = sending(logger, langOf);
  // Where it is acknowledged in time, does the rest; a fault is owned up to.
  const act = async (interaction: Answerable, { defer, rest, isUpdate }: Act) => {
    if (!(await acknowledge(defer))) return;
    try {
      await rest();
    } catch (error) {
      const fault = faultOf(interaction, error);
      if (isUpdate) await interaction.webhook.send(alone(fault, interaction));
      else await edit(interaction, made(fault, interaction));
    }
  };

  return {
    async answer(interaction, isPrivate, make) {
      const flags = isPrivate ? ({ flags: MessageFlags.Ephemeral } as const) : {};
      const defer = async () => await interaction.deferReply(flags);
      await act(interaction, {
        defer,
        isUpdate: false,
        rest: async () => await edit(interaction, made(await make(), interaction)),
      });
    },
    async inPlace(interaction, make) {
      const defer = async () => await interaction.deferUpdate();
      await act(interaction, {
        defer,
        isUpdate: true,
        rest: async () => await edit(interaction, made(await make(), interaction)),
      });
    },
    async below(interaction, make, isForAll) {
      const defer = async () => await interaction.deferUpdate();
      const rest = async (): Promise<void> => {
        const reply = await make();
        const payload = reply.isNotice === true ? alone(reply, interaction) : made(reply, interaction);
        await interaction.webhook.send(isForAll ? payload : { ...payload, flags: MessageFlags.Ephemeral });
        // It is only untidy where the button stays.
        await edit(interaction, withoutButton(interaction)).catch((error: unknown) =>
          logger.debug('Discord: a button could not be taken away', error),
        );
      };
      await act(interaction, { defer, isUpdate: true, rest });
    },
    async tell(interaction, ...sentences) {
      await acknowledge(async () => await interaction.reply(alone(sentence(...sentences), interaction)));
    },
  };
}

// What the message shows below, but for the button that was pressed.
function withoutButton({
  customId,
  message,
}: Pressed): Pick<Payload, 'allowedMentions'> & { readonly components: Payload['components'] } {
  const rows = message.components.map((row) => row.toJSON()) as Payload['components'];
  const components = rows.flatMap(({ type, components: all }) => {
    const left = all.filter((each) => each.custom_id !== customId);
    return left.length === 0 ? [] : [{ type, components: left }];
  });
  return { components, allowedMentions: NO_MENTIONS };
}
