import { markUpIn, webAddress, type Paragraph, type Span } from '../chat/paragraph.ts';
import { visibleLine, visibleText } from '../visible-text.ts';

/** Text in Discord's Markdown in which nothing untrusted is markup or a mention: what may stand in a description. */
export type DiscordMarkdown = string & { readonly __brand: 'DiscordMarkdown' };

/** Text without control characters, for where Discord reads no markup: authors and footers of embeds, labels, choices. */
export type PlainText = string & { readonly __brand: 'DiscordPlainText' };

/** Text from anywhere that has not been escaped: to escape it twice does not compile. */
type Raw = string & { readonly __brand?: never };

// Emphasis, code, spoilers, headings, masked links, mentions, emoji, times, and addresses, which Discord makes links of by themselves.
// Inside the label of a link Discord takes no notice of backslashes: there, what keeps an escaped bracket from ending a label that
// began with one of ours is that no parenthesis follows it.
const MARKUP = /[\\*_~`|<>#[\](@]|:(?=\/\/)/g;
// What is a list at the beginning of a line only.
const BULLETS = /^([^\S\r\n\u2028\u2029]*)([-+])(?=\s|$)/gm;
const NUMBERS = /^([^\S\r\n\u2028\u2029]*)(\d+)(?=\.)/gm;

/**
 * Escapes untrusted text; line breaks stay. A backslash makes any ASCII punctuation stand for itself in Discord's Markdown.
 *
 * @internal Exported for its tests.
 */
export const markdown = (untrusted: Raw): DiscordMarkdown =>
  visibleText(untrusted)
    .replace(MARKUP, String.raw`\$&`)
    .replace(BULLETS, String.raw`$1\$2`)
    .replace(NUMBERS, '$1$2\\') as DiscordMarkdown;

/** The same in one line: every run of white space becomes one space. */
export const markdownLine = (untrusted: Raw): DiscordMarkdown => markdown(visibleLine(untrusted));

/** One line of untrusted text for where Discord reads no markup, of at most `limit` UTF-16 units. */
export const plainLine = (untrusted: Raw, limit: number): PlainText => clip(visibleLine(untrusted), limit) as PlainText;

/** Text of at most `limit` UTF-16 units, with an ellipsis in the place of what is left out; no character is cut in two. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/** Marks up the paragraphs of a message. `linkLabel`: the caption of links, our own, since a foreign one might deceive. */
export const markUp = (paragraphs: readonly Paragraph[], linkLabel: PlainText): DiscordMarkdown =>
  markUpIn(paragraphs, {
    span: (span, role) => markedSpan(span, linkLabel, role !== undefined),
    quote: quoted,
    folded: quoted,
    // Discord's small print: one line.
    faint: (inner) => `-# ${inner.replaceAll(/\s+/gu, ' ')}` as DiscordMarkdown,
  });

// Each line of its own, since one mark for all would quote what comes after as well.
const quoted = (inner: DiscordMarkdown): DiscordMarkdown => inner.replaceAll(/^/gm, '> ') as DiscordMarkdown;

// The number of a source. No parenthesis ever follows it, which would make a link of it.
const NUMBER = /^\[\d{1,4}\] ?$/;

function markedSpan({ text, style, url, command }: Span, linkLabel: PlainText, isQuote: boolean): DiscordMarkdown {
  if (command !== undefined && /^\d+$/.test(command)) return `</${text}:${command}>` as DiscordMarkdown;
  const own = NUMBER.test(text) ? (text as DiscordMarkdown) : markdown(text);
  // Spaces inside the marks would undo them; nothing between two marks would be a mark of another kind.
  const inner = own.trim();
  const start = own.length - own.trimStart().length;
  const [before, after] = [own.slice(0, start), own.slice(start + inner.length)];
  const mark = inner === '' ? '' : style === 'bold' ? '**' : style === 'italic' ? '*' : '';
  const shown = `${before}${mark}${inner}${mark}${after}` as DiscordMarkdown;
  const link = url === undefined || isQuote ? null : maskedLink(linkLabel, url);
  return link === null ? shown : (`${shown} · ${link}` as DiscordMarkdown);
}

/** UTF-16 units: a longer address takes the room of what is said. */
const LINK_LIMIT = 512;

/**
 * A link; null where the address is none to a web page, or too long. The label is our own: a foreign one might deceive.
 *
 * @internal Exported for its tests.
 */
export function maskedLink(label: PlainText, url: string): DiscordMarkdown | null {
  // What would end the link, or be markup in it.
  const address = (webAddress(url) ?? '').replace(/[^!-~]|[()<>[\]*_~`|\\"']/gu, percentEncoded);
  return address === '' || address.length > LINK_LIMIT ? null : (`[${label}](${address})` as DiscordMarkdown);
}

// `encodeURIComponent` leaves some of ASCII's punctuation as it is.
const percentEncoded = (char: string): string =>
  char.length === 1 && char <= '~' ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(char);
