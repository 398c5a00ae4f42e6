import { expect, test } from 'vitest';

import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  pier: { paragraphs: ['白沙碼頭全長六百米。', '碼頭明年重修。'], outlet: '甲報', date: '2022-01-02' },
});

test('an answer tells how it was come by, where that is asked for', async () => {
  const { explain, points } = await ask({ text: '白沙碼頭全長多少米？', explain: true });
  expect(explain?.slots).toContainEqual({ slot: 'wanted', value: 'count' });
  expect(explain?.candidates[0]).toMatchObject({ articleId: 'pier', quote: points[0]?.quote });
  expect(await ask({ text: '白沙碼頭全長多少米？' })).not.toHaveProperty('explain');
});
