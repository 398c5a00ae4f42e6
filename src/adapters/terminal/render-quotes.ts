import type { Comparison, Point, TimelineEvent } from '../../core/index.ts';
import { withTwins } from '../twins.ts';
import { terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { Voice } from './voice.ts';
import { hang, wrap } from './wrap.ts';

const INDENT = terminalText('  ');
const DEEPER = terminalText('    ');
// Several quotes below one heading are told apart.
const ITEM = text`${INDENT}- `;
const DEEPER_ITEM = text`${DEEPER}- `;

/** The points of an answer, each with its speaker and the number of its source. */
export function quotations(points: readonly Point[], voice: Voice): TerminalText[] {
  const also = text`${INDENT}${voice.view.faint(terminalText(voice.words.alsoReported))}`;
  // One that reports the same fact as another stands below that one.
  return withTwins(points).flatMap(({ point, twins }, n) =>
    [
      n === 0 ? [] : [terminalText('')],
      quotation(point, INDENT, voice),
      twins.flatMap((twin) => [also].concat(quotation(twin.point, DEEPER, voice))),
    ].flat(),
  );
}

/** Each outlet's own quotes below its name: first what others say as well, then what only it does. */
export function accounts({ outlets, citations }: Comparison, voice: Voice): TerminalText[][] {
  const { view, words } = voice;
  return outlets.map(({ outlet, points, only, copyOf }) => {
    const cited = citations.filter(({ number }) => points.some(({ citation }) => citation === number));
    const name = cited.every(({ digest }) => digest) ? words.digestOf(outlet) : outlet;
    const heading = copyOf === null ? name : words.comparison.copyOf(name, copyOf);
    const own = points.filter((_, at) => only.includes(at));
    return [
      ...wrap(terminalLine(heading), view.width).map(view.bold),
      ...points.filter((point) => !own.includes(point)).flatMap((point) => quotation(point, ITEM, voice)),
      ...(own.length === 0 ? [] : [text`${INDENT}${view.faint(terminalText(words.comparison.only))}`]),
      ...own.flatMap((point) => quotation(point, DEEPER_ITEM, voice)),
    ];
  });
}

/** What outlets give differently, side by side. */
export function differences(answer: Comparison, { view, words }: Voice): TerminalText[][] {
  return answer.differences.map(({ of, readings }) => [
    terminalText(words.comparison.differences[of]),
    ...readings.flatMap(({ outlet, text: reading, citation }) =>
      hang(ITEM, terminalLine(`${words.speaker(outlet)}${reading} [${citation}]`), view.width),
    ),
  ]);
}

/** A day, and what happened on it. */
export function eventLines(event: TimelineEvent, voice: Voice): TerminalText[] {
  const { view, words } = voice;
  const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
  const day = event.dateOf === 'event' ? days : words.timeline.published(days);
  return [
    view.bold(terminalText(day)),
    ...quotation(event, INDENT, voice),
    ...(event.also.length === 0 ? [] : [text`${INDENT}${view.faint(terminalText(words.timeline.alsoIn))}`]),
    ...event.also.flatMap((other) => quotation(other, DEEPER_ITEM, voice)),
  ];
}

type Quotation = Pick<Point, 'quote' | 'citation' | 'speaker'> & Partial<Pick<Point, 'reportedBy'>>;

function quotation(point: Quotation, indent: TerminalText, { view, words }: Voice): TerminalText[] {
  const speaker =
    point.speaker === null
      ? ''
      : words.speaker(terminalLine(speakerOf(point.speaker, point.reportedBy ?? null, words)));
  const quote = words.quoted(inOwnLines(point.quote));
  return hang(indent, terminalText(`${speaker}${quote} [${point.citation}]`), view.width);
}

const speakerOf = (speaker: string, reporter: string | null, words: Voice['words']): string =>
  reporter === null ? speaker : words.reportedBy(speaker, reporter);

// A quote may run over the end of a paragraph; it then does so here too.
const inOwnLines = (quote: string): string => terminalText(quote).replace(/[^\S\n]*\n\s*/gu, '\n');
