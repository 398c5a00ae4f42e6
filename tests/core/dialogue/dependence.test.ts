import { describe, expect, test } from 'vitest';

import { followUpOf, lacksMatter, openingOf } from '../../../src/core/dialogue/follow-up.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { shippedNames } from '../../support/shipped-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const names = shippedNames();
const leans = (text: string): boolean => {
  const question = parseQuestion(text, names);
  return lacksMatter(question, followUpOf(question, { only: false, lists: false, days: false }));
};

describe('a question that takes up what was said says nothing by itself', () => {
  const asking = (verb: string): string => (/^[看睇]/u.test(verb) ? `中國怎樣${verb}？` : `中國有沒有${verb}？`);
  test.each([...langWords('zh/taking-up'), ...langWords('yue/taking-up')])('%s', (verb) =>
    expect(leans(asking(verb))).toBe(true),
  );
  test.each(langWords('en/taking-up'))('Did China %s?', (verb) => expect(leans(`Did China ${verb}?`)).toBe(true));
  test.each(['幾時去？', '喺邊度傾？', '為什麼去？'])('a verb alone: %s', (text) => expect(leans(text)).toBe(true));
  test.each(['中國有沒有否認攻擊？', '中國怎樣說？', '幾時選舉？', '誰？', '中國', 'Did China sail?'])(
    'none: %s',
    (text) => expect(leans(text)).toBe(false),
  );
});

describe('words that only join a question to what was said', () => {
  const cut = (text: string): string => text.slice(openingOf(parseQuestion(text, names)));
  test.each([
    ['那楊潔篪怎樣回應？', '楊潔篪怎樣回應？'],
    ['咁點解？', '點解？'],
    ['ok, and did China respond?', 'did China respond?'],
    ['那次會談談了多久？', '那次會談談了多久？'],
    ['而家點？', '而家點？'],
    ['楊潔篪怎樣回應？', '楊潔篪怎樣回應？'],
  ])('%s', (text, rest) => expect(cut(text)).toBe(rest));
});

const { ask } = await madeUpArchive({
  fishing: {
    outlet: '甲報',
    author: '屈若梅',
    date: '2022-04-02',
    title: '王毅談漁業',
    paragraphs: [
      '王毅和布林肯2022年4月1日在日內瓦談了三小時，談的是漁業。',
      '王毅說，漁業問題關乎漁民生計。布林肯說，漁業補貼應該減半。',
      '漁船周二停航。',
    ],
  },
  later: {
    outlet: '甲報',
    author: '屈若松',
    date: '2022-06-02',
    title: '漁業會議',
    paragraphs: ['布林肯說，漁業會議六月開始。'],
  },
  other: {
    outlet: '乙報',
    date: '2020-01-05',
    title: '巴士停駛',
    paragraphs: ['巴士周三停駛，乘客改搭渡輪停航後的接駁車。'],
  },
});

async function lastOf(turns: readonly string[]) {
  const conversation = turns.join();
  let answer = await ask({ text: turns[0] ?? '', conversation });
  for (const text of turns.slice(1)) answer = await ask({ text, conversation });
  return answer;
}

describe('what a follow-up is understood as', () => {
  test.each([
    [['王毅和布林肯談了多久？', '在哪裏談？'], '王毅和布林肯談，在哪裏談？'],
    [['漁業點？', '那布林肯怎樣看？'], '漁業點，布林肯怎樣看？'],
    [['王毅和布林肯什麼時候在哪裏談漁業？', '為什麼？'], '王毅和布林肯談漁業，為什麼？'],
    [['2022年4月布林肯說了什麼？', '6月呢？'], '布林肯說了什麼？ 2022年6月'],
    [['tell me what China said about fisheries', 'and the US?'], 'tell me what the US said about fisheries'],
    [['王毅和布林肯談了多久？', '邊個會同佢哋開會？'], '邊個會同王毅和布林肯開會？'],
  ])('%j', async (turns, understood) => expect((await lastOf(turns)).understood).toBe(understood));
  test('they who are nobody are asked for, where nothing is found', async () =>
    expect(await lastOf(['What did they demand in Paris?'])).toMatchObject({ reason: { code: 'no-context' } }));
});

describe('an author by name alone', () => {
  test.each(['屈若松', '屈若松呢？', '那屈若松呢？', '咁屈若松㗎？'])('%s', async (text) =>
    expect(await ask({ text })).toMatchObject({ kind: 'listing', filters: { author: '屈若松' }, total: 1 }),
  );
  test('whoever reports tell of is no author', async () => expect((await ask({ text: '王毅' })).kind).toBe('answered'));
});
