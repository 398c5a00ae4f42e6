import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/adapters/chat/rate-limit.ts';

function limited({ keys = 10 } = {}) {
  let now = 0;
  const limit = createRateLimit({ burst: 2, perSecond: 0.5, keys, now: () => now });
  return { take: (key: string) => limit.take(key), pass: (ms: number) => void (now += ms) };
}

describe('a rate limit', () => {
  it('grants a burst, then says how long to wait', () => {
    const { take } = limited();
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 2000]);
  });

  it('grants again after the wait it named, and not a moment before', () => {
    const { take, pass } = limited();
    take('a');
    take('a');
    pass(1999);
    expect(take('a')).toBe(1);
    pass(1);
    expect([take('a'), take('a')]).toEqual([0, 2000]);
  });

  it('never saves up more than a burst', () => {
    const { take, pass } = limited();
    take('a');
    pass(3_600_000);
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 2000]);
  });

  it('counts each key for itself', () => {
    const { take } = limited();
    take('a');
    take('a');
    expect([take('a') > 0, take('b')]).toEqual([true, 0]);
  });

  it('remembers so many keys, and forgets the one that was quiet for longest', () => {
    const { take } = limited({ keys: 2 });
    for (const key of ['a', 'a', 'b', 'b', 'a', 'c']) take(key);
    expect([take('a') > 0, take('b')]).toEqual([true, 0]);
  });
});
