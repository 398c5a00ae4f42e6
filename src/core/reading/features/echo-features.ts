import type { Span } from '../../model/span.ts';
import { shareWhere, type FeatureContext, type SentenceView } from './sentence-view.ts';

/** Whether other candidates say the same of what is wanted, in the order of what `echoFeatures` returns. */
export const ECHO_FEATURES = [
  'echo', // how much of the question the best other sentence has that holds the same
  'echoes', // logarithm of the number of other sentences that hold the same
] as const;

// Of a shorter stretch it says nothing that others have it too; in UTF-16 units.
const SHORTEST = 2;

/** For each candidate, whether others hold what may be wanted of it: `spans` of each, parallel to `views`. */
export function echoFeatures(
  views: readonly SentenceView[],
  spans: readonly (readonly Span[])[],
  { characterWeights }: FeatureContext,
): number[][] {
  const shares = views.map(({ characters }) => shareWhere(characterWeights, (u) => characters[u] === 1));
  return views.map((view, i) => {
    let [best, most] = [0, 0];
    for (const { start, end } of spans[i] ?? []) {
      const text = view.folded.slice(start, end);
      if (text.length < SHORTEST) continue;
      let count = 0;
      views.forEach((other, j) => {
        if (other === view || !other.folded.includes(text)) return;
        count += 1;
        best = Math.max(best, shares[j] ?? 0);
      });
      most = Math.max(most, count);
    }
    return [best, Math.log(1 + most)];
  });
}
