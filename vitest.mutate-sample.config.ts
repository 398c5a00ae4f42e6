import { defineConfig } from 'vitest/config';

// For `npm run mutate:sample`, which says which tests these are.
const { MUTATION_TESTS, MUTATION_RUN } = process.env;

export default defineConfig({
  test: {
    include: (MUTATION_TESTS ?? 'tests/core/**/*.test.ts').split(' '),
    ...(MUTATION_RUN === undefined ? {} : { runner: './scripts/mutation/runner.ts' }),
    maxWorkers: 1,
    // To load core once for each of some forty files would take longer than their tests.
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
