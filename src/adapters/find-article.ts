import { foldScript, type Article, type ArticleId, type InterfaceLang } from '../core/index.ts';
import { catalogue } from '../messages/index.ts';
import { suggestIds } from './suggest-ids.ts';
import { caption } from './visible-text.ts';

interface FindOptions {
  readonly articles: readonly Article[];
  /** The articles beside the numbers that are shown. */
  readonly numbered: ReadonlyMap<number, ArticleId>;
  readonly lang: InterfaceLang;
}

/** The one article that was meant; several, whose titles have the words; or none, and sentences about what can be given. */
export type FoundArticle =
  | { readonly kind: 'one'; readonly article: Article }
  | { readonly kind: 'several'; readonly articles: readonly Article[] }
  | { readonly kind: 'none'; readonly sentences: readonly string[] };

/** UTF-16 units of what somebody typed that are repeated to them. */
const REPEATED = 80;
/** Titles to choose from. */
const SEVERAL = 10;

/** Finds an article by a number that is shown, `[2]` as well as `2`; by its id; or by words of its title, in either script. */
export function findArticle(given: string, { articles, numbered, lang }: FindOptions): FoundArticle {
  const words = catalogue(lang);
  if (given === '') return none(words.whichArticle);
  const number = /^\[?(\d+)\]?$/.exec(given.normalize('NFKC'))?.[1];
  const id = (number === undefined ? undefined : numbered.get(Number(number))) ?? given;
  const found = articles.find((each) => each.id === id);
  if (found !== undefined) return one(found);
  if (number !== undefined && numbered.size > 0)
    return none(words.unknownNumber(number, Math.min(...numbered.keys()), Math.max(...numbered.keys())));
  const [titled, ...more] = number === undefined ? byTitle(given, articles) : [];
  if (titled !== undefined) return more.length === 0 ? one(titled) : { kind: 'several', articles: [titled, ...more] };
  const near = suggestIds(given, articles);
  const unknown = words.unknownArticle(caption(given, REPEATED), near);
  return near.length > 0 ? none(unknown) : none(unknown, words.whichArticle);
}

const one = (article: Article): FoundArticle => ({ kind: 'one', article });
const none = (...sentences: readonly string[]): FoundArticle => ({ kind: 'none', sentences });

// All words, in any order; the newest first.
function byTitle(given: string, articles: readonly Article[]): Article[] {
  const words = foldScript(given)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return articles
    .filter(({ title }) => words.every((word) => foldScript(title).includes(word)))
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, SEVERAL);
}
