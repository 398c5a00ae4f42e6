/**
 * A small scoring model: a weighted sum of the features plus a layer of `tanh` units, for what one feature means only
 * together with another. Trained by scripts/train/models.ts; the features are standardised with `mean` and `scale` first.
 */
export interface Model {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** One weight a feature. */
  readonly direct: readonly number[];
  /** For each hidden unit: its bias, its output weight, and one weight a feature. */
  readonly hidden: readonly { readonly bias: number; readonly out: number; readonly weights: readonly number[] }[];
}

/** The score of one item; scores compare within one list only. */
export function score(model: Model, features: ArrayLike<number>): number {
  const count = model.direct.length;
  let total = 0;
  const standard = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const value = ((features[i] ?? 0) - (model.mean[i] ?? 0)) / (model.scale[i] ?? 1);
    standard[i] = value;
    total += value * (model.direct[i] ?? 0);
  }
  for (const unit of model.hidden) {
    let sum = unit.bias;
    for (let i = 0; i < count; i++) sum += (standard[i] ?? 0) * (unit.weights[i] ?? 0);
    total += Math.tanh(sum) * unit.out;
  }
  return total;
}

/** The softmax of scores: probabilities over one list. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
