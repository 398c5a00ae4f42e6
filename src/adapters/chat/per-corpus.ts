import type { BotCorpus } from './bot.ts';

/** Makes something of the corpus as it is now, when it is wanted, and anew only when the corpus has changed since. */
export function perCorpus<T>(corpus: () => BotCorpus, make: (corpus: BotCorpus) => T): () => T {
  let made: { readonly of: BotCorpus; readonly value: T } | null = null;
  return () => {
    const now = corpus();
    if (made?.of !== now) made = { of: now, value: make(now) };
    return made.value;
  };
}
