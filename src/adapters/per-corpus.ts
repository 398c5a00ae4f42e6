import type { Article } from '../core/index.ts';

/** Makes something of a corpus as it is now, when it is wanted, and anew only when its articles have changed since. */
export function perCorpus<C extends { readonly articles: readonly Article[] }, T>(
  corpus: () => C,
  make: (corpus: C) => T,
): () => T {
  let made: { readonly of: readonly Article[]; readonly value: T } | null = null;
  return () => {
    const now = corpus();
    const { articles } = now;
    if (made?.of !== articles) made = { of: articles, value: make(now) };
    return made.value;
  };
}
