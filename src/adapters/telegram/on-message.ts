import type { Message } from 'telegraf/types';
import type { ArticleId, AskedKind } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { askAgain } from '../again.ts';
import { findArticle } from '../find-article.ts';
import { readLangChoice, type LangChoice } from '../lang-choices.ts';
import { caption } from '../visible-text.ts';
import { conversationOf, type Desk } from './desk.ts';
import { readMessage, type Place, type Said } from './incoming.ts';
import { renderAnswer, type Reply } from './render-answer.ts';
import { renderArticle } from './render-article.ts';
import { renderHelp, renderLangs, renderSources, sentence } from './render-talk.ts';

/** UTF-16 units of what somebody typed that are repeated to them. */
const REPEATED = 80;

/** A message to the bot, and what makes the reply to it; null where the bot was not spoken to. */
export function onMessage(message: Message, desk: Desk): { place: Place; make: () => Promise<Reply> } | null {
  const incoming = readMessage(message, desk.me);
  if (incoming === null) return null;
  const { place, said } = incoming;
  return { place, make: async () => await replyTo(said, place, desk) };
}

async function replyTo(said: Said, place: Place, desk: Desk): Promise<Reply> {
  const words = catalogue(desk.langOf(place));
  switch (said.kind) {
    case 'question':
      return await answerTo({ ...said, asked: said.elsewhere === true ? said.text : null }, place, desk);
    case 'unknown-command':
      return sentence(words.unknownCommand(caption(said.given, REPEATED), null));
    case 'wordless':
      return sentence(words.reject.noWords);
    case 'command':
      return obey(said, place, desk);
  }
}

interface Turn {
  readonly text: string;
  readonly as: AskedKind | undefined;
  /** The question, where the reply to it does not stand below it. */
  readonly asked: string | null;
}

/** Asks as a turn of the place's conversation. A kind without a question is about the last one. */
export async function answerTo({ text, as, asked }: Turn, place: Place, desk: Desk): Promise<Reply> {
  desk.logger.debug(`Asked in chat ${place.chat}: ${JSON.stringify(text)}`);
  const asker = { lang: desk.preferences.langOf(String(place.user)), conversation: conversationOf(place) };
  const last = text === '' && as !== undefined && as !== 'answer' ? desk.last(place) : null;
  if (last !== null) {
    const exchange = await askAgain(desk.ask, last, { as, ...asker });
    desk.answered(place, exchange);
    const answer = { ...exchange.answer, understood: exchange.question.text };
    return renderAnswer(answer, { asked: null, level: 0, days: desk.corpus });
  }
  const question = { text, as, ...asker };
  const answer = await desk.ask(question);
  desk.answered(place, { question, answer });
  return renderAnswer(answer, { asked, level: 0, days: desk.corpus });
}

function obey({ command, argument }: Extract<Said, { kind: 'command' }>, place: Place, desk: Desk): Reply {
  const lang = desk.langOf(place);
  switch (command) {
    case 'help':
      return renderHelp(lang);
    case 'sources':
      return renderSources(desk.corpus, lang);
    case 'article':
      return showArticle(argument, place, desk);
    case 'lang':
      return argument === '' ? renderLangs(lang) : chooseLang(readLangChoice(argument), place, desk);
    case 'privacy':
      return sentence(catalogue(lang).chat.privacy);
  }
}

/** Remembers the choice and says so, in that language. */
export function chooseLang(choice: LangChoice | null, place: Place, desk: Desk): Reply {
  if (choice === null) return sentence(catalogue(desk.langOf(place)).whichLang);
  desk.preferences.choose(String(place.user), choice);
  const words = catalogue(desk.langOf(place));
  return sentence(choice === 'auto' ? words.langAuto : words.langChosen);
}

function showArticle(given: string, place: Place, desk: Desk): Reply {
  const lang = desk.langOf(place);
  const numbered = desk.last(place)?.numbered ?? new Map<number, ArticleId>();
  const found = findArticle(given, { articles: desk.articles, numbered, lang });
  return 'length' in found ? sentence(...found) : renderArticle(found, 0, lang);
}
