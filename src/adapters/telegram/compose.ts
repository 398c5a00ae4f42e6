import type { Place } from './incoming.ts';
import { markUp, visible, type Paragraph } from './paragraph.ts';
import type { Reply } from './render-answer.ts';
import type { OutgoingMessage } from './sender.ts';
import { roomBelow, splitMessages } from './split.ts';
import type { TelegramHtml } from './html.ts';

/**
 * A reply as the messages that say it: the first and the last are replies to what was said, the last has the buttons, so that the
 * question can be read again from what the last one stands below, or from its own head.
 */
export function compose({ head, body, buttons }: Reply, { topic, message }: Place): OutgoingMessage[] {
  const shown = head.map(visible);
  const parts = splitMessages(body, roomBelow(shown));
  const thread = topic === undefined ? {} : { message_thread_id: topic };
  // What is replied to may be gone by now.
  const below =
    message === undefined ? {} : { reply_parameters: { message_id: message, allow_sending_without_reply: true } };
  const keyboard = buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } };
  const messageOf = (part: readonly Paragraph[], at: number): OutgoingMessage => {
    const isLast = at === parts.length - 1;
    if (at > 0 && !isLast) return { ...formatted(markUp(part)), ...thread };
    return { ...formatted(markUp([...shown, ...part])), ...thread, ...below, ...(isLast && keyboard) };
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
