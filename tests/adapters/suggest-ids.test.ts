import { expect, test } from 'vitest';
import { suggestIds } from '../../src/adapters/suggest-ids.ts';
import { fakeArticle } from '../support/fake-library.ts';

const articles = ['1-1000/article_14', '2-2000/article_4', '3-3000/article_24', '4-4000/article_34', 'ferry'].map(
  (id) => fakeArticle(id, ['渡輪加價。']),
);

test.each<[string, readonly string[]]>([
  ['article_4', ['2-2000/article_4', '1-1000/article_14', '3-3000/article_24']],
  ['Article 34', ['4-4000/article_34']],
  ['fery', ['ferry']],
  ['—', []],
])('%s', (given, ids) => expect(suggestIds(given, articles)).toEqual(ids));
