import type { Message } from 'telegraf/types';
import { catalogue } from '../../messages/index.ts';
import type { Replied, Showing } from '../chat/asker.ts';
import { questionFromMessage } from '../chat/question-from-message.ts';
import { sentence, type Reply } from '../chat/reply.ts';
import { caption } from '../visible-text.ts';
import { messageId, whoIn, type BotContext } from './bot-context.ts';
import { shownCommands, type Command } from './commands.ts';
import { readMessage, type Place, type RepliedTo, type Said } from './incoming.ts';

/** UTF-16 units of what somebody typed that are repeated to them. */
const REPEATED = 80;

/** How answers are shown here. */
export const SHOWING: Showing = { isNumbered: true, isPrivate: false, canType: true };

/** Commands that are about an answer: the one that they are a reply to, else the last one. */
const OF_AN_ANSWER: ReadonlySet<Command> = new Set(['more', 'article', 'anywhere']);

const hasLink = (text: string): boolean => /https?:\/\/\S/iu.test(text);

/** Something to answer: where, and what makes the reply. */
export interface Turn {
  readonly place: Place;
  readonly make: () => Promise<Reply>;
}

/** A message to the bot, and what makes the reply to it; null where the bot was not spoken to. */
export function onMessage(message: Message, context: BotContext): Turn | null {
  const incoming = readMessage(message, context.me);
  if (incoming === null) return null;
  const { place, said } = incoming;
  return { place, make: async () => await replyTo(said, place, context) };
}

/** What makes the reply to something that was said. */
export async function replyTo(said: Said, place: Place, context: BotContext): Promise<Reply> {
  const { service } = context;
  const who = whoIn(place);
  const words = catalogue(service.langOf(who));
  switch (said.kind) {
    case 'question': {
      const { text, as, repliesTo, elsewhere = repliesTo === undefined && hasLink(text) } = said;
      if (elsewhere && (as === undefined || as === 'answer'))
        return await service.about(text, { who, showing: SHOWING });
      const replied = repliesTo === undefined ? null : repliedIn(repliesTo, place, context);
      return await service.answer({ text, as, replied }, who, SHOWING);
    }
    case 'unknown-command':
      return sentence(words.unknownCommand(caption(said.given, REPEATED), null));
    case 'wordless':
      return sentence(words.reject.noWords);
    case 'command':
      if (said.repliesTo !== undefined && OF_AN_ANSWER.has(said.command))
        await service.conversationFor(who, repliedIn({ ...said.repliesTo, marked: null }, place, context));
      return said.command === 'help'
        ? service.help(who, { commands: shownCommands(words), more: [words.chat.inGroups] })
        : await service.command(said.command, said.argument, { who, showing: SHOWING });
  }
}

// What is marked stands for itself; else an answer of ours for its question, which it shows or which is remembered, and other messages for
// what they say.
function repliedIn({ message, text, marked, isOurs }: RepliedTo, { chat }: Place, { service }: BotContext): Replied {
  const id = messageId(chat, message);
  const said = (words: string | null) => (words === null || words === '' ? null : { text: words });
  if (!isOurs) return { id, isOurs, question: said(marked ?? text) };
  const isQuestion = marked === null || questionFromMessage(marked) !== null;
  const part = isQuestion ? null : said(marked.replaceAll(OUR_NUMBERS, ' ').trim());
  return { id, isOurs, question: part ?? service.questionOf(id) ?? said(questionFromMessage(text)) };
}

// Of quotations and of sources.
const OUR_NUMBERS = /[\u2460-\u2473]|\[\d+\]/gu;
