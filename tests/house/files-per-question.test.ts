import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// Whoever follows a question to its answer reads these files: DESIGN.md goes through them.
const MOST_FILES = 50;

test(`a plain question runs through at most ${MOST_FILES} files of core`, async () => {
  // In a process of its own: what other tests have asked is remembered by core, and would run less.
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/files-per-question.ts']);
  const files = stdout.split('\n').filter((line) => /^\d+\tsrc\/core\//.test(line));
  expect(files.map((line) => line.split('\t')[1])).toContain('src/core/answers/direct.ts');
  expect(files.length).toBeLessThanOrEqual(MOST_FILES);
});
