import { languagesOf, type Languages } from '../corpus/languages.ts';
import type { Article, ArticleId } from '../model/article.ts';
import { createMiniSearchIndex } from './minisearch-index.ts';
import type { PassageIndex } from './passage-index.ts';
import { passagesOf, type Passage } from './passages.ts';
import type { Gazetteer } from '../names/gazetteer.ts';

/** A corpus that is ready to be asked: its articles, their passages, and the index over them. */
export interface Library {
  /** Those that are asked: of a story that stands there several times, the latest version. */
  readonly articles: readonly Article[];
  readonly languages: Languages;
  readonly names: Gazetteer;
  readonly index: PassageIndex;
  readonly article: (id: string) => Article | null;
  /** The passages of an article's body, in order. */
  readonly bodyOf: (id: ArticleId) => readonly Passage[];
}

/** Cuts the articles into passages and indexes them. Of a story that stands there several times, only the latest version is asked; the earlier ones are found by their ids. */
export async function createLibrary(
  articles: readonly Article[],
  names: Gazetteer,
  index: PassageIndex = createMiniSearchIndex(names),
): Promise<Library> {
  const byId = new Map<string, Article>(articles.map((article) => [article.id, article]));
  const current = articles.filter(({ supersededBy }) => supersededBy === undefined);
  const bodies = new Map<ArticleId, readonly Passage[]>();
  const all: Passage[] = [];
  for (const article of current) {
    const passages = passagesOf(article);
    bodies.set(
      article.id,
      passages.filter((passage) => passage.kind === 'body'),
    );
    for (const passage of passages) all.push(passage);
  }
  await index.add(all);
  return {
    articles: current.length === articles.length ? articles : current,
    languages: languagesOf(current),
    names,
    index,
    article: (id) => byId.get(id) ?? null,
    bodyOf: (id) => bodies.get(id) ?? [],
  };
}
