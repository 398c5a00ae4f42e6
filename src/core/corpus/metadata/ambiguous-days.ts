import type { Article } from '../../model/article.ts';
import { warningIn, type CorpusFault } from '../faults.ts';
import { parseDay, type DayOrder } from './parse-day.ts';

export type { DayOrder } from './parse-day.ts';

/** An article's day where the rest of the archive decides about it, or helps to. */
export interface AmbiguousDay {
  readonly path: string;
  /** A date with two readings, as written. */
  readonly ambiguousDay: string | null;
  /** The order of figures that its own date shows. */
  readonly order: DayOrder | null;
}

/** An article whose day may wait for what the rest of the archive shows. */
export interface ParsedArticle<A = Article> extends Omit<AmbiguousDay, 'path'> {
  readonly article: A;
}

/**
 * Reads the dates that leave two readings (4/2/2024) in the order that all others of the archive show. Where they show none, or both,
 * the articles go without a day, and a warning says so.
 */
export function resolveAmbiguousDays<A extends Pick<Article, 'path' | 'date'>>(
  parsed: readonly ParsedArticle<A>[],
): {
  readonly articles: readonly A[];
  readonly faults: readonly CorpusFault[];
} {
  const order = sharedOrder(parsed);
  const articles = parsed.map(({ article, ambiguousDay }) =>
    ambiguousDay === null || order === null
      ? article
      : Object.assign({}, article, { date: resolvedDay({ date: article.date, ambiguousDay }, order) }),
  );
  return {
    articles,
    faults: orderFaults(
      parsed.map(({ article, ambiguousDay, order: own }) => ({ path: article.path, ambiguousDay, order: own })),
    ),
  };
}

/** The day of an article where the archive's dates are written in this order. */
export const resolvedDay = (
  { date, ambiguousDay }: Pick<Article, 'date'> & Pick<AmbiguousDay, 'ambiguousDay'>,
  order: DayOrder | null,
): string | null => (ambiguousDay === null || order === null ? date : parseDay(ambiguousDay, order));

/** A warning for each date that keeps two readings. */
export function orderFaults(days: readonly AmbiguousDay[]): readonly CorpusFault[] {
  if (sharedOrder(days) !== null) return [];
  return days.flatMap(({ path, ambiguousDay }) => {
    if (ambiguousDay === null) return [];
    const readings = `${parseDay(ambiguousDay, 'day-first')} or ${parseDay(ambiguousDay, 'month-first')}`;
    const reason = `"${ambiguousDay.slice(0, 60)}" may be ${readings}, and no other date of the archive shows which; the article is cited without a day.`;
    return [warningIn(path, null, reason)];
  });
}

/** The order of figures that the dates of an archive show; null where they show both, or neither. */
export function sharedOrder(days: readonly { readonly order: DayOrder | null }[]): DayOrder | null {
  const shown = new Set(days.flatMap(({ order }) => order ?? []));
  const [order] = shown;
  return shown.size === 1 && order !== undefined ? order : null;
}
