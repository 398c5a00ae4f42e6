import { setImmediate as nextTurn } from 'node:timers/promises';
import { languagesOf, type Languages } from '../corpus/languages.ts';
import type { Article, ArticleId } from '../model/article.ts';
import { createMiniSearchIndex } from './minisearch-index.ts';
import type { PassageIndex, WritableIndex } from './passage-index.ts';
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
  /** Where the texts are on other machines: only those of articles that were found are at hand. */
  readonly textsAreAway?: boolean;
  /** The passages of an article's body, in order. */
  readonly bodyOf: (id: ArticleId) => readonly Passage[];
}

/** A library that may take in other articles at any time. */
export interface LiveLibrary extends Library {
  /**
   * Takes in the articles as they are now. Those that are the same objects as before are left alone; of each of the others, what it was
   * goes and what it is comes in one step, and whoever asks gets turns between.
   */
  readonly update: (articles: readonly Article[]) => Promise<void>;
}

/** Cuts the articles into passages and indexes them. Of a story that stands there several times, only the latest version is asked; the earlier ones are found by their ids. */
export async function createLibrary(
  articles: readonly Article[],
  names: Gazetteer,
  index: WritableIndex = createMiniSearchIndex(names),
): Promise<LiveLibrary> {
  const byId = new Map<string, Article>(articles.map((article) => [article.id, article]));
  let current = currentOf(articles);
  let languages = languagesOf(current);
  const bodies = new Map<ArticleId, readonly Passage[]>();
  const cut = (article: Article): readonly Passage[] => {
    const passages = passagesOf(article);
    bodies.set(article.id, passages.filter(isBody));
    return passages;
  };
  await index.add(current.flatMap(cut));
  return {
    get articles() {
      return current;
    },
    get languages() {
      return languages;
    },
    names,
    index,
    async update(next) {
      const nextCurrent = currentOf(next);
      const { gone, come } = changesBetween(current, nextCurrent);
      const ids = new Set([...gone.keys(), ...come.keys()]);
      for (const id of ids) {
        const article = come.get(id);
        // Both are done when they return: nobody finds the article twice, or not at all.
        const steps = gone.has(id) ? [index.remove(id)] : [];
        if (article !== undefined) steps.push(index.add(cut(article)));
        if (article === undefined) {
          bodies.delete(id);
          byId.delete(id);
        } else byId.set(id, article);
        await Promise.all(steps);
        await nextTurn();
      }
      byId.clear();
      for (const article of next) byId.set(article.id, article);
      current = nextCurrent;
      languages = languagesOf(current);
    },
    article: (id) => byId.get(id) ?? null,
    bodyOf: (id) => bodies.get(id) ?? [],
  };
}

const isBody = ({ kind }: Passage): boolean => kind === 'body';

// The same array where no story stands there several times.
function currentOf(articles: readonly Article[]): readonly Article[] {
  const current = articles.filter(({ supersededBy }) => supersededBy === undefined);
  return current.length === articles.length ? articles : current;
}

function changesBetween(before: readonly Article[], after: readonly Article[]) {
  const [old, fresh] = [new Set(before), new Set(after)];
  const byId = (articles: readonly Article[]) => new Map(articles.map((article) => [article.id, article]));
  return {
    gone: byId(before.filter((article) => !fresh.has(article))),
    come: byId(after.filter((article) => !old.has(article))),
  };
}
