import { describe, expect, it } from 'vitest';
import { mcnemar, sideBySide, type Timed } from '../../../src/adapters/cli/eval/side-by-side.ts';
import type { Answer } from '../../../src/core/index.ts';

describe('McNemar’s exact test', () => {
  // Two-sided binomial tests with p = 1/2; of R's binom.test.
  it.each([
    [0, 0, 1],
    [1, 0, 1],
    [5, 5, 1],
    [9, 1, 0.0215],
    [1, 9, 0.0215],
    [21, 2, 0.0001],
    [10, 0, 0.002],
  ])('%d to right, %d to wrong', (toRight, toWrong, p) => expect(mcnemar(toRight, toWrong)).toBeCloseTo(p, 4));
});

describe('two readers side by side', () => {
  const timed = (type: string, isRight: boolean, ms: number, reader?: Answer['reader']): Timed => ({
    answer: { kind: 'answered', ...(reader !== undefined && { reader }) } as Answer,
    verdict: {
      type,
      good: isRight,
      figures: type === 'unanswerable' ? null : { cite1: true, hit1: isRight, hit3: true },
    },
    ms,
  });
  const usage = { model: 'small', ms: 900, tokens: 1_000 };

  it('says what was right, what changed, how long it took and with how many tokens', () => {
    const pairs = [
      { builtIn: timed('who', false, 10), model: timed('who', true, 900, usage) },
      { builtIn: timed('who', true, 20), model: timed('who', true, 800, usage) },
      { builtIn: timed('when', true, 30), model: timed('when', false, 700, usage) },
      { builtIn: timed('unanswerable', false, 40), model: timed('unanswerable', true, 600) },
    ];
    expect(sideBySide(pairs, { name: 'small', faults: { timeout: 1, resting: 2 } })).toEqual([
      '                 built-in  small',
      'first right      2 of 3    2 of 3',
      'refused rightly  0 of 1    1 of 1',
      'all right        2 of 4    3 of 4',
      'p50              20 ms     700 ms',
      'p95              40 ms     900 ms',
      "changed to right 2, to wrong 1 (McNemar's exact test: p = 1.0000)",
      'the model chose for 3 of 4 questions, with 3,000 tokens',
      'no choice came: timeout 1, resting 2',
    ]);
  });

  it('a point that is third is not right', () => {
    const third = {
      ...timed('who', false, 1),
      verdict: { type: 'who', good: true, figures: { cite1: true, hit1: false, hit3: true } },
    };
    const lines = sideBySide([{ builtIn: third, model: third }], { name: 'small', faults: {} });
    expect(lines[1]).toMatch(/^first right +0 of 1 +0 of 1$/u);
    expect(lines.at(-1)).toBe('the model chose for 0 of 1 questions, with 0 tokens');
  });
});
