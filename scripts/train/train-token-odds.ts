// Trains `TokenOdds` by logistic regression with a penalty on the squares of its weights, one weight after the other by Newton's step.
import {
  oddsOfTokens,
  TOKEN_COVERAGE,
  type TokenOdds,
  type CoveredToken,
} from '../../src/core/reading/features/word-features.ts';

/** One question to learn from. */
export interface TokenExample {
  readonly tokens: readonly CoveredToken[];
  /** 1 or 0. */
  readonly label: number;
  readonly weight: number;
}

export interface TokenOddsOptions {
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

/** The odds of each token at each place; those of the examples without any token are left out, as the trees learn them. */
export function trainTokenOdds(
  examples: readonly TokenExample[],
  { least, caution, sweeps }: TokenOddsOptions,
): TokenOdds {
  const found = new Map<string, number[]>();
  examples.forEach(({ tokens }, i) => {
    for (const [text, place] of tokens) {
      const key = `${text}/${TOKEN_COVERAGE.indexOf(place)}`;
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
      const { label, weight: share } = examples[i] as TokenExample;
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

function tableOf(weights: readonly (readonly [key: string, weight: number])[]): TokenOdds {
  const table: Record<string, number[]> = {};
  for (const [key, weight] of weights) {
    if (weight === 0) continue;
    const at = key.lastIndexOf('/');
    const row = (table[key.slice(0, at)] ??= TOKEN_COVERAGE.map(() => 0));
    row[Number(key.slice(at + 1))] = weight;
  }
  return table;
}

/**
 * What each example's tokens tell by odds that were learnt from those of other folds: who learns from what they tell is not to
 * learn how well a table knows its own examples.
 */
export function oddsFromOthers(
  examples: readonly TokenExample[],
  folds: readonly number[],
  options: TokenOddsOptions,
): number[] {
  const told = examples.map(() => 0);
  for (const fold of new Set(folds)) {
    const odds = trainTokenOdds(
      examples.filter((_, i) => folds[i] !== fold),
      options,
    );
    examples.forEach(({ tokens }, i) => {
      if (folds[i] === fold) told[i] = oddsOfTokens(tokens, odds);
    });
  }
  return told;
}
