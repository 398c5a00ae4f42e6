import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../../src/adapters/chat/throttle.ts';

describe('a pace', () => {
  it('lets a burst go at once, then one as each leaves the stretch', () => {
    let now = 0;
    const { next } = createThrottle({ messages: 2, ms: 1000 }, () => now);
    expect([next('a'), next('a'), next('a'), next('a'), next('a')]).toEqual([0, 0, 1000, 1000, 2000]);
    now = 2500;
    expect([next('a'), next('a')]).toEqual([0, 500]);
  });

  it('is kept for each key', () => {
    const { next } = createThrottle({ messages: 1, ms: 1000 }, () => 0);
    expect([next('a'), next('b'), next('a')]).toEqual([0, 0, 1000]);
  });

  it('is never exceeded in any stretch, and served in order', () => {
    const gaps = fc.array(fc.nat(700), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (all, messages) => {
        let now = 0;
        const { next } = createThrottle({ messages, ms: 1000 }, () => now);
        const times = all.map((gap) => {
          now += gap;
          return now + next('a');
        });
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const [at, time] of times.entries()) {
          const earlier = times[at - messages] ?? Number.NEGATIVE_INFINITY;
          expect(time - earlier).toBeGreaterThanOrEqual(1000);
        }
      }),
    );
  });
});
