import type { InlineKeyboardButton } from 'telegraf/types';
import { scriptOf, USUAL_LIMITS, type Answer, type ArticleId, type AskedKind } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import { articleKey } from '../chat/article-keys.ts';
import type { DocumentOptions } from '../document/answer-document.ts';
import { quotationsOf, type Document } from '../document/blocks.ts';
import { visibleLine } from '../visible-text.ts';
import { button, quotePlace } from './buttons.ts';
import { writeFilters } from './button-filters.ts';

/** What an answer's own words do not say of it. */
export interface RenderOptions extends DocumentOptions {
  /** The question, where the reply does not stand below it. */
  readonly asked: string | null;
  /** How often there was more already. */
  readonly level: number;
}

type Row = InlineKeyboardButton[];

/** Few enough rows of buttons to leave the answer in sight. */
const QUOTES_WITH_BUTTONS = 6;
const HEADLINES_WITH_BUTTONS = 10;
const SOURCES_WITH_BUTTONS = 12;

/** The rows of buttons below an answer, whose `document` says what there is to press on. */
export function answerButtons(
  answer: Answer,
  document: Document,
  { level, listedBefore = 0, words }: RenderOptions & { readonly words: Catalogue },
): Row[] {
  const more = moreButton(answer, level, words);
  switch (answer.kind) {
    case 'answered':
      return [...quoteButtons(document, words), more];
    case 'not-found':
      return entryButtons(document, words);
    case 'comparison':
      return [...sourceButtons(document, words), more];
    case 'timeline':
      // Where there are fewer events than could be, there are no more.
      return [...sourceButtons(document, words), ...(answer.events.length < USUAL_LIMITS.timeline ? [] : [more])];
    case 'listing': {
      const isAll = listedBefore + answer.articles.length >= answer.total;
      return [...entryButtons(document, words), ...(isAll ? [] : [more])];
    }
    case 'rejected':
    case 'about':
    case 'greeting':
      return [];
  }
}

// What a follow-up took from the turns before is in none of its words: the button says it.
function moreButton({ kind, understood, resolved }: Answer, level: number, words: Catalogue): Row {
  const filters = understood === null ? '' : writeFilters(resolved);
  return [button(words.chat.buttons.more, { kind: 'more', level: level + 1, of: askedKindOf(kind), filters })];
}

function askedKindOf(kind: Answer['kind']): AskedKind | undefined {
  switch (kind) {
    case 'answered':
      return 'answer';
    case 'comparison':
    case 'timeline':
    case 'listing':
      return kind;
    case 'not-found':
    case 'rejected':
    case 'about':
    case 'greeting':
      return undefined;
  }
}

function quoteButtons(document: Document, words: Catalogue): Row[] {
  const { passage, inScript } = words.chat.buttons;
  const quotations = quotationsOf(document);
  return quotations.slice(0, QUOTES_WITH_BUTTONS).flatMap(({ source, number, ...quote }) => {
    if (source === null) return [];
    const place = quotePlace(source.articleId, quote);
    const mark = quotations.length > 1 ? ordinal(number) : '';
    const script = scriptOf(quote.quote);
    const other = script === null ? null : inScript[script === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'];
    return [
      [
        button(`${mark}${passage}`, { kind: 'passage', place }),
        ...(other === null ? [] : [button(`${mark}${other}`, { kind: 'script', place })]),
      ],
    ];
  });
}

// Each article once, by its number in the list and its title.
function entryButtons({ sections }: Document, words: Catalogue): Row[] {
  const entries = sections.flat().filter((block) => block.kind === 'entry');
  const firsts = entries.filter(
    ({ article }, at) => entries.findIndex((other) => other.article.articleId === article.articleId) === at,
  );
  return firsts.slice(0, HEADLINES_WITH_BUTTONS).map(({ number, article }) => {
    const caption = `${number}. ${visibleLine(article.title) || words.chat.buttons.wholeArticle}`;
    return [articleButton(caption, article.articleId)];
  });
}

// Two in a row.
function sourceButtons({ sources }: Document, words: Catalogue): Row[] {
  const buttons = sources
    .slice(0, SOURCES_WITH_BUTTONS)
    .map(({ number, articleId }) => articleButton(`[${number}] ${words.chat.buttons.wholeArticle}`, articleId));
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}

const articleButton = (caption: string, id: ArticleId): InlineKeyboardButton =>
  button(caption, { kind: 'article', article: articleKey(id), from: 0 });

/** The number by which the buttons call a quotation: ① to ⑳, which cannot be taken for that of a source. */
export const ordinal = (number: number): string =>
  number <= 20 ? `${String.fromCharCode(0x245f + number)} ` : `${number}. `;
