import { describe, expect, test } from 'vitest';

import type { Answer } from '../../../src/core/index.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  ferry: {
    outlet: '甲報',
    date: '2022-04-02',
    title: '渡輪沉沒案船長屈若梅判囚',
    paragraphs: [
      '渡輪沉沒案的船長屈若梅周六判囚七年。',
      '法官鍾若水說，量刑以九年為起點，因認罪扣減兩年。',
      '屈若梅2021年3月2日在碼頭被捕，兩個月後獲准保釋。',
    ],
  },
  bus: {
    outlet: '甲報',
    date: '2019-08-05',
    title: '巴士翻側案司機判囚',
    paragraphs: [
      '巴士翻側案司機判囚四年。法官是何若山。',
      '法官何若山說，案情嚴重。司機2018年5月6日被捕。',
      '司機上訴，終審法院押後裁決。',
    ],
  },
  search: {
    outlet: '甲報',
    date: '2021-02-02',
    title: '漁船失蹤',
    paragraphs: ['警方表示，追查失蹤漁船的是水警輪船員，正在碼頭了解。'],
  },
  appeal: {
    outlet: '甲報',
    date: '2022-06-20',
    title: '屈若梅上訴被駁回',
    paragraphs: ['法庭駁回屈若梅上訴，認為量刑並非過重。', '屈若梅回應說，會諮詢律師意見。'],
  },
  film: {
    outlet: '甲報',
    date: '2020-01-05',
    title: '影評：《海風》',
    paragraphs: ['《海風》講述一個燈塔看守人的故事，主角由譚若川飾演。', '影片節奏明快，結尾略嫌拖沓。'],
  },
  sequel: {
    outlet: '甲報',
    date: '2020-03-05',
    title: '《山雨》票房',
    paragraphs: ['《山雨》票房三億元，導演是鄧若林。', '鄧若林說，票房出乎意料。'],
  },
  flowers: {
    outlet: '甲報',
    date: '2020-02-01',
    title: '蝴蝶蘭花展',
    paragraphs: ['蝴蝶蘭花展3月10日開幕，展出二百盆蝴蝶蘭。'],
  },
  talksOfOne: {
    outlet: '甲報',
    date: '2022-06-02',
    title: '布林肯王毅日內瓦會談漁業',
    paragraphs: [
      '布林肯與王毅2022年6月1日在日內瓦會談漁業。',
      '布林肯說，漁業補貼應該減半。',
      '王毅說，漁業問題關乎漁民生計，補貼不應減少。',
    ],
  },
  talksOfOther: {
    outlet: '乙報',
    date: '2022-06-02',
    title: '布林肯王毅日內瓦會談漁業補貼',
    paragraphs: [
      '布林肯與王毅2022年6月1日在日內瓦會談漁業補貼，會場在湖畔酒店。',
      '布林肯說，漁業補貼應該減半，並公布漁船位置。',
    ],
  },
});

/** The answer to the last of some turns. */
async function lastOf(turns: readonly string[]): Promise<Answer> {
  const conversation = turns.join();
  let answer = await ask({ text: turns[0] ?? '', conversation });
  for (const text of turns.slice(1)) answer = await ask({ text, conversation });
  return answer;
}

const cited = ({ citations, points: [first] }: Answer) =>
  citations.find(({ number }) => number === first?.citation)?.articleId;

describe('what names no other subject is asked of what the last answer rests on', () => {
  test.each([
    [['屈若梅判囚多少年？', '法官係邊個？'], 'ferry', '鍾若水'],
    [['屈若梅判囚多少年？', '幾時被捕？'], 'ferry', '3月2日'],
    [['屈若梅判囚多少年？', 'Who was the judge?'], 'ferry', '鍾若水'],
    [['王毅怎樣說漁業補貼？', '幾時傾？'], 'talksOfOther', '6月1日'],
    [['司機判囚多少年？', '法官係邊個？'], 'bus', '何若山'],
    [['屈若梅判囚多少年？', '法官係邊個？', '幾時被捕？'], 'ferry', '3月2日'],
  ])('%j', async (turns, article, words) => {
    const answer = await lastOf(turns);
    expect(cited(answer)).toBe(article);
    expect(answer.points[0]?.quote).toContain(words);
  });

  test('and of nothing else: what only another report tells is not found', async () => {
    expect((await ask({ text: '票房幾多？' })).points[0]?.quote).toContain('三億');
    expect(await lastOf(['《海風》講咩故事？', '票房幾多？'])).toMatchObject({ kind: 'not-found', points: [] });
  });

  test('a question that was not answered leaves what is talked of as it is', async () =>
    expect(cited(await lastOf(['屈若梅判囚多少年？', '票房幾多？', '法官係邊個？']))).toBe('ferry'));

  test('the same question once more is asked of all reports', async () => {
    const question = { text: '法官係邊個？', conversation: 'again' };
    const first = await ask({ ...question, until: '2020-01-01' });
    expect(first.citations.map(({ articleId }) => articleId)).toEqual(['bus']);
    const { citations } = await ask(question);
    expect(citations.map(({ articleId }) => articleId)).toContain('ferry');
  });

  test('reports of the same event by others are part of it', async () =>
    expect((await lastOf(['王毅怎樣說漁業補貼？', '喺邊間酒店傾？'])).points[0]?.quote).toContain('湖畔酒店'));
});

describe('whom a pronoun stands for', () => {
  test('is no body that was quoted', async () =>
    expect((await lastOf(['誰在碼頭追查失蹤漁船？', '佢做咗咩？'])).understood ?? '').not.toContain('警方'));
  test('who replies is the only one who was named', async () =>
    expect((await lastOf(['法庭為甚麼駁回屈若梅上訴？', '她怎樣回應？'])).understood).toContain('屈若梅'));
});

describe('another subject that is named leaves it', () => {
  test.each([
    [['屈若梅判囚多少年？', '蝴蝶蘭花展幾時開幕？'], 'flowers'],
    [['屈若梅判囚多少年？', '蝴蝶蘭花展呢？'], 'flowers'],
    [['《海風》講咩故事？', '布林肯和王毅在哪裏會談？'], 'talksOfOther'],
  ])('%j', async (turns, article) => {
    const answer = await lastOf(turns);
    expect(cited(answer)).toBe(article);
  });
});

test('who says that an answer is wrong, and asks once more, is answered', async () => {
  const answer = await lastOf(['屈若梅判囚多少年？', '唔啱，我問緊法官係邊個']);
  expect(answer.points[0]?.quote).toContain('鍾若水');
  expect((await lastOf(['屈若梅判囚多少年？', '唔啱，你亂講'])).kind).toBe('about');
});

test('examples are more of the same', async () => {
  const answer = await lastOf(['屈若梅判囚多少年？', '有例子嗎？']);
  expect(answer.understood).toBe('屈若梅判囚多少年？');
});

describe('what differs', () => {
  test.each(['他們的說法有什麼不同？', '佢哋講法有咩唔同？', 'How do their accounts differ?'])(
    'of the outlets whose reports were listed: %s',
    async (text) => {
      const answer = await lastOf(['哪些媒體報道了布林肯和王毅會談漁業？', text]);
      expect(answer).toMatchObject({ kind: 'comparison', silent: [] });
      expect(answer.kind === 'comparison' && answer.outlets.map(({ outlet }) => outlet).toSorted()).toEqual([
        '乙報',
        '甲報',
      ]);
    },
  );

  test('of the people who were asked for their words: a quote of each', async () => {
    const answer = await lastOf(['布林肯和王毅怎樣說漁業補貼？', '兩人的說法有什麼不同？']);
    expect(new Set(answer.points.map(({ speaker }) => speaker))).toEqual(new Set(['布林肯', '王毅']));
    expect(answer.points).toHaveLength(2);
    expect(answer.citations.map(({ number }) => number)).toEqual(answer.citations.map((_, at) => at + 1));
  });
});
