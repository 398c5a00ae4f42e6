import type { Article } from '../model/article.ts';
import type { Library } from './library.ts';

/**
 * A library without some of its articles, whatever it holds of them: they are neither found nor listed nor given by their ids.
 * `withheld` may give another set at any time.
 */
export function libraryWithout(library: Library, withheld: () => ReadonlySet<string>): Library {
  const articles = articlesWithout(() => library.articles, withheld);
  return {
    names: library.names,
    get articles() {
      return articles();
    },
    get languages() {
      return library.languages;
    },
    index: {
      ...library.index,
      search: async (query, filter, limit) => {
        const ids = withheld();
        if (ids.size === 0) return await library.index.search(query, filter, limit);
        return await library.index.search(
          query,
          (passage) => !ids.has(passage.article.id) && (filter === null || filter(passage)),
          limit,
        );
      },
    },
    article: (id) => (withheld().has(id) ? null : library.article(id)),
    bodyOf: (id) => (withheld().has(id) ? [] : library.bodyOf(id)),
  };
}

/** Articles without those that are withheld; the same array for as long as both are the same. */
export function articlesWithout(
  articles: () => readonly Article[],
  withheld: () => ReadonlySet<string>,
): () => readonly Article[] {
  let known: {
    readonly all: readonly Article[];
    readonly ids: ReadonlySet<string>;
    readonly kept: readonly Article[];
  } | null = null;
  return () => {
    const [all, ids] = [articles(), withheld()];
    if (known?.all !== all || known.ids !== ids) known = { all, ids, kept: keptOf(all, ids) };
    return known.kept;
  };
}

function keptOf(all: readonly Article[], ids: ReadonlySet<string>): readonly Article[] {
  if (ids.size === 0) return all;
  const kept = all.filter(({ id }) => !ids.has(id));
  return kept.length === all.length ? all : kept;
}
