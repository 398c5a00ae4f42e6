import type { Term } from '../../names/terms.ts';

/** The terms of some passages as a few lists of numbers and one text, which cost little to hand from one thread to another. */
export interface PackedTerms {
  /** Of each passage: how many bigrams it has, and how many other terms. */
  readonly sizes: Uint16Array;
  /** Bigrams, each followed by how often it occurs. */
  readonly bigrams: Uint32Array;
  /** The other terms, a line each, and how often each occurs. */
  readonly others: string;
  readonly counts: Uint16Array;
}

export function packTerms(passages: readonly ReadonlyMap<Term, number>[]): PackedTerms {
  const sizes: number[] = [];
  const bigrams: number[] = [];
  const others: string[] = [];
  const counts: number[] = [];
  for (const terms of passages) {
    const [before, othersBefore] = [bigrams.length, others.length];
    for (const [term, count] of terms) {
      if (typeof term === 'number') bigrams.push(term, count);
      else {
        others.push(term);
        counts.push(count);
      }
    }
    sizes.push((bigrams.length - before) / 2, others.length - othersBefore);
  }
  return {
    sizes: Uint16Array.from(sizes),
    bigrams: Uint32Array.from(bigrams),
    others: others.join('\n'),
    counts: Uint16Array.from(counts),
  };
}

/** How many different terms each passage has. */
export const termsOfEach = ({ sizes }: PackedTerms): Uint16Array =>
  Uint16Array.from({ length: sizes.length / 2 }, (_, i) => (sizes[2 * i] as number) + (sizes[2 * i + 1] as number));

/** Calls `each` for every term of every passage, in order of the passages. */
export function eachPackedTerm(
  { sizes, bigrams, others, counts }: PackedTerms,
  each: (passage: number, term: Term, count: number) => void,
): void {
  const words = others.split('\n');
  let bigram = 0;
  let word = 0;
  for (let passage = 0; passage * 2 < sizes.length; passage++) {
    for (const end = bigram + 2 * (sizes[2 * passage] as number); bigram < end; bigram += 2)
      each(passage, bigrams[bigram] as number, bigrams[bigram + 1] as number);
    for (const end = word + (sizes[2 * passage + 1] as number); word < end; word++)
      each(passage, words[word] as string, counts[word] as number);
  }
}
