import type { InlineKeyboardButton } from 'telegraf/types';
import {
  catalogue,
  scriptOf,
  type Answer,
  type Answered,
  type Catalogue,
  type Citation,
  type Comparison,
  type Headline,
  type NotFound,
  type TimelineEvent,
} from '../../core/index.ts';
import { kindOf } from '../again.ts';
import { articleKey } from '../chat/article-keys.ts';
import { visibleLine } from '../visible-text.ts';
import { button, quotePlace } from './buttons.ts';
import { writeNarrowing } from './narrowing.ts';
import { apart, line, type Paragraph } from './paragraph.ts';
import { quotation, sourceList } from './render-quote.ts';

/** What a reply says, before it is parted into messages, and the buttons below it. */
export interface Reply {
  /** What comes first, and again above the last part of a long reply, whose buttons are read together with it. */
  readonly head: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
}

interface RenderOptions {
  /** The question, where the reply does not stand below it. */
  readonly asked: string | null;
  /** How often there was more already. */
  readonly level: number;
  /** From when to when the corpus has reports. */
  readonly days: { readonly since: string | null; readonly until: string | null };
  /** How many articles of a listing were shown before these. */
  readonly listedBefore?: number;
}

/** Few enough rows of buttons to leave the answer in sight. */
const QUOTES_WITH_BUTTONS = 6;
const HEADLINES_WITH_BUTTONS = 10;
const SOURCES_WITH_BUTTONS = 12;

/** The core's own number of events in a timeline: where there are fewer, there are no more. */
const EVENTS = 20;

/** An answer of any kind as a reply. */
export function renderAnswer(answer: Answer, options: RenderOptions): Reply {
  const words = catalogue(answer.lang);
  const { citations } = answer;
  const head = headOf(answer, options.asked, words);
  const narrowed = narrowing(answer, words);
  const sources = sourceList(citations, words);
  const more = moreButton(answer, options.level, words);
  switch (answer.kind) {
    case 'answered':
      return {
        head,
        body: [...narrowed, ...points(answer, words), ...sources],
        buttons: [...quoteButtons(answer, words), more],
      };
    case 'not-found':
      return {
        head,
        body: [...narrowed, ...notFound(answer, options.days, words)],
        buttons: headlineButtons([...answer.nearest, ...answer.unfiltered], 0, words),
      };
    case 'comparison':
      return {
        head,
        body: [
          ...narrowed,
          ...accounts(answer, words),
          ...differences(answer, words),
          ...(answer.silent.length === 0 ? [] : [apart(line(words.comparison.silent(answer.silent)))]),
          ...sources,
        ],
        buttons: [...sourceButtons(citations, words), more],
      };
    case 'timeline':
      return {
        head,
        body: [...narrowed, ...answer.events.flatMap((event) => eventOf(event, citations, words)), ...sources],
        buttons: [...sourceButtons(citations, words), ...(answer.events.length < EVENTS ? [] : [more])],
      };
    case 'listing': {
      const { articles, total } = answer;
      const { listedBefore: before = 0 } = options;
      const above =
        before === 0
          ? words.listed(total, articles.length)
          : words.listedFurther(before + 1, before + articles.length, total);
      return {
        head,
        body: [...narrowed, ...headlines(above, articles, { words, before })],
        buttons: [...headlineButtons(articles, before, words), ...(before + articles.length < total ? [more] : [])],
      };
    }
    case 'rejected':
      return { head: [], body: [line(answer.reason)], buttons: [] };
    case 'greeting':
      return { head: [], body: [line(words.greeting[answer.topic])], buttons: [] };
  }
}

// What a follow-up took from the turns before is in none of its words: the button says it.
function moreButton(answer: Answer, level: number, words: Catalogue): InlineKeyboardButton[] {
  const { understood, filters } = answer;
  const { outlet, author, tag, since, until } = filters;
  const narrowing =
    understood === null
      ? ''
      : writeNarrowing({
          as: kindOf(answer),
          outlet: outlet ?? undefined,
          author,
          tag,
          since: since ?? undefined,
          until: until ?? undefined,
        });
  return [button(words.chat.buttons.more, { kind: 'more', level: level + 1, narrowing })];
}

function notFound(answer: NotFound, { since, until }: RenderOptions['days'], words: Catalogue): Paragraph[] {
  const byDays = answer.filters.since !== null || answer.filters.until !== null;
  return [
    apart(line(answer.reason ?? words.notFound)),
    ...(answer.unmatched.length === 0 ? [] : [line(words.unmatched(answer.unmatched))]),
    ...(byDays && since !== null && until !== null ? [line(words.covered(since, until))] : []),
    ...headlines(words.nearest, answer.nearest, { words }),
    ...headlines(words.unfiltered, answer.unfiltered, { words, before: answer.nearest.length }),
  ];
}

// The one line from which the question can be read again; see questionShown.
function headOf({ understood }: Answer, asked: string | null, words: Catalogue): Paragraph[] {
  const question = understood === null ? asked : visibleLine(understood);
  if (question === null) return [];
  const sentence = understood === null ? words.chat.asked(visibleLine(question)) : words.understood(question);
  return [line({ text: sentence, style: 'italic' })];
}

const narrowing = ({ filters }: Answer, words: Catalogue): Paragraph[] =>
  Object.values(filters).some((filter) => filter !== null && filter !== undefined)
    ? [line({ text: visibleLine(words.filtered(filters)), style: 'italic' })]
    : [];

function points(answer: Answered, words: Catalogue): Paragraph[] {
  return answer.points.flatMap(({ sameAs }, at) => (sameAs === null ? pointAt(at, answer, words) : []));
}

// A point that reports the same fact as another stands below that one.
function pointAt(at: number, { points, citations }: Answered, words: Catalogue): Paragraph[] {
  const point = points[at];
  if (point === undefined) return [];
  const paragraphs = numbered(quotation(point, citations, words), points.length > 1 ? ordinal(at) : '');
  for (const [place, twin] of points.entries()) {
    if (twin.sameAs === at)
      paragraphs.push(line(`${ordinal(place)}${words.alsoReported}`), ...quotation(twin, citations, words));
  }
  return paragraphs;
}

// The number by which the buttons call a quotation: before its speaker, or on a line of its own.
function numbered(paragraphs: readonly Paragraph[], number: string): Paragraph[] {
  const [first, ...rest] = paragraphs;
  if (first === undefined) return [];
  if (first.quote === undefined) return [apart({ ...first, spans: [{ text: number }, ...first.spans] }), ...rest];
  return number === '' ? [apart(first), ...rest] : [apart(line(number.trim())), ...paragraphs];
}

// ① to ⑳, which cannot be taken for the number of a source.
const ordinal = (at: number): string => (at < 20 ? `${String.fromCharCode(0x2460 + at)} ` : `${at + 1}. `);

function quoteButtons({ points, citations }: Answered, words: Catalogue): InlineKeyboardButton[][] {
  const { passage, inScript } = words.chat.buttons;
  return points.slice(0, QUOTES_WITH_BUTTONS).flatMap((point, at) => {
    const citation = citations.find(({ number }) => number === point.citation);
    if (citation === undefined) return [];
    const place = quotePlace(citation.articleId, point);
    const number = points.length > 1 ? ordinal(at) : '';
    const script = scriptOf(point.quote);
    const other = script === null ? null : inScript[script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'];
    return [
      [
        button(`${number}${passage}`, { kind: 'passage', place }),
        ...(other === null ? [] : [button(`${number}${other}`, { kind: 'script', place })]),
      ],
    ];
  });
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

// Each article once, by its number in the list and its title.
function headlineButtons(articles: readonly Headline[], before: number, words: Catalogue): InlineKeyboardButton[][] {
  const numbers = new Map(articles.map(({ articleId }, at) => [articleId, before + at + 1] as const).reverse());
  return [...numbers]
    .sort(([, a], [, b]) => a - b)
    .slice(0, HEADLINES_WITH_BUTTONS)
    .map(([id, number]) => {
      const title = articles.find(({ articleId }) => articleId === id)?.title ?? '';
      const caption = `${number}. ${visibleLine(title) || words.chat.buttons.wholeArticle}`;
      return [button(caption, { kind: 'article', article: articleKey(id), from: 0 })];
    });
}

// Two in a row.
function sourceButtons(citations: readonly Citation[], words: Catalogue): InlineKeyboardButton[][] {
  const buttons = citations.slice(0, SOURCES_WITH_BUTTONS).map(({ number, articleId }) =>
    button(`[${number}] ${words.chat.buttons.wholeArticle}`, {
      kind: 'article',
      article: articleKey(articleId),
      from: 0,
    }),
  );
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}
