import type { AutocompleteInteraction, Interaction } from 'discord.js';
import { catalogue } from '../../messages/index.ts';
import type { Access } from '../chat/access.ts';
import type { Completion } from '../chat/completion.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { Caller } from './access.ts';
import { optionNamed } from './commands.ts';
import { callerOf, whoOf } from './conversation.ts';
import { acknowledge } from './network.ts';
import { createCommandHandler, type CommandParts } from './on-command.ts';
import { createPressHandler } from './on-press.ts';
import type { Pressed } from './responder.ts';

export interface InteractionParts extends CommandParts {
  readonly service: ChatService;
  readonly completion: Completion;
  readonly access: Access<Caller>;
  readonly askerOf: (pressed: Pressed) => string | null;
  /** Whether the program is about to end: nothing new is begun then. */
  readonly isStopping: () => boolean;
}

/** Answers whatever members do with commands, buttons, menus and what they type into options. */
export function createInteractionHandler(parts: InteractionParts): (interaction: Interaction) => Promise<void> {
  const { access, completion, service, isStopping, responder } = parts;
  const onCommand = createCommandHandler(parts);
  const onPress = createPressHandler(parts);

  // Whoever types on is asked for again: what comes too late is of no use, and no fault.
  const onCompletion = async (typing: AutocompleteInteraction): Promise<void> => {
    const { name, value } = typing.options.getFocused(true);
    const option = access.isOpenTo(callerOf(typing)) ? optionNamed(name) : null;
    const choices = option === null ? [] : completion.of(option, value, service.langOf(whoOf(typing)));
    await acknowledge(async () => await typing.respond(choices));
  };

  return async (interaction) => {
    if (interaction.isAutocomplete()) return await onCompletion(interaction);
    const isCommand = interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand();
    const isPress = interaction.isButton() || interaction.isStringSelectMenu();
    if (!isCommand && !isPress) return;
    const lang = service.langOf(whoOf(interaction));
    if (isStopping()) return await responder.tell(interaction, catalogue(lang).chat.restarting);
    const refusal = access.refusal(callerOf(interaction), lang, isPress ? 'press' : 'asking');
    if (refusal !== null) return await responder.tell(interaction, refusal);
    await (isCommand ? onCommand(interaction) : onPress(interaction));
  };
}
