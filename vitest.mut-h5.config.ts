import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: {
    include: [
      'tests/core/reading/claims.test.ts',
      'tests/core/reading/act-standing.test.ts',
      'tests/core/question/answer-type.test.ts',
    ],
    testTimeout: 60_000,
  },
});
