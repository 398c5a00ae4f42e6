import { describe, expect, test } from 'vitest';

import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  strike: {
    title: '渡輪工會與船公司談判',
    date: '2022-06-08',
    paragraphs: [
      '渡輪工會與船公司周六談判。工會主席鍾沛霖率四名代表出席。',
      '鍾沛霖要求公司把夜班津貼調高兩成。工會副主席施慧珠呼籲公司恢復八名船長的職位。船公司的戴若望敦促工會取消罷工。',
      '勞工處處長黎嘉樂要求公司公開帳目。',
    ],
  },
  talks: {
    title: '兩國部長通話',
    date: '2022-07-01',
    paragraphs: ['布林肯敦促中國撤銷關稅。布林肯重申，美國會要中國為損害漁場的行為負責。', '秦剛要求美方停止軍售。'],
  },
  hearing: {
    title: 'Council hears evidence on ferry fire',
    date: '2022-08-16',
    paragraphs: [
      'Present was harbour master Petra Lindqvist. Ms Lindqvist said the sprinklers had not been tested.',
      'She urged the company to replace all pumps. Councillor Ines Varga urged the company to pay the families.',
      'The envoy, Tao Jingxing, arrived late. Mr Tao urged North Isle to free three boats. Mr Tao asked North Isle to publish its licences.',
    ],
    lang: 'en',
  },
});
const quotes = async (text: string): Promise<string> =>
  (await ask({ text })).points.map(({ quote }) => quote).join('\n');

describe('what somebody demands', () => {
  test('is all that they do, and what their officers do', async () => {
    const told = await quotes('工會要求船公司做什麼？');
    expect(told).toContain('津貼');
    expect(told).toContain('職位');
    expect(told).not.toMatch(/取消罷工|公開帳目/u);
  });

  test('is told with a duty that they lay on the other', async () => {
    const told = await quotes('美國要求中國做什麼？');
    expect(told).toContain('撤銷關稅');
    expect(told).toContain('負責');
    expect(told).not.toContain('軍售');
  });

  test('is that of whoever has the office', async () => {
    const told = await quotes('What did the harbour master urge the company to do?');
    expect(told).toContain('replace all pumps');
    expect(told).not.toContain('families');
  });

  test('is what they ask somebody to do, by their title and surname', async () =>
    expect(await quotes('What did Mr Tao ask North Isle to do?')).toMatch(/free three boats[^]*licences/u));

  test.each(['秦剛要求凌致遠做什麼？', '鍾沛霖要求范思敏做什麼？', '勞工處要求船長協會做什麼？'])(
    '%s: of them nothing is demanded',
    async (text) => expect((await ask({ text })).kind).toBe('not-found'),
  );
});
