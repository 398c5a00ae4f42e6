import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CorpusFault } from '../../../corpus/faults.ts';
import { createFileReader, listCorpus, type ReadOptions } from '../../../corpus/read-corpus.ts';
import { settle, type Settled } from '../../../corpus/settle.ts';
import type { Article } from '../../../model/article.ts';
import type { Gazetteer } from '../../../names/gazetteer.ts';
import { readStatements } from '../../../statements/statements-of.ts';
import { termCounts } from '../../passage-terms.ts';
import { passagesOf } from '../../passages.ts';
import { createArticleReader, type ArticleReader } from '../article-reader.ts';
import { deleteArticle, insertArticle, readArticle, setRelations } from '../article-rows.ts';
import { packStatements } from '../content.ts';
import { openDatabase, type Database } from '../database.ts';
import { createPostingsWriter, type PostingsWriter } from '../postings-writer.ts';
import { noteChange } from '../saved-articles.ts';
import { createTables, readMeta, SCHEMA, schemaOf, writeMeta } from '../schema.ts';
import { keepDraft, readDrafts } from './drafts.ts';
import { compareFiles, type FileChanges } from './files.ts';
import { readForIndex, type FileReading } from './read-file.ts';

/** What an index depends on beside the files, each as a short text that is another one when it is. */
export interface Fingerprints {
  /** Of all that decides how a file is read. */
  readonly reading: string;
  /** Of the names by which articles are searched and speakers known. */
  readonly names: string;
}

export interface RefreshOptions extends Pick<ReadOptions, 'knowledge' | 'map' | 'signal'> {
  readonly names: Gazetteer;
  readonly fingerprints: Fingerprints;
  readonly onProgress?: (stage: 'read' | 'index', done: number, total: number) => void;
}

/** What came of making or refreshing an index. */
export interface RefreshSummary {
  readonly articles: number;
  readonly passages: number;
  /** Files that were read, were as they were, and are gone. */
  readonly read: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Makes an index of some folders, or brings it up to date: what did not change is not read again. All in one transaction, so that
 * whatever happens, the file is as it was before or as it is afterwards. Throws a CorpusError for a folder that cannot be read and a
 * SavedIndexError for a file that cannot be written.
 */
export async function refreshIndex(
  path: string,
  dirs: readonly string[],
  options: RefreshOptions,
): Promise<RefreshSummary> {
  const listing = listCorpus(dirs, options.signal);
  const database = openDatabase(path);
  try {
    const summary = await database.transaction(async () => {
      prepare(database, { path, dirs, options });
      const changes = compareFiles(database, listing.files);
      const refresh = createRefresh(database, dirs, options);
      await refresh.take(changes);
      const isChanged = changes.toRead.length > 0 || changes.gone.length > 0 || readMeta(database, 'settled') === null;
      if (isChanged) await refresh.settle(listing.faults);
      await refresh.index();
      return summaryOf(database, changes);
    });
    // What is new was written once, into the file itself; from here on, those who read and one who writes do not wait for one another.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)');
    return summary;
  } finally {
    database.close();
  }
}

// Throws away what depends on something that is not as it was.
function prepare(
  database: Database,
  {
    path,
    dirs,
    options,
  }: { readonly path: string; readonly dirs: readonly string[]; readonly options: RefreshOptions },
): void {
  const { fingerprints, map = {} } = options;
  const reading = JSON.stringify([fingerprints.reading, map]);
  if (schemaOf(database, path) !== SCHEMA || readMeta(database, 'reading') !== reading) createTables(database);
  else if (readMeta(database, 'names') !== fingerprints.names) {
    database.exec(
      'DELETE FROM block; UPDATE article SET passages = NULL, lengths = NULL; UPDATE body SET statements = NULL',
    );
    for (const key of ['segments', 'passages', 'indexed']) writeMeta(database, key, key === 'segments' ? '[]' : '0');
  }
  writeMeta(database, 'reading', reading);
  writeMeta(database, 'names', fingerprints.names);
  if (readMeta(database, 'dirs') !== JSON.stringify(dirs)) {
    dirs.forEach((dir, at) =>
      database.prepare('UPDATE article SET dir = ? WHERE file IN (SELECT id FROM file WHERE dir = ?)').run(at, dir),
    );
    writeMeta(database, 'dirs', JSON.stringify(dirs));
  }
}

function summaryOf(database: Database, { toRead, gone, unchanged }: FileChanges): RefreshSummary {
  const [articles = 0] = database.prepare('SELECT count(*) FROM article WHERE stub = 0').get() ?? [];
  const [lengths = 0] = database.prepare('SELECT coalesce(sum(length(lengths)), 0) / 2 FROM article').get() ?? [];
  return {
    articles: articles as number,
    passages: lengths as number,
    read: toRead.length,
    unchanged,
    removed: gone.length,
  };
}

// A turn of some milliseconds.
const FILES_A_TURN = 16;

function createRefresh(database: Database, dirs: readonly string[], options: RefreshOptions) {
  const { names, onProgress, signal } = options;
  const writer = createPostingsWriter(database, names);
  const reader = createArticleReader(database, names);
  const parts = { database, writer, reader };
  return {
    async take({ toRead, gone }: FileChanges): Promise<void> {
      for (const file of gone) removeFile(parts, file);
      const read = createFileReader(options);
      for (const [at, file] of toRead.entries()) {
        if (at % FILES_A_TURN === 0) await nextTurn();
        signal?.throwIfAborted();
        writeFile(database, dirs, await readForIndex(file, read));
        onProgress?.('read', at + 1, toRead.length);
      }
    },
    async settle(listed: readonly CorpusFault[]): Promise<void> {
      const drafts = readDrafts(database);
      const { articles, faults } = settle(drafts.map(({ draft }) => draft));
      const known = new Map(
        database
          .prepare('SELECT seq, id, date, versions, superseded, stub, passages FROM article')
          .all()
          .map(([seq, ...rest]) => [seq as number, rest] as const),
      );
      drafts.forEach(({ seq }, at) => {
        const settled = articles[at];
        if (settled !== undefined) applySettled(parts, { seq, before: known.get(seq) ?? [], settled });
      });
      writeMeta(database, 'faults', JSON.stringify({ listed, settled: faults }));
      writeMeta(database, 'settled', '1');
      writeMeta(database, 'indexedAt', new Date().toISOString());
      noteChange(database);
      await nextTurn();
    },
    async index(): Promise<void> {
      const due = database
        .prepare(
          `SELECT a.seq FROM article a JOIN body b ON b.seq = a.seq
           WHERE a.stub = 0 AND (b.statements IS NULL OR (a.superseded IS NULL AND a.passages IS NULL)) ORDER BY a.seq`,
        )
        .all();
      const said = database.prepare('UPDATE body SET statements = ? WHERE seq = ?');
      for (const [at, [seq]] of due.entries()) {
        if (at % FILES_A_TURN === 0) await nextTurn();
        signal?.throwIfAborted();
        const article = articleAt(parts, seq as number);
        said.run(packStatements(readStatements(article, names)), seq as number);
        if (article.supersededBy === undefined)
          writer.add(
            seq as number,
            passagesOf(article).map((passage) => termCounts(passage, names)),
          );
        onProgress?.('index', at + 1, due.length);
      }
      writer.flush();
    },
  };
}

interface Parts {
  readonly database: Database;
  readonly writer: PostingsWriter;
  readonly reader: ArticleReader;
}

function removeFile(parts: Parts, file: number): void {
  const { database, writer } = parts;
  for (const [seq] of database.prepare('SELECT seq FROM article WHERE file = ?').all(file)) {
    writer.remove(seq as number, articleAt(parts, seq as number));
    deleteArticle(database, seq as number);
  }
  database.prepare('DELETE FROM file WHERE id = ?').run(file);
}

function writeFile(
  database: Database,
  dirs: readonly string[],
  { file, stamp, hash, faults, articles }: FileReading,
): void {
  const [id] =
    database
      .prepare('INSERT INTO file (dir, within, stamp, hash, faults) VALUES (?, ?, ?, ?, ?) RETURNING id')
      .get(file.dir, file.within, stamp, hash, JSON.stringify(faults)) ?? [];
  articles.forEach(({ article, draft, isChinese, content }, place) => {
    const origin = { file: id as number, dir: dirs.indexOf(file.dir), place };
    keepDraft(database, insertArticle(database, { ...origin, article, isChinese, content }), draft);
  });
}

function applySettled(
  parts: Parts,
  {
    seq,
    before: [id, date, versions, superseded, stub, passages],
    settled,
  }: { readonly seq: number; readonly before: readonly unknown[]; readonly settled: Settled },
): void {
  const { database, writer } = parts;
  const { relations, isStub } = settled;
  const isSame =
    id === settled.id &&
    date === settled.date &&
    versions === (relations.versions === undefined ? null : JSON.stringify(relations.versions)) &&
    superseded === (relations.supersededBy ?? null) &&
    stub === (isStub ? 1 : 0);
  if (isSame) return;
  if (passages !== null && (isStub || relations.supersededBy !== undefined)) writer.remove(seq, articleAt(parts, seq));
  setRelations(database, seq, { id: settled.id, date: settled.date, ...relations });
  database.prepare('UPDATE article SET stub = ? WHERE seq = ?').run(isStub ? 1 : 0, seq);
}

const articleAt = ({ database, reader }: Parts, seq: number): Article => readArticle(database, seq, reader);
