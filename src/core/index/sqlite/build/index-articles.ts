import { setImmediate as nextTurn } from 'node:timers/promises';
import { inBatches, readersFor, type PackedArticle } from './readers.ts';
import type { RefreshOptions } from './refresh-options.ts';
import { articleAt, type Writing } from './write-files.ts';

// Articles that are handed over at once: the more there are, the fewer terms are looked up, of those that many of them have.
const BATCH = 64;

/**
 * Makes the articles found that are not searched yet, and reads who says what in them. Of what a later version supersedes neither is done:
 * who asks for its statements has them read. False where there are none.
 */
export async function indexArticles(writing: Writing, options: RefreshOptions): Promise<boolean> {
  const { database, postings } = writing;
  const due = database
    .prepare('SELECT seq FROM article WHERE stub = 0 AND superseded IS NULL AND passages IS NULL ORDER BY seq')
    .all()
    .map(([seq]) => seq as number);
  const { onProgress, signal, onRead } = options;
  const readers = readersFor(due.length, options);
  const said = database.prepare('INSERT OR REPLACE INTO said VALUES (?, ?)');
  const named = database.prepare('INSERT OR REPLACE INTO named SELECT seq, date, ? FROM article WHERE seq = ?');
  const read = async (seqs: readonly number[]) => {
    return { seqs, ...(await readers.articles(seqs.map((seq) => packedArticle(writing, seq)))) };
  };
  let done = 0;
  for await (const { seqs, statements, days, inverted } of inBatches(
    due,
    { size: BATCH, atOnce: readers.atOnce },
    read,
  )) {
    await nextTurn();
    signal?.throwIfAborted();
    seqs.forEach((seq, at) => {
      said.run(seq, statements[at] as Uint8Array);
      named.run(days[at] as Uint8Array, seq);
    });
    postings.add(seqs, inverted);
    onProgress?.('index', (done += seqs.length), due.length);
  }
  onRead?.();
  postings.flush();
  return due.length > 0;
}

// What stands in the object itself; its text and blocks, which do not, are handed over as they are stored.
function packedArticle(writing: Writing, seq: number): PackedArticle {
  const [content] = writing.database.prepare('SELECT text FROM body WHERE seq = ?').get(seq) ?? [];
  return { header: { ...articleAt(writing, seq) }, content: content as Uint8Array };
}
