import type { Article } from '../model/article.ts';
import { isChinese } from '../text/script.ts';

/** In which languages a corpus has articles. */
export interface Languages {
  readonly chinese: boolean;
  readonly english: boolean;
  /** Whether it is an archive of two languages: each has a tenth of the articles at least. */
  readonly both: boolean;
}

/** The languages of so many articles, of which so many are Chinese; a stray one of another language, fewer than one in a hundred, counts for none. */
export function languagesAmong(articles: number, chinese: number): Languages {
  const english = articles - chinese;
  const least = articles / 100;
  return {
    chinese: chinese > least,
    english: english > least,
    both: articles > 0 && Math.min(chinese, english) >= articles / 10,
  };
}

/** The languages of some articles. */
export const languagesOf = (articles: readonly Article[]): Languages =>
  languagesAmong(
    articles.length,
    articles.reduce((sum, article) => sum + (isChinese(article) ? 1 : 0), 0),
  );
