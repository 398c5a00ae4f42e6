import { describe, expect, it, test } from 'vitest';
import { partsOf } from '../../../src/core/question/understand.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  ferry: {
    paragraphs: ['渡輪加價', '渡輪公司星期一申請加價一成。', '新收費六月一日起生效。', '乘客批評渡輪公司加價。'],
    outlet: '河畔日報',
    date: '2023-05-01',
  },
});

describe('several questions in one message', () => {
  const SEVERAL = '渡輪公司怎樣加價？企鵝在哪裏過冬？';

  it('tell which of them nothing answers', async () => {
    expect(await ask({ text: SEVERAL })).toMatchObject({ kind: 'answered', unanswered: [1] });
    expect(await ask({ text: '渡輪公司申請加價多少？乘客批評甚麼？' })).not.toHaveProperty('unanswered');
  });

  it('number their citations in the order of what is quoted, without those whose quotes had no room', async () => {
    const { ask: askSeveral } = await madeUpArchive({
      rise: { paragraphs: ['渡輪加價', '渡輪公司星期一申請加價一成。'], outlet: '河畔日報', date: '2023-05-01' },
      plan: { paragraphs: ['渡輪加價', '渡輪公司下月加價，成人票加價兩元。'], outlet: '青灣晚報', date: '2023-05-02' },
      whale: { paragraphs: ['鯨魚擱淺', '一條鯨魚星期三在沙灘擱淺。'], outlet: '河畔日報', date: '2023-05-03' },
    });
    const first = await askSeveral({ text: '渡輪公司怎樣加價？', limit: 2 });
    expect(first.citations).toHaveLength(2);
    const { points, citations } = await askSeveral({ text: '渡輪公司怎樣加價？鯨魚在哪裏擱淺？', limit: 2 });
    expect(points.map(({ citation, part }) => ({ citation, part }))).toEqual([
      { citation: 1, part: 0 },
      { citation: 2, part: 1 },
    ]);
    expect(citations.map(({ number, articleId }) => [number, articleId])).toEqual([
      [1, first.citations[0]?.articleId],
      [2, 'whale'],
    ]);
  });

  it('are each answered by the words that answer them, though one sentence answers both', async () => {
    const { points } = await ask({ text: '渡輪公司申請加價多少？渡輪公司星期幾申請加價？' });
    expect(points.map(({ quote, part }) => [quote, part])).toEqual([
      ['渡輪公司星期一申請加價一成。', 0],
      ['渡輪公司星期一申請加價一成。', 1],
    ]);
  });

  it('tell it once, not with what there is more', async () => {
    const more = await ask({ text: SEVERAL, offset: 1, limit: 3 });
    expect(more.points.length).toBeGreaterThan(0);
    expect(more).not.toHaveProperty('unanswered');
  });
});

describe('two questions joined in English', () => {
  test.each(langWords('en/wh-words'))('… and %s did …', (word) =>
    expect(partsOf(`Where was the meeting and ${word} did it begin?`)).toEqual([
      'Where was the meeting?',
      `${word} did it begin?`,
    ]),
  );
  test.each(langWords('en/asking-auxiliaries'))('… and how long %s …', (verb) =>
    expect(partsOf(`What ${verb} they say, and how long ${verb} it last?`)).toEqual([
      `What ${verb} they say?`,
      `how long ${verb} it last?`,
    ]),
  );
  test.each([
    'Where and when did they meet?',
    'Who said the bridge was old and what it would cost?',
    'What did she say about when and where it was built?',
    'The mayor spoke and how did she end?',
  ])('%s is one', (text) => expect(partsOf(text)).toEqual([text]));
});

describe('filters that leave no report', () => {
  it('are what is told, not what the archive lacks', async () => {
    const answer = await ask({ text: '渡輪公司申請加價多少？', outlet: '河畔日報', since: '2024-01-01' });
    expect(answer).toMatchObject({ kind: 'not-found', reason: { code: 'no-reports' }, gap: null });
    const within = await ask({ text: '企鵝在哪裏過冬？', outlet: '河畔日報' });
    expect(within).toMatchObject({ kind: 'not-found', reason: null });
  });
});
