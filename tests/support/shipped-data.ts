import { fileURLToPath } from 'node:url';
import { parseOutlets, readGazetteer, type Gazetteer, type OutletDirectory } from '../../src/core/index.ts';
import { readNameFiles, readOutletFile } from '../../src/data-files.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** The names that ship, read anew: call it once a file. */
export const shippedNames = (): Gazetteer => readGazetteer(readNameFiles(DATA));

/** The outlets that ship. */
export const shippedOutlets = (): OutletDirectory => parseOutlets(readOutletFile(DATA));
