import { join, resolve } from 'node:path';

/** Where `build-program.ts` puts the program that the tests run. */
export const INSTALLED = resolve('node_modules/.cache/readout-tests');
export const PROGRAM = join(INSTALLED, 'dist', 'readout.js');
