import { fileURLToPath } from 'node:url';
import {
  readGazetteer,
  readKnowledge,
  type CorpusKnowledge,
  type Gazetteer,
  type OutletDirectory,
} from '../../src/core/index.ts';
import { readKnowledgeFiles, readNameFiles } from '../../src/data-files.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

let names: Gazetteer | null = null;
let knowledge: CorpusKnowledge | null = null;

/** The names that ship: read once for all files of a worker, since no test changes them. */
export const shippedNames = (): Gazetteer => (names ??= readGazetteer(readNameFiles(DATA)));

/** The outlets that ship. */
export const shippedOutlets = (): OutletDirectory => shippedKnowledge().outlets;

/** What ships for reading a corpus, with outlets of one's own where some are given. */
export const shippedKnowledge = (outlets?: OutletDirectory): CorpusKnowledge => ({
  ...(knowledge ??= readKnowledge(readKnowledgeFiles(DATA))),
  ...(outlets !== undefined && { outlets }),
});
