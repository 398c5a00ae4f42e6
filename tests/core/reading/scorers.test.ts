import { expect, test } from 'vitest';

import { type Model, type Trees, scorerOf, scoresBy, treesScorerOf } from '../../../src/core/reading/scorers.ts';

const unit = (bias: number, out: number, weights: readonly number[]): Model['hidden'][number] => ({
  bias,
  out,
  weights,
});

// Five units are heard, which is one more than are summed at a time; the one in the middle is silent.
const model: Model = {
  mean: [1, 0.5, -2],
  scale: [2, 0.25, 1],
  direct: [0.3, -0.2, 0.1],
  hidden: [
    unit(0.1, 0.7, [0.2, 0.1, -0.3]),
    unit(-0.4, -0.6, [0.5, -0.2, 0.1]),
    unit(0.9, 0, [9, 9, 9]),
    unit(0, 0.25, [-0.1, 0.4, 0.2]),
    unit(0.2, 1.5, [0.3, 0.3, -0.6]),
    unit(-0.1, -0.8, [0.7, -0.5, 0.05]),
  ],
};

test.each([
  [
    [2, 0.75, -1],
    [0.5, 1, 1],
  ],
  // Four standard deviations are the most that a feature counts for.
  [
    [101, 0.5, -90],
    [4, 0, -4],
  ],
])('a model sums its weights and what its hidden units make of %j', (vector, standard) => {
  const sum = (weights: readonly number[]): number =>
    weights.reduce((all, weight, f) => all + weight * (standard[f] ?? 0), 0);
  const expected = model.hidden.reduce(
    (all, { bias, out, weights }) => all + out * Math.tanh(bias + sum(weights)),
    sum(model.direct),
  );
  expect(scorerOf(model)(vector)).toBeCloseTo(expected, 12);
});

test('a score is the same whatever was scored before', () => {
  const score = scorerOf(model);
  const first = score([2, 0.75, -1]);
  score([5, 5, 5]);
  expect(score([2, 0.75, -1])).toBe(first);
});

test('a model without hidden units is its weights', () => {
  expect(scorerOf({ ...model, hidden: [] })([3, 0.5, -2])).toBeCloseTo(0.3, 12);
});

test.each([0, 1, 2, 3, 8])('%i vectors together have each the score that it has alone', (count) => {
  const vectors = Array.from({ length: count }, (_, v) => [v - 2, v / 8, 1 - v]);
  expect(scoresBy(model)(vectors)).toEqual(vectors.map(scorerOf(model)));
});

// Of the first tree a value at a threshold goes left; its second split stands below its first; the last tree has no split at all.
const trees: Trees = {
  start: -0.5,
  trees: [
    {
      splits: [
        [0, 1, -1, 1],
        [2, -0.5, -2, -3],
      ],
      leaves: [0.1, 0.2, 0.4],
    },
    { splits: [[1, 0, -2, -1]], leaves: [1, 2] },
    { splits: [], leaves: [0.05] },
  ],
};

test.each([
  [[1, 1, 9], -0.5 + 0.1 + 1 + 0.05],
  [[1.01, 0, -0.5], -0.5 + 0.2 + 2 + 0.05],
  [[2, -3, 0], -0.5 + 0.4 + 2 + 0.05],
  // What a vector lacks is nothing.
  [[], -0.5 + 0.1 + 2 + 0.05],
])('trees add up the leaves that %j comes to', (vector, expected) => {
  expect(treesScorerOf(trees)(vector)).toBeCloseTo(expected, 12);
});
