import { LRUCache } from 'lru-cache';
import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { passagesAlong, type Passage } from '../passages.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import { createArticleReader, OTHER_NAMES } from './article-reader.ts';
import {
  inArchiveOrder,
  readArticle,
  readArticleRows,
  rowReader,
  type ArticleRow,
  type RowReader,
  type StoredArticle,
} from './article-rows.ts';
import type { Database } from './database.ts';
import { createPassageTable, type PassageTable } from './passage-table.ts';
import { writeRowGroups } from './row-groups.ts';
import { readMeta, writeMeta } from './schema.ts';

/** The articles of an index file, as they were when it was last looked at. */
export interface SavedArticles {
  /** Those that are asked, and with them the earlier versions of their stories, which are read when somebody wants them. */
  readonly rows: readonly ArticleRow[];
  readonly allRows: readonly ArticleRow[];
  readonly passageTable: PassageTable;
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

// Sentences of passages that are remembered, those of some thousand articles: a question comes to some thirty, and the next one mostly to the same.
const SENTENCES_KEPT = 40_000;

export function openSavedArticles(database: Database, names: Gazetteer): SavedArticles {
  const known = createKnown(database, rowReader(createArticleReader(database, names)));
  const passages = new LRUCache<number, readonly Passage[]>({
    maxSize: SENTENCES_KEPT,
    sizeCalculation: (own) => own.reduce((sum, { sentences }) => sum + sentences.length, 1),
  });
  const listeners: (() => void)[] = [];
  let generation = generationOf(database);
  const madeWith = readMeta(database, 'names');
  return {
    get rows() {
      return known.latest().rows;
    },
    get allRows() {
      return known.allRows();
    },
    get passageTable() {
      return known.latest().passageTable;
    },
    article: known.article,
    find: known.find,
    passagesOf: (article) => {
      let own = passages.get(article.seq);
      if (own === undefined) passages.set(article.seq, (own = passagesAlong(article, article.cuts)));
      return own;
    },
    refresh: () => {
      const now = generationOf(database);
      if (now === generation) return;
      if (readMeta(database, 'names') !== madeWith) throw new SavedIndexError(OTHER_NAMES);
      generation = now;
      passages.clear();
      known.forget();
      for (const listener of listeners) listener();
    },
    changed: () => noteChange(database),
    onChange: (listener) => void listeners.push(listener),
  };
}

// What of the file's articles is in memory, read when somebody asks for it: whoever wants one article need not wait for the others.
function createKnown(database: Database, byRow: RowReader) {
  let loaded: ReturnType<typeof readLatest> | null = null;
  let all: readonly ArticleRow[] | null = null;
  const latest = () => (loaded ??= readLatest(database, byRow));
  const stored = (id: string, condition: string): StoredArticle | null => {
    const row = database.prepare(`SELECT seq FROM article WHERE id = ? AND ${condition}`).get(id);
    return row === undefined ? null : readArticle(database, row[0] as number, byRow);
  };
  const article = (id: string): StoredArticle | null =>
    latest().byId.get(id) ?? stored(id, 'stub = 0 AND superseded IS NOT NULL');
  return {
    latest,
    allRows: () => (all ??= withEarlier(latest(), readArticleRows(database, 'earlier', byRow))),
    article,
    find: (id: string) => (loaded === null ? stored(id, 'stub = 0') : article(id)),
    forget: () => {
      loaded = null;
      all = null;
    },
  };
}

// What has come to be an earlier version since the latest ones were read is still known as one of those.
const withEarlier = ({ rows, byId }: ReturnType<typeof readLatest>, earlier: readonly ArticleRow[]) =>
  inArchiveOrder([...rows, ...earlier.filter(({ article }) => !byId.has(article.id))]);

const generationOf = (database: Database): number => Number(readMeta(database, 'generation') ?? 0);

/** Notes in a file that its articles were changed, as the last thing within the transaction that changes them. */
export function noteChange(database: Database): void {
  writeRowGroups(database);
  writeMeta(database, 'generation', String(generationOf(database) + 1));
}

function readLatest(database: Database, byRow: RowReader) {
  const rows = readArticleRows(database, 'latest', byRow);
  const byId = new Map<string, StoredArticle>(rows.map(({ article }) => [article.id, article]));
  return { rows, byId, passageTable: createPassageTable(rows) };
}
