import { describe, expect, test } from 'vitest';

import { topicsOf } from '../../../src/core/answers/topics.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const { ask } = await madeUpArchive({
  summit: {
    paragraphs: [
      '王毅在北京的會談後表示，對話總比對抗好。他說，雙方應當互相尊重，重大問題不容低估。',
      '布林肯表示，美方與中方在新疆問題上有分歧。',
      '會談結束後，雙方沒有發表聲明。',
    ],
    outlet: '丁報',
    date: '2022-04-02',
    title: '北京會談結束',
  },
  fishing: {
    paragraphs: ['漁業談判在韓國舉行。沙利文說，兩國應當各讓一步。', '與會者其後參觀魚市場。'],
    outlet: '丁報',
    date: '2022-05-02',
    title: '沙利文到韓國談漁業',
  },
});

describe('whoever is quoted, but not on what is asked about, says nothing of it', () => {
  test.each([
    // Others speak of it, in the same report.
    ['王毅怎樣說新疆問題？', '新疆'],
    ['王毅怎樣說新疆？', '新疆'],
    // Where they spoke is not what they spoke of.
    ['王毅在北京怎樣說新疆？', '新疆'],
    ['王毅喺北京點講新疆？', '新疆'],
    ['What did Wang Yi say in Beijing about Xinjiang?', 'Xinjiang'],
    ['王毅有沒有說過新疆？', '新疆'],
    ['What did Wang Yi say about Xinjiang in Beijing?', 'Xinjiang'],
  ])('%s', async (text, value) => {
    const answer = await ask({ text });
    expect(answer).toMatchObject({ kind: 'not-found', gap: { lacks: [{ slot: 'topic', value }] } });
    expect(answer.kind === 'not-found' ? answer.leads?.map(({ of }) => of) : []).toContain('speaker');
  });

  test.each([
    '布林肯怎樣說新疆問題？',
    // The headline of his report names it, or his paragraph.
    '沙利文怎樣說漁業問題？',
    '沙利文點睇韓國？',
  ])('%s is told', async (text) => expect(await ask({ text })).toMatchObject({ kind: 'answered' }));
});

const settings = (text: string): string[] =>
  topicsOf(parseQuestion(text, shippedNames()), []).flatMap(({ isSetting, value }) => (isSetting ? [value] : []));

describe('where somebody speaks', () => {
  test.each(['zh', 'yue'].flatMap((lang) => langWords(`${lang}/place-before`)))('%s北京', (before) =>
    expect(settings(`王毅${before}北京點講新疆？`)).toEqual([expect.stringMatching(/北京$/u)]),
  );
  test.each(langWords('en/topic-before'))('in Beijing %s Xinjiang', (before) =>
    expect(settings(`What did Wang Yi say in Beijing ${before} Xinjiang?`)).toEqual(['Beijing']),
  );
  test('在新疆問題上 is what they speak of', () => expect(settings('王毅在新疆問題上怎樣說？')).toEqual([]));
});

test('a body by which somebody speaks does not speak itself', () => {
  const { speakers, frame } = parseQuestion('布林肯在推特上怎樣說新疆？', shippedNames());
  expect([speakers[0]?.kind, frame.speaker?.name]).toEqual(['person', '布林肯']);
});
