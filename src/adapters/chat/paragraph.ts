/** A stretch of text in one style; nothing has escaped it yet, since markup comes last and is never cut. */
export interface Span {
  readonly text: string;
  readonly style?: 'bold' | 'italic';
  /** Where the text leads; only addresses of web pages count. */
  readonly url?: string;
  /** The id of the command that the text names, for where commands can be pressed. */
  readonly command?: string;
}

/** A line, several lines, or a quotation of a message. */
export interface Paragraph {
  readonly spans: readonly Span[];
  /** Words of an article, with a bar beside them, of which a `folded` one shows its first lines until it is tapped; small print. */
  readonly role?: 'quote' | 'folded' | 'faint';
  /** True where an empty line comes before it: it begins something new. */
  readonly apart?: boolean;
  /** The numbers of the sources that have to be named on the same page. */
  readonly cites?: readonly number[];
}

const asSpan = (span: Span | string): Span => (typeof span === 'string' ? { text: span } : span);

/** A line of program text and spans. */
export const line = (...spans: readonly (Span | string)[]): Paragraph => ({ spans: spans.map(asSpan) });

/** A line of small print. */
export const faint = (text: string): Paragraph => ({ spans: [{ text }], role: 'faint' });

/** The same, behind an empty line. */
export const apart = (paragraph: Paragraph): Paragraph => ({ ...paragraph, apart: true });

export const bold = (text: string): Span => ({ text, style: 'bold' });

/** A span that leads to the page of a report; plain where there is none. */
export const linked = (text: string, url: string | null): Span =>
  url === null || webAddress(url) === null ? { text } : { text, url };

/** UTF-16 units: Telegram drops links that are longer, and no address of a report is. */
const URL_LIMIT = 2_000;

/** An address in its normal form; null for one that is not http(s), or too long. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) && href.length <= URL_LIMIT ? href : null;
}

/** How a platform marks up spans, and paragraphs of each role around them. */
export interface Dialect<Markup extends string> extends Record<
  NonNullable<Paragraph['role']>,
  (inner: Markup) => Markup
> {
  readonly span: (span: Span, role: Paragraph['role']) => Markup;
}

/** A message in a dialect: its paragraphs as lines, with an empty one before what stands apart. */
export const markUpIn = <Markup extends string>(paragraphs: readonly Paragraph[], dialect: Dialect<Markup>): Markup =>
  paragraphs
    .map(({ spans, role, apart }, at) => {
      const inner = spans.map((span) => dialect.span(span, role)).join('') as Markup;
      return `${at > 0 && apart === true ? '\n' : ''}${role === undefined ? inner : dialect[role](inner)}`;
    })
    .join('\n') as Markup;

/** All that a paragraph says. */
export const textOf = ({ spans }: Paragraph): string => spans.map(({ text }) => text).join('');
