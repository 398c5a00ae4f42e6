import type { Article, ArticleId, InterfaceLang } from '../core/index.ts';
import { catalogue } from '../messages/index.ts';
import { suggestIds } from './suggest-ids.ts';
import { caption } from './visible-text.ts';

interface FindOptions {
  readonly articles: readonly Article[];
  /** The articles beside the numbers that are shown. */
  readonly numbered: ReadonlyMap<number, ArticleId>;
  readonly lang: InterfaceLang;
}

/** UTF-16 units of what somebody typed that are repeated to them. */
const REPEATED = 80;

/** Finds an article by a number that is shown, `[2]` as well as `2`, or by its id; else sentences about what can be given. */
export function findArticle(given: string, { articles, numbered, lang }: FindOptions): Article | readonly string[] {
  const words = catalogue(lang);
  if (given === '') return [words.whichArticle];
  const number = /^\[?(\d+)\]?$/.exec(given.normalize('NFKC'))?.[1];
  const id = (number === undefined ? undefined : numbered.get(Number(number))) ?? given;
  const found = articles.find((each) => each.id === id);
  if (found !== undefined) return found;
  if (number !== undefined && numbered.size > 0)
    return [words.unknownNumber(number, Math.min(...numbered.keys()), Math.max(...numbered.keys()))];
  const near = suggestIds(given, articles);
  const unknown = words.unknownArticle(caption(given, REPEATED), near);
  return near.length > 0 ? [unknown] : [unknown, words.whichArticle];
}
