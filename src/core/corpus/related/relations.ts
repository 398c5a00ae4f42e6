import type { Article, ArticleId } from '../../model/article.ts';
import { copiesIn } from './copies.ts';
import type { Fingerprint } from './fingerprint.ts';
import { storiesIn } from './versions.ts';

/**
 * What an article has to do with others: the latest version of a story names the earlier ones, and each of those the latest; what several
 * outlets carry word for word names the others.
 */
export type Relations = Pick<Article, 'versions' | 'supersededBy' | 'copies'>;

/** The relations of the articles that have any. */
export function relationsIn(fingerprints: readonly Fingerprint[]): ReadonlyMap<ArticleId, Relations> {
  const relations = new Map<ArticleId, Relations>();
  const superseded = new Set<ArticleId>();
  for (const { latest, earlier } of storiesIn(fingerprints)) {
    relations.set(latest, { versions: earlier });
    for (const id of earlier) {
      relations.set(id, { supersededBy: latest });
      superseded.add(id);
    }
  }
  // Of a story, the latest version is what another outlet's report is set beside.
  for (const group of copiesIn(fingerprints.filter(({ id }) => !superseded.has(id))))
    for (const id of group) relations.set(id, { ...relations.get(id), copies: group.filter((other) => other !== id) });
  return relations;
}
