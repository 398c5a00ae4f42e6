import type { InlineKeyboardButton } from 'telegraf/types';
import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { chunk } from '../chat/chunk.ts';
import { faint, type Paragraph } from '../chat/paragraph.ts';
import { writePress, type Press } from '../chat/press.ts';
import type { Choice, Menu, Reply } from '../chat/reply.ts';
import { caption } from '../visible-text.ts';
import type { TelegramHtml } from './html.ts';
import type { Place } from './incoming.ts';
import { markUp, messagesOf, visible } from './mark-up.ts';
import type { OutgoingMessage } from './sender.ts';

/** UTF-16 units; longer captions are cut short by phones. */
const CAPTION_LIMIT = 48;
/** Few enough rows of buttons to leave the answer in sight. */
const SHORT_CHOICES = 24;
const HEADLINES = 10;

/**
 * A reply as the messages that say it: the first and the last are replies to what was said, the last has the buttons, so that the
 * question can be read again from what the last one stands below, or from its own head. Of what is read page by page, one page.
 */
export function compose(reply: Reply, { topic, message }: Place, lang: InterfaceLang): OutgoingMessage[] {
  const shown = reply.head.map(visible);
  const { sources, mark, pages } = reply;
  const below = [
    ...(sources === undefined ? [] : [sources.heading, ...sources.list]),
    ...(mark === undefined ? [] : [faint(mark)]),
  ];
  const all = messagesOf([...reply.body, ...below], shown);
  const isPaged = pages?.isLong === true;
  const at = isPaged ? Math.min(pages.at, all.length - 1) : 0;
  const parts = isPaged ? all.slice(at, at + 1) : all;
  const next = isPaged && at < all.length - 1 ? pages.press(at + 1) : null;
  const rows = keyboardOf(reply, next, lang);
  const thread = topic === undefined ? {} : { message_thread_id: topic };
  // What is replied to may be gone by now.
  const repliedTo =
    message === undefined ? {} : { reply_parameters: { message_id: message, allow_sending_without_reply: true } };
  const keyboard = rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } };
  const messageOf = (part: readonly Paragraph[], at: number): OutgoingMessage => {
    const isLast = at === parts.length - 1;
    if (at > 0 && !isLast) return { ...formatted(markUp(part)), ...thread };
    return { ...formatted(markUp([...shown, ...part])), ...thread, ...repliedTo, ...(isLast && keyboard) };
  };
  return parts.map(messageOf);
}

/** The only way by which text reaches Telegram: as HTML, without a preview of anybody's page. */
export const formatted = (
  text: TelegramHtml,
): Pick<OutgoingMessage, 'text' | 'parse_mode' | 'link_preview_options'> => ({
  text,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
});

function keyboardOf(
  { menus = [], buttons = [] }: Reply,
  next: Press | null,
  lang: InterfaceLang,
): InlineKeyboardButton[][] {
  // From the passage around a quote, its article can be opened: sources need buttons only where there are no such passages.
  const hasQuotes = menus.some(({ of }) => of === 'quotes') && menus.every(({ of }) => of !== 'headlines');
  return [
    ...menus.filter(({ of }) => of !== 'sources' || !hasQuotes).flatMap(rowsOf),
    ...buttons.map((row) => row.map(buttonOf)),
    ...(next === null ? [] : [[buttonOf({ label: catalogue(lang).chat.buttons.readOn, press: next })]]),
  ].filter((row) => row.length > 0);
}

function rowsOf({ of, choices }: Menu): InlineKeyboardButton[][] {
  if (of === 'headlines') return choices.slice(0, HEADLINES).map((choice) => [buttonOf(choice)]);
  const buttons = choices.slice(0, SHORT_CHOICES).map(({ short, press }) => buttonOf({ label: short, press }));
  return chunk(buttons, of === 'quotes' ? 3 : 2);
}

/** A button, with as much of its caption as fits. */
const buttonOf = ({ label, press }: Choice): InlineKeyboardButton => ({
  text: caption(label, CAPTION_LIMIT) || '…',
  callback_data: writePress(press),
});
