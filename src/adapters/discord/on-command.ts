import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { AskedKind, InterfaceLang, Question } from '../../core/index.ts';
import { askedText } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import { readLangChoice } from '../lang-choices.ts';
import { conversationOf, withoutMentions } from './conversation.ts';
import { commandNamed, optionName, type CommandName } from './commands.ts';
import type { DiscordParts } from './discord-parts.ts';
import type { Message } from './message.ts';
import type { MessageBuilder } from './message-builder.ts';
import { helpMessage, sentenceMessage } from './render-corpus.ts';

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

const KINDS = {
  ask: undefined,
  compare: 'comparison',
  timeline: 'timeline',
  list: 'listing',
} as const satisfies Partial<Record<CommandName, AskedKind | undefined>>;

/** Answers commands, those behind a slash and the one on messages. Answers to questions are public unless told. */
export function createCommandHandler(parts: DiscordParts): (command: Command) => Promise<void> {
  const { builder, queue, langOf, logger, modelHost, responder } = parts;

  // In order with what else the person asks there; it can only be shared where there is somebody else.
  const ask = async (
    { channelId, guildId, user }: Command,
    question: Question,
    isPrivate: boolean,
  ): Promise<Message> => {
    logger.debug('Discord: asked by a command', askedText(question.text));
    const isOneOnly = isPrivate && guildId !== null;
    const conversation = conversationOf(channelId, user.id, isOneOnly);
    return await queue.run(
      conversation,
      async () => await builder.answer({ ...question, conversation }, { isPrivate: isOneOnly, conversation }),
    );
  };

  const onSlash = async (command: ChatInputCommandInteraction): Promise<void> => {
    const lang = langOf(command);
    const name = commandNamed(command.commandName);
    switch (name) {
      case 'ask':
      case 'compare':
      case 'timeline':
      case 'list': {
        const isPrivate = command.options.getBoolean(optionName('private')) ?? false;
        const question = { ...questionOf(command), as: KINDS[name], lang };
        return await responder.answer(command, isPrivate, async () => await ask(command, question, isPrivate));
      }
      case 'sources':
        return await responder.answer(command, true, () => builder.sources(0, lang));
      case 'article':
        return await responder.answer(command, true, () => articleFor(command, builder, lang));
      case 'lang':
        return await responder.answer(command, true, () => chooseLang(command, parts));
      case 'help':
        return await responder.answer(command, true, () => helpMessage(lang));
      case 'privacy':
        return await responder.answer(command, true, () => sentenceMessage(catalogue(lang).chat.privacy(modelHost)));
      case null:
        return await responder.tell(command, catalogue(lang).chat.expired);
    }
  };

  return async (command) => {
    if (command.isChatInputCommand()) return await onSlash(command);
    const question = { text: withoutMentions(command.targetMessage.content), lang: langOf(command) };
    await responder.answer(command, true, async () => await ask(command, question, true));
  };
}

function articleFor(
  { channelId, options, user }: ChatInputCommandInteraction,
  builder: MessageBuilder,
  lang: InterfaceLang,
): Message {
  const places = [true, false].map((isPrivate) => conversationOf(channelId, user.id, isPrivate));
  return builder.article(options.getString(optionName('article'), true), places, lang);
}

function chooseLang(command: ChatInputCommandInteraction, { langOf, preferences }: DiscordParts): Message {
  const choice = readLangChoice(command.options.getString(optionName('lang'), true));
  if (choice === null) return sentenceMessage(catalogue(langOf(command)).whichLang);
  preferences.choose(command.user.id, choice);
  const words = catalogue(langOf(command));
  return sentenceMessage(
    `${choice === 'auto' ? words.slash.followsDevice : words.langChosen}\n${words.chat.untilRestart}`,
  );
}

function questionOf({ options }: ChatInputCommandInteraction): Question & { readonly lang?: InterfaceLang } {
  const given = (option: 'outlet' | 'since' | 'until'): string | undefined =>
    options.getString(optionName(option))?.trim() || undefined;
  return {
    text: options.getString(optionName('question'), true),
    outlet: given('outlet'),
    since: given('since'),
    until: given('until'),
  };
}
