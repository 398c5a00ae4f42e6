import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runCli } from '../../../src/adapters/cli/program.ts';
import type { Ask } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { fakeContext } from '../../support/fake-context.ts';

const articles = [fakeArticle('one', ['A fact.'])];
const question = (id: number): string => `${JSON.stringify({ id, question: `question ${id}` })}\n`;

it('goes on after a fault of the program, says on which line it was, and fails in the end', async () => {
  const ask: Ask = async ({ text }) => {
    if (text === 'question 1') throw new Error('secret detail');
    return fakeAnswer(articles);
  };
  const stdout = new PassThrough({ encoding: 'utf8' });
  const stdin = Readable.from([question(1), question(2)], { objectMode: false });
  expect(await runCli(['ask', '--batch'], fakeContext({ ask, articles, stdin, stdout }))).toBe(1);
  const [first, second] = String(stdout.read()).split('\n');
  expect(JSON.parse(first ?? '')).toEqual({
    id: 1,
    kind: 'rejected',
    reason: expect.stringMatching(/^Line 1: a fault/),
  });
  expect(JSON.parse(second ?? '')).toMatchObject({ id: 2, kind: 'answered' });
});

it('asks no further while nobody reads the answers', async () => {
  const COUNT = 500;
  let asked = 0;
  const ask: Ask = async () => {
    asked += 1;
    return fakeAnswer(articles);
  };
  const stdout = new PassThrough({ highWaterMark: 1000 });
  const stdin = Readable.from(
    Array.from({ length: COUNT }, (_, id) => question(id)),
    { objectMode: false },
  );
  const run = runCli(['ask', '--batch', '-'], fakeContext({ ask, articles, stdin, stdout }));
  await once(stdout, 'readable');
  for (let turn = 0; turn < 100; turn++) await nextTurn();
  expect(asked).toBeLessThan(20);
  stdout.resume();
  expect(await run).toBe(0);
  expect(asked).toBe(COUNT);
});
