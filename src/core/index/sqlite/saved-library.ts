import { existsSync } from 'node:fs';
import { languagesAmong } from '../../corpus/languages.ts';
import type { CorpusFault } from '../../corpus/faults.ts';
import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Library } from '../library.ts';
import type { WritableIndex } from '../passage-index.ts';
import type { Passage } from '../passages.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import { openDatabase, type Database } from './database.ts';
import { openSavedArticles, type SavedArticles } from './saved-articles.ts';
import { createTables, readMeta, SCHEMA, schemaOf } from './schema.ts';
import { createSqliteIndex } from './sqlite-index.ts';

/** A library whose articles and index are in a file. */
export interface SavedLibrary extends Library {
  /** One article, without reading what there is of the others. */
  readonly find: (id: string) => Article | null;
  /** All articles, earlier versions of stories too. */
  readonly all: readonly Article[];
  readonly about: SavedAbout;
  close(): void;
}

/** What an index file says of how it was made: of which folders, when, and what was wrong with their files. */
export interface SavedAbout {
  readonly dirs: readonly string[];
  readonly indexedAt: Date;
  readonly faults: readonly CorpusFault[];
}

/** Opens a saved index. `fingerprint` is that of the names that it has to have been made with. Throws a SavedIndexError. */
export function openSavedLibrary(path: string, names: Gazetteer, fingerprint: string): SavedLibrary {
  // SQLite would make a file of that name.
  if (!existsSync(path)) throw new SavedIndexError(`"${path}": there is no such file. To make it: readout index`);
  const database = openDatabase(path);
  const schema = schemaOf(database, path);
  if (schema === null) throw new SavedIndexError(`"${path}": there is nothing in it yet. Run: readout index`);
  if (schema !== SCHEMA || readMeta(database, 'names') !== fingerprint)
    throw new SavedIndexError(`"${path}": it was made by another version of the program. Run: readout index`);
  return savedLibrary(database, openSavedArticles(database, names), names);
}

function savedLibrary(database: Database, articles: SavedArticles, names: Gazetteer): EmptyLibrary {
  let known: ReturnType<typeof listsOf> | null = null;
  let all: readonly Article[] | null = null;
  const lists = () => (known ??= listsOf(articles));
  articles.onChange(() => {
    known = null;
    all = null;
  });
  return {
    get articles() {
      return lists().current;
    },
    get all() {
      return (all ??= articles.allRows.map(({ article }) => article));
    },
    get languages() {
      return lists().languages;
    },
    get about() {
      return {
        dirs: JSON.parse(readMeta(database, 'dirs') ?? '[]') as string[],
        indexedAt: new Date(readMeta(database, 'indexedAt') ?? 0),
        faults: readFaults(database),
      };
    },
    names,
    index: createSqliteIndex(database, articles, names),
    article: (id) => articles.article(id),
    find: (id) => articles.find(id),
    bodyOf: (id) => {
      const article = articles.article(id);
      return article === null ? NO_PASSAGES : articles.passagesOf(article).filter(({ kind }) => kind === 'body');
    },
    close: () => database.close(),
  };
}

/** What is wrong with files, in the order in which reading the folders would tell it. */
export function readFaults(database: Database): readonly CorpusFault[] {
  const { listed = [], settled = [] } = JSON.parse(readMeta(database, 'faults') ?? '{}') as {
    readonly listed?: readonly CorpusFault[];
    readonly settled?: readonly CorpusFault[];
  };
  const ofFiles = database
    .prepare(`SELECT faults FROM file WHERE faults <> '[]' ORDER BY dir, within`)
    .all()
    .flatMap(([faults]) => JSON.parse(faults as string) as readonly CorpusFault[]);
  return [...listed, ...ofFiles, ...settled];
}

const NO_PASSAGES: readonly Passage[] = [];

/** The articles of rows: all of them, those that are asked, and in which languages those are. */
export function listsOf({ rows }: Pick<SavedArticles, 'rows'>) {
  const all = rows.map(({ article }) => article);
  const current = rows.filter(({ article }) => article.supersededBy === undefined);
  const chinese = current.reduce((sum, row) => sum + (row.isChinese ? 1 : 0), 0);
  return {
    all,
    current: current.length === all.length ? all : current.map(({ article }) => article),
    languages: languagesAmong(current.length, chinese),
  };
}

interface EmptyLibrary extends SavedLibrary {
  readonly index: WritableIndex;
}

/** Makes an index with nothing in it, in memory or in a new file, to which passages are added without their files. */
export function createEmptyLibrary(names: Gazetteer, path = ':memory:'): EmptyLibrary {
  const database = openDatabase(path);
  createTables(database);
  return savedLibrary(database, openSavedArticles(database, names), names);
}
