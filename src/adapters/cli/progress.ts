import type { OnProgress } from './context.ts';
import type { Output } from '../terminal/output.ts';

/** Milliseconds of quiet before progress shows, and between two updates of it. */
const QUIET = 1000;
const PACE = 100;

export interface Progress {
  readonly onProgress: OnProgress;
  /** Clears the line. Has to be called before anything else is written to a terminal. */
  end(): void;
}

/** One line on stderr that says how far things are, for work of over a second; nothing where stderr is not a terminal. */
export function createProgress(stderr: Output, now: () => number = Date.now): Progress {
  if (stderr.isTTY !== true) return { onProgress: () => undefined, end: () => undefined };
  const started = now();
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = false;
  const show = (line: string): void => {
    stderr.write(`\r${line}\u001b[K`);
    shownAt = now();
    shown = true;
  };
  return {
    onProgress(stage, done, total) {
      if (stage === 'index') {
        // Indexing cannot be interrupted for an update: it is announced where reading took a while already.
        if (now() - started > QUIET / 2) show(`Indexing ${count(total)} articles …`);
      } else if (now() - started > QUIET && now() - shownAt > PACE) {
        show(lineFor(stage, count(done), count(total)));
      }
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}

function lineFor(stage: 'read' | 'publish' | 'answer', done: string, total: string): string {
  switch (stage) {
    case 'read':
      return `Reading: ${done} of ${total} files …`;
    case 'publish':
      return `Publishing: ${done} of ${total} articles …`;
    case 'answer':
      return `Answering: ${done} …`;
  }
}

const count = (value: number): string => value.toLocaleString('en');
