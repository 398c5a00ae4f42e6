import type {
  Answer,
  Answered,
  Citation,
  Comparison,
  Headline,
  Listing,
  NotFound,
  TimelineEvent,
} from '../../core/index.ts';
import { reasonOf, type Catalogue } from '../../messages/index.ts';
import { withTwins } from '../twins.ts';
import { visibleLine } from '../visible-text.ts';
import { ordinal, type RenderOptions } from './answer-buttons.ts';
import { apart, line, type Paragraph } from './paragraph.ts';
import { quotation, sourceList } from './render-quote.ts';

/** What an answer of any kind says, below its question. */
export function answerBody(answer: Answer, options: RenderOptions, words: Catalogue): Paragraph[] {
  const narrowed = narrowing(answer, words);
  const sources = sourceList(answer.citations, words);
  switch (answer.kind) {
    case 'answered':
      return [...narrowed, ...points(answer, words), ...sources];
    case 'not-found':
      return [...narrowed, ...notFound(answer, options.days, words)];
    case 'comparison':
      return [
        ...narrowed,
        ...accounts(answer, words),
        ...differences(answer, words),
        ...(answer.silent.length === 0 ? [] : [apart(line(words.comparison.silent(answer.silent)))]),
        ...sources,
      ];
    case 'timeline':
      return [...narrowed, ...answer.events.flatMap((event) => eventOf(event, answer.citations, words)), ...sources];
    case 'listing':
      return [...narrowed, ...listed(answer, options.listedBefore ?? 0, words)];
    case 'rejected':
    case 'about':
      return [line(reasonOf(answer) ?? '')];
    case 'greeting':
      return [line(words.greeting[answer.topic])];
  }
}

const narrowing = ({ filters }: Answer, words: Catalogue): Paragraph[] =>
  Object.values(filters).some((filter) => filter !== null && filter !== undefined)
    ? [line({ text: visibleLine(words.filtered(filters)), style: 'italic' })]
    : [];

function notFound(answer: NotFound, { since, until }: RenderOptions['days'], words: Catalogue): Paragraph[] {
  const byDays = answer.filters.since !== null || answer.filters.until !== null;
  return [
    apart(line(reasonOf(answer) ?? words.notFound)),
    ...(answer.unmatched.length === 0 ? [] : [line(words.unmatched(answer.unmatched))]),
    ...(byDays && since !== null && until !== null ? [line(words.covered(since, until))] : []),
    ...headlines(words.nearest, answer.nearest, { words }),
    ...headlines(words.unfiltered, answer.unfiltered, { words, before: answer.nearest.length }),
  ];
}

function listed({ articles, total }: Listing, before: number, words: Catalogue): Paragraph[] {
  const above =
    before === 0
      ? words.listed(total, articles.length)
      : words.listedFurther(before + 1, before + articles.length, total);
  return headlines(above, articles, { words, before });
}

// A point that reports the same fact as another stands below that one.
function points({ points, citations }: Answered, words: Catalogue): Paragraph[] {
  return withTwins(points).flatMap(({ point, at, twins }) =>
    numbered(quotation(point, citations, words), points.length > 1 ? ordinal(at) : '').concat(
      twins.flatMap((twin) => [
        line(`${ordinal(twin.at)}${words.alsoReported}`),
        ...quotation(twin.point, citations, words),
      ]),
    ),
  );
}

// The number by which the buttons call a quotation: before its speaker, or on a line of its own.
function numbered(paragraphs: readonly Paragraph[], number: string): Paragraph[] {
  const [first, ...rest] = paragraphs;
  if (first === undefined) return [];
  if (first.quote === undefined) return [apart({ ...first, spans: [{ text: number }, ...first.spans] }), ...rest];
  return number === '' ? [apart(first), ...rest] : [apart(line(number.trim())), ...paragraphs];
}

// First what others say as well, then what only this outlet does.
function accounts({ outlets, citations }: Comparison, words: Catalogue): Paragraph[] {
  return outlets.flatMap(({ outlet, points, only, copyOf }) => {
    const cited = citations.filter(({ number }) => points.some(({ citation }) => citation === number));
    const name = cited.every(({ digest }) => digest) ? words.digestOf(outlet) : outlet;
    const heading = copyOf === null ? name : words.comparison.copyOf(name, copyOf);
    const own = points.filter((_, at) => only.includes(at));
    const shared = points.filter((_, at) => !only.includes(at));
    return [
      apart(line({ text: visibleLine(heading), style: 'bold' })),
      ...shared.flatMap((point) => quotation(point, citations, words)),
      ...(own.length === 0 ? [] : [line({ text: words.comparison.only, style: 'italic' })]),
      ...own.flatMap((point) => quotation(point, citations, words)),
    ];
  });
}

function differences({ differences }: Comparison, words: Catalogue): Paragraph[] {
  return differences.flatMap(({ of, readings }) => [
    apart(line({ text: words.comparison.differences[of], style: 'bold' })),
    ...readings.map(({ outlet, text, citation }) =>
      line(`${words.speaker(visibleLine(outlet))}${visibleLine(text)} [${citation}]`),
    ),
  ]);
}

function eventOf(event: TimelineEvent, citations: readonly Citation[], words: Catalogue): Paragraph[] {
  const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
  const day = event.dateOf === 'event' ? days : words.timeline.published(days);
  return [
    apart(line({ text: day, style: 'bold' })),
    ...quotation(event, citations, words),
    ...(event.also.length === 0 ? [] : [line({ text: words.timeline.alsoIn, style: 'italic' })]),
    ...event.also.flatMap((other) => quotation(other, citations, words)),
  ];
}

function headlines(
  above: string,
  articles: readonly Headline[],
  { words, before = 0 }: { readonly words: Catalogue; readonly before?: number },
): Paragraph[] {
  if (articles.length === 0) return [];
  return [
    apart(line(above)),
    ...articles.map((article, at) => line(`${before + at + 1}. ${visibleLine(headlineOf(article, words))}`)),
  ];
}

const headlineOf = ({ outlet, date, title }: Headline, words: Catalogue): string =>
  [outlet ?? words.unknownOutlet, date ?? words.undated, title].join(' · ');
