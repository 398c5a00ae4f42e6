import { ReaderFault } from './reader-fault.ts';

/** Leaves a server alone that keeps failing, or that asks for it. */
export interface Circuit {
  /** Throws a `ReaderFault` (`resting`) while the server is left alone. */
  check(): void;
  succeeded(): void;
  failed(fault: ReaderFault): void;
}

interface CircuitOptions {
  /** So many faults in a row open it. */
  readonly faults: number;
  /** For how long, in milliseconds. */
  readonly rest: number;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

// A server that wants to be left alone for hours is asked again sooner: the next refusal costs little.
const LONGEST_WAIT = 10 * 60_000;

/** A circuit breaker (Nygard, Release It!): it closes again by itself when the rest is over. */
export function createCircuit({ faults, rest, now }: CircuitOptions): Circuit {
  let inRow = 0;
  let restsUntil = -Infinity;
  return {
    check() {
      if (now() < restsUntil) throw new ReaderFault('resting', 'The model is left alone for a while after faults.');
    },
    succeeded() {
      inRow = 0;
    },
    failed({ code, retryAfter }) {
      if (code === 'resting') return;
      inRow += 1;
      if (retryAfter !== null) restsUntil = Math.max(restsUntil, now() + Math.min(retryAfter, LONGEST_WAIT));
      if (inRow < faults) return;
      inRow = 0;
      restsUntil = Math.max(restsUntil, now() + rest);
    },
  };
}
