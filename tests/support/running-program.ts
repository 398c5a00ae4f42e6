import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { exitOf, start } from './program.ts';

/** The real program while it runs. */
export interface RunningProgram {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves to the exit status. */
  readonly ended: Promise<number | null>;
  /** Resolves to all that it has said on standard error when that holds a text; rejects where it ends before. */
  readonly says: (text: string) => Promise<string>;
  /** The same of standard output. */
  readonly prints: (text: string) => Promise<string>;
  /** All that came so far on standard error, and on standard output. */
  readonly said: () => string;
  readonly printed: () => string;
}

/** Starts the real program as `start` does. */
export function running(...given: Parameters<typeof start>): RunningProgram {
  const child = start(...given);
  const ended = exitOf(child);
  const [error, output] = [collected(child.stderr, ended), collected(child.stdout, ended)];
  return { child, ended, says: error.until, prints: output.until, said: error.text, printed: output.text };
}

function collected(stream: NodeJS.ReadableStream, ended: Promise<number | null>) {
  let text = '';
  const looks = new Set<() => void>();
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    text += part;
    for (const look of looks) look();
  });
  return {
    text: () => text,
    until: async (wanted: string): Promise<string> =>
      await new Promise((resolve, reject) => {
        const look = (): void => {
          if (!text.includes(wanted)) return;
          looks.delete(look);
          resolve(text);
        };
        looks.add(look);
        look();
        void ended.then(() => reject(new Error(`readout has ended before "${wanted}": ${text}`)));
      }),
  };
}

/** Looks again and again until something is so; the test's own limit of time is the deadline. */
export async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    await new Promise((next) => setTimeout(next, 20));
  }
}
