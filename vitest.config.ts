import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The first sees every regular expression that is made while core is loaded, so it must be the first to load it; the second puts the
// clock forward and waits for one timer, which those of others would hide.
const ALONE = ['tests/house/patterns.test.ts', 'tests/adapters/chat/loading.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build-program.ts'],
    // As many as there are cores. Vitest by itself leaves one free, which of two is half.
    maxWorkers: availableParallelism(),
    // Deadlines that only a test which hangs should meet: a machine may be busy with much else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // Test files of one worker share what they load: loading core once for each of 140 files took a third of the time.
      {
        extends: true,
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
