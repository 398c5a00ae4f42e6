import type { Citation, Point } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import { visibleLine, visibleText } from '../visible-text.ts';
import { apart, line, linked, type Paragraph, type Span } from './paragraph.ts';

/** UTF-16 units from which a quotation is folded until it is tapped: some six lines on a phone. */
const LONG_QUOTE = 320;

type Quotation = Pick<Point, 'quote' | 'citation' | 'speaker'> & Partial<Pick<Point, 'reportedBy'>>;

/** Who says it, then the quotation with the number of its source, which links to it. */
export function quotation(point: Quotation, citations: readonly Citation[], words: Catalogue): Paragraph[] {
  const { speaker, citation: number } = point;
  const citation = citations.find((each) => each.number === number);
  const source = linked(`[${number}]`, citation?.url ?? null);
  return [
    ...(speaker === null ? [] : [line({ text: words.speaker(speakerOf(speaker, point, words)), style: 'bold' })]),
    quoted(point.quote, { text: ' ' }, source),
  ];
}

/** Words of an article, as a quotation. */
export function quoted(quote: string, ...behind: readonly Span[]): Paragraph {
  const text = inOwnLines(quote);
  return { spans: [{ text }, ...behind], quote: text.length > LONG_QUOTE ? 'expandable' : 'whole' };
}

const speakerOf = (speaker: string, { reportedBy }: Quotation, words: Catalogue): string => {
  const name = visibleLine(speaker);
  return reportedBy === null || reportedBy === undefined ? name : words.reportedBy(name, visibleLine(reportedBy));
};

// A quote may run over the end of a paragraph; it then does so here too.
export const inOwnLines = (quote: string): string => visibleText(quote).replace(/[^\S\n]*\n\s*/gu, '\n');

type Described = Pick<Citation, 'title' | 'outlet' | 'date' | 'url' | 'digest'>;

/** The numbered sources below an answer. */
export const sourceList = (citations: readonly Citation[], words: Catalogue): Paragraph[] =>
  citations.length === 0
    ? []
    : [
        apart(line({ text: words.sources, style: 'bold' })),
        ...citations.map((citation) => line(`[${citation.number}] `, ...sourceOf(citation, words))),
      ];

/** Outlet, marked where what is quoted is its digest; day; title, which links to the report. */
export function sourceOf({ title, outlet, date, url, digest }: Described, words: Catalogue): Span[] {
  const name = visibleLine(outlet ?? words.unknownOutlet);
  return [
    { text: `${digest ? words.digestOf(name) : name} · ${date ?? words.undated} · ` },
    linked(visibleLine(title), url),
  ];
}
