// Trains `Trees` by gradient boosting on the log-loss: each tree corrects what those before it leave, grown from its best split on, over
// values that are counted in bins.
import type { Trees } from '../../src/core/reading/scorers.ts';
import { randomFrom } from './train-model.ts';

/** One thing to learn from. */
export interface Example {
  readonly vector: ArrayLike<number>;
  /** 1 or 0. */
  readonly label: number;
  readonly weight: number;
}

export interface TreesOptions {
  readonly rounds: number;
  readonly rate: number;
  /** A tree has no more leaves than this. */
  readonly leaves: number;
  /** A leaf has no fewer examples than this. */
  readonly least: number;
  /** The share of the features that a tree may look at, beside those of `always`, and of the examples that it learns from. */
  readonly features: number;
  readonly always: ReadonlySet<number>;
  readonly examples: number;
  /** Added to what a leaf weighs: the higher, the more cautious its value. */
  readonly caution: number;
  /** How many models, from seeds of their own, are joined into one that gives the mean of their values. */
  readonly models: number;
}

type Tree = Trees['trees'][number];

// Values of a feature are told apart by so many thresholds at the most.
const THRESHOLDS = 62;
const DIGITS = 1e4;

interface Binned {
  readonly count: number;
  readonly width: number;
  /** For each feature, its thresholds, rising: a value is in the bin of the first threshold that it does not exceed. */
  readonly thresholds: readonly number[][];
  /** The bin of example i in feature f at f × count + i. */
  readonly bins: Uint8Array;
}

function binned(examples: readonly Example[]): Binned {
  const count = examples.length;
  const width = examples[0]?.vector.length ?? 0;
  const bins = new Uint8Array(count * width);
  const thresholds = Array.from({ length: width }, (_, f) => {
    const values = Float64Array.from(examples, ({ vector }) => vector[f] ?? 0);
    const own = thresholdsOf(values);
    values.forEach((value, i) => (bins[f * count + i] = binOf(value, own)));
    return own;
  });
  return { count, width, thresholds, bins };
}

// Between neighbouring values, so that each bin has about as many examples as another.
function thresholdsOf(values: Float64Array): number[] {
  const sorted = values.toSorted();
  const found = new Set<number>();
  for (let k = 1; k <= THRESHOLDS; k++) {
    const at = Math.floor((k * sorted.length) / (THRESHOLDS + 1));
    const value = sorted[at] as number;
    let next = at;
    while (next < sorted.length && sorted[next] === value) next += 1;
    if (next < sorted.length) found.add(Math.round(((value + (sorted[next] as number)) / 2) * DIGITS) / DIGITS);
  }
  return [...found].sort((a, b) => a - b);
}

function binOf(value: number, thresholds: readonly number[]): number {
  let [low, high] = [0, thresholds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (thresholds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Sums {
  readonly slope: number;
  readonly curve: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly sums: Sums;
  readonly split: Split | null;
  /** Where its parent names it; null for the root. */
  readonly parent: { readonly at: number; readonly side: 2 | 3 } | null;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** Trains several models and joins them. */
export function trainTrees(examples: readonly Example[], options: TreesOptions): Trees {
  const data = binned(examples);
  const of = (label: number): number =>
    examples.reduce((sum, one) => sum + (one.label === label ? one.weight : 0), 1e-9);
  const start = Math.log(of(1) / of(0));
  const trees = Array.from({ length: options.models }, (_, seed) =>
    new Boosting(data, examples, options).run(start, randomFrom(seed + 1)),
  ).flat();
  const shared = trees.map(({ splits, leaves }) => ({
    splits,
    leaves: leaves.map((value) => Math.round((value / options.models) * 1e5) / 1e5),
  }));
  return { start: Math.round(start * DIGITS) / DIGITS, trees: shared };
}

class Boosting {
  private readonly data: Binned;
  private readonly examples: readonly Example[];
  private readonly options: TreesOptions;
  private readonly slopes: Float64Array;
  private readonly curves: Float64Array;

  constructor(data: Binned, examples: readonly Example[], options: TreesOptions) {
    [this.data, this.examples, this.options] = [data, examples, options];
    this.slopes = new Float64Array(data.count);
    this.curves = new Float64Array(data.count);
  }

  run(start: number, random: () => number): Tree[] {
    const { count, width } = this.data;
    const values = new Float64Array(count).fill(start);
    return Array.from({ length: this.options.rounds }, () => {
      this.examples.forEach(({ label, weight }, i) => {
        const share = 1 / (1 + Math.exp(-(values[i] as number)));
        this.slopes[i] = weight * (share - label);
        this.curves[i] = weight * share * (1 - share);
      });
      const rows = Int32Array.from({ length: count }, (_, i) => i).filter(() => random() < this.options.examples);
      const features = Array.from({ length: width }, (_, f) => f).filter(
        (f) => random() < this.options.features || this.options.always.has(f),
      );
      const tree = this.grow(rows, features);
      for (let i = 0; i < count; i++) values[i] = (values[i] as number) + this.valueOf(tree, i);
      return tree;
    });
  }

  private grow(rows: Int32Array, features: readonly number[]): Tree {
    const leafOf = (own: Int32Array, parent: Leaf['parent']): Leaf => {
      const sums = this.sumsOf(own);
      return { rows: own, sums, split: this.bestSplit(own, sums, features), parent };
    };
    const open: Leaf[] = [leafOf(rows, null)];
    const splits: [number, number, number, number][] = [];
    while (open.length < this.options.leaves) {
      const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
      if (best.split === null) break;
      const { feature, bin } = best.split;
      const at = splits.length;
      splits.push([feature, this.data.thresholds[feature]?.[bin] ?? 0, 0, 0]);
      if (best.parent !== null) (splits[best.parent.at] as number[])[best.parent.side] = at;
      const from = feature * this.data.count;
      const isLeft = (i: number): boolean => (this.data.bins[from + i] as number) <= bin;
      open.splice(
        open.indexOf(best),
        1,
        leafOf(best.rows.filter(isLeft), { at, side: 2 }),
        leafOf(
          best.rows.filter((i) => !isLeft(i)),
          { at, side: 3 },
        ),
      );
    }
    const leaves = open.map(({ sums, parent }, leaf) => {
      if (parent !== null) (splits[parent.at] as number[])[parent.side] = ~leaf;
      return (-sums.slope / (sums.curve + this.options.caution)) * this.options.rate;
    });
    return { splits, leaves };
  }

  private sumsOf(rows: Int32Array): Sums {
    let [slope, curve] = [0, 0];
    for (const i of rows) {
      slope += this.slopes[i] as number;
      curve += this.curves[i] as number;
    }
    return { slope, curve };
  }

  private bestSplit(rows: Int32Array, all: Sums, features: readonly number[]): Split | null {
    let best: Split | null = null;
    const { least } = this.options;
    if (rows.length < 2 * least) return null;
    const slopes = new Float64Array(THRESHOLDS + 1);
    const curves = new Float64Array(THRESHOLDS + 1);
    const counts = new Int32Array(THRESHOLDS + 1);
    const whole = this.worth(all.slope, all.curve);
    for (const feature of features) {
      [slopes, curves, counts].forEach((one) => one.fill(0));
      const from = feature * this.data.count;
      for (const i of rows) {
        const bin = this.data.bins[from + i] as number;
        slopes[bin] = (slopes[bin] as number) + (this.slopes[i] as number);
        curves[bin] = (curves[bin] as number) + (this.curves[i] as number);
        counts[bin] = (counts[bin] as number) + 1;
      }
      let [slope, curve, count] = [0, 0, 0];
      for (let bin = 0; bin < (this.data.thresholds[feature]?.length ?? 0); bin++) {
        slope += slopes[bin] as number;
        curve += curves[bin] as number;
        count += counts[bin] as number;
        if (count < least || rows.length - count < least) continue;
        const gain = this.worth(slope, curve) + this.worth(all.slope - slope, all.curve - curve) - whole;
        if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain };
      }
    }
    return best;
  }

  private worth(slope: number, curve: number): number {
    return (slope * slope) / (curve + this.options.caution);
  }

  // As `treesScorerOf` does, over bins: a threshold's bin holds all that does not exceed it.
  private valueOf({ splits, leaves }: Tree, i: number): number {
    let at = splits.length === 0 ? -1 : 0;
    while (at >= 0) {
      const [feature, threshold, left, right] = splits[at] as readonly [number, number, number, number];
      at = (this.examples[i]?.vector[feature] ?? 0) <= threshold ? left : right;
    }
    return leaves[~at] ?? 0;
  }
}
