import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Of each run of the tests: two at a time would take the program from under one another. Workers inherit it.
const run = (process.env['READOUT_TEST_RUN'] ??= String(process.pid));

/** Where `build-program.ts` puts the program that the tests run. */
export const INSTALLED = resolve('node_modules/.cache', `readout-tests-${run}`);
export const PROGRAM = join(INSTALLED, 'dist', 'readout.js');
/** Where tests make folders of their own; `build-program.ts` takes it away in the end, with all that is in it. */
export const FOLDERS = join(tmpdir(), `readout-tests-${run}`);
