import { expect, test } from 'vitest';

import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  talks: {
    outlet: '甲報',
    date: '2022-04-02',
    title: '王毅與布林肯談漁業',
    paragraphs: [
      '王毅與布林肯周六在日內瓦討論漁業，美國和中國都派出專家。',
      '王毅說，漁業問題關乎漁民生計。',
      '布林肯稱讚日本的漁業政策，並已向中國講明美國的立場。',
    ],
  },
});

// What somebody is asked to have done by words of its own is not answered by what else is told of them.
test.each([
  '王毅有沒有讚揚美國？',
  '王毅有冇讚美國？',
  '王毅有沒有感謝布林肯？',
  'Did Wang Yi praise the United States?',
  'Did China apologise?',
])('nothing says so: %s', async (text) => expect(await ask({ text })).toMatchObject({ kind: 'not-found', points: [] }));

test.each(['布林肯有沒有讚揚日本？', '布林肯有冇讚日本？', 'Did Blinken praise Japan?'])('said: %s', async (text) =>
  expect((await ask({ text })).points[0]?.quote).toContain('稱讚日本'),
);
