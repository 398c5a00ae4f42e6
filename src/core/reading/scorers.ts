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

// So many hidden units, and so many vectors, are summed side by side: one sum alone waits for itself at every feature.
const UNITS = 4;
const VECTORS = 2;

// No feature counts for more than this many standard deviations, so that text of an unknown kind is not judged by one of them.
const MOST_DEVIATIONS = 4;

/**
 * A vector in standard deviations from the mean, each at most `MOST_DEVIATIONS`; written into `standard` where that is given.
 * @internal also for the scripts that train
 */
export function standardise(
  { mean, scale }: { readonly mean: ArrayLike<number>; readonly scale: ArrayLike<number> },
  vector: ArrayLike<number>,
  standard = new Float64Array(mean.length),
): Float64Array {
  for (let f = 0; f < standard.length; f++) {
    const value = ((vector[f] ?? 0) - (mean[f] ?? 0)) / (scale[f] ?? 1);
    standard[f] = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, value));
  }
  return standard;
}

/** Makes what gives a model's value for a vector: a log-odds, or one up to a constant, as it was trained. @internal also for the scripts that train */
export function scorerOf(model: Model): (vector: ArrayLike<number>) => number {
  const scores = scoresBy(model);
  return (vector) => scores([vector])[0] ?? 0;
}

/**
 * The same for many vectors. Every four units are read for all of them before the next four: those stay in the nearest memory,
 * which all units together outgrow.
 */
export function scoresBy(model: Model): (vectors: readonly ArrayLike<number>[]) => number[] {
  const direct = Float64Array.from(model.direct);
  const size = direct.length;
  // A unit that counts for nothing changes nothing: some have learnt to be silent, and some are put in to make fours.
  const heard = model.hidden.filter(({ out }) => out !== 0);
  const spare = (UNITS - (heard.length % UNITS)) % UNITS;
  const hidden = [...heard, ...Array.from({ length: spare }, () => ({ bias: 0, out: 0, weights: [] }))];
  const fours = Array.from({ length: hidden.length / UNITS }, (_, at) =>
    fourOf(hidden.slice(at * UNITS, (at + 1) * UNITS), size),
  );
  return (vectors) => {
    // With one more where they are odd, which is not looked at.
    const count = Math.ceil(vectors.length / VECTORS) * VECTORS;
    const standard = new Float64Array(count * size);
    const totals = new Float64Array(count);
    vectors.forEach((vector, v) => {
      const own = standardise(model, vector, standard.subarray(v * size, (v + 1) * size));
      let total = 0;
      for (let f = 0; f < size; f++) total += (own[f] as number) * (direct[f] as number);
      totals[v] = total;
    });
    for (const four of fours) addFour(four, standard, totals);
    return Array.from(totals.subarray(0, vectors.length));
  };
}

// Four hidden units.
interface Four {
  readonly weights: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly biases: Float64Array;
  readonly outs: Float64Array;
}

function fourOf(units: Model['hidden'], size: number): Four {
  const weights = units.map((unit) => {
    const own = new Float64Array(size);
    own.set(unit.weights);
    return own;
  }) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return {
    weights,
    biases: Float64Array.from(units, ({ bias }) => bias),
    outs: Float64Array.from(units, ({ out }) => out),
  };
}

// Adds to the totals of standardised vectors, an even number of them, what four units make of each.
function addFour({ weights, biases, outs }: Four, standard: Float64Array, totals: Float64Array): void {
  const [first, second, third, fourth] = weights;
  const size = first.length;
  const fired = (unit: number, sum: number): number => (outs[unit] as number) * Math.tanh(sum);
  for (let v = 0; v < totals.length; v += VECTORS) {
    const at = v * size;
    const next = at + size;
    let a = biases[0] as number;
    let b = biases[1] as number;
    let c = biases[2] as number;
    let d = biases[3] as number;
    let e = a;
    let g = b;
    let h = c;
    let k = d;
    for (let f = 0; f < size; f++) {
      const one = standard[at + f] as number;
      const other = standard[next + f] as number;
      const w = first[f] as number;
      const x = second[f] as number;
      const y = third[f] as number;
      const z = fourth[f] as number;
      a += one * w;
      b += one * x;
      c += one * y;
      d += one * z;
      e += other * w;
      g += other * x;
      h += other * y;
      k += other * z;
    }
    totals[v] = (totals[v] as number) + fired(0, a) + fired(1, b) + fired(2, c) + fired(3, d);
    totals[v + 1] = (totals[v + 1] as number) + fired(0, e) + fired(1, g) + fired(2, h) + fired(3, k);
  }
}

/** Decision trees whose values are added up, beginning with `start`. */
export interface Trees {
  readonly start: number;
  readonly trees: readonly {
    /**
     * The feature, the threshold, where to go on with a value up to it, where with a higher one: at another split of the tree, or, from
     * −1 down, at leaf 0 and so on. The first one is the root.
     */
    readonly splits: readonly (readonly [feature: number, threshold: number, left: number, right: number])[];
    readonly leaves: readonly number[];
  }[];
}

/** Makes what gives the trees' value for a vector: the log-odds that they were trained for. */
export function treesScorerOf({ start, trees }: Trees): (vector: ArrayLike<number>) => number {
  const [roots, features, thresholds, children, leaves]: number[][] = [[], [], [], [], []] as const;
  for (const tree of trees) {
    const [split, leaf] = [features.length, leaves.length];
    const placed = (child: number): number => (child < 0 ? child - leaf : child + split);
    roots.push(tree.splits.length === 0 ? ~leaf : split);
    for (const [feature, threshold, left, right] of tree.splits) {
      features.push(feature);
      thresholds.push(threshold);
      children.push(placed(left), placed(right));
    }
    leaves.push(...tree.leaves);
  }
  return (vector) =>
    roots.reduce((sum, root) => {
      let at = root;
      while (at >= 0) {
        const isHigher = (vector[features[at] as number] ?? 0) > (thresholds[at] as number);
        at = children[2 * at + (isHigher ? 1 : 0)] as number;
      }
      return sum + (leaves[~at] as number);
    }, start);
}

/** Turns scores into probabilities that make 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - top));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}
