import { webAddress } from '../chat/paragraph.ts';
import { visibleText } from '../visible-text.ts';

/** HTML as Telegram reads it (Bot API, "HTML style"). Only the functions here make it, so that nothing is escaped twice or not at all. */
export type TelegramHtml = string & { readonly __brand: 'TelegramHtml' };

/** Text that is not marked up: HTML is refused, so that none is escaped twice. */
export type PlainText = string & { readonly __brand?: never };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): TelegramHtml =>
  text.replace(/[&<>"]/gu, (char) => ESCAPES[char] ?? char) as TelegramHtml;

/**
 * What a reader sees of a text, in which nobody is called by @name: behind the sign comes a word joiner (U+2060), which does not show.
 * Done twice, it changes nothing more.
 */
export const telegramText = (untrusted: PlainText): string =>
  visibleText(untrusted).replace(/(?<![\w.+-])@(?=\w)/gu, '@\u2060');

/** Any text, shown as it is written. */
export const html = (untrusted: PlainText): TelegramHtml => escaped(telegramText(untrusted));

export const bold = (inner: TelegramHtml): TelegramHtml => `<b>${inner}</b>` as TelegramHtml;

export const italic = (inner: TelegramHtml): TelegramHtml => `<i>${inner}</i>` as TelegramHtml;

/** A quotation; an expandable one shows its first lines until it is tapped. Quotations do not nest. */
export const blockquote = (inner: TelegramHtml, size: 'whole' | 'expandable'): TelegramHtml =>
  `<blockquote${size === 'expandable' ? ' expandable' : ''}>${inner}</blockquote>` as TelegramHtml;

/** A link to an http(s) address; only its text where the address is none. */
export function link(inner: TelegramHtml, url: string): TelegramHtml {
  const href = webAddress(url);
  return href === null ? inner : (`<a href="${escaped(href)}">${inner}</a>` as TelegramHtml);
}
