import { describe, expect, test } from 'vitest';

import type { Answer } from '../../../src/core/index.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const dated = { outlet: '甲報', date: '2022-04-02' };
const { ask } = await madeUpArchive({
  fishing: {
    ...dated,
    title: '布林肯與王毅談漁業',
    paragraphs: [
      '布林肯與王毅周六在日內瓦會談，討論漁業。',
      '王毅說，漁業問題關乎漁民生計，各國不要低估。王毅又說，中方願意派專家到日內瓦。',
      '布林肯說，漁業補貼應該減半。布林肯又說，美方會公布漁船的位置。',
      '兩人沒有談及渡輪航班。',
    ],
  },
  island: {
    ...dated,
    title: '古巴重開碼頭',
    paragraphs: [
      '古巴周日重開碼頭，引起漁民關注。',
      '布林肯說，古巴的碼頭只是冰山一角。',
      '一名船長披露，碼頭會收費。',
    ],
  },
  ballots: { ...dated, title: '王毅談選舉', paragraphs: ['王毅說，選舉是各國自己的事。'] },
});

/** The answer to the last of some turns. */
async function lastOf(turns: readonly string[]): Promise<Answer> {
  const conversation = turns.join();
  let answer = await ask({ text: turns[0] ?? '', conversation });
  for (const text of turns.slice(1)) answer = await ask({ text, conversation });
  return answer;
}
const firstOf = async (turns: readonly string[]): Promise<string> => {
  const { points, kind } = await lastOf(turns);
  return points[0] === undefined ? kind : points[0].quote;
};

describe('who is asked about instead', () => {
  test.each([
    [['王毅對布林肯說了甚麼漁業問題？', '布林肯呢？'], '布林肯說，漁業補貼應該減半'],
    [['中國怎樣看漁業？', '美國呢？'], '布林肯說，漁業補貼應該減半'],
    [['What did China say about fisheries?', 'and the US?'], '布林肯說，漁業補貼應該減半'],
    [['中國怎樣看漁業？', '布林肯呢？'], '布林肯說，漁業補貼應該減半'],
  ])('%j', async (turns, quote) => expect(await firstOf(turns)).toContain(quote));
  test('of two who are named either stands in the place of the other, and nobody twice', async () =>
    expect((await lastOf(['王毅對布林肯說了甚麼漁業問題？', '布林肯呢？'])).understood).toBe(
      '布林肯對王毅說了甚麼漁業問題？',
    ));
});

describe('what somebody says is asked of what was talked about', () => {
  test.each([
    [['古巴發生咩事？', '布林肯點講？'], '冰山一角'],
    [['布林肯有幾多歲？', '佢太太係邊個？', '咁佢講過咩關於漁業？'], '漁業補貼應該減半'],
  ])('%j', async (turns, quote) => expect(await firstOf(turns)).toContain(quote));
});

describe('what else somebody says', () => {
  test.each(langWords('zh/besides').filter((word) => word.length === 1))('他%s說了甚麼？', async (word) => {
    const { points } = await lastOf(['誰說選舉是各國自己的事？', `他${word}說了甚麼？`]);
    expect(points.map(({ speaker }) => speaker)).toContain('王毅');
    expect(points.map(({ quote }) => quote).join()).not.toContain('選舉是各國自己的事');
  });
  test('佢仲講咗咩？', async () => {
    const { points } = await lastOf(['「選舉是各國自己的事」係邊個講？', '佢仲講咗咩？']);
    expect(points[0]?.quote).toContain('漁業問題關乎漁民生計');
    expect(points.map(({ quote }) => quote).join()).not.toContain('選舉是各國自己的事');
  });
});

describe('a question with more than the question', () => {
  test.each([
    ['（急！）布林肯怎樣說漁業補貼？', '減半'],
    ['布林肯怎樣說漁業補貼？ (slow 0 1)', '減半'],
    ['(謝謝)布林肯怎樣說漁業補貼？（handout 7）', '減半'],
  ])('%s', async (text, quote) => expect((await ask({ text })).points[0]?.quote).toContain(quote));
  test('in brackets alone it is the question', async () =>
    expect((await ask({ text: '（布林肯怎樣說漁業補貼？）' })).points[0]?.quote).toContain('減半'));
});

test('a place where talks were held says nothing', async () =>
  expect((await ask({ text: '日內瓦會談談了甚麼？' })).points[0]?.quote).toContain('討論漁業'));

test('what a report has inside a longer word is not said to be lacking', async () => {
  const { ask: askOf } = await madeUpArchive({
    held: { ...dated, paragraphs: ['領事館說，兩名水手遭錯誤拘留，家屬要求放人。'] },
  });
  const answer = await askOf({ text: '有多少美國公民被拘留？' });
  expect(answer.kind).toBe('not-found');
  expect(JSON.stringify(answer)).not.toMatch(/"lacks":\[[^\]]*拘留/u);
});
