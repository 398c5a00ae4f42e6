import type { Gazetteer } from '../../names/gazetteer.ts';
import { eachTerm } from '../terms.ts';
import { searchedText } from '../passage-terms.ts';
import { passagesAlong, type Passage } from '../passages.ts';
import type { ArticleReader } from '../sqlite/article-reader.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import { rowReader, type ArticleRow } from '../sqlite/article-rows.ts';
import type { Database, Value } from '../sqlite/database.ts';
import type { Host } from './cluster.ts';
import { documentId, type Edition, type Tables } from './tables.ts';
import { termToken } from './term-token.ts';

/** One host's share of an archive: what it is to have, and what it has. */
export interface Share {
  readonly host: Host;
  /** Rows of its articles, as they are stored. */
  readonly rows: readonly (readonly Value[])[];
  readonly has: HostDocuments;
}

/** Ids of documents that a host has: of the edition, and all others. */
interface HostDocuments {
  readonly texts: Set<number>;
  readonly passages: Set<number>;
  readonly oldTexts: Set<number>;
  readonly oldPassages: Set<number>;
}

// Rows that are asked for at once.
const PAGE = 20_000;

/** What a host has of an archive. */
export async function whatHostHas(
  host: Host,
  { ownTexts, ownPassages }: Tables,
  edition: Edition,
): Promise<HostDocuments> {
  const read = async (table: string) => {
    const [own, old] = [new Set<number>(), new Set<number>()];
    for (let last = 0, isMore = true; isMore;) {
      const rows = await host.query(
        `SELECT id, edition FROM ${table} WHERE id > ${last} ORDER BY id ASC LIMIT ${PAGE} OPTION max_matches=${PAGE}`,
      );
      for (const [id, of] of rows) (Number(of) === edition ? own : old).add((last = Number(id)));
      isMore = rows.length === PAGE;
    }
    return { own, old };
  };
  const [texts, passages] = [await read(ownTexts), await read(ownPassages)];
  return { texts: texts.own, passages: passages.own, oldTexts: texts.old, oldPassages: passages.old };
}

interface SendOptions {
  readonly names: Gazetteer;
  readonly tables: Tables;
  readonly edition: Edition;
  readonly reader: ArticleReader;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Sends hosts what they do not have yet; gives of how many articles. What they are to keep is taken out of what they have. */
export async function sendMissing(database: Database, shares: readonly Share[], options: SendOptions): Promise<number> {
  const total = shares.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  const step = (): void => options.onProgress?.(++done, total);
  const sent = await Promise.all(shares.map(async (share) => await sendShare(database, share, { ...options, step })));
  return sent.reduce((sum, one) => sum + one, 0);
}

async function sendShare(
  database: Database,
  { host, rows, has }: Share,
  { names, tables, edition, reader, signal, step }: SendOptions & { readonly step: () => void },
): Promise<number> {
  const read = rowReader(reader);
  const texts = createBatch(host, `REPLACE INTO ${tables.ownTexts} (id, edition, content, said) VALUES `);
  const passages = createBatch(
    host,
    `REPLACE INTO ${tables.ownPassages} (id, edition, article, length, terms) VALUES `,
  );
  let sent = 0;
  for (const stored of rows) {
    signal?.throwIfAborted();
    const row = read(stored);
    const { seq } = row.article;
    const ids = passageIds(row, edition);
    const id = documentId(edition, seq);
    const isThere = has.texts.delete(id);
    // All of an article's are there, or none: a batch may have ended between them.
    const missing = ids.filter((one) => !has.passages.delete(one));
    if (!isThere)
      await texts.add(`(${id}, ${edition}, '${base64(database, 'body', seq)}', '${base64(database, 'said', seq)}')`);
    if (missing.length > 0) {
      const wanted = new Set(missing);
      for (const [at, passage] of passagesAlong(row.article, row.article.cuts).entries())
        if (wanted.has(ids[at] as number))
          await passages.add(
            `(${ids[at]}, ${edition}, ${seq}, ${row.passages?.lengths[at] ?? 0}, '${tokensOf(passage, names)}')`,
          );
    }
    if (!isThere || missing.length > 0) sent += 1;
    step();
  }
  await texts.end();
  await passages.end();
  return sent;
}

const passageIds = ({ passages }: ArticleRow, edition: Edition): readonly number[] =>
  passages === null
    ? []
    : Array.from({ length: passages.lengths.length }, (_, at) => documentId(edition, passages.first + at));

const COLUMN = { body: 'text', said: 'statements' } as const;

// Bytes of one attribute, of which Sphinx would cut off the rest.
const LONGEST = 4 << 20;

function base64(database: Database, table: keyof typeof COLUMN, seq: number): string {
  const [bytes = null] = database.prepare(`SELECT ${COLUMN[table]} FROM ${table} WHERE seq = ?`).get(seq) ?? [];
  const text = bytes === null ? '' : Buffer.from(bytes as Uint8Array).toString('base64');
  if (text.length < LONGEST) return text;
  throw new SavedIndexError('An article is longer than what can be published: some ten million characters.');
}

function tokensOf(passage: Passage, names: Gazetteer): string {
  const tokens: string[] = [];
  eachTerm(searchedText(passage), names, (term) => tokens.push(termToken(term)));
  return tokens.join(' ');
}

// UTF-16 units of a statement: hosts take eight megabytes unless they are told otherwise.
const BATCH = 1_000_000;

// Rows that are sent together.
function createBatch(host: Host, start: string) {
  let rows: string[] = [];
  let length = 0;
  const end = async (): Promise<void> => {
    if (rows.length > 0) await host.query(start + rows.join(','));
    rows = [];
    length = 0;
  };
  return {
    add: async (row: string): Promise<void> => {
      rows.push(row);
      length += row.length;
      if (length >= BATCH) await end();
    },
    end,
  };
}

/** Whether a host has what it is not to have any more, once it was sent what it is to have. */
export const hasStale = ({ has }: Share): boolean =>
  [has.texts, has.passages, has.oldTexts, has.oldPassages].some(({ size }) => size > 0);

const DELETED_AT_ONCE = 1_000;

/** Takes out of a host what it is not to have any more; gives of how many articles. */
export async function removeStale({ host, has }: Share, { ownTexts, ownPassages }: Tables): Promise<number> {
  const remove = async (table: string, ids: readonly number[]): Promise<void> => {
    for (let from = 0; from < ids.length; from += DELETED_AT_ONCE)
      await host.query(`DELETE FROM ${table} WHERE id IN (${ids.slice(from, from + DELETED_AT_ONCE).join(',')})`);
  };
  const texts = [...has.texts, ...has.oldTexts];
  await remove(ownPassages, [...has.passages, ...has.oldPassages]);
  await remove(ownTexts, texts);
  return texts.length;
}
