import type { Article } from '../../core/index.ts';
import { nameKey } from '../chat/article-keys.ts';

/** UTF-16 units: an outlet and a tag, beside an author and days, then fit into a button. */
const LONGEST = 20;
const MARK = '~';

/** The name of an outlet or a tag, short enough for a button: itself, or a key in its place. */
export const shortName = (name: string | undefined): string | undefined =>
  name === undefined || name.length <= LONGEST ? name : `${MARK}${nameKey(name)}`;

/** The name that a key stands for; what stands for none is a name already. The keys of an archive are made when the first is wanted. */
export function longName(short: string | undefined, articles: readonly Article[]): string | undefined {
  if (short?.startsWith(MARK) !== true) return short;
  let byKey = keys.get(articles);
  if (byKey === undefined) keys.set(articles, (byKey = namesByKey(articles)));
  return byKey.get(short.slice(MARK.length)) ?? short;
}

const keys = new WeakMap<readonly Article[], ReadonlyMap<string, string>>();

const namesByKey = (articles: readonly Article[]): ReadonlyMap<string, string> =>
  new Map(
    articles
      .flatMap(({ outlet, tags }) => [outlet, ...tags])
      .flatMap((name) => (name === null || name.length <= LONGEST ? [] : [[nameKey(name), name]])),
  );
