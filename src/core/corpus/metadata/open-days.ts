import type { Article } from '../../model/article.ts';
import { warningIn, type CorpusFault } from '../faults.ts';
import { parseDay, type DayOrder } from './parse-day.ts';

/** An article whose day may wait for what the rest of the archive shows of the order of its figures. */
export interface ParsedArticle {
  readonly article: Article;
  /** A date with two readings, as written. */
  readonly openDay: string | null;
  /** The order that its own date shows. */
  readonly order: DayOrder | null;
}

/**
 * Reads the dates that leave two readings (4/2/2024) in the order that all others of the archive show. Where they show none, or both,
 * the articles go without a day, and a warning says so.
 */
export function settleDays(parsed: readonly ParsedArticle[]): {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
} {
  const shown = new Set(parsed.flatMap(({ order }) => order ?? []));
  const [order] = shown;
  const faults: CorpusFault[] = [];
  const articles = parsed.map(({ article, openDay }) => {
    if (openDay === null) return article;
    if (shown.size === 1 && order !== undefined) return { ...article, date: parseDay(openDay, order) };
    const reason = `"${openDay.slice(0, 60)}" may be ${parseDay(openDay, 'day-first')} or ${parseDay(openDay, 'month-first')}, and no other date of the archive shows which; the article is cited without a day.`;
    faults.push(warningIn(article.path, null, reason));
    return article;
  });
  return { articles, faults };
}
