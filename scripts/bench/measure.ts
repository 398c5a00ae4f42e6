// The parent's side of a measurement: an engine runs in a process of its own, bundled like the program that ships.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured, Task } from './run-engine.ts';

/** Measures one task; null where the engine's process failed, with its own words on standard error. */
export type Measure = (task: Task) => Promise<Measured | null>;

/** The largest heap of an engine, in MiB; Orama and MiniSearch need a part of it at 5,000 articles. */
const HEAP_LIMIT = 6_144;

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
