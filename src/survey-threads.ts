import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FieldMap, SourceFile, SurveyPart } from './core/index.ts';

// More threads than this wait for the disk.
const MOST_THREADS = 8;

/** Threads that survey the files of a large archive; those that are needed start at their first part. */
export interface SurveyThreads {
  readonly survey: (files: readonly SourceFile[]) => Promise<SurveyPart>;
  readonly atOnce: number;
  readonly end: () => Promise<void>;
}

/** Null where there is only one processor, and where the worker's file is not there because the program was not built. */
export function createSurveyThreads(
  workerFile: string,
  workerData: { readonly dataDir: string; readonly map?: FieldMap | undefined },
): SurveyThreads | null {
  const atOnce = Math.min(availableParallelism(), MOST_THREADS);
  if (atOnce < 2 || !existsSync(workerFile)) return null;
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const started = (): Worker => {
    const worker = new Worker(workerFile, { workerData });
    all.push(worker);
    return worker;
  };
  return {
    atOnce,
    async survey(files) {
      const worker = idle.pop() ?? started();
      // Rejects with what the thread throws.
      const answered = once(worker, 'message');
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(files);
      const [part] = (await answered) as [SurveyPart];
      idle.push(worker);
      return part;
    },
    async end() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
