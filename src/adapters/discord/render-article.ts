import { passageAround, type Article, type InterfaceLang } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { articleKey } from '../chat/article-keys.ts';
import { button, pageButtons } from './answer-message.ts';
import { pagesOf, type Item } from './layout.ts';
import {
  bold,
  clip,
  joinMarkdown,
  markdown,
  markdownLine,
  maskedLink,
  marked,
  plainLine,
  type DiscordMarkdown,
} from './markdown.ts';
import type { Message } from './message.ts';
import { headlineOf, piecesOf } from './quotation.ts';

/** UTF-16 units before escaping. */
const TITLE_LENGTH = 300;
const VALUE_LENGTH = 200;
const QUOTE_LENGTH = 1_200;
const LINK_LABEL = 20;

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
  const { labels } = words;
  const outlet = clip(article.outlet ?? words.unknownOutlet, VALUE_LENGTH);
  const rows: readonly (readonly [string, DiscordMarkdown])[] = [
    [labels.outlet, markdownLine(article.digest ? words.digestOf(outlet) : outlet)],
    [labels.author, markdownLine(clip(article.author ?? '', VALUE_LENGTH))],
    [labels.date, markdownLine(article.date ?? words.undated)],
    [labels.tags, markdownLine(clip(article.tags.join(' · '), VALUE_LENGTH))],
  ];
  return joinMarkdown(
    [
      bold(markdownLine(clip(article.title, TITLE_LENGTH))),
      ...rows.filter(([, value]) => value !== '').map(([label, value]) => marked`-# ${markdownLine(label)} · ${value}`),
      linkOf(article, words),
    ],
    '\n',
  );
}

const linkOf = ({ url }: Article, words: Catalogue): DiscordMarkdown =>
  (url === null ? null : maskedLink(plainLine(words.labels.link, LINK_LABEL), url)) ?? marked``;

/** Offsets of a quote in `article.text`, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The passage around a quote, the quote in bold; null where the offsets are none of the article's. */
export function passageMessage(article: Article, quote: Span, lang: InterfaceLang): Message | null {
  const words = catalogue(lang);
  const around = passageAround(article, quote);
  if (around === null) return null;
  const part = (start: number, end: number): string => article.text.slice(start, end);
  const passage = marked`${markdown(part(around.start, quote.start))}${bold(
    markdown(clip(part(quote.start, quote.end).trim(), QUOTE_LENGTH)),
  )}${markdown(part(quote.end, around.end))}`;
  const more = button(words.chat.buttons.wholeArticle, {
    action: 'article',
    article: articleKey(article.id),
    page: 0,
    lang,
  });
  return {
    text: joinMarkdown([passage, joinMarkdown([headlineOf(article, words), linkOf(article, words)], ' · ')], '\n\n'),
    rows: more.length === 0 ? [] : [more],
  };
}
