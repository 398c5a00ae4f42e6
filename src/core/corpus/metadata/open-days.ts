import type { Article } from '../../model/article.ts';
import { warningIn, type CorpusFault } from '../faults.ts';
import { parseDay, type DayOrder } from './parse-day.ts';

export type { DayOrder } from './parse-day.ts';

/** An article's day where the rest of the archive decides about it, or helps to. */
export interface OpenDay {
  readonly path: string;
  /** A date with two readings, as written. */
  readonly openDay: string | null;
  /** The order of figures that its own date shows. */
  readonly order: DayOrder | null;
}

/** An article whose day may wait for what the rest of the archive shows. */
export interface ParsedArticle<A = Article> extends Omit<OpenDay, 'path'> {
  readonly article: A;
}

/**
 * Reads the dates that leave two readings (4/2/2024) in the order that all others of the archive show. Where they show none, or both,
 * the articles go without a day, and a warning says so.
 */
export function settleDays<A extends Pick<Article, 'path' | 'date'>>(
  parsed: readonly ParsedArticle<A>[],
): {
  readonly articles: readonly A[];
  readonly faults: readonly CorpusFault[];
} {
  const order = sharedOrder(parsed);
  const articles = parsed.map(({ article, openDay }) =>
    openDay === null || order === null
      ? article
      : Object.assign({}, article, { date: settledDay({ date: article.date, openDay }, order) }),
  );
  return {
    articles,
    faults: orderFaults(
      parsed.map(({ article, openDay, order: own }) => ({ path: article.path, openDay, order: own })),
    ),
  };
}

/** The day of an article where the archive's dates are written in this order. */
export const settledDay = (
  { date, openDay }: Pick<Article, 'date'> & Pick<OpenDay, 'openDay'>,
  order: DayOrder | null,
): string | null => (openDay === null || order === null ? date : parseDay(openDay, order));

/** A warning for each date that keeps two readings. */
export function orderFaults(days: readonly OpenDay[]): readonly CorpusFault[] {
  if (sharedOrder(days) !== null) return [];
  return days.flatMap(({ path, openDay }) => {
    if (openDay === null) return [];
    const readings = `${parseDay(openDay, 'day-first')} or ${parseDay(openDay, 'month-first')}`;
    const reason = `"${openDay.slice(0, 60)}" may be ${readings}, and no other date of the archive shows which; the article is cited without a day.`;
    return [warningIn(path, null, reason)];
  });
}

/** The order of figures that the dates of an archive show; null where they show both, or neither. */
export function sharedOrder(days: readonly { readonly order: DayOrder | null }[]): DayOrder | null {
  const shown = new Set(days.flatMap(({ order }) => order ?? []));
  const [order] = shown;
  return shown.size === 1 && order !== undefined ? order : null;
}
