import { catalogue, type Answer, type Catalogue, type Citation, type Headline, type Point } from '../../core/index.ts';
import { joinText, terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import { displayWidth } from './width.ts';
import { hang, wrap } from './wrap.ts';

const INDENT = terminalIndent(2);
const DEEPER = terminalIndent(4);

/** An answer as it is shown to a person: quotations with their speakers, then the numbered sources. Ends without a line feed. */
export function renderAnswer(answer: Answer, view: View): TerminalText {
  const words = catalogue(answer.lang);
  switch (answer.kind) {
    case 'answered':
      return blocks([
        filtersOf(answer, view, words),
        quotations(answer.points, view, words),
        sourceList(answer.citations, view, words),
      ]);
    case 'not-found':
      return blocks([
        filtersOf(answer, view, words),
        wrap(terminalText([words.notFound, ...unmatchedOf(answer, words)].join('\n')), view.width),
        nearestList(answer.nearest, view, words),
      ]);
    case 'rejected':
      return lines(wrap(terminalText(answer.reason), view.width));
    case 'greeting':
      return lines(wrap(terminalText(words.greeting[answer.topic]), view.width));
  }
}

// A point that reports the same fact as another stands below that one.
function quotations(points: readonly Point[], view: View, words: Catalogue): TerminalText[] {
  const lines: TerminalText[] = [];
  points.forEach((point, at) => {
    if (point.sameAs !== null) return;
    if (lines.length > 0) lines.push(terminalText(''));
    lines.push(...quotation(point, INDENT, view, words));
    for (const twin of points) {
      if (twin.sameAs !== at) continue;
      lines.push(text`${INDENT}${view.faint(terminalText(words.alsoReported))}`);
      lines.push(...quotation(twin, DEEPER, view, words));
    }
  });
  return lines;
}

function quotation(point: Point, indent: TerminalText, view: View, words: Catalogue): TerminalText[] {
  const speaker = point.speaker === null ? '' : words.speaker(terminalLine(point.speaker));
  const quote = words.quoted(inOwnLines(point.quote));
  return hang(indent, terminalText(`${speaker}${quote} [${point.citation}]`), view.width);
}

// A quote may run over the end of a paragraph; it then does so here too.
const inOwnLines = (quote: string): string => terminalText(quote).replace(/[^\S\n]*\n\s*/gu, '\n');

function sourceList(citations: readonly Citation[], view: View, words: Catalogue): TerminalText[] {
  return [view.bold(terminalText(words.sources)), ...citations.flatMap((citation) => sourceOf(citation, view, words))];
}

function sourceOf(citation: Citation, view: View, words: Catalogue): TerminalText[] {
  const { number, url } = citation;
  const outlet = citation.outlet ?? words.unknownOutlet;
  const parts = [citation.digest ? words.digestOf(outlet) : outlet, citation.date ?? words.undated, citation.title];
  const prefix = terminalText(`[${number}] `);
  const described = hang(prefix, terminalLine(parts.join(' · ')), view.width);
  if (url === null) return described;
  const indent = terminalIndent(displayWidth(prefix));
  return [...described, text`${indent}${view.faint(showLink(url, view.width - indent.length, view))}`];
}

/** A link that can be clicked, cut short to fit; or the whole address in one piece, for the terminal or a person to pick up. */
export function showLink(url: string, width: number, view: View): TerminalText {
  const address = terminalLine(url);
  if (view.link === null) return address;
  const shown = address.length <= width ? address : terminalLine(`${address.slice(0, Math.max(width - 1, 1))}…`);
  return view.link(shown, url);
}

function nearestList(nearest: readonly Headline[], view: View, words: Catalogue): TerminalText[] {
  if (nearest.length === 0) return [];
  return [
    terminalText(words.nearest),
    ...nearest.flatMap(({ outlet, date, title }, at) => {
      const parts = [outlet ?? words.unknownOutlet, date ?? words.undated, title];
      return hang(text`${INDENT}${at + 1}. `, terminalLine(parts.join(' · ')), view.width);
    }),
  ];
}

const unmatchedOf = (answer: Answer, words: Catalogue): string[] =>
  answer.unmatched.length === 0 ? [] : [words.unmatched(answer.unmatched)];

function filtersOf({ filters }: Answer, view: View, words: Catalogue): TerminalText[] {
  const { outlet, since, until } = filters;
  if (outlet === null && since === null && until === null) return [];
  return wrap(terminalText(words.filtered(outlet, since, until)), view.width).map(view.faint);
}

const lines = (all: readonly TerminalText[]): TerminalText => joinText(all, '\n');

const blocks = (all: readonly (readonly TerminalText[])[]): TerminalText =>
  joinText(
    all.filter((block) => block.length > 0).map((block) => lines(block)),
    '\n\n',
  );

function terminalIndent(columns: number): TerminalText {
  return ' '.repeat(columns) as TerminalText;
}
