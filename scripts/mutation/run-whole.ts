// Runs all tests with one change after the other, each time in a process that loads core anew: what is remembered, or made once, is changed as
// well. For the changes that run-each.ts left. Writes what it is at, so that whoever watches it knows what was endless.
import { readFileSync, writeFileSync } from 'node:fs';
import { createVitest } from 'vitest/node';

const [left, unnoticed, ...tests] = process.argv.slice(2) as [string, string, ...string[]];
const read = (path: string): string[] => JSON.parse(readFileSync(path, 'utf8')) as string[];

const vitest = await createVitest('test', {
  config: 'vitest.mutate-sample.config.ts',
  watch: false,
  bail: 1,
  isolate: false,
  setupFiles: ['scripts/mutation/switch-on.ts'],
  reporters: [{}],
  onConsoleLog: () => false,
});

async function isNoticed(mutant: string): Promise<boolean> {
  vitest.provide('mutant', mutant);
  vitest.state.filesMap.clear();
  vitest.state.errorsSet.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    await vitest.globTestSpecifications(tests),
  );
  return unhandledErrors.length > 0 || testModules.some((file) => file.state() === 'failed');
}

if (await isNoticed('none')) throw new Error('A test fails as it is.');
for (const mutant of read(left)) {
  writeFileSync(`${left}.now`, mutant);
  if (!(await isNoticed(mutant))) writeFileSync(unnoticed, JSON.stringify([...read(unnoticed), mutant]));
  writeFileSync(left, JSON.stringify(read(left).filter((id) => id !== mutant)));
}
writeFileSync(`${left}.now`, '');
await vitest.close();
// That tests failed is what was looked for.
process.exitCode = 0;
