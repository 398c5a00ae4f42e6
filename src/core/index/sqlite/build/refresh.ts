import { listCorpus } from '../../../corpus/read-corpus.ts';
import { createArticleReader } from '../article-reader.ts';
import { rowReader } from '../article-rows.ts';
import { openDatabase, type Database } from '../database.ts';
import { createPostingsWriter } from '../postings-writer.ts';
import { hasStaleGroups } from '../row-groups.ts';
import { noteChange } from '../saved-articles.ts';
import { createTables, readMeta, SCHEMA, schemaOf, writeMeta } from '../schema.ts';
import { compareFiles, type FileChanges } from './files.ts';
import { indexArticles } from './index-articles.ts';
import type { RefreshOptions } from './refresh-options.ts';
import { forgetReconciled, isReconciled, reconcileArticles } from './reconcile-articles.ts';
import { takeFiles } from './take-files.ts';
import { reopenRestored, withhold } from './withhold.ts';
import type { Writing } from './write-files.ts';

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
  // What is taken out of the file is overwritten.
  database.exec('PRAGMA secure_delete = ON');
  try {
    const summary = await database.transaction(async () => {
      prepare(database, { path, dirs, options });
      const { withheld = new Set() } = options;
      reopenRestored(database, withheld);
      const changes = compareFiles(database, listing.files);
      const writing: Writing = {
        database,
        dirs,
        postings: createPostingsWriter(database, options.names),
        read: rowReader(createArticleReader(database, options.names)),
        changes: { gone: [], added: [] },
      };
      await takeFiles(writing, changes, options);
      const isChanged = changes.toRead.length > 0 || changes.gone.length > 0 || !isReconciled(database);
      let faults = isChanged ? reconcileArticles(writing) : null;
      // By the ids that they have been given; what is left is reconciled without them.
      if (withhold(writing, withheld)) faults = reconcileArticles(writing);
      if (faults !== null) {
        writeMeta(database, 'faults', JSON.stringify({ listed: listing.faults, settled: faults }));
        writeMeta(database, 'indexedAt', new Date().toISOString());
      }
      if (isChanged) options.onReconciled?.();
      const isIndexed = await indexArticles(writing, options);
      if (faults !== null || isIndexed || hasStaleGroups(database)) noteChange(database);
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
    database.exec('DELETE FROM block; UPDATE article SET passages = NULL, lengths = NULL; DELETE FROM said');
    for (const key of ['segments', 'passages', 'indexed']) writeMeta(database, key, key === 'segments' ? '[]' : '0');
  }
  writeMeta(database, 'reading', reading);
  writeMeta(database, 'names', fingerprints.names);
  if (readMeta(database, 'dirs') !== JSON.stringify(dirs)) {
    dirs.forEach((dir, at) =>
      database.prepare('UPDATE article SET dir = ? WHERE file IN (SELECT id FROM file WHERE dir = ?)').run(at, dir),
    );
    writeMeta(database, 'dirs', JSON.stringify(dirs));
    forgetReconciled(database);
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
