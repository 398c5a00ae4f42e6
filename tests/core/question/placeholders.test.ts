import { expect, test } from 'vitest';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { formsOf, langTable } from '../../../src/core/text/lang-data.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

// What questions are recast with has to be read as a statement, in which each stands for what it is there for.
test('zh/placeholders: somebody says something', () => {
  const [somebody = '', something = '', say = ''] = ['somebody', 'something', 'say'].map(
    (of) => formsOf(langTable('zh/placeholders'), of)[0],
  );
  const article = articleOf([`${somebody}${say}，${something}。`]);
  const read = statementsOf(article, shippedNames()).map(({ speaker, act, content: { start, end } }) => [
    speaker?.mention === undefined || speaker.mention === null
      ? null
      : article.text.slice(speaker.mention.start, speaker.mention.end),
    act,
    article.text.slice(start, end),
  ]);
  expect(read).toEqual([[somebody, 'say', something]]);
});
