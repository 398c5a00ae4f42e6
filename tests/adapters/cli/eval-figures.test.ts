import { expect, test } from 'vitest';
import { figuresOf, type Judged } from '../../../src/adapters/cli/eval/figures.ts';
import type { Answer } from '../../../src/core/index.ts';

const judged = (confidence: number, hit1: boolean | null, kind: Answer['kind'] = 'answered'): Judged => ({
  verdict: {
    type: hit1 === null ? 'unanswerable' : 'fact',
    good: hit1 === true,
    figures: hit1 === null ? null : { cite1: hit1, hit1, hit3: hit1 },
  },
  // Of an answer no more is looked at.
  answer: { kind, confidence, points: [] } as unknown as Answer,
});

const reliabilityOf = (all: readonly Judged[]): string | undefined =>
  figuresOf(all, 1).find((line) => line.startsWith('confidence'));

test('answers are counted by how sure the program was, right ones among all', () =>
  expect(reliabilityOf([judged(0.52, false), judged(0.85, true), judged(0.89, false), judged(1, true)])).toBe(
    'confidence, right first: 0.5-0.6 0/1  0.8-0.9 1/2  0.9-1.0 1/1',
  ));

test('an answer to what has none is wrong', () =>
  expect(reliabilityOf([judged(0.95, true), judged(0.95, null)])).toBe('confidence, right first: 0.9-1.0 1/2'));

test('what is refused is no answer, however sure', () =>
  expect(reliabilityOf([judged(0.95, false, 'not-found')])).toBeUndefined());
