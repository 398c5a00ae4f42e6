import {
  catalogue,
  type Answer,
  type Catalogue,
  type Citation,
  type Comparison,
  type Headline,
  type Listing,
  type NotFound,
  type Point,
  type TimelineEvent,
} from '../../core/index.ts';
import { joinText, terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import { displayWidth } from './width.ts';
import { hang, wrap } from './wrap.ts';

const INDENT = terminalIndent(2);
const DEEPER = terminalIndent(4);
// Several quotes below one heading are told apart.
const ITEM = text`${INDENT}- `;
const DEEPER_ITEM = text`${DEEPER}- `;

interface RenderOptions {
  /** From when to when the corpus has reports: said where filters by days leave nothing. */
  readonly days?: undefined | { readonly since: string | null; readonly until: string | null };
  /** Whether the reader can type commands, and be told of them. */
  readonly canType?: boolean;
  /** How many articles of a listing were shown before these. */
  readonly listedBefore?: number;
}

/** An answer as it is shown to a person: quotations with their speakers, then the numbered sources. Ends without a line feed. */
export function renderAnswer(answer: Answer, view: View, options: RenderOptions = {}): TerminalText {
  const words = catalogue(answer.lang);
  const above = preamble(answer, { view, words, canType: options.canType === true });
  switch (answer.kind) {
    case 'answered':
      return blocks([above, quotations(answer.points, view, words), sourceList(answer.citations, view, words)]);
    case 'not-found':
      return blocks([
        above,
        notFound(answer, { view, words, days: options.days }),
        headlineList(words.nearest, answer.nearest, { view, words }),
        headlineList(words.unfiltered, answer.unfiltered, { view, words, before: answer.nearest.length }),
      ]);
    case 'comparison':
      return blocks([
        above,
        ...accounts(answer, view, words),
        ...differences(answer, view, words),
        answer.silent.length === 0 ? [] : wrap(terminalLine(words.comparison.silent(answer.silent)), view.width),
        sourceList(answer.citations, view, words),
      ]);
    case 'timeline':
      return blocks([
        above,
        ...answer.events.map((event) => eventLines(event, view, words)),
        sourceList(answer.citations, view, words),
      ]);
    case 'listing': {
      const before = options.listedBefore ?? 0;
      return blocks([
        above,
        headlineList(listedAbove(answer, before, words), answer.articles, { view, words, before }),
      ]);
    }
    case 'rejected':
      return lines(wrap(terminalText(answer.reason), view.width));
    case 'greeting':
      return lines(wrap(terminalText(words.greeting[answer.topic]), view.width));
  }
}

interface Saying {
  readonly view: View;
  readonly words: Catalogue;
}

function notFound(answer: NotFound, { view, words, days }: Saying & Pick<RenderOptions, 'days'>): TerminalText[] {
  const { since, until } = answer.filters;
  const byDays = since !== null || until !== null;
  const sentences = [
    answer.reason ?? words.notFound,
    ...(answer.unmatched.length === 0 ? [] : [words.unmatched(answer.unmatched)]),
    ...(byDays && days != null && days.since !== null && days.until !== null
      ? [words.covered(days.since, days.until)]
      : []),
  ];
  return wrap(terminalText(sentences.join('\n')), view.width);
}

const listedAbove = ({ articles, total }: Listing, before: number, words: Catalogue): string =>
  before === 0
    ? words.listed(total, articles.length)
    : words.listedFurther(before + 1, before + articles.length, total);

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

// Each outlet's own quotes below its name: first what others say as well, then what only it does.
function accounts({ outlets, citations }: Comparison, view: View, words: Catalogue): TerminalText[][] {
  return outlets.map(({ outlet, points, only, copyOf }) => {
    const cited = citations.filter(({ number }) => points.some(({ citation }) => citation === number));
    const name = cited.every(({ digest }) => digest) ? words.digestOf(outlet) : outlet;
    const heading = copyOf === null ? name : words.comparison.copyOf(name, copyOf);
    const own = points.filter((_, at) => only.includes(at));
    return [
      ...wrap(terminalLine(heading), view.width).map(view.bold),
      ...points.filter((point) => !own.includes(point)).flatMap((point) => quotation(point, ITEM, view, words)),
      ...(own.length === 0 ? [] : [text`${INDENT}${view.faint(terminalText(words.comparison.only))}`]),
      ...own.flatMap((point) => quotation(point, DEEPER_ITEM, view, words)),
    ];
  });
}

function differences(answer: Comparison, view: View, words: Catalogue): TerminalText[][] {
  return answer.differences.map(({ of, readings }) => [
    terminalText(words.comparison.differences[of]),
    ...readings.flatMap(({ outlet, text: reading, citation }) =>
      hang(ITEM, terminalLine(`${words.speaker(outlet)}${reading} [${citation}]`), view.width),
    ),
  ]);
}

function eventLines(event: TimelineEvent, view: View, words: Catalogue): TerminalText[] {
  const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
  const day = event.dateOf === 'event' ? days : words.timeline.published(days);
  return [
    view.bold(terminalText(day)),
    ...quotation(event, INDENT, view, words),
    ...(event.also.length === 0 ? [] : [text`${INDENT}${view.faint(terminalText(words.timeline.alsoIn))}`]),
    ...event.also.flatMap((other) => quotation(other, DEEPER_ITEM, view, words)),
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

function headlineList(
  above: string,
  headlines: readonly Headline[],
  { view, words, before = 0 }: Saying & { readonly before?: number },
): TerminalText[] {
  if (headlines.length === 0) return [];
  return [
    ...wrap(terminalText(above), view.width),
    ...headlines.flatMap(({ outlet, date, title }, at) => {
      const parts = [outlet ?? words.unknownOutlet, date ?? words.undated, title];
      return hang(text`${INDENT}${before + at + 1}. `, terminalLine(parts.join(' · ')), view.width);
    }),
  ];
}

// What the answer took the question for.
function preamble(
  { filters, understood, lang }: Answer,
  { view, words, canType }: Saying & { readonly canType: boolean },
): TerminalText[] {
  const narrowed = Object.values(filters).some((filter) => filter !== null && filter !== undefined);
  const only = canType ? [words.filtered(filters), words.standing.drop] : [words.filtered(filters)];
  const sentences = [
    ...(understood === null ? [] : [words.understood(understood)]),
    ...(narrowed ? [only.join(lang === 'en' ? ' ' : '')] : []),
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
