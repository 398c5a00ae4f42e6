import { setImmediate as nextTurn } from 'node:timers/promises';
import { inBatches, readersFor, type PackedArticle } from './readers.ts';
import type { RefreshOptions } from './refresh-options.ts';
import { articleAt, type Writing } from './write-files.ts';

// Articles that are handed over at once.
const BATCH = 16;

/** Reads who says what in the articles of which that is not known, and makes those found that are not searched yet. False where there are none. */
export async function indexArticles(writing: Writing, options: RefreshOptions): Promise<boolean> {
  const { database, postings } = writing;
  const due = database
    .prepare(
      `SELECT a.seq FROM article a JOIN body b ON b.seq = a.seq
       WHERE a.stub = 0 AND (b.statements IS NULL OR (a.superseded IS NULL AND a.passages IS NULL)) ORDER BY a.seq`,
    )
    .all()
    .map(([seq]) => seq as number);
  const { onProgress, signal } = options;
  const readers = readersFor(due.length, options);
  const said = database.prepare('UPDATE body SET statements = ? WHERE seq = ?');
  const read = async (seqs: readonly number[]) => {
    const readings = await readers.articles(seqs.map((seq) => packedArticle(writing, seq)));
    return readings.map((reading, at) => ({ seq: seqs[at] as number, reading }));
  };
  let done = 0;
  for await (const batch of inBatches(due, { size: BATCH, atOnce: readers.atOnce }, read)) {
    await nextTurn();
    signal?.throwIfAborted();
    for (const { seq, reading } of batch) {
      said.run(reading.statements, seq);
      if (reading.terms !== null) postings.add(seq, reading.terms);
    }
    onProgress?.('index', (done += batch.length), due.length);
  }
  postings.flush();
  return due.length > 0;
}

// What stands in the object itself; its text and blocks, which do not, are handed over as they are stored.
function packedArticle(writing: Writing, seq: number): PackedArticle {
  const [content] = writing.database.prepare('SELECT text FROM body WHERE seq = ?').get(seq) ?? [];
  return { header: { ...articleAt(writing, seq) }, content: content as Uint8Array };
}
