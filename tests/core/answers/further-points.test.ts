import { describe, expect, test } from 'vitest';

import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  call: {
    paragraphs: [
      '王毅與布林肯通電話。王毅表示，緬甸問題是雙方關係中最重要的問題，外部勢力不容干涉。',
      '王毅重申中方對匈牙利問題的立場，並強調國際社會應妥善解決匈牙利問題。',
    ],
    outlet: '甲報',
    date: '2022-02-02',
    title: '王毅與布林肯通電話',
  },
  visit: {
    paragraphs: [
      '消息人士說，布林肯預計6月18日訪問韓國。',
      '2022年5月，美國參議員哈蘭訪問韓國時，提到一些韓國公司。',
      '布林肯在2022年4月22日強調，美方關切補給任務受阻。',
    ],
    outlet: '乙報',
    date: '2022-06-10',
    title: '布林肯將訪韓國',
  },
});

const quotesOf = async (text: string): Promise<string[]> => (await ask({ text })).points.map(({ quote }) => quote);

describe('a further quote is on what is asked', () => {
  test('of what somebody says of one subject, their words on another add nothing', async () => {
    const quotes = await quotesOf('王毅怎樣說緬甸問題？');
    expect(quotes[0]).toContain('緬甸');
    expect(quotes.filter((quote) => !quote.includes('緬甸'))).toEqual([]);
  });

  test('of the day of one visit, another visitor or another deed adds nothing', async () => {
    const quotes = await quotesOf('布林肯幾時訪問韓國？');
    expect(quotes[0]).toContain('6月18日');
    expect(quotes.filter((quote) => !quote.includes('6月18日'))).toEqual([]);
  });

  test.each(['What happened on 22 April 2022?', '22 April 2022', '2022年4月22日發生甚麼事？', '2022年4月22日'])(
    'of a day alone, of which reports of other days tell: %s',
    async (text) => {
      const answer = await ask({ text });
      expect(answer.kind).toBe('answered');
      expect(answer.points.map(({ quote }) => quote)).toEqual([expect.stringContaining('4月22日')]);
    },
  );

  test('a day of which no report tells is not found, and one of which there are reports lists them', async () => {
    expect((await ask({ text: 'What happened on 23 April 2022?' })).kind).toBe('not-found');
    expect((await ask({ text: 'What happened on 10 June 2022?' })).kind).toBe('listing');
  });
});

const { ask: askOfPermits } = await madeUpArchive({
  before: {
    outlet: '甲報',
    date: '2021-03-01',
    title: '漁船許可逗留期',
    paragraphs: ['漁業處宣布，漁船許可持有人離職後可以逗留一百二十天。處長說，碼頭關閉了三百天。'],
  },
  after: {
    outlet: '乙報',
    date: '2023-06-01',
    title: '漁業處改例',
    paragraphs: ['漁業處改例，漁船許可持有人離職後的逗留期改為二百天，即日生效。'],
  },
});

test('a figure that another report gives otherwise is shown as well, and one that counts something else is not', async () => {
  const { points } = await askOfPermits({ text: '漁船許可持有人離職後可以逗留多少天？' });
  const quotes = points.map(({ quote }) => quote).join('|');
  expect(quotes).toContain('一百二十天');
  expect(quotes).toContain('二百天');
  expect(quotes).not.toContain('|處長說');
});
