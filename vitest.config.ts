import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The first sees every regular expression that is made while core is loaded, so it must be the first to load it; the second puts the
// clock forward and waits for one timer, which those of others would hide.
const ALONE = ['tests/house/patterns.test.ts', 'tests/adapters/chat/loading.test.ts'];

// Files that mostly wait, for a process, a server or a clock, and are long.
const WAITING = /[\\/]tests[\\/](?:e2e[\\/]|.*(?:soak|lifecycle|sphinx-index)\.test\.ts$)/;

// They begin first, so that none is left over at the end while all other workers are done.
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification): boolean => WAITING.test(moduleId);
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))];
  }
}

export default defineConfig({
  test: {
    globalSetup: ['tests/support/build-program.ts'],
    // One more than there are cores, since many tests wait. Vitest by itself leaves a core free, which of two is half.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: WaitingFirst },
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
