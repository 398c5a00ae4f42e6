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
  type Point,
  type TimelineEvent,
} from '../../core/index.ts';
import { articleKey } from '../chat/article-keys.ts';
import { button, quotePlace } from './buttons.ts';
import { visibleLine } from '../visible-text.ts';
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
  /** How often there were more points already. */
  readonly level: number;
}

/** Bot API: 8 buttons in a row, and few enough rows to leave the answer in sight. */
const ROW = 8;
const QUOTES_WITH_BUTTONS = 6;
const HEADLINES_WITH_BUTTONS = 10;

/** An answer of any kind as a reply. */
export function renderAnswer(answer: Answer, { asked, level }: RenderOptions): Reply {
  const words = catalogue(answer.lang);
  const { citations } = answer;
  const head = headOf(answer, asked, words);
  const narrowed = narrowing(answer, words);
  const sources = sourceList(citations, words);
  switch (answer.kind) {
    case 'answered':
      return {
        head,
        body: [...narrowed, ...points(answer, words), ...sources],
        buttons: [
          ...quoteButtons(answer, words),
          [button(words.chat.buttons.more, { kind: 'more', level: level + 1 })],
        ],
      };
    case 'not-found':
      return {
        head,
        body: [
          ...narrowed,
          apart(line(words.notFound)),
          ...(answer.unmatched.length === 0 ? [] : [line(words.unmatched(answer.unmatched))]),
          ...headlines(words.nearest, answer.nearest, words),
          ...headlines(words.unfiltered, answer.unfiltered, words),
        ],
        buttons: headlineButtons([...answer.nearest, ...answer.unfiltered], words),
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
        buttons: sourceButtons(citations, words),
      };
    case 'timeline':
      return {
        head,
        body: [...narrowed, ...answer.events.flatMap((event) => eventOf(event, citations, words)), ...sources],
        buttons: sourceButtons(citations, words),
      };
    case 'listing':
      return {
        head,
        body: [...narrowed, ...headlines(words.listed(answer.total, answer.articles.length), answer.articles, words)],
        buttons: headlineButtons(answer.articles, words),
      };
    case 'rejected':
      return { head: [], body: [line(answer.reason)], buttons: [] };
    case 'greeting':
      return { head: [], body: [line(words.greeting[answer.topic])], buttons: [] };
  }
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

function accounts({ outlets, citations }: Comparison, words: Catalogue): Paragraph[] {
  return outlets.flatMap(({ outlet, points, only, copyOf }) => {
    const copied = copyOf === null ? [] : [` (${words.comparison.copyOf(visibleLine(copyOf))})`];
    return [
      apart(line({ text: visibleLine(outlet), style: 'bold' }, ...copied)),
      ...points.flatMap((point: Point, at) => [
        ...(only.includes(at) ? [line({ text: words.comparison.only, style: 'italic' })] : []),
        ...quotation(point, citations, words),
      ]),
    ];
  });
}

function differences({ differences }: Comparison, words: Catalogue): Paragraph[] {
  return differences.flatMap(({ of, readings }) => [
    apart(line({ text: words.comparison.differences[of], style: 'bold' })),
    ...readings.map(({ outlet, text, citation }) => line(`${visibleLine(outlet)}: ${visibleLine(text)} [${citation}]`)),
  ]);
}

function eventOf(event: TimelineEvent, citations: readonly Citation[], words: Catalogue): Paragraph[] {
  const days = event.until === null ? event.date : `${event.date} – ${event.until}`;
  const behind = event.dateOf === 'event' ? [] : [` (${words.timeline.published})`];
  return [
    apart(line({ text: days, style: 'bold' }, ...behind)),
    ...quotation(event, citations, words),
    ...(event.also.length === 0 ? [] : [line({ text: words.timeline.alsoIn, style: 'italic' })]),
    ...event.also.flatMap((other) => quotation(other, citations, words)),
  ];
}

function headlines(above: string, articles: readonly Headline[], words: Catalogue): Paragraph[] {
  if (articles.length === 0) return [];
  return [
    apart(line(above)),
    ...articles.map((article, at) => line(`${at + 1}. ${visibleLine(headlineOf(article, words))}`)),
  ];
}

const headlineOf = ({ outlet, date, title }: Headline, words: Catalogue): string =>
  [outlet ?? words.unknownOutlet, date ?? words.undated, title].join(' · ');

// Each article once; its title is what the reader knows it by.
function headlineButtons(articles: readonly Headline[], words: Catalogue): InlineKeyboardButton[][] {
  const byId = new Map(articles.map((article) => [article.articleId, article]));
  return [...byId.values()].slice(0, HEADLINES_WITH_BUTTONS).map(({ articleId, title }) => [
    button(visibleLine(title) || words.chat.buttons.wholeArticle, {
      kind: 'article',
      article: articleKey(articleId),
      from: 0,
    }),
  ]);
}

function sourceButtons(citations: readonly Citation[], words: Catalogue): InlineKeyboardButton[][] {
  const buttons = citations.slice(0, ROW * 2).map(({ number, articleId }) =>
    button(`[${number}] ${words.chat.buttons.wholeArticle}`, {
      kind: 'article',
      article: articleKey(articleId),
      from: 0,
    }),
  );
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}
