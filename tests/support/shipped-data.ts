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

/** The names that ship, read anew: call it once a file. */
export const shippedNames = (): Gazetteer => readGazetteer(readNameFiles(DATA));

/** The outlets that ship. */
export const shippedOutlets = (): OutletDirectory => shippedKnowledge().outlets;

/** What ships for reading a corpus, with outlets of one's own where some are given. */
export const shippedKnowledge = (outlets?: OutletDirectory): CorpusKnowledge => ({
  ...readKnowledge(readKnowledgeFiles(DATA)),
  ...(outlets !== undefined && { outlets }),
});
