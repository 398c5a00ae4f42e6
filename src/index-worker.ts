import { parentPort, workerData } from 'node:worker_threads';
import { createIndexReaders, readGazetteer, readKnowledge } from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import type { WorkerData, WorkerReply, WorkerRequest } from './index-workers.ts';

// A thread that reads files and articles for an index.
const { dataDir, map } = workerData as WorkerData;
const readers = await createIndexReaders({
  knowledge: readKnowledge(readKnowledgeFiles(dataDir)),
  names: readGazetteer(readNameFiles(dataDir)),
  ...(map !== null && { map }),
});

async function answer({ kind, batch }: WorkerRequest): Promise<WorkerReply> {
  try {
    return { results: kind === 'files' ? await readers.files(batch) : await readers.articles(batch) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Requests come one after the other, and so do the replies.
let before: Promise<void> = Promise.resolve();
const reply = async (request: WorkerRequest, turn: Promise<void>): Promise<void> => {
  await turn;
  const result = await answer(request);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(result);
};
parentPort?.on('message', (request: WorkerRequest) => {
  before = reply(request, before);
});
