import { describe, expect, test } from 'vitest';
import { asksForLatest, isOpenQuestion } from '../../../src/core/answers/points.ts';
import { extentOf, needsContext, sliceBefore } from '../../../src/core/answers/quotes/quote.ts';
import type { Article, BlockPart } from '../../../src/core/model/article.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { articleOf } from '../../support/article-of.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const spanOf = ({ text }: Article, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const cut = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);

/** An article whose paragraphs from the second on are parts of a list or table that the first one leads to. */
function withParts(paragraphs: readonly string[], parts: readonly (BlockPart | null)[]): Article {
  const article = articleOf(paragraphs);
  const [lead] = article.blocks;
  const header = article.blocks.find((_, at) => parts[at] === 'header');
  const blocks = article.blocks.map((block, at) => {
    const part = parts[at] ?? null;
    const of = part === 'item' ? lead : part === 'row' ? header : undefined;
    return { ...block, ...(part !== null && { part }), ...(of !== undefined && { leads: [of] }) };
  });
  return { ...article, blocks };
}

describe('what belongs to a quote', () => {
  const list = withParts(
    ['碼頭禁止以下物品：', '氣球', '彈弓', '爆竹', '違者罰款。'],
    [null, 'item', 'item', 'item', null],
  );
  test('to a lead-in its list', () => {
    const { beside, ...span } = extentOf(list, spanOf(list, '碼頭禁止以下物品：'), false);
    expect([cut(list, span), beside]).toEqual(['碼頭禁止以下物品：\n\n氣球\n\n彈弓\n\n爆竹', []]);
  });
  test('to an item the list, where a list is wanted', () => {
    expect(cut(list, extentOf(list, spanOf(list, '彈弓'), true))).toBe('碼頭禁止以下物品：\n\n氣球\n\n彈弓\n\n爆竹');
    expect(cut(list, extentOf(list, spanOf(list, '彈弓'), false))).toBe('彈弓');
  });
  test('a list that is too long ends at an item', () => {
    const long = withParts(
      ['清單：', ...Array.from({ length: 40 }, (_, i) => `第${i}項，${'長'.repeat(30)}`)],
      [null, ...Array.from({ length: 40 }, () => 'item' as const)],
    );
    const words = cut(long, extentOf(long, spanOf(long, '清單：'), true));
    expect(words.length).toBeLessThanOrEqual(700);
    expect(words.endsWith('長')).toBe(true);
  });
  test('to a row its table’s header', () => {
    const table = withParts(['各鎮雨量', '鎮 | 毫米', '東鎮 | 30', '西鎮 | 41'], [null, 'header', 'row', 'row']);
    const { beside, ...span } = extentOf(table, spanOf(table, '西鎮 | 41'), false);
    expect([cut(table, span), beside.map((one) => cut(table, one))]).toEqual(['西鎮 | 41', ['鎮 | 毫米']]);
  });
  test('to a lead-in before headings the headings', () => {
    const article = articleOf(['會上提出以下分歧：', '# 漁權', '雙方各執一詞。', '# 航道', '航道未有共識。']);
    const { beside } = extentOf(article, spanOf(article, '會上提出以下分歧：'), true);
    expect(beside.map((one) => cut(article, one))).toEqual(['漁權', '航道']);
  });
  test.each(['- 甲', '1. 甲', '（二）甲', '五、甲', '• 甲', '甲乙丙'])('plain lines are a list: %s', (item) => {
    const article = articleOf(['摘錄如下：', item, `${item}丁`, '這是下一段。']);
    expect(cut(article, extentOf(article, spanOf(article, '摘錄如下：'), false))).toBe(
      `摘錄如下：\n\n${item}\n\n${item}丁`,
    );
  });
  test('or else the paragraph that is announced', () => {
    const article = articleOf(['他的答覆如下：', '我們不會退出。', '這是下一段。']);
    expect(cut(article, extentOf(article, spanOf(article, '他的答覆如下：'), false))).toBe(
      '他的答覆如下：\n\n我們不會退出。',
    );
  });
});

const formsOf = (role: string, ...langs: string[]): string[] =>
  langs.flatMap((lang) =>
    [...langTable(`${lang}/context-openers`)].flatMap(([form, own]) => (own === role ? [form] : [])),
  );

describe('the context that a quote needs', () => {
  test.each(formsOf('dependent', 'zh', 'yue'))('%s needs it', (form) =>
    expect(needsContext(`${form}表示同意。`)).toBe(true),
  );
  test.each(formsOf('dependent', 'en'))('%s needs it', (form) => expect(needsContext(`${form} agreed.`)).toBe(true));
  test.each(formsOf('independent', 'zh'))('%s does not', (form) => expect(needsContext(`${form}同意。`)).toBe(false));
  test.each(['Hearing him, they left.', '王毅表示同意。'])('%s does not', (text) =>
    expect(needsContext(text)).toBe(false),
  );

  const article = articleOf([
    '鎮長何阿福到場。他視察碼頭。不過，他沒有回答提問。',
    '他其後離開。',
    '# 後記',
    '她留下。',
  ]);
  test.each([
    ['他視察碼頭。', '鎮長何阿福到場。'],
    ['不過，他沒有回答提問。', '鎮長何阿福到場。他視察碼頭。'],
    ['他其後離開。', '他視察碼頭。不過，他沒有回答提問。'],
  ])('%s is shown behind %s', (quote, before) =>
    expect(sliceBefore(article, spanOf(article, quote))?.quote).toBe(before),
  );
  test.each(['鎮長何阿福到場。', '她留下。'])('nothing before %s', (quote) =>
    expect(sliceBefore(article, spanOf(article, quote))).toBeNull(),
  );
  test('an item leans on its lead-in', () => {
    const list = withParts(['碼頭禁止以下物品：', '氣球'], [null, 'item']);
    expect(sliceBefore(list, spanOf(list, '氣球'))).toEqual({ quote: '碼頭禁止以下物品：', start: 0, end: 9 });
  });
});

describe('words of a question', () => {
  test.each(['zh/now', 'yue/now', 'en/now'].flatMap(langWords))('%s asks for the latest', (word) =>
    expect(asksForLatest(`${word} 有多少人`)).toBe(true),
  );
  test('nothing else does', () => expect(asksForLatest('how many knew, and knowledge')).toBe(false));
  const part = (role: string, ...langs: string[]): string[] =>
    langs.flatMap((lang) =>
      [...langTable(`${lang}/open-questions`)].flatMap(([form, own]) => (own === role ? [form] : [])),
    );
  test.each(part('verb', 'zh', 'yue'))('%s了什麼 is open', (verb) =>
    expect(isOpenQuestion(`${verb}了什么`)).toBe(true),
  );
  test.each(part('aspect', 'zh', 'yue'))('談%s什麼 is open', (aspect) =>
    expect(isOpenQuestion(`谈${aspect}什么`)).toBe(true),
  );
  test.each(part('what', 'zh', 'yue'))('談了%s is open', (what) => expect(isOpenQuestion(`谈了${what}`)).toBe(true));
  test.each(part('verb', 'en'))('what did they %s is open', (verb) =>
    expect(isOpenQuestion(`what did they ${verb}`)).toBe(true),
  );
  test.each(part('auxiliary', 'en'))('what %s they discuss is open', (auxiliary) =>
    expect(isOpenQuestion(`what ${auxiliary} they discuss`)).toBe(true),
  );
  test.each(['谈了多久', 'what is said'])('%s is not', (text) => expect(isOpenQuestion(text)).toBe(false));
});

describe('further quotes', () => {
  const STORY = [
    '碼頭火警昨晚焚毀三艘渡輪，消防員用了五小時才把火撲滅，碼頭四周的道路整夜封閉。',
    '現場的漁民協助疏散，附近的學校改為收容中心，市場今早照常營業，貨輪改泊北面的避風塘，海事處派出兩艘船清理油污。',
    '起火的渡輪剛完成大修，船廠的記錄顯示機房曾經更換油管，調查人員取走了殘骸的樣本，預計三星期內公布初步結果。',
    '保險公司估計損失達到九百萬元，渡輪公司租用兩艘後備船隻維持服務，首班船照舊在清晨六時開出，票價不變，月票仍然有效。',
    '碼頭在六十年前落成，木樁多次加固，去年的勘察建議更換半數支柱，工程原定今年秋天開始，現在要等待火災的調查結束才會招標。',
  ];
  test('show a wire copy and an outlet’s new version of a story once', async () => {
    const { ask } = await madeUpArchive({
      one: { paragraphs: STORY, outlet: '甲報', date: '2022-01-02', title: '碼頭火警' },
      copy: { paragraphs: STORY, outlet: '乙報', date: '2022-01-02', title: '碼頭大火' },
      version: { paragraphs: STORY, outlet: '甲報', date: '2022-01-03', title: '碼頭火警（更新）' },
    });
    const { points } = await ask({ text: '碼頭火警焚毀多少艘渡輪？', limit: 5 });
    expect(points.filter(({ quote }) => quote.includes('三艘渡輪'))).toHaveLength(1);
  });

  test('now: the newest figure comes first', async () => {
    const { ask } = await madeUpArchive({
      first: { paragraphs: ['碼頭火警的傷者有九人。'], outlet: '甲報', date: '2022-01-02', title: '碼頭火警' },
      second: { paragraphs: ['碼頭火警的傷者有十四人。'], outlet: '甲報', date: '2022-01-04', title: '碼頭火警' },
      third: { paragraphs: ['碼頭火警的傷者有十二人。'], outlet: '甲報', date: '2022-01-03', title: '碼頭火警' },
    });
    const { points } = await ask({ text: '碼頭火警目前傷者有多少人？' });
    expect(points[0]?.quote).toContain('十四人');
    expect(points.length).toBeGreaterThan(1);
  });
});
