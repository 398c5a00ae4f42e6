import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Question } from '../../core/index.ts';
import { catalogue, rejectionSentence } from '../../messages/index.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { KeyedQueue } from '../chat/keyed-queue.ts';
import { KIND_OF_COMMAND } from '../chat/run-command.ts';
import { commandNamed, optionName, shownCommands } from './commands.ts';
import { isAmongOthers, whoOf } from './conversation.ts';
import { whatIsMissing } from './delivery.ts';
import { threadTopic, wordsOf } from './replied.ts';
import type { Responder } from './responder.ts';

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

// It can only be shared where there is somebody else.
const askerOf = (command: Command, isPrivate: boolean) => ({
  who: whoOf(command, isPrivate),
  showing: { isNumbered: false, isPrivate: isPrivate && isAmongOthers(command) },
});

/** What answering commands stands on. */
export interface CommandParts {
  readonly service: ChatService;
  readonly responder: Responder;
  /** One for each conversation: its turns are answered in order. */
  readonly queue: KeyedQueue;
  /** The ids of the commands by their names, as soon as Discord has told them. */
  readonly commandIds: ReadonlyMap<string, string>;
}

/** Answers commands, those behind a slash and the one on messages. Answers to questions are public unless told. */
export function createCommandHandler({
  service,
  queue,
  responder,
  commandIds,
}: CommandParts): (command: Command) => Promise<void> {
  const ask = async (command: ChatInputCommandInteraction, question: Question): Promise<void> => {
    const isPrivate = command.options.getBoolean(optionName('private')) ?? false;
    const { who, showing } = askerOf(command, isPrivate);
    const lang = service.langOf(who);
    // What is wrong with options is for nobody else to read; the question need not be typed again.
    const fault = service.faultOf(question);
    if (fault !== null)
      return await responder.tell(command, rejectionSentence(fault, lang), catalogue(lang).chat.asked(question.text));
    // Where the person's Discord tells no language that is spoken here, the question's own is.
    const turn = who.lang == null ? question : { ...question, lang };
    await responder.answer(command, isPrivate, async () => {
      const isFirst = service.last(who.place) === null;
      const replied = isFirst ? await threadTopic(command.channel, service.articles()) : null;
      // In order with what else the person asks there.
      return await queue.run(who.place, async () => await service.answer({ ...turn, replied }, who, showing));
    });
  };

  const onSlash = slashHandler({ service, responder, commandIds, ask });

  return async (command) => {
    if (command.isChatInputCommand()) return await onSlash(command);
    const asker = askerOf(command, true);
    await responder.answer(
      command,
      true,
      async () =>
        await queue.run(asker.who.place, async () => await service.about(wordsOf(command.targetMessage), asker)),
    );
  };
}

const FILTERS = ['outlet', 'author', 'tag', 'kind', 'since', 'until'] as const;

const questionOf = ({ options }: ChatInputCommandInteraction): Question => ({
  text: options.getString(optionName('question'), true),
  ...Object.fromEntries(FILTERS.map((each) => [each, options.getString(optionName(each))?.trim() || undefined])),
});

interface Slash extends Omit<CommandParts, 'queue'> {
  readonly ask: (command: ChatInputCommandInteraction, question: Question) => Promise<void>;
}

const slashHandler =
  ({ service, responder, commandIds, ask }: Slash) =>
  async (command: ChatInputCommandInteraction): Promise<void> => {
    const { who, showing } = askerOf(command, false);
    const lang = service.langOf(who);
    const name = commandNamed(command.commandName);
    switch (name) {
      case 'ask':
        return await ask(command, questionOf(command));
      case 'compare':
      case 'timeline':
      case 'list':
        return await ask(command, { ...questionOf(command), as: KIND_OF_COMMAND[name] });
      case 'article':
      case 'lang':
      case 'sources':
      case 'privacy': {
        // Numbers are those of the last answer, which may have been private.
        const alone = whoOf(command, true);
        const [own, open] = [alone, who].map(({ place }) => service.last(place)?.turn ?? 0) as [number, number];
        const asker = { who: name === 'article' && own > open ? alone : who, showing };
        const given = command.options.getString(optionName(name === 'lang' ? 'lang' : 'article'))?.trim() ?? '';
        return await responder.answer(command, true, async () => await service.command(name, given, asker));
      }
      case 'help':
        return await responder.answer(command, true, () => {
          const missing = command.guildId === null ? [] : whatIsMissing(command.appPermissions, command.channel, lang);
          const more = [catalogue(lang).slash.otherWays, ...missing];
          return service.help(who, { commands: shownCommands(commandIds, lang), more });
        });
      case null:
        return await responder.tell(command, catalogue(lang).chat.expired);
    }
  };
