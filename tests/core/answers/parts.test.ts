import { describe, expect, it } from 'vitest';
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

  it('tell it once, not with what there is more', async () => {
    const more = await ask({ text: SEVERAL, offset: 1, limit: 3 });
    expect(more.points.length).toBeGreaterThan(0);
    expect(more).not.toHaveProperty('unanswered');
  });
});

describe('filters that leave no report', () => {
  it('are what is told, not what the archive lacks', async () => {
    const answer = await ask({ text: '渡輪公司申請加價多少？', outlet: '河畔日報', since: '2024-01-01' });
    expect(answer).toMatchObject({ kind: 'not-found', reason: { code: 'no-reports' }, gap: null });
    const within = await ask({ text: '企鵝在哪裏過冬？', outlet: '河畔日報' });
    expect(within).toMatchObject({ kind: 'not-found', reason: null });
  });
});
