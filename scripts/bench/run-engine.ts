// The child process: measures one engine on one corpus, alone in its memory, and sends what it measured to its parent.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Article } from '../../src/core/index.ts';
import { ENGINES, type Engine, type EngineName, type ProgramData } from './engines.ts';
import { percentile } from './figures.ts';
import type { BenchQuestion } from './questions.ts';

/** What the parent hands over, as the name of a JSON file. */
export interface Task {
  readonly engine: EngineName;
  /** The name of a file with an article in JSON on each line. */
  readonly articles: string;
  /** Sets of questions under the names by which they are told apart. */
  readonly sets: Readonly<Record<string, readonly BenchQuestion[]>>;
  readonly data: ProgramData;
}

/** One set of questions: processor time in milliseconds, shares 0…1. */
export interface SetFigures {
  readonly p50: number;
  readonly p95: number;
  /** The article that is put first is the one asked for, answered or not. */
  readonly first: number;
  /** The same, and held for an answer. */
  readonly cited: number;
}

export interface Measured {
  readonly count: number;
  readonly passages: number;
  /** Of the processor, in all threads, to index. */
  readonly seconds: number;
  /** What the index holds on the heap and beside it, in bytes, without the articles. */
  readonly heap: number;
  /** The most that the process took, in bytes, with its articles. */
  readonly most: number;
  readonly sets: Readonly<Record<string, SetFigures>>;
}

/** Questions that are asked before the clock runs: the first ones are compiled rather than answered. */
const WARM_UP = 40;

function usedHeap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Milliseconds of the processor, which other programs change little. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function readArticles(file: string): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const line of createInterface({ input: createReadStream(file) }))
    articles.push(JSON.parse(line) as Article);
  return articles;
}

async function measureSet(engine: Engine, questions: readonly BenchQuestion[]): Promise<SetFigures> {
  const times: number[] = [];
  let first = 0;
  let cited = 0;
  for (const { text, articles } of questions) {
    const started = used();
    const found = await engine.find(text);
    times.push(used() - started);
    if (found.article === null || !articles.includes(found.article)) continue;
    first += 1;
    if (found.answered) cited += 1;
  }
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    first: first / times.length,
    cited: cited / times.length,
  };
}

async function measure({ engine: name, articles: file, sets, data }: Task): Promise<Measured> {
  const engine = ENGINES[name](data);
  const articles = await readArticles(file);
  const before = usedHeap();
  const started = used();
  const passages = await engine.index(articles);
  const seconds = (used() - started) / 1000;
  const heap = usedHeap() - before;
  const figures: Record<string, SetFigures> = {};
  for (const [set, questions] of Object.entries(sets)) {
    for (const { text } of questions.slice(-WARM_UP)) await engine.find(text);
    figures[set] = await measureSet(engine, questions);
  }
  const most = process.resourceUsage().maxRSS * 1024;
  return { count: articles.length, passages, seconds, heap, most, sets: figures };
}

const [, , taskFile = ''] = process.argv;
process.send?.(await measure(JSON.parse(readFileSync(taskFile, 'utf8')) as Task));
process.disconnect?.();
