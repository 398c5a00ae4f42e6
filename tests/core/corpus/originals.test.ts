import { existsSync } from 'node:fs';
import { expect, describe, test } from 'vitest';

import type { Article, BlockKind } from '../../../src/core/model/article.ts';
import { readCorpus } from '../../../src/core/corpus/read-corpus.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

// Real reports, their outlets' property: they are not in the repository, and no sentence of theirs is in this file.
const ORIGINALS = '../shared/originals';
const knowledge = shippedKnowledge();

describe.skipIf(!existsSync(ORIGINALS))('five originals', async () => {
  const { articles, faults } = existsSync(ORIGINALS)
    ? await readCorpus([ORIGINALS], { knowledge })
    : { articles: [], faults: [] };

  test('load without a fault', () => {
    expect(articles).toHaveLength(5);
    expect(faults).toEqual([]);
  });

  test.each<[string, Partial<Article>]>([
    [
      '000_d85d3d9df2c4e828',
      {
        outlet: '眾新聞',
        author: '眾新聞記者',
        date: '2021-02-06',
        url: 'https://web.archive.org/web/20210728035600/https://www.hkcnews.com/article/37948/',
        lang: 'zh-Hant',
      },
    ],
    [
      '001_c1c92caa2f5346eb',
      {
        outlet: '自由亚洲电台',
        author: null,
        date: '2023-10-28',
        url: 'https://www.rfa.org/mandarin/Xinwen/6-10282023125450.html',
        lang: 'zh-Hans',
        tags: [],
      },
    ],
    ['002_40fdf4cf8db26f10', { outlet: '眾新聞', author: null, date: '2021-03-20', url: null, lang: 'zh-Hant' }],
    [
      '003_48fe70f85b61edb0',
      {
        outlet: '大纪元',
        author: null,
        date: '2023-10-28',
        url: 'https://www.epochtimes.com/gb/23/10/28/n14105046.htm',
        lang: 'zh-Hans',
      },
    ],
    [
      '004_e5766dd7a55ccbc4',
      {
        outlet: '自由亚洲电台',
        author: null,
        date: '2023-06-14',
        url: 'https://www.rfa.org/mandarin/Xinwen/hcm1-06142023032513.html',
        lang: 'zh-Hans',
      },
    ],
  ])('%s: metadata', (id, expected) =>
    expect(articles.find((article) => article.id === id)).toMatchObject({ ...expected, digest: false }),
  );

  // How many blocks of each kind a reader counts on the page.
  test.each<[string, Partial<Record<BlockKind, number>>]>([
    ['000', { paragraph: 5 }],
    ['001', { paragraph: 9, caption: 1, credit: 1, editor: 1 }],
    ['002', { paragraph: 6, caption: 2, credit: 2 }],
    ['003', { paragraph: 24, heading: 7, dateline: 1, editor: 1 }],
    ['004', { paragraph: 7, caption: 1, credit: 1, editor: 1 }],
  ])('%s: blocks', (prefix, expected) => {
    const counts: Partial<Record<BlockKind, number>> = {};
    for (const { kind } of articles.find(({ id }) => id.startsWith(prefix))?.blocks ?? [])
      counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual(expected);
  });

  test.each([
    ['000', /the United States will continue to stand up/u],
    // Figures that the markup splits, and no-break spaces between figures and characters.
    ['001', /10月26日至27日/u],
    ['001', /10月22日/u],
    ['003', /查克‧舒默（Chuck Schumer）/u],
  ])('%s says %s', (prefix, fact) => expect(articles.find(({ id }) => id.startsWith(prefix))?.text).toMatch(fact));

  test('no markup is left', () => {
    for (const { text, title } of articles) expect(`${title}${text}`).not.toMatch(/<\/?\w|&\w+;|\]\(|\*\*|https?:/u);
  });
});
