import { expect, test } from 'vitest';

import { archiveFacts } from '../../../src/core/answers/archive-facts.ts';
import { articleOf } from '../../support/article-of.ts';

const tagged = (...tags: readonly string[]) => Object.assign(articleOf(['青嶼大霧。']), { tags });

test('topics are the tags of several articles in any script, the commonest first', () => {
  const articles = [tagged('渡輪', '橋樑'), tagged('渡轮', '霧'), tagged('橋樑', '渡輪')];
  expect(archiveFacts(articles, { topics: true }).topics).toEqual(['渡輪', '橋樑']);
  expect(archiveFacts(articles, { topics: false })).not.toHaveProperty('topics');
});

test('of one article all are', () => expect(archiveFacts([tagged('霧')], { topics: true }).topics).toEqual(['霧']));
