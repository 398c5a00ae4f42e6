import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import type { FieldMap } from './core/index.ts';

/** What a thread is told when it starts. */
export interface WorkerData {
  readonly dataDir: string;
  readonly map: FieldMap | undefined;
}

/** Threads that run one script, which answers their requests with `answerRequests`. */
export interface Threads<Request, Reply> {
  /** How many there are at most: one for each processor. They start when they are needed. */
  readonly most: number;
  /** Hands a request to the thread that has the fewest in hand. Rejects where that fails, or has ended. */
  readonly ask: (request: Request) => Promise<Reply>;
  /** Ends them, whatever they have in hand. */
  readonly close: () => Promise<void>;
}

// Each takes a hundred megabytes or more, and more than this wait for the disk or for the one that writes.
const MOST_THREADS = 8;
// V8 would take 48 MB for what each has just made; with this it takes no longer.
const LIMITS = { maxYoungGenerationSizeMb: 8 } as const;

/** Threads for a script; null where that is not there, since the program runs from its sources. */
export function createThreads<Request, Reply>(script: string, data: WorkerData): Threads<Request, Reply> | null {
  if (!existsSync(script)) return null;
  const most = Math.min(MOST_THREADS, availableParallelism());
  const threads: Thread<Request, Reply>[] = [];
  const freest = (): Thread<Request, Reply> => {
    const [first] = threads.toSorted((a, b) => a.inHand() - b.inHand());
    if (first !== undefined && (first.inHand() === 0 || threads.length === most)) return first;
    const started = startThread<Request, Reply>(script, data);
    threads.push(started);
    return started;
  };
  return {
    most,
    ask: (request) => freest().ask(request),
    close: async () => {
      await Promise.all(threads.splice(0).map((thread) => thread.stop()));
    },
  };
}

interface Thread<Request, Reply> {
  readonly inHand: () => number;
  readonly ask: (request: Request) => Promise<Reply>;
  readonly stop: () => Promise<unknown>;
}

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

function startThread<Request, Reply>(script: string, data: WorkerData): Thread<Request, Reply> {
  const worker = new Worker(script, { workerData: data, resourceLimits: LIMITS });
  // Replies come in the order of the requests.
  const waiting: Waiting<Reply>[] = [];
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  worker.on('message', (reply: Reply) => waiting.shift()?.resolve(reply));
  worker.on('error', end);
  worker.on('exit', () => end(new Error(`The thread of ${script} has ended.`)));
  return {
    inHand: () => waiting.length,
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting.push({ resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
        worker.postMessage(request);
      }),
    stop: () => worker.terminate(),
  };
}

/**
 * What a thread of `createThreads` does: answers one request after the other. What `answer` throws is a fault of the program and ends the
 * thread, which tells whoever asked.
 */
export function answerRequests(answer: (request: never) => Promise<unknown>): void {
  let before: Promise<void> = Promise.resolve();
  const reply = async (request: never, turn: Promise<void>): Promise<void> => {
    await turn;
    const result = await answer(request);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    parentPort?.postMessage(result);
  };
  parentPort?.on('message', (request) => {
    before = reply(request as never, before);
  });
}
