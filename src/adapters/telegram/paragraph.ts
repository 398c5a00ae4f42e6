import {
  blockquote,
  bold,
  html,
  italic,
  joinHtml,
  link,
  telegramText,
  webAddress,
  type PlainText,
  type TelegramHtml,
} from './html.ts';

/** A stretch of text in one style: what is marked up last, so that markup is never cut. */
export interface Span {
  readonly text: PlainText;
  readonly style?: 'bold' | 'italic';
  readonly url?: string;
}

/** A line or a quotation of a message. */
export interface Paragraph {
  readonly spans: readonly Span[];
  /** A quotation with a bar beside it, of which a long one is folded. */
  readonly quote?: 'whole' | 'expandable';
  /** True where an empty line comes before it: it begins something new. */
  readonly apart?: boolean;
}

/** A line of program text and spans. */
export const line = (...spans: readonly (Span | PlainText)[]): Paragraph => ({ spans: spans.map(asSpan) });

/** The same, behind an empty line. */
export const apart = (paragraph: Paragraph): Paragraph => ({ ...paragraph, apart: true });

const asSpan = (span: Span | PlainText): Span => (typeof span === 'string' ? { text: span } : span);

/** Makes the text of each span what a reader sees of it, so that its length is the length that counts. */
export const visible = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  spans: paragraph.spans.map((span) => ({ ...span, text: telegramText(span.text) })).filter(({ text }) => text !== ''),
});

/** UTF-16 units that a reader sees. */
export const lengthOf = ({ spans }: Paragraph): number => spans.reduce((sum, { text }) => sum + text.length, 0);

/** How many entities Telegram makes of it. */
export const entitiesOf = ({ spans, quote }: Paragraph): number =>
  (quote === undefined ? 0 : 1) +
  spans.reduce((sum, { style, url }) => sum + (style === undefined ? 0 : 1) + (url === undefined ? 0 : 1), 0);

/** What stands between two paragraphs of a message. */
export const gapBefore = ({ apart }: Paragraph): number => (apart === true ? 2 : 1);

/** Marks up the paragraphs of one message. */
export function markUp(paragraphs: readonly Paragraph[]): TelegramHtml {
  const lines = paragraphs.flatMap((paragraph, at) => {
    const own = marked(paragraph);
    return at > 0 && paragraph.apart === true ? [html(''), own] : [own];
  });
  return joinHtml(lines, '\n');
}

function marked({ spans, quote }: Paragraph): TelegramHtml {
  const inner = joinHtml(spans.map(markedSpan));
  return quote === undefined ? inner : blockquote(inner, quote);
}

function markedSpan({ text, style, url }: Span): TelegramHtml {
  const own = html(text);
  const styled = style === 'bold' ? bold(own) : style === 'italic' ? italic(own) : own;
  return url === undefined ? styled : link(styled, url);
}

/** A span that leads to an address; plain where there is none, or none that may be linked. */
export const linked = (text: PlainText, url: string | null): Span =>
  url === null || webAddress(url) === null ? { text } : { text, url };
