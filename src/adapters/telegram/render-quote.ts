import type { Citation } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { QuotationBlock } from '../document/blocks.ts';
import { describe, type Describable } from '../document/describe.ts';
import { visibleLine, visibleText } from '../visible-text.ts';
import { apart, line, linked, type Paragraph, type Span } from './paragraph.ts';

/** UTF-16 units from which a quotation is folded until it is tapped: some six lines on a phone. */
const LONG_QUOTE = 320;

/** Who says it, behind its mark; then the quotation with the number of its source, which links to it. */
export function quotation(
  { speaker, before, quote, citation, source }: QuotationBlock,
  mark: string,
  words: Catalogue,
): Paragraph[] {
  const above = [
    ...(before === null ? [] : [{ text: words.quoted(before), style: 'italic' } as const]),
    ...(speaker === null ? [] : [{ text: words.speaker(visibleLine(speaker)), style: 'bold' } as const]),
  ];
  const [first, ...rest] = above;
  return [
    ...(first === undefined ? (mark === '' ? [] : [line(mark.trim())]) : [line(mark, first)]),
    ...rest.map((span) => line(span)),
    quoted(quote, { text: ' ' }, linked(`[${citation}]`, source?.url ?? null)),
  ];
}

/** Words of an article, as a quotation. */
export function quoted(quote: string, ...behind: readonly Span[]): Paragraph {
  const text = inOwnLines(quote);
  return { spans: [{ text }, ...behind], quote: text.length > LONG_QUOTE ? 'expandable' : 'whole' };
}

// A quote may run over the end of a paragraph; it then does so here too.
export const inOwnLines = (quote: string): string => visibleText(quote).replace(/(?<![^\S\n])[^\S\n]*\n\s*/gu, '\n');

/** The numbered sources below an answer. */
export const sourceList = (citations: readonly Citation[], words: Catalogue): Paragraph[] =>
  citations.length === 0
    ? []
    : [
        apart(line({ text: words.sources, style: 'bold' })),
        ...citations.map((citation) => line(`[${citation.number}] `, ...sourceOf(citation, words))),
      ];

/** An article in a line, whose title links to the report. */
export function sourceOf(article: Describable & Pick<Citation, 'url'>, words: Catalogue): Span[] {
  const [outlet, date, title] = describe(article, words);
  return [{ text: `${visibleLine(outlet)} · ${date} · ` }, linked(visibleLine(title), article.url)];
}
