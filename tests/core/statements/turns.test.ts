import { expect, test } from 'vitest';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const said = (title: string, ...paragraphs: string[]): readonly (string | null)[][] => {
  const article = articleOf(paragraphs, { title });
  return statementsOf(article, names).map(({ speaker, act, content }) => [
    speaker?.name ?? null,
    act,
    article.text.slice(content.start, content.end),
  ]);
};

test('a turn of a transcript is that of its label, to the next label; a reporter asks', () => {
  expect(
    said(
      '記者會實錄',
      '海港社記者：大橋何時重開？',
      '羅志安：下星期。工程已經完成。',
      '費用由兩市平分。',
      '問：會否收費？',
      '答：不會。',
    ),
  ).toEqual([
    ['海港社記者', 'ask', '大橋何時重開？'],
    ['羅志安', 'say', '下星期。工程已經完成。'],
    ['羅志安', 'say', '費用由兩市平分。'],
    ['羅志安', 'say', '不會。'],
  ]);
});

test.each([
  ['a single label', ['地點：大會堂。', '羅志安到場。']],
  ['labels of nobody', ['日期：星期五。', '地點：大會堂。', '日期：星期六。']],
])('is no transcript: %s', (_, paragraphs) => expect(said('通告', ...paragraphs)).toEqual([]));

test('a statement given whole is its signer’s', () => {
  const paragraphs = ['安東尼·布林肯，國務卿', '我們支持停火。', '我們會繼續努力。'];
  expect(said('關於停火的聲明', ...paragraphs)).toEqual([
    ['安東尼·布林肯', 'say', '我們支持停火。'],
    ['安東尼·布林肯', 'say', '我們會繼續努力。'],
  ]);
  expect(said('關於停火', ...paragraphs)).toEqual([]);
  // What stands behind the comma has to be an office, and the name before it has to be all.
  expect(said('關於停火的聲明', '安東尼·布林肯，昨日', ...paragraphs.slice(1))).toEqual([]);
  expect(said('關於停火的聲明', '國務卿', ...paragraphs.slice(1))).toEqual([]);
});

test('a label may have a paragraph of its own', () =>
  expect(said('記者會', '羅志安', '橋下月重開。', '陳樂山', '很好。', '羅志安', '謝謝。')).toEqual([
    ['羅志安', 'say', '橋下月重開。'],
    ['陳樂山', 'say', '很好。'],
    ['羅志安', 'say', '謝謝。'],
  ]));

test('a single reporter who asks makes no transcript', () =>
  expect(said('記者會', '海港社記者：大橋何時重開？', '羅志安到場。')).toEqual([]));

test.each<[string, readonly string[], readonly (string | null)[][]]>([
  [
    'a quotation that stands alone is that of who spoke before',
    ['羅志安說，橋會重開。', '「我們等了三年。」'],
    [
      ['羅志安', 'say', '橋會重開'],
      ['羅志安', 'say', '「我們等了三年。」'],
    ],
  ],
  [
    'of whom the next sentence names, if it does nothing else',
    ['「橋會重開。」市長羅志安說。'],
    [['羅志安', 'say', '「橋會重開。」']],
  ],
  [
    'a paragraph behind a colon',
    ['羅志安不點名批評：', '有些人只想拖延。'],
    [
      ['羅志安', 'accuse', ''],
      ['羅志安', 'accuse', '有些人只想拖延。'],
    ],
  ],
  [
    'a quotation over sentences is one statement',
    [`羅志安說：「${'橋的費用由兩市平分，工程已經完成。'.repeat(8)}」`],
    [['羅志安', 'say', `「${'橋的費用由兩市平分，工程已經完成。'.repeat(8)}」`]],
  ],
])('%s', (_, paragraphs, expected) => expect(said('', ...paragraphs)).toEqual(expected));

test.each<[string, readonly (string | null)[][]]>([
  [
    '議員羅志安批評做法不當，並要求市府道歉。',
    [
      ['羅志安', 'accuse', '做法不當，並要求市府道歉'],
      ['羅志安', 'demand', '市府道歉'],
    ],
  ],
  ['羅志安被《海港日報》點名批評。', [['《海港日報》', 'accuse', '']]],
  [
    '羅志安與陳大明強烈譴責襲擊。',
    [
      ['羅志安', 'accuse', '襲擊'],
      ['陳大明', 'accuse', '襲擊'],
    ],
  ],
  ['羅志安與陳大明會面時表示，談得很好。', [['羅志安', 'say', '談得很好']]],
  ['消防署呼籲市民遠離岸邊。', [['消防署', 'demand', '市民遠離岸邊']]],
  ['81%受訪者同意加價。', [['81%受訪者', 'agree', '加價']]],
  ['案情指，兩人在碼頭會合。', [['案情', 'say', '兩人在碼頭會合']]],
  ['會談在下午結束，外交部發言人華思遠表示，門仍然開着。', [['華思遠', 'say', '門仍然開着']]],
  ['何志平其後向外長表示，合約照舊。', [['何志平', 'say', '合約照舊']]],
  ['有記者問市長會否連任。', [['記者', 'ask', '市長會否連任']]],
  ['市長羅志安承諾三年內完工。', [['羅志安', 'promise', '三年內完工']]],
  ['市長羅志安否認延誤。', [['羅志安', 'deny', '延誤']]],
  ['市民遊行，表達訴求。', []],
  ['【撰文：羅志安】橋已經重開。', []],
  ['曾成德說，城市要有樹。', [['曾成德', 'say', '城市要有樹']]],
  ['如果羅志安說可以，工程就會開始。', []],
])('%s', (text, expected) => expect(said('', text)).toEqual(expected));

test.each<[string, readonly string[], string]>([
  ['a surname', ['市長羅志安到場。', '羅其後指出，橋會重開。'], '羅志安'],
  ['a surname with a title', ['法官許一鳴昨日裁決。', '許官指出，證據不足。'], '許一鳴'],
  ['an office that one person has', ['被告羅志安否認控罪。', '被告說，當晚不在場。'], '羅志安'],
  [
    'the end of a longer name',
    ['海港文學基金會公布得獎者。海港文學基金會說，獎金不變。', '基金會稱，明年再辦。'],
    '海港文學基金會',
  ],
  ['他 in the next paragraph', ['市長羅志安說，橋會重開。', '他說，費用由兩市平分。'], '羅志安'],
])('%s stands for the whole name', (_, paragraphs, name) => {
  expect(said('', ...paragraphs).at(-1)?.[0]).toBe(name);
});
