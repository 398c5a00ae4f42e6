import { catalogue, type Answer, type Article, type InterfaceLang } from '../../core/index.ts';
import { nearestIds } from '../near-ids.ts';
import { numberedArticles } from '../numbered.ts';
import { terminalLine } from '../terminal/terminal-text.ts';

interface FindOptions {
  readonly articles: readonly Article[];
  /** The answer whose numbers are shown. */
  readonly shown: Answer | null;
  readonly lang: InterfaceLang;
}

/** Finds an article by a number that is shown, `[2]` as well as `2`, or by its id; else a sentence about what can be given. */
export function findArticle(given: string, { articles, shown, lang }: FindOptions): Article | string {
  const words = catalogue(lang);
  if (given === '') return words.whichArticle;
  const numbers = shown === null ? new Map<number, string>() : numberedArticles(shown);
  const number = /^\[?(\d+)\]?$/.exec(given)?.[1];
  const id = (number === undefined ? undefined : numbers.get(Number(number))) ?? given;
  const found = articles.find((each) => each.id === id);
  if (found !== undefined) return found;
  if (number !== undefined && numbers.size > 0)
    return words.unknownNumber(number, Math.min(...numbers.keys()), Math.max(...numbers.keys()));
  const near = nearestIds(given, articles);
  const sentence = words.unknownArticle(terminalLine(given), near);
  return near.length > 0 ? sentence : `${sentence}\n${words.whichArticle}`;
}
