import { LRUCache } from 'lru-cache';

/** Does things once, such as what a button that can be used once stands for. */
export interface Once {
  /** Whether it is done now; not where it was before, or is in hand. What has failed may be tried again; rejects as it does. */
  readonly run: (key: string, act: () => Promise<void>) => Promise<boolean>;
}

/** `max`: how many keys are remembered. */
export function createOnce(max: number): Once {
  const done = new LRUCache<string, true>({ max });
  return {
    async run(key, act) {
      if (done.has(key)) return false;
      done.set(key, true);
      try {
        await act();
      } catch (error) {
        done.delete(key);
        throw error;
      }
      return true;
    },
  };
}
