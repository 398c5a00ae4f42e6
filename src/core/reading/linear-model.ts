/**
 * A linear model with a few hidden units beside it: small enough to be read in at once, and to learn from two thousand questions
 * without learning them by heart. Features are standardised and clipped first.
 */
export interface Model {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** One weight a feature. */
  readonly direct: readonly number[];
  readonly hidden: readonly { readonly bias: number; readonly out: number; readonly weights: readonly number[] }[];
}

// No feature counts for more than this many standard deviations, so that text of an unknown kind is not judged by one of them.
const MOST_DEVIATIONS = 4;

/** A vector in standard deviations from the mean, each at most `MOST_DEVIATIONS`. @internal also for the scripts that train */
export function standardise({ mean, scale }: Pick<Model, 'mean' | 'scale'>, vector: ArrayLike<number>): Float64Array {
  const standard = new Float64Array(mean.length);
  for (let f = 0; f < mean.length; f++) {
    const value = ((vector[f] ?? 0) - (mean[f] ?? 0)) / (scale[f] ?? 1);
    standard[f] = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, value));
  }
  return standard;
}

/** The model's value for a vector: a log-odds, or one up to a constant, as it was trained. */
export function score(model: Model, vector: ArrayLike<number>): number {
  const standard = standardise(model, vector);
  let total = 0;
  for (let f = 0; f < standard.length; f++) total += (standard[f] as number) * (model.direct[f] ?? 0);
  for (const { bias, out, weights } of model.hidden) {
    let sum = bias;
    for (let f = 0; f < standard.length; f++) sum += (standard[f] as number) * (weights[f] ?? 0);
    total += out * Math.tanh(sum);
  }
  return total;
}

/** Turns scores into probabilities that make 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - top));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}
