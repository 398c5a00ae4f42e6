import { describe, expect, test } from 'vitest';

import { loadMarkup } from '../../../../src/core/corpus/markup/markup.ts';
import { wordsUnder } from '../../../../src/core/corpus/markup/phrases.ts';
import { parseArticle } from '../../../../src/core/corpus/parse-article.ts';
import type { Article } from '../../../../src/core/model/article.ts';
import { shippedKnowledge } from '../../../support/shipped-data.ts';

await loadMarkup();
const knowledge = shippedKnowledge();

function read(body: string, front = 'title: 甲\noutlet: 某報'): Article {
  const [only] = parseArticle({ path: 'a.md', text: `---\n${front}\n---\n${body}\n` }, knowledge).articles;
  if (only === undefined) throw new Error('no article');
  return only.article;
}

const REPORT = '港務局星期五宣布，三號碼頭由下月起關閉六個星期，以便更換老化的起重機。';

describe('who wrote a report', () => {
  test('is whoever signed it, where the author that is named is a column', () => {
    expect(read(`【撰文：陳小明】\n\n${REPORT}`, 'title: 甲\nauthor: 讀者來論').author).toBe('陳小明');
    expect(read(REPORT, 'title: 甲\nauthor: 讀者來論').author).toBe('讀者來論');
    expect(read(`【撰文：陳小明】\n\n${REPORT}`, 'title: 甲\nauthor: 區望').author).toBe('區望');
  });

  test.each(wordsUnder('byline-roles', ['author'], ['zh']))('【%s：陳小明】', (role) => {
    expect(read(`【${role}：陳小明】\n\n${REPORT}`)).toMatchObject({ author: '陳小明' });
  });
  test.each(wordsUnder('byline-roles', ['author'], ['en']))('%s: Jane Doe', (role) => {
    expect(read(`${role}: Jane Doe\n\n${REPORT}`).author).toBe('Jane Doe');
  });

  test.each(wordsUnder('byline-roles', ['plain'], ['en']))('%s Jane Doe', (word) => {
    expect(read(`${word} Jane Doe\n\n${REPORT}`).author).toBe('Jane Doe');
  });

  test.each([
    ['【撰文：陳小明／編輯：區望】', '陳小明'],
    ['文/圖：陳小明', '陳小明'],
    ['記者：陳小明 責編：區望', '陳小明'],
    ['本報記者陳小明報道', '陳小明'],
    ['（本報記者陳小明報道）', '陳小明'],
    ['【撰文：陳小明，港務局（退休）職員】', '陳小明'],
    ['責任編輯：區望', null],
    ['攝影：陳小明', null],
    ['記者綜合報道', null],
    ['（中央社記者陳小明台北28日電）', null],
    ['By the river', null],
    ['記者：部長會否訪問鄰國？', null],
    ['記者：部長，會否訪問鄰國？', null],
  ])('%s', (line, author) => expect(read(`${line}\n\n${REPORT}`).author).toBe(author));

  test('stands below the report as well, and metadata goes before it', () => {
    expect(read(`${REPORT}\n\n${REPORT}\n\n${REPORT}\n\n${REPORT}\n\n【撰文：陳小明】`).author).toBe('陳小明');
    expect(read(`【撰文：陳小明】\n\n${REPORT}`, 'title: 甲\nauthor: 區望').author).toBe('區望');
  });

  test.each([
    ['實習記者陳小明', '陳小明'],
    ['中國組記者陳小明', '陳小明'],
    ['台北特派員陳小明', '陳小明'],
    ['林望、特約記者陳小明', '林望、陳小明'],
    ['記者：Jane Doe', 'Jane Doe'],
    ['by Jane Doe', 'Jane Doe'],
    ['記者協會', '記者協會'],
    ['眾新聞記者', '眾新聞記者'],
    ['文小明', '文小明'],
  ])('of the author %s, %s', (written, author) =>
    expect(read(REPORT, `title: 甲\nauthor: ${written}`).author).toBe(author),
  );

  test('is no part of what is quoted', () => {
    for (const line of ['【撰文：陳小明】', '本報記者陳小明報道', 'By Jane Doe']) {
      const { text, blocks } = read(`${line}\n\n${REPORT}`);
      const quoted = blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => text.slice(start, end));
      expect(quoted).toEqual([REPORT]);
    }
  });
});

test.each<[string, string | undefined]>([
  ['category: 眾新聞 - 眾聞', '眾聞'],
  ['category: [港聞]', '港聞'],
  ['category: 某報', undefined],
])('%s: its section', (front, section) =>
  expect(read(REPORT, `title: 甲\noutlet: 某報\n${front}`).section).toBe(section),
);

test('paragraphs of a bilingual report have their own language', () => {
  const english = 'The harbour office said on Friday that pier three would close for six weeks from next month.';
  const langs = (body: string, lang: string) =>
    read(body, `title: 甲\nlang: ${lang}`).blocks.map((block) => block.lang);
  expect(langs(`${REPORT}\n\n${english}`, 'zh-Hant')).toEqual([undefined, 'en']);
  expect(langs(`${english}\n\n${REPORT}`, 'en')).toEqual([undefined, 'zh-Hant']);
  expect(langs(`${REPORT}\n\n他在 Harbour Post 寫道，碼頭會關閉。`, 'zh-Hant')).toEqual([undefined, undefined]);
});
