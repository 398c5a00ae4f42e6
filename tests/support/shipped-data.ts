import { fileURLToPath } from 'node:url';
import { parseOutlets, readNames, type NameBook, type OutletDirectory } from '../../src/core/index.ts';
import { readNameFiles, readOutletFile } from '../../src/data-files.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** The names that ship, read anew: call it once a file. */
export const shippedNames = (): NameBook => readNames(readNameFiles(DATA));

/** The outlets that ship. */
export const shippedOutlets = (): OutletDirectory => parseOutlets(readOutletFile(DATA));
