// Measures Readout beside its peers and prints what was measured. Usage: npm run bench [-- --quick | --whole]
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import type { Article } from '../../src/core/index.ts';
import { readNameFiles } from '../../src/data-files.ts';
import { readSquad } from '../train/squad.ts';
import { aimsOf, type Results } from './aims.ts';
import { openArchive, type Archive } from './archive.ts';
import { ENGINES, type EngineName, type ProgramData } from './engines.ts';
import { percent, short, table } from './figures.ts';
import { growthPart } from './growth.ts';
import { AT_ONCE, createMeasure, layDown, severalAtOnce, type Measure } from './measure.ts';
import { archiveQuestions, evenly, titleQuestions, type BenchQuestion } from './questions.ts';
import type { Measured } from './run-engine.ts';
import { measureStartup } from './startup.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const evaluation = join(root, '..', 'shared', 'eval');
const quick = process.argv.includes('--quick');
const SIZES = quick ? [1000] : [1000, 5000];
const TITLES = quick ? 100 : 200;
const DRCD_QUESTIONS = quick ? 200 : 700;
const RUNS = 7;
// The largest archive that is at hand has 47,000: to read it all, in one thread, takes as long as the rest. `--whole` does.
const whole = process.argv.includes('--whole');
const LARGEST = 47_000;
const GROWTH = quick ? [250, 500, 1000] : [1000, 5000, 15_000, ...(whole ? [LARGEST] : [])];
// A little more of it than is asked for: some of its files are no articles.
const SHARE = (1.1 * Math.max(...GROWTH)) / LARGEST;
const ENGINE_NAMES = Object.keys(ENGINES) as EngineName[];

const dataDir = join(root, 'data');
const say = (text = ''): void => console.log(text);

const data: ProgramData = {
  nameFiles: readNameFiles(dataDir),
  outlets: readFileSync(join(root, 'data', 'outlets.txt'), 'utf8'),
};

/** `count` articles at even distances, all that are asked for among them. */
function pick(articles: readonly Article[], count: number, questions: readonly BenchQuestion[]): Article[] {
  const wanted = new Set<string>(questions.flatMap(({ articles: ids }) => ids));
  const asked = articles.filter(({ id }) => wanted.has(id)).slice(0, count);
  const rest = evenly(
    articles.filter(({ id }) => !wanted.has(id)),
    count - asked.length,
  );
  return [...asked, ...rest].sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Bench {
  readonly measure: Measure;
  /** Where it may write. */
  readonly folder: string;
}

async function measureAll(
  { measure, folder }: Bench,
  articles: readonly Article[],
  sets: Readonly<Record<string, readonly BenchQuestion[]>>,
): Promise<Map<EngineName, Measured>> {
  const all = new Map<EngineName, Measured>();
  const file = await layDown(folder, articles);
  await severalAtOnce(ENGINE_NAMES, async (engine) => {
    const measured = await measure({ engine, articles: file, sets, data });
    if (measured === null) return say(`${engine} could not be measured: its process ended before it was done.`);
    all.set(engine, measured);
    say(`${engine}: ${inShort(measured)}`);
  });
  say();
  return new Map(ENGINE_NAMES.flatMap((name) => (all.has(name) ? [[name, all.get(name) as Measured]] : [])));
}

const inShort = ({ seconds, sets }: Measured): string =>
  [
    `${short(seconds)} s`,
    ...Object.entries(sets).map(
      ([set, { p50, p95, first }]) => `${set} p50 ${short(p50)} ms, p95 ${short(p95)} ms, R@1 ${percent(first)} %`,
    ),
  ].join('; ');

function sayTables(all: ReadonlyMap<EngineName, Measured>, articles: number): void {
  const ofIndex = [...all].map(([name, { passages, seconds, heap }]) => [
    name,
    String(passages),
    short(seconds),
    short(articles / seconds),
    short(heap / 2 ** 20),
  ]);
  say(table(['', 'passages', 'seconds', 'articles/s', 'MiB'], ofIndex));
  const sets = new Set([...all.values()].flatMap((measured) => Object.keys(measured.sets)));
  for (const set of sets) {
    say();
    const ofSet = [...all].flatMap(([name, measured]) => {
      const figures = measured.sets[set];
      if (figures === undefined) return [];
      const { p50, p95, first, cited } = figures;
      return [[name, short(p50), short(p95), percent(first), percent(cited)]];
    });
    say(table([set, 'p50 ms', 'p95 ms', 'R@1 %', 'cite@1 %'], ofSet));
  }
}

async function archivePart(bench: Bench, results: Results): Promise<void> {
  const sample = join(evaluation, 'archive-sample.tar.gz');
  const count = Math.max(...SIZES);
  const archive = await openArchive(sample, {
    folder: join(bench.folder, 'archive'),
    within: 'archive-sample',
    count,
    dataDir,
  });
  say(archive.origin);
  const known = new Set<string>(archive.articles.map(({ id }) => id));
  const own = archiveQuestions(join(root, 'tests', 'fixtures', 'questions')).filter(({ articles }) =>
    articles.some((id) => known.has(id)),
  );
  for (const size of SIZES) {
    const articles = pick(archive.articles, size, own);
    const titles = titleQuestions(articles, TITLES);
    const sets = { titles, ...(own.length === 0 ? {} : { 'own questions': own }) };
    say();
    say(`${articles.length} articles; ${titles.length} titles as questions, ${own.length} questions of our own.`);
    const all = await measureAll(bench, articles, sets);
    sayTables(all, articles.length);
    results.archives.set(size, all);
  }
}

async function drcdPart(bench: Bench, results: Results): Promise<void> {
  const path = join(evaluation, 'drcd-dev.json');
  say();
  if (!existsSync(path)) return say(`DRCD is left out: there is no ${path}.`);
  // The paragraphs of one document share its name, which would only draw them together: they go without one.
  const { articles: named, questions } = readSquad(path, 'drcd-');
  const articles = named.map((article): Article => Object.assign({}, article, { title: '' }));
  const asked = evenly(questions, DRCD_QUESTIONS);
  say(`DRCD dev: ${articles.length} paragraphs as articles, ${asked.length} questions.`);
  results.drcd = await measureAll(bench, articles, { 'DRCD questions': asked });
  sayTables(results.drcd, articles.length);
}

const openLarge = (folder: string): Promise<Archive> =>
  openArchive(join(evaluation, 'archive-full.tar.xz'), {
    folder: join(folder, 'whole'),
    within: 'articles',
    count: Math.max(...GROWTH),
    share: SHARE,
    dataDir,
  });

async function growingPart({ measure, folder }: Bench, { articles, origin }: Archive): Promise<void> {
  say();
  say(
    `How cost grows. ${origin} The last column: seconds to index, memory and p50, each as a multiple of the first size's.`,
  );
  const sizes = [...new Set(GROWTH.map((size) => Math.min(size, articles.length)))];
  await growthPart(articles, { measure, data, sizes, layDown: (some) => layDown(folder, some), say });
}

async function startupPart(results: Results): Promise<void> {
  say();
  const program = join(root, 'dist', 'readout.js');
  results.startup = existsSync(program) ? await measureStartup(program, RUNS) : null;
  if (results.startup === null) return say(`${program} does not answer: build it with \`npm run build\`.`);
  const { bare, ask, repl } = results.startup;
  say(`Start to printed answer, the corpus that ships, medians of ${RUNS} runs in turns.`);
  say(
    table(
      ['', 'ms', '× bare node'],
      [
        ['node -e 0', short(bare), '1'],
        ['readout ask', short(ask), short(ask / bare)],
        ['readout, one question piped', short(repl), short(repl / bare)],
      ],
    ),
  );
}

const started = performance.now();
// Within the project, where an engine's process finds its libraries and `data`.
const cache = join(root, 'node_modules', '.cache');
await mkdir(cache, { recursive: true });
const folder = await mkdtemp(join(cache, 'readout-bench-'));
try {
  const results: Results = { archives: new Map(), drcd: null, startup: null };
  const processor = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  say(`Node ${process.version}, ${processor}, load ${loadavg()[0]?.toFixed(1)} before the run.`);
  say(
    'Every engine runs in a process of its own, on the same passages; indexing includes cutting the articles into them.',
  );
  say(`Times are of the processor, all threads of an engine together; ${AT_ONCE} engines run at one time.`);
  say(
    'R@1: the article that is put first is the one asked for. cite@1: it is also quoted; a peer answers always. Readout’s',
  );
  say(
    'times go the whole way to the quotations; a peer’s end with its list of passages. MiB: the index without the articles.',
  );
  const bench = { measure: await createMeasure(folder), folder };
  await startupPart(results);
  say();
  // Takes minutes, while engines are measured in processes of their own.
  const large = openLarge(folder);
  await archivePart(bench, results);
  await drcdPart(bench, results);
  await growingPart(bench, await large);
  say();
  say('Aim → measured');
  for (const aim of aimsOf(results)) say(`- ${aim}`);
  say();
  say(`The whole run took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
