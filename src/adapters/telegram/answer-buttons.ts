import type { InlineKeyboardButton } from 'telegraf/types';
import { scriptOf, type Answer, type Answered, type Citation, type Headline } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import { kindOf } from '../again.ts';
import { articleKey } from '../chat/article-keys.ts';
import { USUAL_LIMITS } from '../further.ts';
import { visibleLine } from '../visible-text.ts';
import { button, quotePlace } from './buttons.ts';
import { writeNarrowing } from './narrowing.ts';

/** What an answer's own words do not say of it. */
export interface RenderOptions {
  /** The question, where the reply does not stand below it. */
  readonly asked: string | null;
  /** How often there was more already. */
  readonly level: number;
  /** From when to when the corpus has reports. */
  readonly days: { readonly since: string | null; readonly until: string | null };
  /** How many articles of a listing were shown before these. */
  readonly listedBefore?: number;
}

type Row = InlineKeyboardButton[];

/** Few enough rows of buttons to leave the answer in sight. */
const QUOTES_WITH_BUTTONS = 6;
const HEADLINES_WITH_BUTTONS = 10;
const SOURCES_WITH_BUTTONS = 12;

/** The rows of buttons below an answer. */
export function answerButtons(answer: Answer, { level, listedBefore = 0 }: RenderOptions, words: Catalogue): Row[] {
  const more = moreButton(answer, level, words);
  switch (answer.kind) {
    case 'answered':
      return [...quoteButtons(answer, words), more];
    case 'not-found':
      return headlineButtons([...answer.nearest, ...answer.unfiltered], 0, words);
    case 'comparison':
      return [...sourceButtons(answer.citations, words), more];
    case 'timeline':
      // Where there are fewer events than could be, there are no more.
      return [
        ...sourceButtons(answer.citations, words),
        ...(answer.events.length < USUAL_LIMITS.timeline ? [] : [more]),
      ];
    case 'listing':
      return [
        ...headlineButtons(answer.articles, listedBefore, words),
        ...(listedBefore + answer.articles.length < answer.total ? [more] : []),
      ];
    case 'rejected':
    case 'about':
    case 'greeting':
      return [];
  }
}

// What a follow-up took from the turns before is in none of its words: the button says it.
function moreButton(answer: Answer, level: number, words: Catalogue): Row {
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

function quoteButtons({ points, citations }: Answered, words: Catalogue): Row[] {
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

// Each article once, by its number in the list and its title.
function headlineButtons(articles: readonly Headline[], before: number, words: Catalogue): Row[] {
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
function sourceButtons(citations: readonly Citation[], words: Catalogue): Row[] {
  const buttons = citations.slice(0, SOURCES_WITH_BUTTONS).map(({ number, articleId }) =>
    button(`[${number}] ${words.chat.buttons.wholeArticle}`, {
      kind: 'article',
      article: articleKey(articleId),
      from: 0,
    }),
  );
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}

/** The number by which the buttons call a quotation: ① to ⑳, which cannot be taken for that of a source. */
export const ordinal = (at: number): string => (at < 20 ? `${String.fromCharCode(0x2460 + at)} ` : `${at + 1}. `);
