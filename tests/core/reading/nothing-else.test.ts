import { expect, test } from 'vitest';

import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  talks: {
    title: '布林肯與王毅會談',
    date: '2022-05-02',
    paragraphs: [
      '布林肯和王毅周六在青嶼會談，談了七個小時。',
      '布林肯介紹了援助渡輪公司的計劃。王毅說，渡輪應當盡快復航。',
      '布林肯周日前往白汀，看了那裡的碼頭。',
    ],
  },
});

// Each names somebody whom the report has, and asks what it does not tell of them.
test.each(['Where was Blinken born?', '布林肯在哪裡出生？', '王毅的太太是誰？', 'Who is Wang Yi’s wife?'])(
  'a name alone is no answer: %s',
  async (text) => expect((await ask({ text })).kind).toBe('not-found'),
);

test.each([
  ['王毅怎樣說渡輪？', '盡快復航'],
  ['布林肯和王毅談了多久？', '七個小時'],
  ['布林肯周日去了哪裡？', '白汀'],
])('a name with something else is: %s', async (text, told) =>
  expect((await ask({ text })).points[0]?.quote).toContain(told),
);
