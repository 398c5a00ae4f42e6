// The parent's side of a measurement: an engine runs in a process of its own, bundled like the program that ships.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/core/index.ts';
import type { Measured, Task } from './run-engine.ts';

/** Measures one task; null where the engine's process failed, with its own words on standard error. */
export type Measure = (task: Task) => Promise<Measured | null>;

/** The largest heap of an engine, in MiB; MiniSearch and FlexSearch need most of it at 47,000 articles. */
export const HEAP_LIMIT = 6_144;

/** How many engines are measured at one time: each works in one thread, and what is told is its own processor time. */
export const AT_ONCE = Math.min(2, availableParallelism());

/** Does something for all items, as many at one time as engines are measured. */
export async function severalAtOnce<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of left) await run(item);
    }),
  );
}

/** Writes articles into `folder`, one on each line, and gives the name of the file. */
export async function layDown(folder: string, articles: readonly Article[]): Promise<string> {
  const file = join(folder, `articles-${articles.length}-${randomUUID()}.jsonl`);
  await pipeline(Readable.from(linesOf(articles)), createWriteStream(file));
  return file;
}

function* linesOf(articles: readonly Article[]): Generator<string> {
  for (const article of articles) yield `${JSON.stringify(article)}\n`;
}

/** Bundles the child's program into `folder`, where tasks are laid down as well. */
export async function createMeasure(folder: string): Promise<Measure> {
  const program = join(folder, 'run-engine.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('run-engine.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  let tasks = 0;
  return async (task) => {
    const file = join(folder, `task-${++tasks}.json`);
    await writeFile(file, JSON.stringify(task));
    return new Promise((resolve) => {
      let measured: Measured | null = null;
      const child = fork(program, [file], { execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_LIMIT}`] });
      child.on('message', (message) => {
        measured = message as Measured;
      });
      child.on('error', () => resolve(null));
      child.on('exit', () => resolve(measured));
    });
  };
}
