// Mutation tests of a sample, in minutes:
// `npm run mutate:sample -- [FOLDER…] [--each 25] [--seed 1] [--results FILE] [--again] [--tests FILES] [--whole]`.
// Changes one thing of src/core/{statements,question,reading} at a time, 25 things of each file, as Stryker would, and counts what the tests
// that are about the folder notice. What came of each is stored in FILE; `--again` tries those of FILE that no test noticed, and keeps what is
// known of the others; `--tests` names the only ones to run, comma-separated, such as those that are new. Left out are strings and patterns,
// and what is made when a module is loaded, unless `--whole` loads core anew for each.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { instrument, type Mutant } from './mutation/stryker.ts';

/** A change by what it is known by from one run to the next: the words of its line, not the number. */
type Results = Record<string, { readonly place: string; readonly change: string; readonly isNoticed: boolean }>;

/** The tests that are about a folder. What is read of a question is judged where it is answered. */
const TESTS: Record<string, readonly string[]> = {
  statements: [
    'tests/core/statements/**/*.test.ts',
    'tests/core/reading/said-by.test.ts',
    'tests/core/answers/check-slots.test.ts',
  ],
  question: ['tests/core/question/**/*.test.ts'],
  reading: ['tests/core/reading/**/*.test.ts', 'tests/core/answers/**/*.test.ts'],
};
const COPIED = [
  'src',
  'tests',
  'data',
  'corpus',
  'scripts',
  'package.json',
  'tsconfig.json',
  'vitest.mutate-sample.config.ts',
];
/** Ends what is left of a session: a test that is endless outlives whoever started it. */
function end(session: number): void {
  spawnSync('kill', ['-KILL', '--', `-${session}`]);
}

/** Seconds of the processor after which a test of a change is taken for endless. */
const ENDLESS_S = 5;
/** Tests that take longer are run with those changes only that no other notices. */
const SLOW_MS = 10;
/** Tests that take longer still, three of all, are not run with changes. */
const SLOWEST_MS = 100;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    results: { type: 'string', default: '.stryker-tmp/results.json' },
    again: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    tests: { type: 'string' },
  },
});

interface Tried {
  readonly unnoticed: ReadonlySet<string>;
  readonly early: ReadonlySet<string>;
}

const idsIn = (path: string): string[] => JSON.parse(readFileSync(path, 'utf8')) as string[];
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

mkdirSync(dirname(values.results), { recursive: true });
for (const folder of positionals.length === 0 ? Object.keys(TESTS) : positionals) {
  const found = await runFolder(folder);
  // Tried again, what is no longer in the file is forgotten.
  const isKept = ([, { place, isNoticed }]: [string, Results[string]]): boolean =>
    !values.again || isNoticed || !place.startsWith(`src/core/${folder}/`);
  const kept = Object.fromEntries(Object.entries(stored()).filter(isKept));
  writeFileSync(values.results, JSON.stringify({ ...kept, ...found }, null, 1));
}
printScores(stored());

function stored(): Results {
  return existsSync(values.results) ? (JSON.parse(readFileSync(values.results, 'utf8')) as Results) : {};
}

/** The key of each change; the same change of the same line, written twice in a file, is numbered. */
function keysOf(mutants: readonly Mutant[]): string[] {
  const times = new Map<string, number>();
  return mutants.map(({ fileName, location: { start, end }, mutatorName, replacement }) => {
    const lines = readFileSync(fileName, 'utf8').split('\n');
    const words = [
      fileName,
      mutatorName,
      lines[start.line],
      lines[end.line],
      start.column,
      end.column,
      replacement,
    ].join('\n');
    times.set(words, (times.get(words) ?? 0) + 1);
    return hash(`${words}\n${times.get(words)}`);
  });
}

/** Of each file those whose hash with the seed is lowest, or those that were left before. */
function choose(mutants: readonly Mutant[]): Mutant[] {
  const keys = keysOf(mutants);
  if (values.again) return mutants.filter((_, i) => stored()[keys[i] as string]?.isNoticed === false);
  const ranked = mutants
    .map((mutant, i) => ({ mutant, rank: hash(`${values.seed}\n${keys[i]}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const taken = new Map<string, number>();
  return ranked.flatMap(({ mutant }) => {
    const count = (taken.get(mutant.fileName) ?? 0) + 1;
    taken.set(mutant.fileName, count);
    return count <= Number(values.each) ? [mutant] : [];
  });
}

async function runFolder(folder: string): Promise<Results> {
  const tests = values.tests?.split(',') ?? TESTS[folder];
  if (tests === undefined) throw new Error(`${folder} is none of ${Object.keys(TESTS).join(', ')}`);
  const root = resolve('.stryker-tmp', folder);
  rmSync(root, { recursive: true, force: true });
  for (const name of COPIED) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));

  const files = readdirSync(join('src/core', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
    .map((name) => join('src/core', folder, name))
    .sort();
  const keyOf = new Map<string, string>();
  const changed = await instrument(
    files.map((name) => ({ name, content: readFileSync(name, 'utf8') })),
    choose,
  );
  for (const { name, content } of changed.files) writeFileSync(join(root, name), content);
  for (const [i, key] of keysOf(changed.mutants).entries()) keyOf.set((changed.mutants[i] as Mutant).id, key);
  const { unnoticed, early } = await tryAll(root, tests, changed.mutants);
  const told = changed.mutants.filter(({ id }) => !early.has(id));
  return Object.fromEntries(
    told.map(({ id, fileName, location, mutatorName, replacement }) => {
      const place = `${fileName}:${location.start.line + 1}`;
      const change = `${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 120)}`;
      return [keyOf.get(id) as string, { place, change, isNoticed: !unnoticed.has(id) }];
    }),
  );
}

/** The ids of the changes that no test notices, and of those that no test comes by, since they are made before any is run. */
async function tryAll(root: string, tests: readonly string[], mutants: readonly Mutant[]): Promise<Tried> {
  const [left, unnoticed, tested, outside, done] = ['left', 'unnoticed', 'tested', 'outside', 'done'].map((name) =>
    join(root, `${name}.json`),
  ) as [string, string, string, string, string];
  for (const path of [unnoticed, tested, outside, done]) writeFileSync(path, '[]');
  writeFileSync(left, JSON.stringify(mutants.map(({ id }) => id)));
  const env = { MUTATION_TESTS: tests.join(' ') };
  const tell = (what: string): void =>
    console.log(
      `${new Date().toISOString().slice(11, 19)} ${what}: ${idsIn(left).length} of ${mutants.length} left, ${idsIn(unnoticed).length} not noticed`,
    );

  for (const [fromMs, toMs] of [
    [0, SLOW_MS],
    [SLOW_MS, SLOWEST_MS],
  ]) {
    tell(`Tests of less than ${toMs} ms`);
    const run = JSON.stringify({ places: { left, tested, outside, done }, fromMs, toMs });
    await watched({ root, left, env: { ...env, MUTATION_RUN: run } }, [
      'vitest',
      'run',
      '--config',
      'vitest.mutate-sample.config.ts',
    ]);
  }
  if (values.whole) {
    tell('All tests, loaded anew');
    const timer = setInterval(() => tell('All tests, loaded anew'), 60_000);
    await watched({ root, left, env }, ['tsx', 'scripts/mutation/run-whole.ts', left, unnoticed]);
    clearInterval(timer);
    return { unnoticed: new Set(idsIn(unnoticed)), early: new Set() };
  }
  const seen = new Set(idsIn(tested));
  const early = idsIn(outside).filter((id) => !seen.has(id));
  return { unnoticed: new Set(idsIn(left).filter((id) => !early.includes(id))), early: new Set(early) };
}

/** Runs a command to its end. A change that it does not get over counts as noticed, and it is started again. */
async function watched(
  { root, left, env }: { readonly root: string; readonly left: string; readonly env: object },
  [command, ...args]: readonly string[],
): Promise<void> {
  const now = `${left}.now`;
  for (;;) {
    writeFileSync(now, '');
    const child = spawn(join(root, 'node_modules/.bin', command as string), args, {
      cwd: root,
      env: { ...process.env, ...env, NODE_OPTIONS: '--max-old-space-size=1500' },
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    });
    const session = child.pid as number;
    let since = { change: '', seconds: 0 };
    const timer = setInterval(() => {
      const change = readFileSync(now, 'utf8');
      const seconds = secondsOf(session);
      if (change === '' || change !== since.change) since = { change, seconds };
      else if (seconds - since.seconds > ENDLESS_S) end(session);
    }, 1_000);
    await new Promise((settle) => child.on('exit', settle));
    clearInterval(timer);
    end(session);
    const endless = readFileSync(now, 'utf8');
    if (endless === '') return;
    writeFileSync(left, JSON.stringify(idsIn(left).filter((id) => id !== endless)));
  }
}

/** Seconds of the processor that all processes of a session have taken. */
function secondsOf(session: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'cputimes=', '-s', String(session)], { encoding: 'utf8' });
  return stdout.split('\n').reduce((sum, line) => sum + Number(line), 0);
}

function printScores(results: Results): void {
  const all = Object.values(results).sort((a, b) => (a.place < b.place ? -1 : 1));
  const count = (nameOf: (place: string) => string): void => {
    for (const name of new Set(all.map(({ place }) => nameOf(place)))) {
      const of = all.filter(({ place }) => nameOf(place) === name);
      const noticed = of.filter(({ isNoticed }) => isNoticed).length;
      console.log(`${name}: ${noticed} of ${of.length} (${((100 * noticed) / of.length).toFixed(1)} %)`);
    }
  };
  for (const { place, change, isNoticed } of all) if (!isNoticed) console.log(`${place} ${change}`);
  count((place) => place.replace('src/core/', '').replace(/:.*/, ''));
  count((place) => `all of ${place.split('/')[2]}`);
}
