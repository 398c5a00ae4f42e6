// Trains `PieceOdds` by logistic regression with a penalty on the squares of its weights, one weight after the other by Newton's step.
import {
  oddsOfPieces,
  PLACES,
  type PieceOdds,
  type PlacedPiece,
} from '../../src/core/reading/features/word-features.ts';

/** One question to learn from. */
export interface PlacedExample {
  readonly pieces: readonly PlacedPiece[];
  /** 1 or 0. */
  readonly label: number;
  readonly weight: number;
}

export interface PiecesOptions {
  /** What stands at a place in fewer questions than this is passed over. */
  readonly least: number;
  /** The penalty on half the square of each weight. */
  readonly caution: number;
  /** How often all weights are gone through. */
  readonly sweeps: number;
}

// No step is longer: far from the best weights Newton's may go anywhere.
const LONGEST_STEP = 1;
const DIGITS = 1e2;

/** The odds of each piece at each place; those of the examples without any piece are left out, as the trees learn them. */
export function trainPieces(examples: readonly PlacedExample[], { least, caution, sweeps }: PiecesOptions): PieceOdds {
  const found = new Map<string, number[]>();
  examples.forEach(({ pieces }, i) => {
    for (const [text, place] of pieces) {
      const key = `${text}/${PLACES.indexOf(place)}`;
      const list = found.get(key);
      if (list === undefined) found.set(key, [i]);
      else if (list.at(-1) !== i) list.push(i);
    }
  });
  const features = [...found].filter(([, { length }]) => length >= least);
  const odds = new Float64Array(examples.length);
  // What a weight's step does to the odds of the examples that have it.
  const step = (own: readonly number[], weight: number, penalty: number): number => {
    let [slope, bend] = [penalty * weight, penalty];
    for (const i of own) {
      const { label, weight: share } = examples[i] as PlacedExample;
      const likely = 1 / (1 + Math.exp(-(odds[i] as number)));
      slope += share * (likely - label);
      bend += share * likely * (1 - likely);
    }
    const change = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / (bend || 1)));
    for (const i of own) odds[i] = (odds[i] as number) + change;
    return weight + change;
  };
  const weights = new Float64Array(features.length);
  const all = [...examples.keys()];
  let start = 0;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    start = step(all, start, 0);
    features.forEach(([, own], f) => (weights[f] = step(own, weights[f] as number, caution)));
  }
  return tableOf(features.map(([key], f) => [key, Math.round((weights[f] as number) * DIGITS) / DIGITS]));
}

function tableOf(weights: readonly (readonly [key: string, weight: number])[]): PieceOdds {
  const table: Record<string, number[]> = {};
  for (const [key, weight] of weights) {
    if (weight === 0) continue;
    const at = key.lastIndexOf('/');
    const row = (table[key.slice(0, at)] ??= PLACES.map(() => 0));
    row[Number(key.slice(at + 1))] = weight;
  }
  return table;
}

/**
 * What each example's pieces tell by odds that were learnt from those of other folds: who learns from what they tell is not to
 * learn how well a table knows its own examples.
 */
export function oddsFromOthers(
  examples: readonly PlacedExample[],
  folds: readonly number[],
  options: PiecesOptions,
): number[] {
  const told = examples.map(() => 0);
  for (const fold of new Set(folds)) {
    const odds = trainPieces(
      examples.filter((_, i) => folds[i] !== fold),
      options,
    );
    examples.forEach(({ pieces }, i) => {
      if (folds[i] === fold) told[i] = oddsOfPieces(pieces, odds);
    });
  }
  return told;
}
