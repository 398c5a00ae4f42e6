import {
  MessageFlags,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { catalogue, type AskedKind, type InterfaceLang } from '../../core/index.ts';
import { questionShown } from '../chat/asked-again.ts';
import { langOfTag } from '../chat/preferences.ts';
import { readLangChoice } from '../lang-choices.ts';
import { readButtonId, type AnswerPress, type Press } from './button-ids.ts';
import { commandNamed, optionName, type CommandName } from './commands.ts';
import type { DiscordParts } from './discord-parts.ts';
import type { Caller } from './gate.ts';
import { payloadOf, type Message } from './message.ts';
import { acknowledge, sendSurely } from './network.ts';
import { helpMessage, sentenceMessage } from './render-corpus.ts';

type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

const KINDS = { ask: undefined, compare: 'comparison', timeline: 'timeline' } as const satisfies Partial<
  Record<CommandName, AskedKind | undefined>
>;

/** Answers commands, buttons and completions. Every interaction is acknowledged before anything else is done for it. */
export function createInteractionHandler(parts: DiscordParts): (interaction: Interaction) => Promise<void> {
  const { desk, gate, preferences, lanes, logger } = parts;
  const langOf = ({ user, locale }: Interaction): InterfaceLang =>
    preferences.langOf(user.id) ?? langOfTag(locale) ?? parts.lang;

  // What only the person sees, said at once.
  const tell = async (interaction: Answerable, sentence: string): Promise<void> => {
    const { embeds, allowedMentions } = payloadOf(sentenceMessage(sentence));
    await acknowledge(async () => await interaction.reply({ embeds, allowedMentions, flags: MessageFlags.Ephemeral }));
  };

  const edit = async (interaction: Answerable, message: Message): Promise<void> => {
    const payload = payloadOf(message);
    await sendSurely(async () => await interaction.webhook.editMessage('@original', payload));
  };

  const respond = async (interaction: Answerable, make: () => Promise<Message> | Message): Promise<void> => {
    try {
      await edit(interaction, await make());
    } catch (error) {
      logger.error('Discord: an interaction could not be answered', error);
      await edit(interaction, sentenceMessage(catalogue(langOf(interaction)).fault));
    }
  };

  const defer = async (interaction: Answerable, isPrivate: boolean): Promise<boolean> =>
    await acknowledge(async () => await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));

  const onCommand = async (interaction: ChatInputCommandInteraction): Promise<void> => {
    const command = commandNamed(interaction.commandName);
    const lang = langOf(interaction);
    switch (command) {
      case 'ask':
      case 'compare':
      case 'timeline': {
        const isPrivate = interaction.options.getBoolean(optionName('private')) ?? false;
        if (!(await defer(interaction, isPrivate))) return;
        return await respond(interaction, async () => await ask(interaction, { as: KINDS[command], isPrivate, lang }));
      }
      case 'sources':
        return await privately(interaction, () => desk.sources(0, lang));
      case 'article':
        return await privately(interaction, () =>
          desk.article(interaction.options.getString(optionName('article'), true), lang),
        );
      case 'lang':
        return await privately(interaction, () => chooseLang(interaction));
      case 'help':
        return await privately(interaction, () => helpMessage(lang));
      case 'privacy':
        return await privately(interaction, () => sentenceMessage(catalogue(lang).chat.privacy));
      case 'message':
      case null:
        return await tell(interaction, catalogue(lang).chat.expired);
    }
  };

  const privately = async (interaction: Answerable, make: () => Promise<Message> | Message): Promise<void> => {
    if (await defer(interaction, true)) await respond(interaction, make);
  };

  const ask = async (
    interaction: ChatInputCommandInteraction,
    { as, isPrivate, lang }: { as: AskedKind | undefined; isPrivate: boolean; lang: InterfaceLang },
  ): Promise<Message> => {
    const given = (option: 'outlet' | 'since' | 'until'): string | undefined =>
      interaction.options.getString(optionName(option))?.trim() || undefined;
    const text = interaction.options.getString(optionName('question'), true);
    logger.debug(`Discord: ${JSON.stringify(text)}`);
    const conversation = conversationOf(interaction.channelId, interaction.user.id);
    const question = {
      text,
      as,
      lang,
      conversation,
      outlet: given('outlet'),
      since: given('since'),
      until: given('until'),
    };
    return await lanes.run(
      conversation,
      async () => await desk.answer(question, isPrivate && interaction.guildId !== null),
    );
  };

  const chooseLang = (interaction: ChatInputCommandInteraction): Message => {
    const choice = readLangChoice(interaction.options.getString(optionName('lang'), true));
    if (choice === null) return sentenceMessage(catalogue(langOf(interaction)).whichLang);
    preferences.choose(interaction.user.id, choice);
    const words = catalogue(langOf(interaction));
    return sentenceMessage(choice === 'auto' ? words.slash.followsDevice : words.langChosen);
  };

  const onMessageCommand = async (interaction: MessageContextMenuCommandInteraction): Promise<void> =>
    await privately(interaction, async () => {
      const conversation = conversationOf(interaction.channelId, interaction.user.id);
      const text = withoutMentions(interaction.targetMessage.content);
      const question = { text, lang: langOf(interaction), conversation };
      return await lanes.run(conversation, async () => await desk.answer(question, interaction.guildId !== null));
    });

  const onButton = async (interaction: ButtonInteraction): Promise<void> => {
    const press = readButtonId(interaction.customId);
    const expired = catalogue(langOf(interaction)).chat.expired;
    const question = questionOf(interaction);
    if (press === null || (isAnswerPress(press) && question === null)) return await tell(interaction, expired);
    switch (press.action) {
      case 'convert':
        return await privately(interaction, async () => await desk.converted(press, question ?? ''));
      case 'passage': {
        const passage = desk.passage(press, langOf(interaction));
        return passage === null ? await tell(interaction, expired) : await privately(interaction, () => passage);
      }
      case 'article': {
        const page = desk.articlePage(press);
        return page === null ? await tell(interaction, expired) : await inPlace(interaction, () => page);
      }
      case 'sources':
        return await inPlace(interaction, () => desk.sources(press.page, press.lang));
      case 'page':
        return await inPlace(
          interaction,
          async () => await desk.again(press, question ?? '', isPrivate(interaction) && interaction.guildId !== null),
        );
      case 'share':
        return await share(interaction, press, question ?? '');
    }
  };

  const inPlace = async (interaction: ButtonInteraction, make: () => Promise<Message> | Message): Promise<void> => {
    if (!(await acknowledge(async () => await interaction.deferUpdate()))) return;
    try {
      await edit(interaction, await make());
    } catch (error) {
      logger.error('Discord: a button could not be answered', error);
      await tellAfter(interaction, catalogue(langOf(interaction)).fault);
    }
  };

  const tellAfter = async (interaction: ButtonInteraction, sentence: string): Promise<void> => {
    const { embeds, allowedMentions } = payloadOf(sentenceMessage(sentence));
    await interaction.webhook.send({ embeds, allowedMentions, flags: MessageFlags.Ephemeral });
  };

  // The answer for everybody, then the private one without the button: it is shared once.
  const share = async (interaction: ButtonInteraction, press: AnswerPress, question: string): Promise<void> =>
    await inPlace(interaction, async () => {
      const shared = await desk.again(press, question, false);
      await interaction.webhook.send(payloadOf(shared));
      return shared;
    });

  const onCompletion = async (interaction: AutocompleteInteraction): Promise<void> => {
    const { name, value } = interaction.options.getFocused(true);
    const { completion } = parts;
    if (!gate.isOpenTo(callerOf(interaction))) return await interaction.respond([]);
    if (name === optionName('outlet')) return await interaction.respond(completion.outlets(value));
    if (name === optionName('article')) return await interaction.respond(completion.articles(value));
    await interaction.respond(completion.questions(value, langOf(interaction)));
  };

  return async (interaction) => {
    if (interaction.isAutocomplete()) return await onCompletion(interaction);
    if (!(interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || interaction.isButton()))
      return;
    const refusal = gate.refusal(callerOf(interaction), langOf(interaction));
    if (refusal !== null) return await tell(interaction, refusal);
    if (interaction.isChatInputCommand()) return await onCommand(interaction);
    if (interaction.isMessageContextMenuCommand()) return await onMessageCommand(interaction);
    await onButton(interaction);
  };
}

/** One conversation for each person in each channel; a thread is a channel of its own. */
export const conversationOf = (channelId: string, userId: string): string => `${channelId}:${userId}`;

/** What somebody wrote, without the marks of those whom it mentions. */
export const withoutMentions = (content: string): string => content.replaceAll(/<(?:@[!&]?|#)\d+>/g, ' ').trim();

const callerOf = ({ user, guildId, channelId, channel }: Interaction): Caller => ({
  userId: user.id,
  guildId,
  channelId,
  parentId: channel !== null && 'parentId' in channel ? channel.parentId : null,
});

const isAnswerPress = ({ action }: Press): boolean => action === 'page' || action === 'convert' || action === 'share';

const isPrivate = ({ message }: ButtonInteraction): boolean => message.flags.has(MessageFlags.Ephemeral);

// Where `answerMessage` shows it.
const questionOf = ({ message }: ButtonInteraction): string | null =>
  [message.embeds[0]?.author?.name, message.embeds[0]?.footer?.text]
    .flatMap((line) => (line === undefined ? [] : (questionShown(line) ?? [])))
    .at(0) ?? null;
