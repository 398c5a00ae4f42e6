import { aborted, wait } from './wait.ts';

interface Persisting {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Called with every fault and how many there were: milliseconds to wait, or throws where to try again is of no use. */
  readonly onFault: (fault: unknown, failures: number) => number;
}

/** Tries until it succeeds; null where the signal comes first, also while an attempt is left undecided. */
export async function persist<T>(attempt: () => Promise<T>, { signal, onFault }: Persisting): Promise<T | null> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await Promise.race([attempt(), aborted(signal).then(() => null)]);
    } catch (fault) {
      if (signal.aborted) return null;
      await wait(onFault(fault, failures), signal);
    }
  }
  return null;
}
