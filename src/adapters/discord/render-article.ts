import type { Article, InterfaceLang } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { articleKey } from '../chat/article-keys.ts';
import { detailsOf, quoteInContext } from '../document/describe.ts';
import { button, pageButtons } from './answer-message.ts';
import { pagesOf, type Item } from './layout.ts';
import { bold, clip, joinMarkdown, markdown, markdownLine, marked, type DiscordMarkdown } from './markdown.ts';
import type { Message } from './message.ts';
import { headlineOf, linkTo, piecesOf } from './quotation.ts';

/** UTF-16 units before escaping. */
const TITLE_LENGTH = 300;
const VALUE_LENGTH = 200;
const QUOTE_LENGTH = 1_200;

/** One page of an article: its metadata above the first, then its text, block by block. */
export function articleMessage(article: Article, page: number, lang: InterfaceLang): Message {
  const words = catalogue(lang);
  const items = article.blocks.flatMap(({ start, end }) =>
    piecesOf(article.text.slice(start, end)).map((piece): Item => ({ text: markdown(piece) })),
  );
  const pages = pagesOf({ heading: metadata(article, words), items, citations: [] }, () => marked``);
  const at = Math.min(page, pages.length - 1);
  const key = articleKey(article.id);
  const row = pageButtons({ words, pages: pages.length, at }, (page) => ({
    action: 'article',
    article: key,
    page,
    lang,
  }));
  return { text: pages[at]?.text ?? marked``, rows: row.length === 0 ? [] : [row] };
}

function metadata(article: Article, words: Catalogue): DiscordMarkdown {
  const details = detailsOf(article, words).map(
    ({ label, value }) => marked`-# ${markdownLine(label)} · ${markdownLine(clip(value, VALUE_LENGTH))}`,
  );
  const title = bold(markdownLine(clip(article.title, TITLE_LENGTH)));
  return joinMarkdown([title, ...details, linkTo(article.url, words)], '\n');
}

/** The passage around a quote, the quote in bold; null where the offsets are none of the article's. */
export function passageMessage(article: Article, place: Offsets, lang: InterfaceLang): Message | null {
  const words = catalogue(lang);
  const context = quoteInContext(article, place);
  if (context === null) return null;
  const { before, quote, after } = context;
  const passage = marked`${markdown(before)}${bold(markdown(clip(quote.trim(), QUOTE_LENGTH)))}${markdown(after)}`;
  const press = { action: 'article', article: articleKey(article.id), page: 0, lang } as const;
  const more = button(words.chat.buttons.wholeArticle, press);
  const source = joinMarkdown([headlineOf(article, words), linkTo(article.url, words)], ' · ');
  return { text: joinMarkdown([passage, source], '\n\n'), rows: more.length === 0 ? [] : [more] };
}

/** Offsets of a quote in `article.text`, in UTF-16 units. */
interface Offsets {
  readonly start: number;
  readonly end: number;
}
