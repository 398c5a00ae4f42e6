import { expect, it } from 'vitest';
import type { Ask } from '../../../src/core/index.ts';
import { liveHeap } from '../../support/live-heap.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { startedBot } from '../../support/telegram-harness.ts';
import { person } from '../../support/telegram-people.ts';
import { telegramServer } from '../../support/telegram-server.ts';

const USERS = 50;
const ROUNDS = 40;
/** The share of requests that go wrong, in each of three ways. */
const FAULTY = 0.03;
/** Bytes; what 1,500 questions may leave behind: nothing but noise. */
const GROWTH = 3_000_000;

// The same numbers in every run: mulberry32.
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('2,000 questions of 50 people, while requests fail, are each answered once, and leave nothing behind', async () => {
  const server = await telegramServer();
  const chance = random(2023);
  server.onRequest((method) => {
    const drawn = method === 'getMe' ? 1 : chance();
    if (drawn < FAULTY) return 'reset';
    if (drawn < FAULTY * 2) return { code: 502 };
    return drawn < FAULTY * 3 ? { code: 429, parameters: { retry_after: 0 } } : null;
  });
  // Some answers come at once, some later.
  const ask: Ask = async ({ text }) => {
    for (let turns = Math.floor(chance() * 5); turns > 0; turns--) await new Promise((turn) => setImmediate(turn));
    return fakeAnswer([fakeArticle('article', [`An answer to ${text}.`])]);
  };
  const { bot } = await startedBot(server, { ask });
  const people = Array.from({ length: USERS }, () => person(server));
  const answers = new Map<string, number>();
  const heaps: number[] = [];

  const count = (): void => {
    for (const { method, status, payload } of server.requests) {
      const question =
        method === 'sendMessage' && status === 200 ? /An answer to (\S+)\./.exec(String(payload['text'])) : null;
      if (question?.[1] !== undefined) answers.set(question[1], (answers.get(question[1]) ?? 0) + 1);
    }
    server.forget();
  };

  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(people.map((each) => each.says(`${each.id}-${round}?`)));
    count();
    if (round % 10 === 9) heaps.push(liveHeap());
  }
  await bot.stop();
  // What came behind the last answer.
  count();
  await server.close();

  const asked = people.flatMap(({ id }) => Array.from({ length: ROUNDS }, (_, round) => `${id}-${round}?`));
  expect(asked.filter((question) => answers.get(question) !== 1)).toEqual([]);
  expect(answers.size).toBe(USERS * ROUNDS);
  expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(GROWTH);
  expect(server.complaints).toEqual([]);
});
