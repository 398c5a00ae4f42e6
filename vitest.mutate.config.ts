import { defineConfig } from 'vitest/config';

// For `npm run mutate`: the tests of core alone, without a build of the program.
export default defineConfig({
  test: { include: ['tests/core/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
