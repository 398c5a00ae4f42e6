import { nameKey } from '../corpus/metadata/outlets.ts';
import type { ArchiveFacts } from '../model/answer.ts';
import type { Article } from '../model/article.ts';
import { facetsOf } from '../question/filters/given-filters.ts';

/** What some articles are as an archive; `topics`: also what most of them are about. */
export function archiveFacts(articles: readonly Article[], { topics }: { readonly topics: boolean }): ArchiveFacts {
  const { outlets, days, newest } = facetsOf(articles);
  const facts = { articles: articles.length, outlets, since: days[0] ?? null, until: newest };
  return topics ? { ...facts, topics: commonTags(articles) } : facts;
}

const MOST_TOPICS = 6;

// The tags that most of the articles have, the commonest first; one that a single article of several has is no subject of an archive.
function commonTags(articles: readonly Article[]): readonly string[] {
  const counts = new Map<string, { readonly tag: string; count: number }>();
  for (const { tags } of articles)
    for (const tag of tags) {
      const key = nameKey(tag);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { tag, count: 1 });
      else known.count++;
    }
  return [...counts.values()]
    .filter(({ count }) => count > 1 || articles.length === 1)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_TOPICS)
    .map(({ tag }) => tag);
}
