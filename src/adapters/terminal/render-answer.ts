import {
  catalogue,
  type Answer,
  type Catalogue,
  type Citation,
  type Comparison,
  type Headline,
  type Point,
  type TimelineEvent,
} from '../../core/index.ts';
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
        preamble(answer, view, words),
        quotations(answer.points, view, words),
        sourceList(answer.citations, view, words),
      ]);
    case 'not-found':
      return blocks([
        preamble(answer, view, words),
        wrap(terminalText([answer.reason ?? words.notFound, ...unmatchedOf(answer, words)].join('\n')), view.width),
        headlineList(words.nearest, answer.nearest, view, words),
        headlineList(words.unfiltered, answer.unfiltered, view, words),
      ]);
    case 'comparison':
      return blocks([
        preamble(answer, view, words),
        ...accounts(answer, view, words),
        ...differences(answer, view, words),
        answer.silent.length === 0 ? [] : wrap(terminalText(words.comparison.silent(answer.silent)), view.width),
        sourceList(answer.citations, view, words),
      ]);
    case 'timeline':
      return blocks([
        preamble(answer, view, words),
        ...answer.events.map((event) => eventLines(event, view, words)),
        sourceList(answer.citations, view, words),
      ]);
    case 'listing':
      return blocks([
        preamble(answer, view, words),
        headlineList(words.listed(answer.total, answer.articles.length), answer.articles, view, words),
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

// Each outlet's own quotes below its name.
function accounts({ outlets }: Comparison, view: View, words: Catalogue): TerminalText[][] {
  return outlets.map(({ outlet, points, only, copyOf }) => {
    const copied = copyOf === null ? '' : ` (${words.comparison.copyOf(copyOf)})`;
    return [
      ...wrap(terminalLine(`${outlet}${copied}`), view.width).map(view.bold),
      ...points.flatMap((point, at) => [
        ...(only.includes(at) ? [text`${INDENT}${view.faint(terminalText(words.comparison.only))}`] : []),
        ...quotation(point, INDENT, view, words),
      ]),
    ];
  });
}

function differences(answer: Comparison, view: View, words: Catalogue): TerminalText[][] {
  return answer.differences.map(({ of, readings }) => [
    terminalText(words.comparison.differences[of]),
    ...readings.flatMap(({ outlet, text: reading, citation }) =>
      hang(INDENT, terminalLine(`${outlet}: ${reading} [${citation}]`), view.width),
    ),
  ]);
}

function eventLines(event: TimelineEvent, view: View, words: Catalogue): TerminalText[] {
  const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
  const day = event.dateOf === 'event' ? days : `${days} (${words.timeline.published})`;
  return [
    view.bold(terminalText(day)),
    ...quotation(event, INDENT, view, words),
    ...(event.also.length === 0 ? [] : [text`${INDENT}${view.faint(terminalText(words.timeline.alsoIn))}`]),
    ...event.also.flatMap((other) => quotation(other, DEEPER, view, words)),
  ];
}

type Quotation = Pick<Point, 'quote' | 'citation' | 'speaker'> & Partial<Pick<Point, 'reportedBy'>>;

function quotation(point: Quotation, indent: TerminalText, view: View, words: Catalogue): TerminalText[] {
  const speaker = point.speaker === null ? '' : words.speaker(terminalLine(speakerOf(point.speaker, point, words)));
  const quote = words.quoted(inOwnLines(point.quote));
  return hang(indent, terminalText(`${speaker}${quote} [${point.citation}]`), view.width);
}

const speakerOf = (speaker: string, { reportedBy }: Quotation, words: Catalogue): string =>
  reportedBy === null || reportedBy === undefined ? speaker : words.reportedBy(speaker, reportedBy);

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

function headlineList(above: string, headlines: readonly Headline[], view: View, words: Catalogue): TerminalText[] {
  if (headlines.length === 0) return [];
  return [
    terminalText(above),
    ...headlines.flatMap(({ outlet, date, title }, at) => {
      const parts = [outlet ?? words.unknownOutlet, date ?? words.undated, title];
      return hang(text`${INDENT}${at + 1}. `, terminalLine(parts.join(' · ')), view.width);
    }),
  ];
}

const unmatchedOf = (answer: Answer, words: Catalogue): string[] =>
  answer.unmatched.length === 0 ? [] : [words.unmatched(answer.unmatched)];

// What the answer took the question for.
function preamble({ filters, understood }: Answer, view: View, words: Catalogue): TerminalText[] {
  const narrowed = Object.values(filters).some((filter) => filter !== null && filter !== undefined);
  const sentences = [
    ...(understood === null ? [] : [words.understood(understood)]),
    ...(narrowed ? [words.filtered(filters)] : []),
  ];
  return sentences.flatMap((sentence) => wrap(terminalLine(sentence), view.width)).map(view.faint);
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
