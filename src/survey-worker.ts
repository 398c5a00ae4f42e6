// A thread of its own: surveys the files that it is sent, one part of an archive after the other, and sends back what they are like.
import { parentPort, workerData } from 'node:worker_threads';
import { readKnowledge, surveyFiles, type FieldMap, type SourceFile } from './core/index.ts';
import { readKnowledgeFiles } from './data-files.ts';

const { dataDir, map } = workerData as { readonly dataDir: string; readonly map?: FieldMap };
const options = { knowledge: readKnowledge(readKnowledgeFiles(dataDir)), ...(map !== undefined && { map }) };

parentPort?.on('message', (files: readonly SourceFile[]) => {
  // What it throws is a fault of the program and ends the thread, which tells whoever started it.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void surveyFiles(files, options).then((part) => parentPort?.postMessage(part));
});
