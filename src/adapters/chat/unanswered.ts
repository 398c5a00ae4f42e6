import { wait } from './wait.ts';

/** Numbered messages that a platform keeps until it is told that they were received: it is told when they are answered. */
export interface Unanswered<T> {
  /** Where to go on from: the oldest that is not answered, but for what has to wait long. */
  readonly offset: () => number;
  /** Takes new ones in hand; those of before are passed over. */
  readonly take: (messages: readonly T[]) => void;
  /** Resolves when everything is answered, or after a while: what comes meanwhile is not to wait. */
  readonly progress: (signal: AbortSignal) => Promise<void>;
  /** Resolves when everything is answered, or will not be. */
  readonly all: () => Promise<void>;
}

/** How many may wait for their answers before the platform is told that they were received: it hands out so many at a time. */
const MOST = 50;
/** Milliseconds between two looks at what is not answered yet, at first and at the most. */
const FIRST_LOOK = 10;
const LAST_LOOK = 500;

/** `handle` resolves when one is answered, and rejects where it will not be. */
export function createUnanswered<T>(
  numberOf: (message: T) => number,
  handle: (message: T) => Promise<void>,
): Unanswered<T> {
  const waiting = new Map<number, Promise<void>>();
  let next = 0;
  let look = FIRST_LOOK;
  const all = async (): Promise<void> => void (await Promise.all(waiting.values()));
  return {
    all,
    offset: () => (waiting.size === 0 || waiting.size > MOST ? next : Math.min(...waiting.keys())),
    take(messages) {
      for (const message of messages) {
        const number = numberOf(message);
        if (number < next) continue;
        next = number + 1;
        look = FIRST_LOOK;
        const answered = handle(message).then(
          () => void waiting.delete(number),
          () => undefined,
        );
        waiting.set(number, answered);
      }
    },
    async progress(signal) {
      if (waiting.size === 0) return;
      await Promise.race([all(), wait(look, signal)]);
      look = Math.min(look * 2, LAST_LOOK);
    },
  };
}
