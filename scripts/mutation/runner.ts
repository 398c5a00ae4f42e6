// Runs each test as it is, and then once more with each change that it comes by and that no test has noticed so far. One process does all of
// it, so that core is loaded once for thousands of changes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { configureGlobal } from 'fast-check';
import { TestRunner, type RunnerTestCase } from 'vitest';

interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}
/** Where the ids of changes are: those left, those that a test came by, those that were come by outside of any test; and what tests are done. */
interface Places {
  readonly left: string;
  readonly tested: string;
  readonly outside: string;
  readonly done: string;
}
const HERE = 'here';
const { places, fromMs, toMs } = JSON.parse(process.env['MUTATION_RUN'] ?? '{}') as {
  places: Places;
  fromMs: number;
  toMs: number;
};

// That a property fails is all that is to be known; the smallest case of it would be looked for among thousands.
configureGlobal({ endOnFailure: true });

const switches = (): Switches => ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {});
const read = (path: string): string[] => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : []);
const add = (path: string, ids: Iterable<string>): void =>
  writeFileSync(path, JSON.stringify([...new Set([...read(path), ...ids])]));

/** Runs a test and tells which changes it came by, and how often. */
async function covered(run: () => unknown): Promise<Record<string, number>> {
  const found = {};
  const coverage = (switches().mutantCoverage ??= { static: {}, perTest: {} });
  coverage.perTest[HERE] = found;
  switches().currentTestId = HERE;
  await run();
  switches().currentTestId = undefined;
  return found;
}

async function fails(run: () => unknown, mutant: string | undefined, hits: number): Promise<boolean> {
  Object.assign(switches(), { activeMutant: mutant, hitCount: 0, hitLimit: 100 * hits + 1_000 });
  try {
    await run();
    return false;
  } catch {
    return true;
  } finally {
    switches().activeMutant = undefined;
  }
}

export default class MutationRunner extends TestRunner {
  // A test that did not get over a change is run again, those before it are not.
  readonly #done = new Set(read(places.done));

  async runTask(test: RunnerTestCase): Promise<void> {
    if (this.#done.has(test.fullName)) return;
    const run = TestRunner.getTestFn(test);
    const start = process.cpuUsage();
    const found = await covered(run);
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1_000;
    if (took < fromMs || took >= toMs) return;
    const left = new Set(read(places.left));
    add(places.tested, Object.keys(found));
    for (const [mutant, hits] of Object.entries(found)) {
      if (!left.has(mutant)) continue;
      writeFileSync(`${places.left}.now`, mutant);
      if (!(await fails(run, mutant, hits))) continue;
      // What a changed program leaves behind may make any other fail: then nothing can be told from this test any more.
      if (await fails(run, undefined, 0)) break;
      left.delete(mutant);
      writeFileSync(places.left, JSON.stringify([...left]));
    }
    writeFileSync(`${places.left}.now`, '');
    this.#done.add(test.fullName);
    add(places.done, this.#done);
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    add(places.outside, Object.keys(switches().mutantCoverage?.static ?? {}));
  }
}
