import { distance } from 'fastest-levenshtein';
import type { Term } from './terms.ts';

/** The Latin word that is nearest to one, at most `edits` away, and of those that are as near the one in most passages; null where there is none. */
export function nearestWord(
  words: Iterable<readonly [Term, number]>,
  { word, edits }: { readonly word: string; readonly edits: number },
): string | null {
  let best: string | null = null;
  let least = edits;
  let most = 0;
  for (const [other, frequency] of words) {
    if (typeof other !== 'string' || frequency === 0 || Math.abs(other.length - word.length) > least) continue;
    if (!/^[a-z]/.test(other)) continue;
    const apart = distance(word, other);
    if (apart > least || (apart === least && frequency <= most && best !== null)) continue;
    best = other;
    least = apart;
    most = frequency;
  }
  return best;
}
