import type { CallbackQuery, Message } from 'telegraf/types';
import { isFound, otherScript, USUAL_LIMITS, type AskedKind, type Question } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { QuotePlace } from '../chat/archive.ts';
import { questionFromMessage } from '../chat/question-from-message.ts';
import { readPress, type Press } from './buttons.ts';
import type { BotContext } from './bot-context.ts';
import { placeOf, questionOf, type Place } from './incoming.ts';
import { answerTo, chooseLang } from './on-message.ts';
import { readFilters } from './button-filters.ts';
import { renderAnswer, type Reply } from './render-answer.ts';
import { renderArticle, renderConverted, renderPassage } from './render-article.ts';
import { sentence } from './render-help.ts';

/** A button that was pressed, and what makes the reply to it; null where its message is not in a chat. */
export function onPress(
  query: CallbackQuery,
  context: BotContext,
): { place: Place; make: () => Promise<Reply> } | null {
  const { message, from } = query;
  if (message === undefined) return null;
  const press = 'data' in query ? readPress(query.data) : null;
  // A message that Telegram no longer shows to bots has no date, nor anything else to read.
  const shown = message.date === 0 ? null : (message as Message);
  const own = shown === null ? { ...placeOf(message as Message), topic: undefined } : placeOf(shown);
  const place: Place = {
    ...own,
    message: repliedTo(press, message as Message),
    user: from.id,
    tag: from.language_code,
  };
  return { place, make: async () => await replyTo(press, { place, shown }, context) };
}

// More of an answer stands below the question again, an example's answer below nothing, all else below the button.
function repliedTo(press: Press | null, message: Message): number | undefined {
  if (press?.kind === 'example') return undefined;
  return press?.kind === 'more' ? (questionBelow(message)?.message_id ?? message.message_id) : message.message_id;
}

const questionBelow = (message: Message): Message | undefined =>
  'reply_to_message' in message ? message.reply_to_message : undefined;

interface Pressed {
  readonly place: Place;
  /** The button's message; null where it cannot be read any more. */
  readonly shown: Message | null;
}

async function replyTo(press: Press | null, { place, shown }: Pressed, context: BotContext): Promise<Reply> {
  const lang = context.langOf(place);
  const expired = sentence(catalogue(lang).chat.expired);
  if (press === null) return expired;
  switch (press.kind) {
    case 'more':
      return shown === null ? expired : ((await moreOf(shown, press, { place, context })) ?? expired);
    case 'passage':
    case 'script':
      return (await aboutQuote(press.kind, press.place, { place, context })) ?? expired;
    case 'article': {
      const article = context.articleBy(press.article);
      return article === null || press.from >= article.text.length ? expired : renderArticle(article, press.from, lang);
    }
    case 'example': {
      const text = catalogue(press.lang).examples[press.number];
      return text === undefined ? expired : await answerTo({ text, as: undefined, asked: text }, place, context);
    }
    case 'lang':
      return chooseLang(press.choice, place, context);
  }
}

interface Asker {
  readonly place: Place;
  readonly context: BotContext;
}

// Twice as much each time: what was not shown yet.
async function moreOf(
  shown: Message,
  { level, of, filters }: Extract<Press, { kind: 'more' }>,
  { place, context }: Asker,
): Promise<Reply | null> {
  const question = questionOfReply(shown, filters, context);
  if (question === null) return null;
  const lang = context.preferences.langOf(String(place.user));
  const offset = LIMITS[of ?? 'answer'] * 2 ** (level - 1);
  const answer = await context.ask({ ...question, lang, offset, limit: offset });
  if (answer.kind === 'not-found' && answer.reason?.code === 'no-more') return sentence(catalogue(answer.lang).noMore);
  if (!isFound(answer)) return null;
  // The message with more shows the question as the one before did.
  const head = filters === '' ? { asked: questionFromMessage(textOf(shown)) } : { asked: null };
  const options = { ...head, level, days: context.corpus(), listedBefore: answer.kind === 'listing' ? offset : 0 };
  return renderAnswer(filters === '' ? answer : { ...answer, understood: question.text }, options);
}

const LIMITS: Readonly<Record<AskedKind, number>> = { ...USUAL_LIMITS, answer: USUAL_LIMITS.answered };

// The question that a message of the bot's answers: what it shows, or else what it replies to.
function questionOfReply(shown: Message, filters: string, { me, articles }: BotContext): Question | null {
  const text = questionFromMessage(textOf(shown));
  if (text !== null) {
    const given = filters === '' ? {} : readFilters(filters, articles());
    return given === null ? null : { ...given, text };
  }
  const asked = questionBelow(shown);
  const question = asked === undefined ? null : questionOf(asked, me);
  return question === null || question.text === '' ? null : { text: question.text, as: question.as };
}

const textOf = (message: Message): string => ('text' in message ? message.text : '');

async function aboutQuote(
  kind: 'passage' | 'script',
  quoted: QuotePlace,
  { place, context }: Asker,
): Promise<Reply | null> {
  const found = context.quoteAt(quoted);
  if (found === null) return null;
  const { article, quote } = found;
  const lang = context.langOf(place);
  return kind === 'passage'
    ? renderPassage(article, quoted, lang)
    : renderConverted(article, await otherScript(quote), lang);
}
