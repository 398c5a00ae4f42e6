import { workerData } from 'node:worker_threads';
import { readKnowledge, surveyFiles, type SourceFile, type SurveyPart } from './core/index.ts';
import { readKnowledgeFiles } from './data-files.ts';
import { answerRequests, type WorkerData } from './threads.ts';

// A thread that surveys the files that it is sent, one part of an archive after the other.
const { dataDir, map } = workerData as WorkerData;
const options = { knowledge: readKnowledge(readKnowledgeFiles(dataDir)), ...(map !== undefined && { map }) };

answerRequests((files: readonly SourceFile[]): Promise<SurveyPart> => surveyFiles(files, options));
