import type { Article, ArticleId, ArticleKind, Lang } from '../../model/article.ts';
import type { Cuts } from '../passages.ts';
import type { ArticleReader } from './article-reader.ts';
import type { Database, Value } from './database.ts';
import { COLUMNS, NOT_HERE, readRowGroups, rowsOfGroup } from './row-groups.ts';

/** An article of the file; its text and blocks, and mostly its address, are read when they are asked for. */
export interface StoredArticle extends Article {
  /** Its number in the file; it keeps it while the file that it stands in stays as it is. */
  readonly seq: number;
  /** Where it is cut into passages. */
  readonly cuts: Cuts;
}

/** What the file has of an article beside its text. */
export interface ArticleRow {
  readonly article: StoredArticle;
  /** The order of the folders and, within a file, of its articles. */
  readonly dir: number;
  readonly place: number;
  /** Whether its first lines have Han characters. */
  readonly isChinese: boolean;
  /** The number of its first passage, and of each passage how many different terms it has; null where it is not searched. */
  readonly passages: { readonly first: number; readonly lengths: Uint16Array } | null;
}

/**
 * Reads the articles that are the latest versions of stories, or those that they supersede, in the order of their folders and files, and
 * without stubs.
 */
export const readArticleRows = (
  database: Database,
  which: 'latest' | 'earlier',
  read: RowReader,
): readonly ArticleRow[] =>
  inArchiveOrder(readRowGroups(database, which).flatMap((group) => rowsOfGroup(group).map(read)));

/** Makes an article of a stored row. */
export type RowReader = (row: readonly Value[]) => ArticleRow;

/** What makes articles of stored rows: one for all, since objects of one prototype are laid out alike. */
export function rowReader(reader: ArticleReader): RowReader {
  const lazy = lazyFields(reader);
  return (row) => rowOf(row, lazy);
}

/** Articles in the order of their folders and files. */
export const inArchiveOrder = (rows: readonly ArticleRow[]): readonly ArticleRow[] =>
  rows.every((row, at) => at === 0 || inOrder(rows[at - 1] as ArticleRow, row) <= 0) ? rows : rows.toSorted(inOrder);

/** Reads one article, which has to be there. */
export function readArticle(database: Database, seq: number, read: RowReader): StoredArticle {
  const row = database.prepare(`SELECT ${COLUMNS} FROM article WHERE seq = ?`).get(seq) ?? [];
  return read(row).article;
}

function inOrder(one: ArticleRow, other: ArticleRow): number {
  if (one.dir !== other.dir) return one.dir - other.dir;
  const [a, b] = [one.article.path, other.article.path];
  return a === b ? one.place - other.place : a < b ? -1 : 1;
}

function rowOf(row: readonly Value[], lazy: LazyFields): ArticleRow {
  const [seq, id, title, outlet, author, date, url, lang, tags, digest, path, ...rest] = row;
  const [kind, section, updated, versions, superseded, copies, dir, place, han, first, lengths] = rest;
  // Fields one by one: to assign them all, or to spread those that an article need not have, takes four times as long.
  const article = Object.create(url === NOT_HERE ? lazy.withoutAddress : lazy.whole) as {
    -readonly [Key in keyof StoredArticle]: StoredArticle[Key];
  };
  article.seq = seq as number;
  article.id = id as ArticleId;
  article.title = title as string;
  article.outlet = outlet as string | null;
  article.author = author as string | null;
  article.date = date as string | null;
  article.lang = lang as Lang | null;
  article.tags = tagsOf(tags);
  article.digest = digest === 1;
  article.path = path as string;
  if (url !== NOT_HERE) article.url = url as string | null;
  if (kind !== null) article.kind = kind as ArticleKind;
  if (section !== null) article.section = section as string;
  if (updated !== null) article.updated = updated as string;
  if (versions !== null) article.versions = JSON.parse(versions as string) as ArticleId[];
  if (superseded !== null) article.supersededBy = superseded as ArticleId;
  if (copies !== null) article.copies = JSON.parse(copies as string) as ArticleId[];
  const passages = first === null ? null : { first: first as number, lengths: asLengths(lengths ?? null) };
  return { article, dir: dir as number, place: place as number, isChinese: han === 1, passages };
}

// In a group of rows they are a list already.
const tagsOf = (tags: unknown): readonly string[] =>
  typeof tags === 'string' ? (JSON.parse(tags) as string[]) : (tags as string[]);

// In a group of rows they are text. A copy: a list of 16-bit numbers has to begin at an even byte.
const asLengths = (lengths: Value): Uint16Array =>
  new Uint16Array(
    new Uint8Array(typeof lengths === 'string' ? Buffer.from(lengths, 'base64') : (lengths as Uint8Array)).buffer,
  );

// One prototype for all: two closures for each of fifty thousand articles would take ten megabytes.
function lazyFields(reader: ArticleReader): LazyFields {
  const whole = lazyContent(reader);
  const address = {
    get url() {
      return reader.urlOf((this as unknown as StoredArticle).seq);
    },
  };
  return { whole, withoutAddress: Object.create(whole, Object.getOwnPropertyDescriptors(address)) as object };
}

interface LazyFields {
  readonly whole: object;
  readonly withoutAddress: object;
}

const lazyContent = (reader: ArticleReader): object => ({
  get text() {
    return reader.contentOf((this as unknown as StoredArticle).seq).text;
  },
  get cuts() {
    return reader.contentOf((this as unknown as StoredArticle).seq).cuts;
  },
  get blocks() {
    return reader.contentOf((this as unknown as StoredArticle).seq).blocks;
  },
  statements() {
    const { seq, date } = this as unknown as StoredArticle;
    return reader.statementsOf(seq, date);
  },
  days() {
    const { seq, date } = this as unknown as StoredArticle;
    return reader.daysOf(seq, date);
  },
});

/** What is written of an article when its file is read. */
export interface NewArticle {
  readonly article: Omit<Article, 'text' | 'blocks'>;
  readonly file: number;
  readonly dir: number;
  readonly place: number;
  readonly isChinese: boolean;
  readonly content: Uint8Array;
}

/** Writes an article that is not searched yet, and gives its number. */
export function insertArticle(
  database: Database,
  { article, file, dir, place, isChinese, content }: NewArticle,
): number {
  const { id, title, outlet, author, date, url, lang, tags, digest, path, kind, section, updated } = article;
  const { versions, supersededBy, copies } = article;
  const told = [id, title, outlet, author, date, url, lang, JSON.stringify(tags), digest ? 1 : 0, path];
  const optional = [kind ?? null, section ?? null, updated ?? null];
  const relations = [jsonOf(versions), supersededBy ?? null, jsonOf(copies)];
  const origin = [file, dir, place, isChinese ? 1 : 0];
  const row = database
    .prepare(
      `INSERT INTO article (id, title, outlet, author, date, url, lang, tags, digest, path, kind, section, updated, versions, superseded,
         copies, file, dir, place, han, stub)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING seq`,
    )
    .get(...told, ...optional, ...relations, ...origin);
  const seq = row?.[0] as number;
  database.prepare('INSERT INTO body VALUES (?, ?)').run(seq, content);
  return seq;
}

/** Writes what an article has to do with others, its id and its day. */
export function setRelations(
  database: Database,
  seq: number,
  { id, date, versions, supersededBy, copies }: Pick<Article, 'id' | 'date' | 'versions' | 'supersededBy' | 'copies'>,
): void {
  database
    .prepare('UPDATE article SET id = ?, date = ?, versions = ?, superseded = ?, copies = ? WHERE seq = ?')
    .run(id, date, jsonOf(versions), supersededBy ?? null, jsonOf(copies), seq);
}

/** Ids of other articles as they are stored; null for none. */
export const jsonOf = (value: readonly ArticleId[] | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

/** Takes an article and its text out of the file; its postings have to be gone. */
export function deleteArticle(database: Database, seq: number): void {
  for (const table of ['article', 'body', 'said', 'named', 'parsed'])
    database.prepare(`DELETE FROM ${table} WHERE seq = ?`).run(seq);
}
