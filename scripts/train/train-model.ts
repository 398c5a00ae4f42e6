// Trains a `Model` by Adam with weight decay, either so that the right items of each list come first (softmax over the list,
// log-likelihood of the right ones together) or so that an item's score is the log-odds of its being right.
import type { Model } from '../../src/core/reading/linear-model.ts';

export interface List {
  readonly items: readonly ArrayLike<number>[];
  /** Positions of the right items; a list without any is passed over. */
  readonly right: readonly number[];
}

export interface TrainingOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
  /** `list`: the right items come first; `odds`: each item by itself; hidden units with their biases serve as the bias. */
  readonly loss?: 'list' | 'odds';
}

/** mulberry32: the same numbers for the same seed, so that training can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function trainModel(lists: readonly List[], options: TrainingOptions): Model {
  const usable = lists.filter((list) => options.loss === 'odds' || (list.right.length > 0 && list.items.length > 1));
  const width = usable[0]?.items[0]?.length ?? 0;
  const { mean, scale } = standardisation(usable, width);
  const units = options.hidden;
  const random = randomFrom(options.seed);
  // Layout: direct [width], then for each unit: bias, out, weights [width].
  const size = width + units * (width + 2);
  const parameters = new Float64Array(size);
  for (let i = width; i < size; i++) parameters[i] = (random() - 0.5) * 0.3;
  const gradient = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const BATCH = 32;
  const order = usable.map((_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const rate = options.rate * (1 - epoch / options.epochs);
    for (let from = 0; from < order.length; from += BATCH) {
      gradient.fill(0);
      const batch = order.slice(from, from + BATCH);
      for (const index of batch)
        accumulate(usable[index] as List, parameters, gradient, {
          mean,
          scale,
          width,
          units,
          loss: options.loss ?? 'list',
        });
      step += 1;
      for (let p = 0; p < size; p++) {
        const g = (gradient[p] as number) / batch.length + options.decay * (parameters[p] as number);
        first[p] = 0.9 * (first[p] as number) + 0.1 * g;
        second[p] = 0.999 * (second[p] as number) + 0.001 * g * g;
        const corrected = (first[p] as number) / (1 - 0.9 ** step);
        parameters[p] =
          (parameters[p] as number) -
          (rate * corrected) / (Math.sqrt((second[p] as number) / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    mean: mean.map(rounded),
    scale: scale.map(rounded),
    direct: Array.from(parameters.slice(0, width), rounded),
    hidden: Array.from({ length: units }, (_, unit) => {
      const at = width + unit * (width + 2);
      return {
        bias: rounded(parameters[at] as number),
        out: rounded(parameters[at + 1] as number),
        weights: Array.from(parameters.slice(at + 2, at + 2 + width), rounded),
      };
    }),
  };
}

function standardisation(lists: readonly List[], width: number): { mean: number[]; scale: number[] } {
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  let count = 0;
  for (const { items } of lists) {
    for (const item of items) {
      count += 1;
      for (let f = 0; f < width; f++) {
        sum[f] = (sum[f] as number) + (item[f] as number);
        squares[f] = (squares[f] as number) + (item[f] as number) ** 2;
      }
    }
  }
  const mean = Array.from(sum, (value) => value / count);
  const scale = Array.from(squares, (value, f) => Math.sqrt(Math.max(1e-4, value / count - (mean[f] as number) ** 2)));
  return { mean, scale };
}

interface Shape {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly width: number;
  readonly units: number;
  readonly loss: 'list' | 'odds';
}

function accumulate(list: List, parameters: Float64Array, gradient: Float64Array, shape: Shape): void {
  const { width, units } = shape;
  const inputs = list.items.map((item) => {
    const standard = new Float64Array(width);
    for (let f = 0; f < width; f++)
      standard[f] = ((item[f] as number) - (shape.mean[f] as number)) / (shape.scale[f] as number);
    return standard;
  });
  const activations = inputs.map(() => new Float64Array(units));
  const scores = inputs.map((input, n) => {
    let total = 0;
    for (let f = 0; f < width; f++) total += (input[f] as number) * (parameters[f] as number);
    for (let unit = 0; unit < units; unit++) {
      const at = width + unit * (width + 2);
      let sum = parameters[at] as number;
      for (let f = 0; f < width; f++) sum += (input[f] as number) * (parameters[at + 2 + f] as number);
      const activation = Math.tanh(sum);
      (activations[n] as Float64Array)[unit] = activation;
      total += activation * (parameters[at + 1] as number);
    }
    return total;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const right = new Set(list.right);
  const mass = list.right.reduce((sum, n) => sum + (powers[n] as number), 0);
  inputs.forEach((input, n) => {
    const pull =
      shape.loss === 'list'
        ? (powers[n] as number) / all - (right.has(n) ? (powers[n] as number) / mass : 0)
        : 1 / (1 + Math.exp(-(scores[n] as number))) - (right.has(n) ? 1 : 0);
    if (Math.abs(pull) < 1e-7) return;
    for (let f = 0; f < width; f++) gradient[f] = (gradient[f] as number) + pull * (input[f] as number);
    for (let unit = 0; unit < units; unit++) {
      const at = width + unit * (width + 2);
      const activation = (activations[n] as Float64Array)[unit] as number;
      const inner = pull * (parameters[at + 1] as number) * (1 - activation * activation);
      gradient[at] = (gradient[at] as number) + inner;
      gradient[at + 1] = (gradient[at + 1] as number) + pull * activation;
      for (let f = 0; f < width; f++)
        gradient[at + 2 + f] = (gradient[at + 2 + f] as number) + inner * (input[f] as number);
    }
  });
}

/** Trains the same model from several seeds and joins them into one that gives the mean of their scores: less left to chance. */
export function trainEnsemble(lists: readonly List[], options: TrainingOptions, count: number): Model {
  const models = Array.from({ length: count }, (_, n) => trainModel(lists, { ...options, seed: options.seed + n }));
  const [first] = models;
  if (first === undefined) throw new Error('an ensemble has at least one model');
  return {
    mean: first.mean,
    scale: first.scale,
    direct: first.direct.map((_, f) => models.reduce((sum, { direct }) => sum + (direct[f] ?? 0), 0) / count),
    hidden: models.flatMap(({ hidden }) => hidden.map((unit) => ({ ...unit, out: unit.out / count }))),
  };
}
