import type { CallbackQuery, Message } from 'telegraf/types';
import { otherScript, type Question } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { questionShown } from '../chat/asked-again.ts';
import { furtherThan, isFound, USUAL_LIMITS, type Found } from '../further.ts';
import { readPress, type Press, type QuotePlace } from './buttons.ts';
import type { Desk } from './desk.ts';
import { placeOf, questionOf, type Place } from './incoming.ts';
import { answerTo, chooseLang } from './on-message.ts';
import { readNarrowing } from './narrowing.ts';
import { renderAnswer, type Reply } from './render-answer.ts';
import { quoteAt, renderArticle, renderConverted, renderPassage } from './render-article.ts';
import { sentence } from './render-talk.ts';

/** A button that was pressed, and what makes the reply to it; null where its message is not in a chat. */
export function onPress(query: CallbackQuery, desk: Desk): { place: Place; make: () => Promise<Reply> } | null {
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
  return { place, make: async () => await replyTo(press, { place, shown }, desk) };
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

async function replyTo(press: Press | null, { place, shown }: Pressed, desk: Desk): Promise<Reply> {
  const lang = desk.langOf(place);
  const expired = sentence(catalogue(lang).chat.expired);
  if (press === null) return expired;
  switch (press.kind) {
    case 'more':
      return shown === null ? expired : ((await moreOf(shown, press, { place, desk })) ?? expired);
    case 'passage':
    case 'script':
      return (await aboutQuote(press.kind, press.place, { place, desk })) ?? expired;
    case 'article': {
      const article = desk.articleBy(press.article);
      return article === null || press.from >= article.text.length ? expired : renderArticle(article, press.from, lang);
    }
    case 'example': {
      const text = catalogue(press.lang).examples[press.number];
      return text === undefined ? expired : await answerTo({ text, as: undefined, asked: text }, place, desk);
    }
    case 'lang':
      return chooseLang(press.choice, place, desk);
  }
}

interface Asker {
  readonly place: Place;
  readonly desk: Desk;
}

// Asks again for twice as much each time, up to what was shown last, and then for what was not shown yet.
async function moreOf(
  shown: Message,
  { level, narrowing }: Extract<Press, { kind: 'more' }>,
  { place, desk }: Asker,
): Promise<Reply | null> {
  const question = questionOfReply(shown, narrowing, desk);
  if (question === null) return null;
  const lang = desk.preferences.langOf(String(place.user));
  const first = await desk.ask({ ...question, lang });
  if (!isFound(first)) return null;
  let all: Found = first;
  for (let times = 1; ; times++) {
    const limit = USUAL_LIMITS[first.kind] * 2 ** times;
    const further = furtherThan(all, await desk.ask({ ...question, lang, limit }));
    if (further === null || further.unseen === null) return sentence(catalogue(first.lang).noMore);
    all = further.all;
    if (times < level) continue;
    const { unseen, listedBefore } = further;
    // The message with more shows the question as the one before did.
    const head = narrowing === '' ? { asked: questionShown(textOf(shown)) } : { asked: null };
    const answer = narrowing === '' ? unseen : { ...unseen, understood: question.text };
    return renderAnswer(answer, { ...head, level, days: desk.corpus, listedBefore });
  }
}

// The question that a message of the bot's answers: what it shows, or else what it replies to.
function questionOfReply(shown: Message, narrowing: string, { me, articles }: Desk): Question | null {
  const text = questionShown(textOf(shown));
  if (text !== null) {
    const narrowed = narrowing === '' ? {} : readNarrowing(narrowing, articles);
    return narrowed === null ? null : { ...narrowed, text };
  }
  const asked = questionBelow(shown);
  const question = asked === undefined ? null : questionOf(asked, me);
  return question === null || question.text === '' ? null : { text: question.text, as: question.as };
}

const textOf = (message: Message): string => ('text' in message ? message.text : '');

async function aboutQuote(
  kind: 'passage' | 'script',
  quoted: QuotePlace,
  { place, desk }: Asker,
): Promise<Reply | null> {
  const article = desk.articleBy(quoted.article);
  const quote = article === null ? null : quoteAt(article, quoted);
  if (article === null || quote === null) return null;
  const lang = desk.langOf(place);
  return kind === 'passage'
    ? renderPassage(article, quoted, lang)
    : renderConverted(article, await otherScript(quote), lang);
}
