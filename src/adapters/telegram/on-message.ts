import type { Message } from 'telegraf/types';
import type { AskedKind } from '../../core/index.ts';
import { askedText } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import { readLangChoice, type LangChoice } from '../lang-choices.ts';
import { caption } from '../visible-text.ts';
import { questionFromMessage } from '../chat/question-from-message.ts';
import type { Replied } from '../chat/reply-context.ts';
import { conversationOf, messageId, type BotContext } from './bot-context.ts';
import { readMessage, type Place, type RepliedTo, type Said } from './incoming.ts';
import { renderAnswer, type Reply } from './render-answer.ts';
import { renderArticle } from './render-article.ts';
import { renderHelp, renderLangs, renderSources, sentence } from './render-help.ts';

/** UTF-16 units of what somebody typed that are repeated to them. */
const REPEATED = 80;

/** A message to the bot, and what makes the reply to it; null where the bot was not spoken to. */
export function onMessage(message: Message, context: BotContext): { place: Place; make: () => Promise<Reply> } | null {
  const incoming = readMessage(message, context.me);
  if (incoming === null) return null;
  const { place, said } = incoming;
  return { place, make: async () => await replyTo(said, place, context) };
}

async function replyTo(said: Said, place: Place, context: BotContext): Promise<Reply> {
  const words = catalogue(context.langOf(place));
  switch (said.kind) {
    case 'question':
      return await answerTo({ ...said, asked: said.elsewhere === true ? said.text : null }, place, context);
    case 'unknown-command':
      return sentence(words.unknownCommand(caption(said.given, REPEATED), null));
    case 'wordless':
      return sentence(words.reject.noWords);
    case 'command':
      return obey(said, place, context);
  }
}

interface Turn {
  readonly text: string;
  readonly as: AskedKind | undefined;
  /** The question, where the reply to it does not stand below it. */
  readonly asked: string | null;
  readonly repliesTo?: RepliedTo;
}

/** Asks as a turn of the place's conversation. A kind without a question is about the last one. */
export async function answerTo(
  { text, as, asked, repliesTo }: Turn,
  place: Place,
  context: BotContext,
): Promise<Reply> {
  context.logger.debug(`Asked in chat ${place.chat}`, askedText(text));
  const replied = repliesTo === undefined ? null : repliedIn(repliesTo, place, context);
  const conversation = await context.conversationFor(conversationOf(place), replied);
  const asker = { lang: context.preferences.langOf(String(place.user)), conversation };
  const last = text === '' && as !== undefined && as !== 'answer' ? context.last(conversationOf(place)) : null;
  const question = last === null ? { text, as, ...asker } : { ...last.resolved, as, ...asker };
  const answer = await context.ask(question);
  context.answered(place, answer);
  const options = { level: 0, days: context.corpus() };
  return last === null
    ? renderAnswer(answer, { ...options, asked })
    : renderAnswer({ ...answer, understood: question.text }, { ...options, asked: null });
}

// An answer of ours stands for its question, which it shows or which is remembered; other messages for what they say.
function repliedIn({ message, text, isOurs }: RepliedTo, { chat }: Place, context: BotContext): Replied {
  const id = messageId(chat, message);
  if (!isOurs) return { id, question: text === '' ? null : { text } };
  const shown = questionFromMessage(text);
  return { id, question: context.questionOf(id) ?? (shown === null ? null : { text: shown }) };
}

function obey({ command, argument }: Extract<Said, { kind: 'command' }>, place: Place, context: BotContext): Reply {
  const lang = context.langOf(place);
  switch (command) {
    case 'help':
      return renderHelp(lang, context.corpus());
    case 'sources':
      return renderSources(context.corpus(), lang);
    case 'article':
      return showArticle(argument, place, context);
    case 'lang':
      return argument === '' ? renderLangs(lang) : chooseLang(readLangChoice(argument), place, context);
    case 'privacy':
      return sentence(catalogue(lang).chat.privacy(context.modelHost));
  }
}

/** Remembers the choice and says so, in that language. */
export function chooseLang(choice: LangChoice | null, place: Place, context: BotContext): Reply {
  if (choice === null) return sentence(catalogue(context.langOf(place)).whichLang);
  context.preferences.choose(String(place.user), choice);
  const words = catalogue(context.langOf(place));
  return sentence(choice === 'auto' ? words.langAuto : words.langChosen, words.chat.untilRestart);
}

function showArticle(given: string, place: Place, context: BotContext): Reply {
  const lang = context.langOf(place);
  const found = context.find(given, conversationOf(place), lang);
  return 'length' in found ? sentence(...found) : renderArticle(found, 0, lang);
}
