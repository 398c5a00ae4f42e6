import type { Composed } from './compose-article.ts';
import { errorIn, type CorpusFault } from './faults.ts';
import type { ParsedArticle } from './metadata/ambiguous-days.ts';

/** What a file, or an entry of one, became: its articles; what is wrong with it; and the keys of its metadata that nobody reads. */
export interface ParsedFile {
  readonly articles: readonly ParsedArticle[];
  readonly faults: readonly CorpusFault[];
  readonly unread: readonly string[];
}

/** A file that gave no article. */
export const leftOut = (...faults: readonly CorpusFault[]): ParsedFile => ({ articles: [], faults, unread: [] });

/** Puts together what was made of a file. */
export function parsedFile({
  path,
  composed,
  unread,
  faults = [],
}: {
  readonly path: string;
  readonly composed: readonly Composed[];
  readonly unread: readonly string[];
  readonly faults?: readonly CorpusFault[];
}): ParsedFile {
  const articles = composed.flatMap(({ article, day }) =>
    article === null
      ? []
      : [{ article, ambiguousDay: day?.isTwoWay === true ? day.text : null, order: day?.order ?? null }],
  );
  const empty = articles.length === 0 ? [errorIn(path, null, 'There is neither a title nor a text.')] : [];
  return { articles, faults: [...faults, ...composed.flatMap((one) => one.faults), ...empty], unread };
}
