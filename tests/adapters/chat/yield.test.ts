import { expect, it } from 'vitest';
import { createYield } from '../../../src/adapters/chat/yield.ts';

it('callers go on in order, with other events between them', async () => {
  const turn = createYield();
  const events: string[] = [];
  const other = (): void => {
    events.push('other');
    if (events.length < 12) setImmediate(other);
  };
  setImmediate(other);
  const caller = async (name: string): Promise<void> => {
    await turn();
    events.push(name);
  };
  await Promise.all(['a', 'b', 'c'].map(caller));
  expect(events.filter((event) => event !== 'other')).toEqual(['a', 'b', 'c']);
  expect(events.join(' ')).toMatch(/a (?:other )+b (?:other )+c/);
});
