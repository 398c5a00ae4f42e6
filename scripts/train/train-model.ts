// Trains a `Model` by Adam with weight decay and dropped features, so that the right items of each list come first (softmax over the
// list, log-likelihood of the right ones together).
import { standardise, type Model } from '../../src/core/reading/scorers.ts';

/** One list of candidates: a question's. */
export interface List {
  readonly items: readonly ArrayLike<number>[];
  /** Parallel to `items`: 1 right, 0 wrong. */
  readonly labels: readonly number[];
  readonly weight: number;
}

export interface TrainingOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** This share of the features is left out of each step, so that none is leant on alone. */
  readonly dropped: number;
  /** How many models, from seeds of their own, are joined into one. */
  readonly models: number;
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

interface Prepared {
  readonly inputs: readonly Float64Array[];
  readonly labels: readonly number[];
  readonly weight: number;
}

/** Trains several models and joins them into one that gives the mean of their scores: less is left to chance. */
export function trainModel(lists: readonly List[], options: TrainingOptions): Model {
  const usable = lists.filter(({ items, labels }) => items.length > 1 && labels.some((label) => label > 0));
  const standard = standardisation(usable);
  const prepared = usable.map(({ items, labels, weight }): Prepared => ({
    inputs: items.map((item) => standardise(standard, item)),
    labels,
    weight,
  }));
  const models = Array.from({ length: options.models }, (_, seed) => trainOne(prepared, seed + 1, options));
  const width = standard.mean.length;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    mean: standard.mean.map(round),
    scale: standard.scale.map(round),
    direct: Array.from({ length: width }, (_, f) =>
      round(models.reduce((sum, parameters) => sum + (parameters[f] ?? 0), 0) / models.length),
    ),
    hidden: models.flatMap((parameters) =>
      Array.from({ length: options.hidden }, (_, unit) => {
        const at = width + unit * (width + 2);
        return {
          bias: round(parameters[at] ?? 0),
          out: round((parameters[at + 1] ?? 0) / models.length),
          weights: Array.from(parameters.subarray(at + 2, at + 2 + width), round),
        };
      }),
    ),
  };
}

function standardisation(lists: readonly List[]): { mean: number[]; scale: number[] } {
  const items = lists.flatMap((list) => list.items as ArrayLike<number>[]);
  const width = items[0]?.length ?? 0;
  const [sum, squares] = [new Float64Array(width), new Float64Array(width)];
  for (const item of items)
    for (let f = 0; f < width; f++) {
      sum[f] = (sum[f] as number) + (item[f] as number);
      squares[f] = (squares[f] as number) + (item[f] as number) ** 2;
    }
  const mean = Array.from(sum, (value) => value / items.length);
  const scale = Array.from(
    squares,
    (value, f) => Math.sqrt(Math.max(1e-6, value / items.length - (mean[f] ?? 0) ** 2)) + 1e-3,
  );
  return { mean, scale };
}

const BATCH = 64;

// The parameters: direct [width], then for each unit: bias, out, weights [width].
function trainOne(lists: readonly Prepared[], seed: number, options: TrainingOptions): Float64Array {
  const width = lists[0]?.inputs[0]?.length ?? 0;
  const random = randomFrom(seed);
  const parameters = new Float64Array(width + options.hidden * (width + 2));
  for (let i = width; i < parameters.length; i++) parameters[i] = (random() - 0.5) * 0.2;
  const [gradient, first, second] = [parameters, parameters, parameters].map(({ length }) => new Float64Array(length));
  if (gradient === undefined || first === undefined || second === undefined) return parameters;
  const order = lists.map((_, i) => i);
  const kept = new Float64Array(width);
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const rate = options.rate * (1 - epoch / options.epochs);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      gradient.fill(0);
      for (let f = 0; f < width; f++) kept[f] = random() < options.dropped ? 0 : 1 / (1 - options.dropped);
      for (const index of batch) accumulate(lists[index] as Prepared, { parameters, gradient, kept, options });
      step += 1;
      for (let p = 0; p < parameters.length; p++) {
        const g = (gradient[p] as number) / batch.length + options.decay * (parameters[p] as number);
        first[p] = 0.9 * (first[p] as number) + 0.1 * g;
        second[p] = 0.999 * (second[p] as number) + 0.001 * g * g;
        const corrected = (first[p] as number) / (1 - 0.9 ** step);
        const size = Math.sqrt((second[p] as number) / (1 - 0.999 ** step)) + 1e-8;
        parameters[p] = (parameters[p] as number) - (rate * corrected) / size;
      }
    }
  }
  return parameters;
}

interface Step {
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;
  readonly kept: Float64Array;
  readonly options: TrainingOptions;
}

function accumulate({ inputs, labels, weight }: Prepared, { parameters, gradient, kept, options }: Step): void {
  const width = kept.length;
  const size = width + 2;
  const dropped = inputs.map((input) => input.map((value, f) => value * (kept[f] as number)));
  const activations = new Float64Array(inputs.length * options.hidden);
  const scores = dropped.map((input, n) => {
    let total = dot(input, parameters, 0);
    for (let unit = 0; unit < options.hidden; unit++) {
      const at = width + unit * size;
      const activation = Math.tanh((parameters[at] as number) + dot(input, parameters, at + 2));
      activations[n * options.hidden + unit] = activation;
      total += activation * (parameters[at + 1] as number);
    }
    return total;
  });
  const pulls = pullsOf(scores, labels);
  dropped.forEach((input, n) => {
    const pull = weight * (pulls[n] ?? 0);
    // What is as good as right teaches nothing and takes as long.
    if (Math.abs(pull) < LEAST_PULL) return;
    add(gradient, 0, { of: input, times: pull });
    for (let unit = 0; unit < options.hidden; unit++) {
      const at = width + unit * size;
      const activation = activations[n * options.hidden + unit] as number;
      const inner = pull * (parameters[at + 1] as number) * (1 - activation * activation);
      gradient[at] = (gradient[at] as number) + inner;
      gradient[at + 1] = (gradient[at + 1] as number) + pull * activation;
      add(gradient, at + 2, { of: input, times: inner });
    }
  });
}

const LEAST_PULL = 1e-3;

function dot(input: Float64Array, parameters: Float64Array, at: number): number {
  let sum = 0;
  for (let f = 0; f < input.length; f++) sum += (input[f] as number) * (parameters[at + f] as number);
  return sum;
}

function add(to: Float64Array, at: number, { of, times }: { readonly of: Float64Array; readonly times: number }): void {
  for (let f = 0; f < of.length; f++) to[at + f] = (to[at + f] as number) + times * (of[f] as number);
}

// The slope of the loss by each score.
function pullsOf(scores: readonly number[], labels: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const right = powers.reduce((sum, power, n) => sum + power * (labels[n] ?? 0), 0) || 1;
  return powers.map((power, n) => power / all - (power * (labels[n] ?? 0)) / right);
}
