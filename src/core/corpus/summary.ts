import type { Article } from '../model/article.ts';

/** How many articles an outlet has in the corpus, and from when to when. */
export interface SourceSummary {
  readonly outlet: string | null;
  readonly articles: number;
  /** Days, `YYYY-MM-DD`; null where no article of the outlet has a date. */
  readonly first: string | null;
  readonly last: string | null;
}

/** The outlets of a corpus, those with the most articles first. */
export function summarise(articles: readonly Article[]): SourceSummary[] {
  const byOutlet = new Map<string | null, Article[]>();
  for (const article of articles) {
    const list = byOutlet.get(article.outlet);
    if (list === undefined) byOutlet.set(article.outlet, [article]);
    else list.push(article);
  }
  return [...byOutlet]
    .map(([outlet, list]) => {
      const dates = list.flatMap((article) => (article.date === null ? [] : [article.date])).sort();
      return { outlet, articles: list.length, first: dates[0] ?? null, last: dates.at(-1) ?? null };
    })
    .sort((a, b) => b.articles - a.articles || (a.outlet ?? '').localeCompare(b.outlet ?? ''));
}
