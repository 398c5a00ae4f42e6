import type { Article } from '../model/article.ts';
import type { Library } from './library.ts';
import type { PassageFilter } from './passage-index.ts';

/**
 * A library without some of its articles, whatever it holds of them: they are neither found nor listed nor given by their ids.
 * `withheld` may give another set at any time.
 */
export function libraryWithout(library: Library, withheld: () => ReadonlySet<string>): Library {
  const articles = articlesWithout(() => library.articles, withheld);
  return {
    names: library.names,
    ...(library.textsAreAway === true && { textsAreAway: true }),
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
        return await library.index.search(query, ids.size === 0 ? filter : without(ids, filter), limit);
      },
    },
    article: (id) => (withheld().has(id) ? null : library.article(id)),
    bodyOf: (id) => (withheld().has(id) ? [] : library.bodyOf(id)),
  };
}

function without(ids: ReadonlySet<string>, filter: PassageFilter | null): PassageFilter {
  const also =
    (test: PassageFilter | null): PassageFilter =>
    (passage) =>
      !ids.has(passage.article.id) && (test === null || test(passage));
  const { withoutTexts } = filter ?? {};
  return withoutTexts === undefined ? also(filter) : Object.assign(also(filter), { withoutTexts: also(withoutTexts) });
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
