import { setFlagsFromString } from 'node:v8';

/** Milliseconds. Whoever reads for longer than this reads a large corpus, which the optimising compiler makes three times faster. */
const SHORT_RUN = 200;

/**
 * Holds V8's optimising compiler back: in a run of a fifth of a second it takes a quarter of the time (75 of 330 ms on two cores)
 * for code that has hardly run before it ends. Call what comes back when the first answer is there; after `SHORT_RUN` it calls
 * itself. Regular expressions are compiled once and for good, not first for a trial (15 ms), and the few megabytes of young
 * objects are swept by one thread: to wait for a second one took up to 30 ms where other programs were busy.
 */
export function startShortRun(): () => void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--no-parallel-scavenge');
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    setFlagsFromString('--opt');
    setFlagsFromString('--parallel-scavenge');
  };
  const timer = setTimeout(end, SHORT_RUN).unref();
  return end;
}
