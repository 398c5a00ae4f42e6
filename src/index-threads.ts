import type { ArticlesReading, FileReading, IndexReaders, PackedArticle, SourceFile } from './core/index.ts';
import { createThreads, type WorkerData } from './threads.ts';

export type IndexRequest =
  | { readonly kind: 'files'; readonly batch: readonly SourceFile[] }
  | { readonly kind: 'articles'; readonly batch: readonly PackedArticle[] };

export type IndexReply = readonly FileReading[] | ArticlesReading;

// Batches for each thread, the one that it has in hand included: it need not wait for the next, and memory does not grow.
const AHEAD = 2;

/** Threads that read files and articles for an index; null as of `createThreads`. Call `close` when there is nothing left to read. */
export function createIndexThreads(
  script: string,
  data: WorkerData,
): (IndexReaders & { readonly close: () => Promise<void> }) | null {
  const threads = createThreads<IndexRequest, IndexReply>(script, data);
  if (threads === null) return null;
  const { most, ask, close } = threads;
  return {
    atOnce: most * AHEAD,
    files: async (batch) => (await ask({ kind: 'files', batch })) as readonly FileReading[],
    articles: async (batch) => (await ask({ kind: 'articles', batch })) as ArticlesReading,
    close,
  };
}
