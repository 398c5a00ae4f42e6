import { LRUCache } from 'lru-cache';

/** How often something may happen. */
export interface Rate {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more each second allows. */
  readonly perSecond: number;
}

interface RateLimitOptions extends Rate {
  /** How many keys are remembered; one that is forgotten begins anew, with a full burst. */
  readonly keys: number;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

/** A token bucket for each key, such as a user. */
export interface RateLimit {
  /** Takes a token: 0 where there was one, else the milliseconds until there is. */
  take(key: string): number;
}

export function createRateLimit({ burst, perSecond, keys, now }: RateLimitOptions): RateLimit {
  const buckets = new LRUCache<string, { readonly tokens: number; readonly at: number }>({ max: keys });
  return {
    take(key) {
      const at = now();
      const before = buckets.get(key) ?? { tokens: burst, at };
      const tokens = Math.min(burst, before.tokens + ((at - before.at) / 1000) * perSecond);
      const granted = tokens >= 1;
      buckets.set(key, { tokens: granted ? tokens - 1 : tokens, at });
      return granted ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
    },
  };
}
