import { defineConfig } from 'vitest/config';

// Sees every regular expression that is made while core is loaded, so it must be the first to load it.
const LOADS_CORE_ANEW = 'tests/house/patterns.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build-program.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Test files of one worker share what they load: loading core once for each of 140 files took a third of the time.
      {
        extends: true,
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [LOADS_CORE_ANEW], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: [LOADS_CORE_ANEW] } },
    ],
  },
});
