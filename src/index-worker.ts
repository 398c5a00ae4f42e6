import { workerData } from 'node:worker_threads';
import { createIndexReaders, readGazetteer, readKnowledge } from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import type { IndexReply, IndexRequest } from './index-threads.ts';
import { answerRequests, type WorkerData } from './threads.ts';

// A thread that reads files and articles for an index.
const { dataDir, map } = workerData as WorkerData;
const readers = await createIndexReaders({
  knowledge: readKnowledge(readKnowledgeFiles(dataDir)),
  names: readGazetteer(readNameFiles(dataDir)),
  ...(map !== undefined && { map }),
});

answerRequests((request: IndexRequest): Promise<IndexReply> =>
  request.kind === 'files' ? readers.files(request.batch) : readers.articles(request.batch),
);
