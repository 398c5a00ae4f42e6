import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary, parseOutlets, readCorpus } from '../../../src/core/index.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { scorePassages } from '../../../src/core/reading/features/read-passages.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { langLines } from '../../../src/core/text/lang-data.ts';
import { folderWith } from '../../support/folders.ts';
import { shippedKnowledge, shippedNames } from '../../support/shipped-data.ts';

const head = (title: string, date: string): string => `---\ntitle: ${title}\noutlet: 青嶼早報\ndate: ${date}\n---\n\n`;
const folder = folderWith({
  'tolls.md': `${head('五座橋的收費', '2022-03-04')}橋務處公布五座橋去年的收費（百萬元）。

| 橋 | 2020年 | 2021年 |
| --- | --- | --- |
| 松濤橋 | 3.1 | 4.2 |
| 鶴嘴橋 | 6.4 | 7.7 |
| 蘆灣橋 | 8.8 | 9.3 |
| 石門橋 | 1.2 | 1.9 |
| 雁歸橋 | 5.0 | 5.5 |

橋務處長說，其中三座橋今年會翻新。
`,
  'parties.md': `${head('兩黨的交通政綱', '2022-05-06')}## 海鷗黨

渡輪票價減半。

夜班渡輪增至十班。

## 燈塔聯盟

渡輪票價由議會每年決定。
`,
  'storm-1.md': `${head('風暴吹襲', '2022-07-01')}消防處表示，已經疏散六千名居民。\n`,
  'storm-2.md': `${head('風暴第二日', '2022-07-02')}消防處表示，疏散居民的人數增至一萬二。\n`,
  'budget.md': `${head('船塢造價', '2022-08-01')}船塢的造價是七億三，由三家銀行分擔。\n`,
  'trade.md': `${head('漁產輸出', '2022-08-20')}漁產第二季度輸出增長百分之六。\n\n漁產四月輸出減少百分之二。\n`,
  'doctor.md': `${head('學者談渡輪', '2022-09-01')}于帆教授認為，渡輪比橋樑便宜。\n`,
  'week.md': `${head('報章摘要', '2022-10-01')}據《山海晚報》上週報道，舊碼頭會改建成市集。\n`,
});
const { articles } = await readCorpus([folder], { knowledge: shippedKnowledge() });
const library = await createLibrary(articles, shippedNames());
const ask = createAsk(library, parseOutlets('青嶼早報\n山海晚報'));
const quotesOf = async (text: string): Promise<readonly string[]> => {
  const { kind, points } = await ask({ text });
  return points.length === 0 ? [kind] : points.map(({ quote }) => quote);
};

describe('a row of a table is read with its header, its caption and the unit that they give', () => {
  test.each([
    ['蘆灣橋2021年的收費是多少？', '蘆灣橋 | 8.8 | 9.3'],
    ['芦湾桥2021年收费多少？', '蘆灣橋 | 8.8 | 9.3'],
    ['哪座橋2021年的收費是7.7百萬元？', '鶴嘴橋 | 6.4 | 7.7'],
  ])('%s', async (text, row) => {
    const quotes = await quotesOf(text);
    expect(quotes[0]).toBe(row);
    expect(quotes).toContain('橋 | 2020年 | 2021年');
    expect(quotes.filter((quote) => quote.includes('|'))).toHaveLength(2);
  });
});

test.each(langLines('zh/unit-labels'))('%s stands before the unit of a table', async (label) => {
  const crowds = folderWith({
    'crowds.md': `${head('兩座橋的人流', '2022-03-04')}橋務處公布兩座橋的人流（${label}：萬人）。

| 橋 | 2021年 |
| --- | --- |
| 松濤橋 | 4 |
| 鶴嘴橋 | 8 |
`,
  });
  const read = await readCorpus([crowds], { knowledge: shippedKnowledge() });
  const bridges = await createLibrary(read.articles, shippedNames());
  const question = weighQuestion(parseQuestion('鶴嘴橋有8萬人嗎？', bridges.names), bridges);
  const counted = question.parsed.terms.findIndex(({ number }) => number?.value === 80_000);
  const passages = await scorePassages(question, bridges, null);
  const rows = passages.flatMap(({ sentences }) => sentences).filter(({ folded }) => folded.includes('8'));
  expect(rows.map(({ folded, held }) => [folded, held[counted]])).toEqual([['鹤嘴桥 | 8', 1]]);
});

test('a sentence is of the heading that it stands under, and no other heading answers', async () => {
  expect(await quotesOf('燈塔聯盟主張渡輪票價怎樣？')).toEqual(['渡輪票價由議會每年決定。']);
});

test.each([
  ['現在疏散了多少人？', '消防處表示，疏散居民的人數增至一萬二。'],
  ['有沒有提到7.3億元？', '船塢的造價是七億三，由三家銀行分擔。'],
  ['Q2 2022 exports', '漁產第二季度輸出增長百分之六。'],
  ['于帆怎樣說？', '于帆教授認為，渡輪比橋樑便宜。'],
])('a figure or a name is found however it is put: %s', async (text, quote) => {
  expect((await quotesOf(text))[0]).toBe(quote);
});

test('last week, where nothing is of last week, is that of a report that says so', async () => {
  const { points, filters } = await ask({ text: '上週《山海晚報》報道了甚麼？' });
  expect(points[0]?.quote).toBe('據《山海晚報》上週報道，舊碼頭會改建成市集。');
  expect(filters).toMatchObject({ since: null, until: null });
  expect((await ask({ text: '上週橋務處說了甚麼？' })).kind).toBe('not-found');
});
