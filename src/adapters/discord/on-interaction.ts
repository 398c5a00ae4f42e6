import type { AutocompleteInteraction, Interaction } from 'discord.js';
import { optionName } from './commands.ts';
import type { DiscordParts } from './discord-parts.ts';
import type { Caller } from './access.ts';
import { acknowledge } from './network.ts';
import { createButtonHandler } from './on-button.ts';
import { createCommandHandler } from './on-command.ts';

/** Answers whatever members do with commands, buttons and what they type into options. */
export function createInteractionHandler(parts: DiscordParts): (interaction: Interaction) => Promise<void> {
  const { completion, access, langOf, responder } = parts;
  const onCommand = createCommandHandler(parts);
  const onButton = createButtonHandler(parts);

  const choicesFor = (typing: AutocompleteInteraction) => {
    const { name, value } = typing.options.getFocused(true);
    if (!access.isOpenTo(callerOf(typing))) return [];
    if (name === optionName('outlet')) return completion.outlets(value);
    if (name === optionName('article')) return completion.articles(value);
    return completion.questions(value, langOf(typing));
  };

  // Whoever types on is asked for again: what comes too late is of no use, and no fault.
  const onCompletion = async (typing: AutocompleteInteraction): Promise<void> => {
    const choices = choicesFor(typing);
    await acknowledge(async () => await typing.respond(choices));
  };

  return async (interaction) => {
    if (interaction.isAutocomplete()) return await onCompletion(interaction);
    const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
    if (!isCommand && !interaction.isButton()) return;
    const refusal = access.refusal(callerOf(interaction), langOf(interaction));
    if (refusal !== null) return await responder.tell(interaction, refusal);
    await (isCommand ? onCommand(interaction) : onButton(interaction));
  };
}

const callerOf = ({ user, guildId, channelId, channel }: Interaction): Caller => ({
  userId: user.id,
  guildId,
  channelId,
  parentId: channel !== null && 'parentId' in channel ? channel.parentId : null,
});
