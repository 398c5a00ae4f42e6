import { expect, test } from 'vitest';
import { surveyCorpus } from '../../../src/core/index.ts';
import { folderWith } from '../../support/folders.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

test('notices in place of articles are counted by themselves, and not among the articles that lack something', async () => {
  const notice = '---\ntitle: 網站暫停服務\n---\n';
  const folder = folderWith({
    'a.md': '---\ntitle: 渡輪加價\ndate: 2023-05-04\noutlet: 港灣日報\ncategory: 社論\n---\n渡輪公司不應加價。\n',
    'b.md': notice,
    'c.md': notice,
    'd.md': notice,
  });
  const survey = await surveyCorpus([folder], { knowledge: shippedKnowledge() });
  expect([survey.articles, survey.stubs]).toEqual([1, 3]);
  expect(survey.without).toEqual({
    date: { count: 0, examples: [] },
    outlet: { count: 0, examples: [] },
    author: { count: 1, examples: ['a'] },
    url: { count: 1, examples: ['a'] },
  });
  expect(survey.kinds).toEqual([{ kind: 'opinion', count: 1, examples: ['a'] }]);
});
