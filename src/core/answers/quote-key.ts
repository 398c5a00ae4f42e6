import type { ArticleId } from '../model/article.ts';
import type { Span } from '../model/span.ts';

/** Names a quote; offsets in UTF-16 units of the article's text. */
export const quoteKey = (article: ArticleId, { start, end }: Span): string => `${article}:${start}:${end}`;
