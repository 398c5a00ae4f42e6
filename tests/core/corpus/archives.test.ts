import { describe, expect, test } from 'vitest';

import { readCorpus } from '../../../src/core/corpus/read-corpus.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

// Twelve kinds of archive, each with the habits of real ones and with invented text.
const knowledge = shippedKnowledge();

const EXPECTED: Readonly<Record<string, readonly Partial<Article>[]>> = {
  jekyll: [
    {
      title: '港口會談推遲一周',
      date: '2018-01-15',
      outlet: '眾新聞',
      url: 'https://www.hkcnews.com/article/90001/',
      tags: ['港口', '會談'],
      text: '雙方同意把港口會談推遲一周，地點不變。\n\n原定星期一開始。會談改在星期二開始。\n\n地點是海員會所。',
    },
  ],
  hexo: [
    {
      title: '碼頭工人復工',
      date: '2020-09-04',
      outlet: '潮汐週報',
      author: null,
      text: '碼頭工人星期五復工，工會說條件已經談妥。',
    },
    {
      title: '領事館放寬簽證',
      date: '2023-05-12',
      author: '何青',
      tags: ['簽證'],
      text: '領事館表示，下月起放寬簽證，手續費不變。',
    },
  ],
  hugo: [{ title: '燈塔重新開放', date: '2022-03-05', outlet: '潮汐週報', author: '林晚', kind: 'opinion' }],
  'hugo-json': [
    // The other date of the archive shows that the day stands first.
    { title: 'Bridge to close for repairs', date: '2021-02-04', outlet: 'Harbour Gazette' },
    {
      title: 'Ferry fares to rise',
      date: '2021-03-20',
      outlet: 'Harbour Gazette',
      url: 'https://harbour.example/ferry-fares',
      lang: 'en',
    },
  ],
  'saved-html': [
    {
      title: '議會通過渡輪條例',
      date: '2022-11-03',
      outlet: '潮汐週報',
      author: '區望',
      url: 'https://tide.example/council',
      text: '議會昨日以三十票對十二票通過渡輪條例。\n\n票價\n\n票價由委員會每年檢討。\n\n票價（元）\n\n航線 | 成人\n\n北線 | 12\n\n條例規定：\n\n班次不得少於每日八班\n\n長者免費',
    },
    {
      title: '漁民請願',
      date: '2021-12-05',
      outlet: '眾新聞',
      author: '陸平',
      text: '約五十名漁民到議會請願，要求減租。',
    },
  ],
  'feed-dump': [
    {
      id: 'feed/1' as Article['id'],
      title: 'Pilots & owners agree',
      date: '2021-03-21',
      outlet: 'Harbour Gazette',
      author: 'Jane Roe',
      url: 'https://harbour.example/pilots',
      kind: 'opinion',
      text: 'The pilots and the owners agreed on Sunday.',
    },
  ],
  'plain-text': [{ title: '發⾔⼈談渡輪', date: '2022-07-08', text: '發⾔⼈表⽰，渡輪服務照常，⼋⽉再檢討。' }],
  bilingual: [
    {
      title: 'Envoys end talks',
      date: '2024-07-27',
      outlet: 'BBC',
      url: 'https://www.bbc.com/news/example-1',
      text: 'The envoys ended their talks on Saturday.\n\n特使星期六結束會談。',
    },
  ],
  digests: [
    {
      title: '代表团抵达港口',
      date: '2023-06-20',
      outlet: '眾新聞',
      url: 'https://www.hkcnews.com/article/90002/',
      text: '代表团周二抵达港口，与工会会谈三个小时。',
    },
    {
      title: 'Harbour chief defends fees',
      date: '2023-07-07',
      outlet: 'Harbour Gazette',
      url: 'https://harbour.example/fees',
      text: 'The harbour chief said the fees would stay.',
    },
  ],
  transcripts: [
    {
      date: '2021-02-06',
      outlet: '港務局',
      kind: 'transcript',
      text: '潮汐週報記者：新的收費何時生效？\n\n羅港：下月一日生效，舊合約不受影響。',
    },
  ],
  records: [
    { id: 'articles/r-1' as Article['id'], title: 'Dockers return', date: '2021-02-06', outlet: 'Harbour Gazette' },
    { id: 'articles/r-2' as Article['id'], title: 'Dockers strike', date: '2021-02-05' },
    { title: '碼頭, 再度關閉', date: '2021-02-07', outlet: '潮汐週報' },
  ],
  'book-pages': [
    {
      title: 'Pier reopens',
      date: '2021-02-05',
      outlet: 'Tide Weekly',
      url: 'https://tide.example/pier',
      author: null,
    },
  ],
};

describe.each(Object.entries(EXPECTED))('%s', async (folder, expected) => {
  const { articles, faults } = await readCorpus([`tests/fixtures/archives/${folder}`], { knowledge });

  test('metadata and text', () => {
    expect(articles).toHaveLength(expected.length);
    expect(articles).toMatchObject(expected);
  });

  test('no fault but a title that needs quotation marks', () =>
    expect(faults.filter(({ reason }) => !reason.includes('quotation marks'))).toEqual([]));
});

test('what a paragraph stands under is kept with it', async () => {
  const { articles } = await readCorpus(['tests/fixtures/archives/saved-html'], { knowledge });
  const { text, blocks } = articles[0] as Article;
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const told = blocks.map((block) => [
    block.part,
    slice(block),
    block.section && slice(block.section),
    block.leads?.map(slice),
  ]);
  expect(told).toContainEqual(['row', '北線 | 12', '票價', ['票價（元）', '航線 | 成人']]);
  expect(told).toContainEqual(['item', '長者免費', '票價', ['條例規定：']]);
  expect(told).toContainEqual([undefined, '議會昨日以三十票對十二票通過渡輪條例。', undefined, undefined]);
});
