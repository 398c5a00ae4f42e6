import type { Span } from '../../model/span.ts';
import type { FeatureContext, SentenceView } from './sentence-view.ts';

/** How close together a sentence holds what is asked and what is wanted, in the order of what `bondFeatures` returns. */
export const BOND_FEATURES = [
  'ordered', // share of the question's characters that stand here in its order
  'window', // share of the characters within the best stretch of `WINDOW` units
  'wantedByNearCharacters', // how close something wanted stands to the characters around the question word
  'wantedByCharacters', // and to all characters
] as const;

// Two clauses of a news sentence are about as long; in UTF-16 units.
const WINDOW = 24;
// So far from a word what belongs to it mostly stands; in UTF-16 units.
const CLOSE = 6;

/** Measures how a sentence binds what is asked together, and to the `spans` that may be wanted. */
export function bondFeatures(view: SentenceView, spans: readonly Span[], context: FeatureContext): number[] {
  const { question, unitPosition, characterWeights, nearCharacters, characterTotal, nearCharacterTotal } = context;
  const at = Array.from(view.folded, (_, i) => unitPosition.get(view.folded.charCodeAt(i)) ?? -1);
  return [
    orderedWeight(at, question.parsed.folded, context) / characterTotal,
    windowWeight(at, characterWeights) / characterTotal,
    closeWeight(at, spans, nearCharacters) / nearCharacterTotal,
    closeWeight(at, spans, characterWeights) / characterTotal,
  ];
}

// The weight of the longest common subsequence of a question and a sentence, `at` being the sentence's units as positions among the question's characters.
function orderedWeight(
  at: readonly number[],
  asked: string,
  { unitPosition, characterWeights: weights }: FeatureContext,
): number {
  const own = at.filter((u) => u >= 0);
  let row = new Float64Array(own.length + 1);
  for (let i = 0; i < asked.length; i++) {
    const u = unitPosition.get(asked.charCodeAt(i));
    if (u === undefined) continue;
    const weight = weights[u] ?? 0;
    const next = new Float64Array(own.length + 1);
    for (let j = 1; j <= own.length; j++) {
      const skipped = Math.max(row[j] as number, next[j - 1] as number);
      next[j] = own[j - 1] === u ? Math.max(skipped, (row[j - 1] as number) + weight) : skipped;
    }
    row = next;
  }
  return row[own.length] ?? 0;
}

function windowWeight(at: readonly number[], weights: readonly number[]): number {
  const counts = new Map<number, number>();
  let [sum, best] = [0, 0];
  at.forEach((u, i) => {
    if (u >= 0) {
      const known = counts.get(u) ?? 0;
      counts.set(u, known + 1);
      if (known === 0) sum += weights[u] ?? 0;
    }
    const left = at[i - WINDOW] ?? -1;
    if (left >= 0) {
      const known = counts.get(left) ?? 1;
      counts.set(left, known - 1);
      if (known === 1) sum -= weights[left] ?? 0;
    }
    best = Math.max(best, sum);
  });
  return best;
}

// The weight of the characters around the best of the spans, each less the further off it stands.
function closeWeight(at: readonly number[], spans: readonly Span[], weights: readonly number[]): number {
  let best = 0;
  for (const { start, end } of spans) {
    const nearest = new Map<number, number>();
    at.forEach((u, i) => {
      if (u < 0) return;
      const distance = i < start ? start - 1 - i : Math.max(0, i - end);
      nearest.set(u, Math.max(nearest.get(u) ?? 0, Math.exp(-distance / CLOSE)));
    });
    let sum = 0;
    for (const [u, share] of nearest) sum += share * (weights[u] ?? 0);
    best = Math.max(best, sum);
  }
  return best;
}
