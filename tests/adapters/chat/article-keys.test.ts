import { expect, it } from 'vitest';
import { articleFinder, articleKey, quoteMark } from '../../../src/adapters/chat/article-keys.ts';
import type { ArticleId } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';

it('an article is found again by its key, in another run too', () => {
  const articles = ['one', '二', 'a rather long id '.repeat(20)].map((id) => fakeArticle(id, ['Text.']));
  for (const article of articles) {
    const key = articleKey(article.id);
    expect(key).toMatch(/^[\w-]{8}$/);
    expect(articleFinder(articles.toReversed())(key)).toBe(article);
  }
  // Keys are in messages that were sent long ago: they must never change.
  expect(articleKey('one' as ArticleId)).toBe('dpLDrTVA');
});

it('an unknown key finds nothing', () => expect(articleFinder([fakeArticle('one', ['Text.'])])('AAAAAAAA')).toBeNull());

it('a mark tells quotes apart', () => {
  expect(quoteMark('one')).toMatch(/^[\w-]{4}$/);
  expect(quoteMark('one')).not.toBe(quoteMark('two'));
});
