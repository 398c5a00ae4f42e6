import { expect, test } from 'vitest';

import { createAsk, createLibrary, parseOutlets, type Library } from '../../src/core/index.ts';
import { fakeArticle } from '../support/fake-library.ts';
import { shippedNames } from '../support/shipped-data.ts';

const whole = await createLibrary(
  [fakeArticle('lamp', ['燈塔山隧道每日有三萬輛車。']), fakeArticle('quay', ['碼頭的渡輪已停航三日。'])],
  shippedNames(),
);

/** An archive of which a part does not answer while `isDown`. */
const archive = (isDown: () => boolean): Library => ({
  ...whole,
  index: {
    ...whole.index,
    search: async (...given) => ({ ...(await whole.index.search(...given)), isPartial: isDown() }),
  },
});

test.each([
  ['燈塔山隧道每日有多少輛車？', 'answered'],
  ['火星上有多少座工廠？', 'not-found'],
  ['各家媒體怎樣報道燈塔山隧道？', 'comparison'],
])('%s: an answer says that part of the archive did not answer', async (text, kind) => {
  const answer = await createAsk(
    archive(() => true),
    parseOutlets(''),
  )({ text });
  expect([answer.kind, answer.partial]).toEqual([kind, true]);
});

test('it does not where all of it did, nor where nothing was looked up', async () => {
  const complete = createAsk(
    archive(() => false),
    parseOutlets(''),
  );
  expect(await complete({ text: '燈塔山隧道每日有多少輛車？' })).not.toHaveProperty('partial');
  const greeting = await createAsk(
    archive(() => true),
    parseOutlets(''),
  )({ text: '你好' });
  expect(greeting.kind).toBe('greeting');
  expect(greeting).not.toHaveProperty('partial');
});

test('one question knows nothing of another', async () => {
  let isDown = true;
  const ask = createAsk(
    archive(() => isDown),
    parseOutlets(''),
  );
  expect((await ask({ text: '燈塔山隧道每日有多少輛車？' })).partial).toBe(true);
  isDown = false;
  expect((await ask({ text: '燈塔山隧道每日有多少輛車？' })).partial).toBeUndefined();
});

test('"no more" says it too', async () => {
  const answer = await createAsk(
    archive(() => true),
    parseOutlets(''),
  )({ text: '燈塔山隧道每日有多少輛車？', offset: 50 });
  expect(answer).toMatchObject({ kind: 'not-found', reason: { code: 'no-more' }, partial: true });
});
