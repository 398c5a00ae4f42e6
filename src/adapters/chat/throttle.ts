import { LRUCache } from 'lru-cache';

/** At most so many messages in any stretch of so many milliseconds. */
export interface SendRate {
  readonly messages: number;
  readonly ms: number;
}

/** Hands out the times at which messages may go, first come, first served. */
export interface Throttle {
  /** Takes the next time for a key, such as a chat; the milliseconds until then. */
  readonly next: (key: string) => number;
}

const KEYS_REMEMBERED = 5_000;

/** `now`: milliseconds that only ever grow. */
export function createThrottle({ messages, ms }: SendRate, now: () => number): Throttle {
  // For each key the last times that were handed out, as many as a stretch may hold.
  const taken = new LRUCache<string, readonly number[]>({ max: KEYS_REMEMBERED });
  return {
    next(key) {
      const times = taken.get(key) ?? [];
      const [oldest = Number.NEGATIVE_INFINITY] = times.length < messages ? [] : times;
      const at = Math.max(now(), oldest + ms, times.at(-1) ?? 0);
      taken.set(key, [...times, at].slice(-messages));
      return at - now();
    },
  };
}
