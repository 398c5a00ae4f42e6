import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary, type Answer } from '../../../src/core/index.ts';
import { parseOutlets } from '../../../src/core/corpus/metadata/outlets.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { fakeArticle } from '../../support/fake-library.ts';

const names = readGazetteer([
  { kind: 'person', text: '沈若海, Shen Ruohai\n惠特福德, 诺拉·惠特福德, Nora Whitford, Whitford\n' },
  { kind: 'organisation', text: '渡轮公司, Ferry Company\n' },
]);
const outlets = parseOutlets('河畔中文网, 河畔中文網, Riverside News, riverside.example/zh\n');

async function answerOf(text: string, question: string): Promise<Answer> {
  const article = fakeArticle('ferry', [text], { outlet: '河畔中文网', title: '渡輪' });
  return await createAsk(await createLibrary([article], names), outlets)({ text: question });
}

describe('names in the language of the asker', () => {
  test.each([
    ['沈若海說，大橋不會關閉。', 'What did Shen Ruohai say about the bridge?', { 沈若海: 'Shen Ruohai' }],
    [
      '諾拉·惠特福德說，大橋不會關閉。',
      'What did Nora Whitford say about the bridge?',
      { 諾拉·惠特福德: 'Nora Whitford' },
    ],
    // A surname alone may be anybody's.
    ['惠特福德說，大橋不會關閉。', 'What did Whitford say about the bridge?', { 惠特福德: 'Whitford' }],
    ['渡輪公司說，大橋不會關閉。', 'What did the Ferry Company say about the bridge?', { 渡輪公司: 'Ferry Company' }],
  ])('%s', async (text, question, expected) => {
    const answer = await answerOf(text, question);
    expect(answer.localNames).toMatchObject({ 河畔中文网: 'Riverside News', ...expected });
  });

  test('nobody is taken for a namesake of the list', async () => {
    const answer = await answerOf(
      'The ferry will run on Sundays, Chris Whitford said.',
      '渡輪星期天開不開，Chris Whitford 說了什麼？',
    );
    expect(Object.keys(answer.localNames ?? {})).not.toContain('Chris Whitford');
  });

  test('in Chinese, in the script of the asker', async () => {
    const answer = await answerOf('The ferry will run on Sundays, Nora Whitford said.', '惠特福德說渡輪怎麼樣？');
    expect(answer.localNames).toEqual({ 'Nora Whitford': '惠特福德' });
  });

  test('what is in the language of the asker stays as it is', async () => {
    const answer = await answerOf('沈若海說，大橋不會關閉。', '沈若海說了什麼？');
    expect(answer.localNames).toBeUndefined();
  });
});
