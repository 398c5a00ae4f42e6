import { markUpIn, type Paragraph, type Span } from '../chat/paragraph.ts';
import { splitMessages, type Room } from '../chat/split.ts';
import { blockquote, bold, html, italic, link, telegramText, type TelegramHtml } from './html.ts';

/**
 * Bot API, sendMessage: 4,096 characters after entities are parsed; counted in UTF-16 units here, which are never fewer.
 *
 * @internal Exported for its tests.
 */
export const TELEGRAM_MESSAGE_LIMIT = 4_096;

/** Bot API, limits: Telegram ignores the entities of a message beyond this many. */
const ENTITY_LIMIT = 100;

/** Parts paragraphs into messages that Telegram takes, each with room for a head above it. */
export function messagesOf(paragraphs: readonly Paragraph[], head: readonly Paragraph[] = []): Paragraph[][] {
  const above = head.map(measure);
  const length = TELEGRAM_MESSAGE_LIMIT - above.reduce((sum, each) => sum + each.length + 2, 0);
  const entities = ENTITY_LIMIT - above.reduce((sum, each) => sum + each.entities, 0);
  return splitMessages(paragraphs.map(visible), { length, entities, piece: length, measure });
}

/** Makes the text of each span what a reader sees of it, so that its length is the length that counts. */
export const visible = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  spans: paragraph.spans.map((span) => ({ ...span, text: telegramText(span.text) })).filter(({ text }) => text !== ''),
});

const measure: Room['measure'] = ({ spans, role }) => ({
  length: spans.reduce((sum, { text }) => sum + text.length, 0),
  entities:
    (role === undefined ? 0 : 1) +
    spans.reduce((sum, { style, url }) => sum + (style === undefined ? 0 : 1) + (url === undefined ? 0 : 1), 0),
});

/** Marks up the paragraphs of one message. */
export const markUp = (paragraphs: readonly Paragraph[]): TelegramHtml =>
  markUpIn(paragraphs, {
    span: markedSpan,
    quote: (inner) => blockquote(inner, 'whole'),
    folded: (inner) => blockquote(inner, 'expandable'),
    faint: italic,
  });

function markedSpan({ text, style, url }: Span): TelegramHtml {
  const own = html(text);
  const styled = style === 'bold' ? bold(own) : style === 'italic' ? italic(own) : own;
  return url === undefined ? styled : link(styled, url);
}
