/** Work that is done one after the other for the same key, and side by side for different keys. */
export interface KeyedQueue {
  /** Does the work after all that was given for the key before; resolves or rejects as it does. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is in hand any more. */
  idle(): Promise<void>;
  /** How many keys have work in hand. */
  readonly size: number;
}

export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(key, work) {
      const result = (last.get(key) ?? Promise.resolve()).then(work);
      // What fails concerns whoever gave it, not what comes behind it.
      const settled = result.catch(() => undefined);
      last.set(key, settled);
      try {
        return await result;
      } finally {
        if (last.get(key) === settled) last.delete(key);
      }
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
    get size() {
      return last.size;
    },
  };
}
