import { createHash } from 'node:crypto';
import type { Article, ArticleId } from '../../core/index.ts';

/** A name for an article that is short enough for a button and the same in every run: 8 characters of A–Z a–z 0–9 - _. */
export type ArticleKey = string & { readonly __brand: 'ArticleKey' };

// Of 100,000 articles, two share a key in one archive out of 56,000; the first of them then has it.
const KEY_BYTES = 6;

export const articleKey = (id: ArticleId): ArticleKey => digest(id, KEY_BYTES) as ArticleKey;

/** A short mark of a quote, by which a button finds out whether the article still says it: 4 characters of the same alphabet. */
export const quoteMark = (quote: string): string => digest(quote, 3);

const digest = (text: string, bytes: number): string =>
  createHash('sha256').update(text).digest().subarray(0, bytes).toString('base64url');

/** Articles by their key; made when the first is wanted. */
export function articleFinder(articles: readonly Article[]): (key: string) => Article | null {
  let byKey: Map<string, Article> | null = null;
  return (key) => {
    byKey ??= new Map(articles.toReversed().map((article) => [articleKey(article.id), article]));
    return byKey.get(key) ?? null;
  };
}
