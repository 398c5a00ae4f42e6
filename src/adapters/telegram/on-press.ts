import { LRUCache } from 'lru-cache';
import type { CallbackQuery, Message } from 'telegraf/types';
import { textOf } from '../chat/paragraph.ts';
import { questionFromMessage } from '../chat/question-from-message.ts';
import { readPress, type Press } from '../chat/press.ts';
import type { Reply } from '../chat/reply.ts';
import { within } from '../chat/wait.ts';
import { caption } from '../visible-text.ts';
import { whoIn, type BotContext } from './bot-context.ts';
import { nameOf, placeOf, questionOf, type Place } from './incoming.ts';
import { SHOWING } from './on-message.ts';

/** UTF-16 units; Bot API, answerCallbackQuery. */
const NOTICE_LIMIT = 200;
/** Milliseconds within which a button says itself that there is nothing to show. */
const AT_ONCE = 700;
/** Presses that are remembered, and milliseconds for which one that comes again is the same one. */
const PRESSES = 5_000;
const SAME_PRESS = 3_000;

// What becomes of the button itself.
function buttonsOf({ sender, logger }: BotContext) {
  // The button shows that it is at work until this; too late is no harm.
  const acknowledge = async (id: string, text?: string): Promise<void> => {
    const said = text === undefined ? {} : { text: caption(text, NOTICE_LIMIT), show_alert: true };
    await sender
      .call('answerCallbackQuery', { callback_query_id: id, ...said })
      .catch((fault: unknown) => logger.debug('A press was not acknowledged.', fault));
  };
  // There is more once: what was shown is not to be shown again.
  const takeAway = async (message: Message, data: string): Promise<void> => {
    const rows = 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
    const left = rows
      .map((row) => row.filter((button) => !('callback_data' in button) || button.callback_data !== data))
      .filter((row) => row.length > 0);
    if (rows.length === 0) return;
    await sender
      .call('editMessageReplyMarkup', {
        chat_id: message.chat.id,
        message_id: message.message_id,
        reply_markup: { inline_keyboard: left },
      })
      .catch((fault: unknown) => logger.debug('A button could not be taken away.', fault));
  };
  return { acknowledge, takeAway };
}

/** Answers presses of buttons. Rejects only where the bot stops before the reply is out. */
export function pressHandler(
  context: BotContext,
): (query: CallbackQuery, refusal: (place: Place) => string | null) => Promise<void> {
  const recent = new LRUCache<string, true>({ max: PRESSES, ttl: SAME_PRESS });
  const used = new LRUCache<string, true>({ max: PRESSES });

  const { acknowledge, takeAway } = buttonsOf(context);

  return async (query, refusal) => {
    const { id, message } = query;
    const data = 'data' in query ? query.data : '';
    if (message === undefined) return await acknowledge(id);
    const press = readPress(data);
    const place = placeOfPress(query, message as Message, press);
    const key = `${message.chat.id}/${message.message_id} ${data}`;
    if (used.has(key) || recent.has(key)) return await acknowledge(id);
    const refused = refusal(place);
    if (refused !== null) return await acknowledge(id, refused);
    const isOnce = press?.kind === 'more';
    (isOnce ? used : recent).set(key, true);
    const shown = message.date === 0 ? null : (message as Message);
    const made = pressed(press, shown, { place, context });
    const first = await within(
      AT_ONCE,
      made.catch(() => null),
    );
    const isNotice = first?.isNotice === true;
    await acknowledge(id, isNotice ? wordsOf(first) : undefined);
    if (!isNotice) await context.reply(place, async () => await made, insteadOf(press, message));
    if (isOnce && shown !== null) await takeAway(shown, data);
    if (isOnce && (await made.catch(() => null)) === null) used.delete(key);
  };
}

async function pressed(
  press: Press | null,
  shown: Message | null,
  { place, context }: { place: Place; context: BotContext },
): Promise<Reply> {
  const question = shown === null ? null : questionIn(shown, context);
  return await context.service.pressed(press, question, { who: whoIn(place), showing: SHOWING });
}

const wordsOf = ({ body }: Reply): string => body.map(textOf).join(' ');

// The passage around another quote takes the place of the one before.
const insteadOf = (press: Press | null, { chat, message_id: id }: { chat: { id: number }; message_id: number }) =>
  press?.kind === 'passage' || press?.kind === 'script' || press?.kind === 'convert'
    ? `${press.kind} ${chat.id}/${id}`
    : undefined;

function placeOfPress({ from }: CallbackQuery, message: Message, press: Press | null): Place {
  const own = message.date === 0 ? { ...placeOf(message), topic: undefined } : placeOf(message);
  return {
    ...own,
    message: repliedTo(press, message),
    user: from.id,
    userName: nameOf(from.username),
    tag: from.language_code,
  };
}

// More of an answer stands below the question again, an example's answer below nothing, all else below the button.
function repliedTo(press: Press | null, message: Message): number | undefined {
  if (press?.kind === 'example') return undefined;
  return press?.kind === 'more' ? (questionBelow(message)?.message_id ?? message.message_id) : message.message_id;
}

const questionBelow = (message: Message): Message | undefined =>
  'reply_to_message' in message ? message.reply_to_message : undefined;

// The question that a message of the bot's answers: what it shows, or else what it replies to.
function questionIn(shown: Message, { me }: BotContext): string | null {
  const text = questionFromMessage(shownBy(shown));
  if (text !== null) return text;
  const asked = questionBelow(shown);
  return (asked === undefined ? null : questionOf(asked, me)?.text) || null;
}

const shownBy = (message: Message): string => ('text' in message ? message.text : '');
