import type { Answer, Comparison, Headline, NotFound, Point, TimelineEvent } from '../../core/index.ts';
import { catalogue, reasonOf, type Catalogue } from '../../messages/index.ts';
import { withTwins } from '../twins.ts';
import type { Item, Layout } from './layout.ts';
import { bold, clip, joinMarkdown, markdown, markdownLine, marked, type DiscordMarkdown } from './markdown.ts';
import { headlineOf, quotation, type Quoting } from './quotation.ts';

/** UTF-16 units before escaping. */
const SENTENCE_LENGTH = 400;
const REASON_LENGTH = 1_200;

/** From when to when the corpus has reports: said where filters by days leave nothing. */
export type CoveredDays = Readonly<Record<'since' | 'until', string | null>>;

/** An answer as a message, before it is parted into pages. */
export function layoutAnswer(answer: Answer, days: CoveredDays): Layout {
  const words = catalogue(answer.lang);
  const items = itemsOf(answer, words, days);
  // There is always something to say.
  const something = items.some(({ text }) => text.trim() !== '') ? items : [sentence([words.notFound])];
  return { heading: headingOf(answer, words), items: something, citations: answer.citations };
}

function itemsOf(answer: Answer, words: Catalogue, days: CoveredDays): Item[] {
  const quoting: Quoting = { words, citations: answer.citations, count: 0 };
  switch (answer.kind) {
    case 'answered':
      return quotations(answer.points, quoting);
    case 'not-found':
      return [
        sentence(notFound(answer, words, days)),
        ...headlines(words.nearest, answer.nearest, { words }),
        ...headlines(words.unfiltered, answer.unfiltered, { words, before: answer.nearest.length }),
      ];
    case 'comparison':
      return [
        ...accounts(answer, quoting),
        ...differences(answer, words),
        ...(answer.silent.length === 0
          ? []
          : [sentence([clip(words.comparison.silent(answer.silent), SENTENCE_LENGTH)])]),
      ];
    case 'timeline':
      return answer.events.flatMap((event) => eventItems(event, quoting));
    case 'listing':
      return headlines(words.listed(answer.total, answer.articles.length), answer.articles, { words });
    case 'rejected':
    case 'about':
      return [sentence([clip(reasonOf(answer) ?? '', REASON_LENGTH)])];
    case 'greeting':
      return [sentence([words.greeting[answer.topic]])];
  }
}

const sentence = (lines: readonly string[]): Item => ({
  text: joinMarkdown(
    lines.map((line) => markdown(line)),
    '\n',
  ),
});

// What the answer was narrowed to. The question, or what it was taken for, stands above the text.
function headingOf({ filters }: Answer, words: Catalogue): DiscordMarkdown {
  const narrowed = Object.values(filters).some((filter) => filter !== null && filter !== undefined);
  return narrowed ? faint(clip(words.filtered(filters), SENTENCE_LENGTH)) : marked``;
}

// Discord's small print.
const faint = (text: string): DiscordMarkdown => marked`-# ${markdownLine(text)}`;

// A point that reports the same fact as another stands below that one.
function quotations(points: readonly Point[], quoting: Quoting): Item[] {
  const repeated = (point: Point): Item[] => closeUp(quotation(point, quoting, faint(quoting.words.alsoReported)));
  return withTwins(points).flatMap(({ point, twins }) =>
    quotation(point, quoting).concat(twins.flatMap((twin) => repeated(twin.point))),
  );
}

// What goes with the item before stands right below it.
const closeUp = ([first, ...more]: readonly Item[]): Item[] =>
  first === undefined ? [] : [{ ...first, isTight: true }, ...more];

// Each outlet's own quotes below its name: first what others say as well, then what only it does.
function accounts({ outlets, citations }: Comparison, quoting: Quoting): Item[] {
  const { words } = quoting;
  return outlets.flatMap(({ outlet, points, only, copyOf }): Item[] => {
    const cited = citations.filter(({ number }) => points.some(({ citation }) => citation === number));
    const short = clip(outlet, NAME_LENGTH);
    const name = cited.length > 0 && cited.every(({ digest }) => digest) ? words.digestOf(short) : short;
    const heading = bold(
      markdownLine(copyOf === null ? name : words.comparison.copyOf(name, clip(copyOf, NAME_LENGTH))),
    );
    if (points.length === 0) return [{ text: heading }];
    const own = points.filter((_, at) => only.includes(at));
    const others = points.filter((point) => !own.includes(point));
    return [...others, ...own].flatMap((point, at) => {
      const alone = own.length > 0 && at === others.length ? faint(words.comparison.only) : marked``;
      return quotation(point, quoting, joinMarkdown([at === 0 ? heading : marked``, alone], '\n'));
    });
  });
}

const NAME_LENGTH = 80;

const differences = (answer: Comparison, words: Catalogue): Item[] =>
  answer.differences.flatMap(({ of, readings }) =>
    readings.map(({ outlet, text, citation }, at): Item => {
      const reading = marked`${bold(markdownLine(clip(text, NAME_LENGTH)))} [${citation}]`;
      const line = joinMarkdown([markdownLine(clip(outlet, NAME_LENGTH)), reading], ' · ');
      const above = at === 0 ? markdown(words.comparison.differences[of]) : marked``;
      return { text: joinMarkdown([above, line], '\n'), cites: citation, isTight: at > 0 };
    }),
  );

function eventItems(event: TimelineEvent, quoting: Quoting): Item[] {
  const { timeline } = quoting.words;
  const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
  const day = bold(markdownLine(event.dateOf === 'event' ? days : timeline.published(days)));
  return [
    ...quotation(event, quoting, day),
    ...event.also.flatMap((other, at) =>
      closeUp(quotation(other, quoting, at === 0 ? faint(timeline.alsoIn) : marked``)),
    ),
  ];
}

function headlines(
  above: string,
  list: readonly Headline[],
  { words, before = 0 }: { readonly words: Catalogue; readonly before?: number },
): Item[] {
  return list.map((headline, at) => {
    // A list of Discord's own would swallow what comes after it.
    const line = marked`${before + at + 1}\\. ${headlineOf(headline, words)}`;
    return { text: joinMarkdown([at === 0 ? markdown(above) : marked``, line], '\n'), isTight: at > 0 };
  });
}

function notFound(answer: NotFound, words: Catalogue, days: CoveredDays): string[] {
  const { unmatched, filters } = answer;
  const reason = reasonOf(answer);
  const byDays = filters.since !== null || filters.until !== null;
  return [
    reason === null ? words.notFound : clip(reason, REASON_LENGTH),
    ...(unmatched.length === 0 ? [] : [clip(words.unmatched(unmatched), SENTENCE_LENGTH)]),
    ...(byDays && days.since !== null && days.until !== null ? [words.covered(days.since, days.until)] : []),
  ];
}
