import { describe, expect, test } from 'vitest';

import { wordsOf } from '../../../src/core/corpus/markup/phrases.ts';
import { stubSignOf, stubsIn } from '../../../src/core/corpus/stubs.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { fakeArticle } from '../../support/fake-library.ts';

const stubs = (...articles: Article[]): string[] => [...stubsIn(articles.map(stubSignOf))];
const empty = (id: string, title: string): Article => ({
  ...fakeArticle(id, [title], { title }),
  blocks: [{ kind: 'headline', start: 0, end: title.length }],
});
const farewell = (id: string): Article =>
  fakeArticle(id, ['本報今天停刊，感謝各位讀者多年來的支持。'], { title: '告別' });

describe('notices in place of articles', () => {
  test.each(wordsOf('stub-titles'))('%s', (title) =>
    expect(stubs(empty('a', title), empty('b', '部長抵達'))).toEqual(['a']),
  );

  test('a title without a text, three times', () => {
    expect(
      stubs(empty('a', '告別讀者'), empty('b', '告別讀者'), empty('c', '告別讀者'), empty('d', '部長抵達')),
    ).toEqual(['a', 'b', 'c']);
    expect(stubs(empty('a', '告別讀者'), empty('b', '告別讀者'))).toEqual([]);
  });

  test('a short text under more addresses than a story has versions', () => {
    const copies = Array.from({ length: 13 }, (_, i) => farewell(`f${i}`));
    expect(stubs(...copies)).toHaveLength(13);
    expect(stubs(...copies.slice(1))).toEqual([]);
  });

  test('a report under such a title is a report', () => {
    expect(stubs(fakeArticle('a', ['網站今天起維護三日，部長說沒有影響。'], { title: '網站維護中' }))).toEqual([]);
  });
});
