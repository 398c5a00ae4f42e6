import type { Citation } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { QuotationBlock } from '../document/blocks.ts';
import { describe, type Describable } from '../document/describe.ts';
import { caption, visibleLine, visibleText } from '../visible-text.ts';
import { apart, bold, faint, line, linked, type Paragraph, type Span } from './paragraph.ts';
import type { Reply } from './reply.ts';

/** UTF-16 units from which a quotation is folded until it is tapped: some six lines on a phone. */
const LONG_QUOTE = 320;
/** UTF-16 units: names are short, but what an archive takes for one may not be. */
const NAME_LENGTH = 160;
const OUTLET_LENGTH = 80;
const CONTEXT_LENGTH = 300;
const TITLE_LENGTH = 300;

/** Who says it, behind its mark; then the quotation with the number of its source, which links to it. An item of a list is one line. */
export function quotation(block: QuotationBlock, mark: string, words: Catalogue): Paragraph[] {
  const { speaker, before, quote } = block;
  const sources = [block, ...block.alsoIn];
  const cites = sources.map(({ citation }) => citation);
  const named = speaker === null ? [] : [bold(words.speaker(caption(speaker, NAME_LENGTH)))];
  const context = before === null ? [] : [faint(words.quoted(caption(before, CONTEXT_LENGTH)))];
  const cited = sources.flatMap(({ citation, source }) => [
    { text: ' ' },
    linked(`[${citation}]`, source?.url ?? null),
  ]);
  if (block.role === 'item')
    return [
      ...context,
      quoted(quote, { before: [{ text: mark === '' ? '• ' : mark }, ...named], behind: cited, cites }),
    ];
  const marked = mark === '' ? [] : [{ text: mark }];
  // A number has no line of its own.
  if (named.length === 0) return [...context, quoted(quote, { before: marked, behind: cited, cites })];
  return [...context, line(...marked, ...named.map(trimmed)), quoted(quote, { behind: cited, cites })];
}

// Nothing follows the name on its line.
const trimmed = (span: Span): Span => ({ ...span, text: span.text.trimEnd() });

interface Around {
  readonly before?: readonly Span[];
  readonly behind?: readonly Span[];
  readonly cites?: readonly number[];
}

/** Words of an article, as a quotation. */
export function quoted(quote: string, { before = [], behind = [], cites }: Around = {}): Paragraph {
  const text = inOwnLines(quote);
  return {
    spans: [...before, { text }, ...behind],
    role: text.length > LONG_QUOTE ? 'folded' : 'quote',
    ...(cites !== undefined && { cites }),
  };
}

/** Items of a list, as quotations that follow each other, in one. */
export function joinItems(items: readonly Paragraph[]): Paragraph[] {
  const [first, ...more] = items;
  if (first === undefined || more.some(({ cites }) => String(cites) !== String(first.cites))) return [...items];
  return [
    {
      ...first,
      role: 'quote',
      spans: items.flatMap(({ spans }, at) => (at === 0 ? spans : [{ text: '\n' }, ...spans])),
    },
  ];
}

/** A quote may run over the end of a paragraph; it then does so where it is shown too. */
export const inOwnLines = (quote: string): string => visibleText(quote).replace(/(?<![^\S\n])[^\S\n]*\n\s*/gu, '\n');

/** The numbered sources below an answer. */
export const sourceList = (citations: readonly Citation[], words: Catalogue): NonNullable<Reply['sources']> => ({
  heading: apart(line(bold(words.sources))),
  list: citations.map((citation) => ({
    ...line(`[${citation.number}] `, ...sourceOf(citation, words)),
    number: citation.number,
  })),
});

/** An article in a line, whose title links to the report. */
export function sourceOf(article: Describable & Pick<Citation, 'url'>, words: Catalogue): Span[] {
  const [outlet, date, title] = describe(article, words);
  return [
    { text: `${caption(outlet, OUTLET_LENGTH)} · ${date} · ` },
    linked(caption(title, TITLE_LENGTH), article.url),
  ];
}

/** Where an article is from: outlet, day. */
export const originOf = (article: Describable, words: Catalogue): string =>
  describe(article, words)
    .slice(0, 2)
    .map((part) => caption(visibleLine(part), TITLE_LENGTH))
    .join(' · ');

/** An article in a line without links: outlet, day, title. */
export const headlineOf = (article: Describable, words: Catalogue): string =>
  describe(article, words)
    .map((part) => caption(visibleLine(part), TITLE_LENGTH))
    .join(' · ');
