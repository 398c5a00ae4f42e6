import type { Article, ArticleId } from '../model/article.ts';
import type { CorpusFault } from './faults.ts';
import { settleDays, type ParsedArticle } from './metadata/open-days.ts';
import { stubFault, stubSignOf, stubsIn, type StubSign } from './stubs.ts';
import { fingerprintOf, type Fingerprint } from './related/fingerprint.ts';
import { relationsIn, type Relations } from './related/relations.ts';

/** What of an article decides, or is decided, once all articles of the archive are read. */
export interface Draft extends Pick<Article, 'id' | 'path' | 'date'>, Pick<ParsedArticle, 'openDay' | 'order'> {
  readonly sign: Omit<StubSign, 'id' | 'path'>;
  readonly fingerprint: Omit<Fingerprint, 'id' | 'date'>;
}

/** What was decided of an article. */
export interface Settled extends Pick<Article, 'id' | 'date'> {
  /** It is a notice in place of an article, and is left out. */
  readonly isStub: boolean;
  readonly relations: Relations;
}

export function draftOf({ article, openDay, order }: ParsedArticle): Draft {
  const { id: _, path: __, ...sign } = stubSignOf(article);
  const { id: ___, date: ____, ...fingerprint } = fingerprintOf(article);
  return { id: article.id, path: article.path, date: article.date, openDay, order, sign, fingerprint };
}

/**
 * Decides what one article alone does not show: days with two readings, ids that two have, notices that stand under many addresses,
 * versions of one story. Drafts come in the order of the archive, and so do the decisions.
 */
export function settle(drafts: readonly Draft[]): {
  readonly articles: readonly Settled[];
  readonly faults: readonly CorpusFault[];
} {
  const days = settleDays(drafts.map((article) => ({ article, openDay: article.openDay, order: article.order })));
  const taken = new Set<string>();
  const named = days.articles.map((draft) => {
    const id = freeId(draft.id, taken);
    return id === draft.id ? draft : { ...draft, id };
  });
  const stubs = stubsIn(named.map(({ id, path, sign }) => ({ ...sign, id, path })));
  const faults = [...days.faults];
  for (const { id, path } of named) if (stubs.has(id)) faults.push(stubFault(path));
  const kept = named.filter(({ id }) => !stubs.has(id));
  const relations = relationsIn(kept.map(({ id, date, fingerprint }) => Object.assign({}, fingerprint, { id, date })));
  const articles = named.map(({ id, date }) => ({
    id,
    date,
    isStub: stubs.has(id),
    relations: relations.get(id) ?? NO_RELATIONS,
  }));
  return { articles, faults };
}

const NO_RELATIONS: Relations = {};

/** An article as it was decided. */
export const withSettled = (article: Article, { id, date, relations }: Settled): Article =>
  id === article.id && date === article.date && relations === NO_RELATIONS
    ? article
    : { ...article, id, date, ...relations };

// Two folders, or two extensions, may give one id: the later article becomes `…~2`.
function freeId(id: ArticleId, taken: Set<string>): ArticleId {
  let free: string = id;
  for (let copy = 2; taken.has(free); copy++) free = `${id}~${copy}`;
  taken.add(free);
  return free as ArticleId;
}
