import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary, parseOutlets } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const report = (id: string, title: string, text: string, date = '2022-06-01') =>
  fakeArticle(id, [text], { title, date });

const library = await createLibrary(
  [
    report('cable', '為何青灣纜車要在三月底定生死？', '纜車公司的股東不願再注資，最後限期快到。', '2021-11-12'),
    report('march', '青灣渡輪加價', '青灣渡輪在三月底加價，青灣纜車的生死與此無關，公司說。', '2022-03-28'),
    report('two', '局長問了什麼？林署長答得有何難？', '會上的問題共有九條，署長只答了兩條。'),
    report('asks', '林署長的難處', '局長問林署長有何難處，署長說沒有。'),
    report('face', '面對歷史', '電影說的是一場遲來的審判。'),
    report('facts', '尊重事實', '「面對歷史，我們必須守住底線，面對歷史要誠實。」教授說。'),
    report('end', '三月底', '一首關於春天的詩。'),
    report('talks', '會談在青灣舉行', '漁會在青灣與多名部長會談，談了九小時，談的是漁權。'),
    report('honey', 'Honey', 'A short note on bees.'),
    report(
      'price',
      'The price of jam',
      'Honey prices fell by half in the valley as honey from the hills came to market.',
    ),
    report('king', 'Osric the King', 'He played the harp as a child.'),
    report('said', '漁會：碼頭不會關閉', '理事會昨日開會。港務局局長說，碼頭明年會關閉。'),
  ],
  shippedNames(),
);
const ask = createAsk(library, parseOutlets(''));
const cited = async (text: string, conversation?: string): Promise<string | undefined> =>
  (await ask({ text, ...(conversation !== undefined && { conversation }) })).citations[0]?.articleId;

describe('who asks a headline is given its report', () => {
  test.each([
    ['though it names days, which would narrow another question', '為何青灣纜車要在三月底定生死？', 'cable'],
    ['though it asks twice', '局長問了什麼？林署長答得有何難？', 'two'],
    ['though others say more of its words', '面對歷史', 'face'],
    ['in the other script, with other marks', '为何青湾缆车，要在三月底定生死', 'cable'],
    ['in Latin letters', 'osric the king', 'king'],
    ['though the report says otherwise', '漁會：碼頭不會關閉', 'said'],
  ])('%s: %s', async (_, text, article) => {
    const { kind, citations, filters } = await ask({ text });
    expect([kind, ...new Set(citations.map(({ articleId }) => articleId))]).toEqual(['answered', article]);
    expect(filters).toMatchObject({ since: null, until: null });
  });

  test('after another question, too', async () => {
    expect(await cited('會談談了多久？', 'one')).toBe('talks');
    expect(await cited('面對歷史', 'one')).toBe('face');
  });

  test('within the filters that came with it', async () => {
    const answer = await ask({ text: '面對歷史', since: '2023-01' });
    expect(answer.kind).toBe('not-found');
  });
});

test('days alone ask what there is of them, though something is called so', async () => {
  const answer = await ask({ text: '三月底' });
  expect(answer.filters).toMatchObject({ since: '2022-03-21', until: '2022-03-31' });
});
