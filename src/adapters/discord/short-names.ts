import type { Article } from '../../core/index.ts';
import { nameKey } from '../chat/article-keys.ts';

/** UTF-16 units: an outlet and a tag, beside an author and days, then fit into a button. */
const LONGEST = 20;
const MARK = '~';

/** The name of an outlet or a tag, short enough for a button: itself, or a key in its place. */
export const shortName = (name: string | undefined): string | undefined =>
  name === undefined || name.length <= LONGEST ? name : `${MARK}${nameKey(name)}`;

/** Finds the names that keys stand for; what stands for none is a name already. The keys are made when the first is wanted. */
export function longNames(articles: readonly Article[]): (short: string | undefined) => string | undefined {
  let byKey: Map<string, string> | null = null;
  return (short) => {
    if (short?.startsWith(MARK) !== true) return short;
    byKey ??= new Map(
      articles
        .flatMap(({ outlet, tags }) => [outlet, ...tags])
        .flatMap((name) => (name === null || name.length <= LONGEST ? [] : [[nameKey(name), name]])),
    );
    return byKey.get(short.slice(MARK.length)) ?? short;
  };
}
