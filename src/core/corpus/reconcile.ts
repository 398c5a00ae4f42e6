import type { Article, ArticleId } from '../model/article.ts';
import type { CorpusFault } from './faults.ts';
import { resolveAmbiguousDays, type ParsedArticle } from './metadata/ambiguous-days.ts';
import { stubFault, stubSignOf, stubsIn, type StubSign } from './stubs.ts';
import { fingerprintOf, type Fingerprint } from './related/fingerprint.ts';
import { relationsIn, type Relations } from './related/relations.ts';

/** What is compared of an article with all others of the archive, once those are read. */
export interface Draft extends Pick<Article, 'id' | 'path' | 'date'>, Pick<ParsedArticle, 'ambiguousDay' | 'order'> {
  readonly sign: Omit<StubSign, 'id' | 'path'>;
  readonly fingerprint: Omit<Fingerprint, 'id' | 'date'>;
}

/** An article's id, day and relations as the whole archive decides them. */
export interface Reconciled extends Pick<Article, 'id' | 'date'> {
  /** It is a notice in place of an article, and is left out. */
  readonly isStub: boolean;
  readonly relations: Relations;
}

export function draftOf({ article, ambiguousDay, order }: ParsedArticle): Draft {
  const { id: _, path: __, ...sign } = stubSignOf(article);
  const { id: ___, date: ____, ...fingerprint } = fingerprintOf(article);
  return { id: article.id, path: article.path, date: article.date, ambiguousDay, order, sign, fingerprint };
}

/**
 * Decides what no article shows by itself: days with two readings, ids that two articles have, notices that stand in place of many articles,
 * versions of one story. `drafts` are in the order of the archive, and so are the results.
 */
export function reconcile(drafts: readonly Draft[]): {
  readonly articles: readonly Reconciled[];
  readonly faults: readonly CorpusFault[];
} {
  const days = resolveAmbiguousDays(
    drafts.map((article) => ({ article, ambiguousDay: article.ambiguousDay, order: article.order })),
  );
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
export const withReconciled = (article: Article, { id, date, relations }: Reconciled): Article =>
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
