import { defineConfig } from 'vitest/config';

// For `npm run mutate`: the tests of what is mutated and of what stands on it, without a build of the program and without servers. Stryker
// runs all files in one process, where a folder that one of them takes away is missed by the next.
export default defineConfig({
  test: {
    include: ['tests/core/{statements,question,reading,answers,dialogue}/**/*.test.ts', 'tests/core/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
