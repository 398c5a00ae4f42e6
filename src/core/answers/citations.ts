import type { Article, ArticleId } from '../model/article.ts';
import type { Citation, Headline } from '../model/answer.ts';

/** Numbers the articles of an answer, in order of first use. */
export interface Citations {
  /** The number of an article; a new one where it was not cited before. */
  cite(article: Article): number;
  all(): readonly Citation[];
}

export function createCitations(): Citations {
  const citations: Citation[] = [];
  return {
    cite(article) {
      const known = citations.find((one) => one.articleId === article.id);
      if (known !== undefined) return known.number;
      const number = citations.length + 1;
      citations.push(citationOf(article, number));
      return number;
    },
    all: () => citations,
  };
}

const citationOf = (article: Article, number: number): Citation => ({
  number,
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  author: article.author,
  date: article.date,
  url: article.url,
  digest: article.digest,
  ...(article.kind !== undefined && { kind: article.kind }),
});

/** Articles without those of which a copy, another outlet's print of the same text, came before. */
export function withoutCopies(articles: readonly Article[]): readonly Article[] {
  const shown = new Set<ArticleId>();
  return articles.filter(({ id, copies = [] }) => {
    if (copies.some((copy) => shown.has(copy))) return false;
    shown.add(id);
    return true;
  });
}

export const headlineOf = (article: Article): Headline => ({
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  date: article.date,
  ...(article.kind !== undefined && { kind: article.kind }),
});
