import { LRUCache } from 'lru-cache';
import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import { createArticleReader, OTHER_NAMES, type ArticleReader } from './article-reader.ts';
import { readArticle, readArticleRows, rowReader, type ArticleRow, type StoredArticle } from './article-rows.ts';
import type { Database } from './database.ts';
import { createHoldings, type Holdings } from './holdings.ts';
import { writeRowGroups } from './row-groups.ts';
import { readMeta, writeMeta } from './schema.ts';

/** The articles of an index file, as they were when it was last looked at. */
export interface SavedArticles {
  readonly rows: readonly ArticleRow[];
  readonly holdings: Holdings;
  /** An article by its id, an earlier version too; null where there is none. */
  article(id: string): StoredArticle | null;
  /** The same, without reading what there is of the others. */
  find(id: string): Article | null;
  /** The passages of an article, its headline first. */
  passagesOf(article: StoredArticle): readonly Passage[];
  /** Reads anew what changed since, if anything did, whichever process changed it. */
  refresh(): void;
  /** Notes in the file that its articles were changed; within the transaction that changes them. */
  changed(): void;
  /** What to call when something changed. */
  onChange(listener: () => void): void;
}

// Articles whose passages are remembered: a question comes to some thirty, and the next one mostly to the same.
const ARTICLES_KEPT = 2_500;

export function openSavedArticles(database: Database, names: Gazetteer): SavedArticles {
  const reader = createArticleReader(database, names);
  const passages = new LRUCache<number, readonly Passage[]>({ max: ARTICLES_KEPT });
  const listeners: (() => void)[] = [];
  // Whoever wants one article need not read what there is of all.
  let generation = generationOf(database);
  const madeWith = readMeta(database, 'names');
  let loaded: ReturnType<typeof read> | null = null;
  const state = () => (loaded ??= read(database, reader));
  return {
    get rows() {
      return state().rows;
    },
    get holdings() {
      return state().holdings;
    },
    article: (id) => state().byId.get(id) ?? null,
    find: (id) => {
      if (loaded !== null) return loaded.byId.get(id) ?? null;
      const row = database.prepare('SELECT seq FROM article WHERE id = ? AND stub = 0').get(id);
      return row === undefined ? null : readArticle(database, row[0] as number, rowReader(reader));
    },
    passagesOf: (article) => {
      let own = passages.get(article.seq);
      if (own === undefined) passages.set(article.seq, (own = passagesOf(article)));
      return own;
    },
    refresh: () => {
      const now = generationOf(database);
      if (now === generation) return;
      if (readMeta(database, 'names') !== madeWith) throw new SavedIndexError(OTHER_NAMES);
      generation = now;
      passages.clear();
      loaded = null;
      for (const listener of listeners) listener();
    },
    changed: () => noteChange(database),
    onChange: (listener) => void listeners.push(listener),
  };
}

const generationOf = (database: Database): number => Number(readMeta(database, 'generation') ?? 0);

/** Notes in a file that its articles were changed, as the last thing within the transaction that changes them. */
export function noteChange(database: Database): void {
  writeRowGroups(database);
  writeMeta(database, 'generation', String(generationOf(database) + 1));
}

function read(database: Database, reader: ArticleReader) {
  const rows = readArticleRows(database, reader);
  const byId = new Map<string, StoredArticle>(rows.map(({ article }) => [article.id, article]));
  return { rows, byId, holdings: createHoldings(rows) };
}
