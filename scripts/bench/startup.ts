// How long the program takes from its start to the printed answer, beside a Node process that does nothing.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { median } from './figures.ts';

const QUESTION = '楊潔篪在電話裡怎麼說台灣問題？';

/** Medians in milliseconds. */
export interface Startup {
  readonly bare: number;
  readonly ask: number;
  /** From the start of the REPL, with the question waiting in a pipe, to the end of its first answer. */
  readonly repl: number;
}

/** Times `program` on the corpus that ships, the three in turns `runs` times; null where it does not answer. */
export async function measureStartup(program: string, runs: number): Promise<Startup | null> {
  const bare: number[] = [];
  const ask: number[] = [];
  const repl: number[] = [];
  for (let run = -1; run < runs; run++) {
    const times = [
      await timed(['-e', '0'], ''),
      await timed([program, 'ask', QUESTION], ''),
      await timed([program], `${QUESTION}\n`),
    ];
    if (times.some(({ status }) => status !== 0) || times[1]?.printed !== true || times[2]?.printed !== true)
      return null;
    // The first round fills the caches of files.
    if (run >= 0) [bare, ask, repl].forEach((list, i) => list.push(times[i]?.ms ?? Number.NaN));
  }
  return { bare: median(bare), ask: median(ask), repl: median(repl) };
}

interface Timed {
  readonly ms: number;
  readonly status: number | null;
  readonly printed: boolean;
}

function timed(args: readonly string[], input: string): Promise<Timed> {
  const { CORPUS_DIR: _, ...env } = process.env;
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    let printed = false;
    let last = started;
    child.stdout.on('data', () => {
      printed = true;
      last = performance.now();
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', () => resolve({ ms: Number.NaN, status: null, printed }));
    // To the last word printed; a process that prints nothing has only its end.
    child.on('close', (status) => resolve({ ms: (printed ? last : performance.now()) - started, status, printed }));
  });
}
