import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArticleReading, FieldMap, FileReading, IndexReaders, PackedArticle, SourceFile } from './core/index.ts';

/** What a thread is told when it starts. */
export interface WorkerData {
  readonly dataDir: string;
  readonly map: FieldMap | null;
}

export type WorkerRequest =
  | { readonly kind: 'files'; readonly batch: readonly SourceFile[] }
  | { readonly kind: 'articles'; readonly batch: readonly PackedArticle[] };

export type WorkerReply =
  | { readonly results: readonly FileReading[] | readonly ArticleReading[] }
  | { readonly fault: string };

// Each takes a hundred megabytes or more, and one thread writes what they read.
const MOST_WORKERS = 8;
// Batches that wait for a thread besides the one that it has in hand: it need not wait for the next, and memory does not grow.
const AHEAD = 2;

/** Threads that read files and articles for an index, one for each processor, started when they are needed. Call `close` when there is nothing left to read. */
export function startIndexWorkers(
  script: string,
  data: WorkerData,
): IndexReaders & { readonly close: () => Promise<void> } {
  const most = Math.min(MOST_WORKERS, availableParallelism());
  const workers: ReturnType<typeof startWorker>[] = [];
  let turn = 0;
  const ask = async (request: WorkerRequest): Promise<readonly unknown[]> => {
    const worker = (workers[turn++ % most] ??= startWorker(script, data));
    const reply = await worker.ask(request);
    if ('fault' in reply) throw new Error(`A thread that reads for the index failed: ${reply.fault}`);
    return reply.results;
  };
  return {
    atOnce: most * AHEAD,
    files: async (batch) => (await ask({ kind: 'files', batch })) as readonly FileReading[],
    articles: async (batch) => (await ask({ kind: 'articles', batch })) as readonly ArticleReading[],
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

interface Waiting {
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: unknown) => void;
}

function startWorker(script: string, data: WorkerData) {
  const worker = new Worker(script, { workerData: data });
  // Replies come in the order of the requests.
  const waiting: Waiting[] = [];
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  worker.on('message', (reply: WorkerReply) => waiting.shift()?.resolve(reply));
  worker.on('error', end);
  worker.on('exit', () => end(new Error('A thread that reads for the index ended.')));
  return {
    ask: (request: WorkerRequest) =>
      new Promise<WorkerReply>((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting.push({ resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
        worker.postMessage(request);
      }),
    stop: () => worker.terminate(),
  };
}
