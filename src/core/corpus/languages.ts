import type { Article } from '../model/article.ts';
import { isChinese } from '../text/script.ts';

/**
 * Which languages a corpus is in. One that fewer than a tenth of its articles are in counts for none: who asks in it asks of the other
 * nine tenths as well, across languages.
 */
export interface Languages {
  readonly chinese: boolean;
  readonly english: boolean;
}

/** The languages of so many articles, of which so many are Chinese. */
export function languagesAmong(articles: number, chinese: number): Languages {
  const least = articles / 10;
  return { chinese: articles > 0 && chinese >= least, english: articles > 0 && articles - chinese >= least };
}

/** The languages of some articles. */
export const languagesOf = (articles: readonly Article[]): Languages =>
  languagesAmong(
    articles.length,
    articles.reduce((sum, article) => sum + (isChinese(article) ? 1 : 0), 0),
  );
