import { describe, expect, test } from 'vitest';

import type { Article } from '../../../../src/core/model/article.ts';
import { fingerprintOf } from '../../../../src/core/corpus/related/fingerprint.ts';
import { relationsIn } from '../../../../src/core/corpus/related/relations.ts';
import { storiesIn } from '../../../../src/core/corpus/related/versions.ts';
import { fakeArticle } from '../../../support/fake-library.ts';

const PARAGRAPHS = [
  '部長今天上午抵達首都，與外長會談了五個小時，雙方沒有發表聲明。',
  '會談原定只有兩個小時，外交部發言人說，雙方談到了所有的議題。',
  '部長明天上午離開首都，前往下一站，行程將在星期五結束。',
  '反對黨議員批評部長的行程沒有事先公布，要求他到議會說明。',
];

const article = (id: string, paragraphs: readonly string[], rest: Partial<Article> = {}): Article =>
  fakeArticle(id, paragraphs, { title: '部長抵達', outlet: '某報', date: '2021-02-06', url: null, ...rest });

const stories = (...articles: Article[]) =>
  storiesIn(articles.map(fingerprintOf)).map(({ latest, earlier }) => earlier.concat(latest));

describe('one story', () => {
  test.each<[string, Article[], string[][]]>([
    [
      'that grew',
      [article('b', PARAGRAPHS.slice(0, 3)), article('a', PARAGRAPHS.slice(0, 2)), article('c', PARAGRAPHS)],
      [['a', 'b', 'c']],
    ],
    [
      'under a corrected headline',
      [article('a', PARAGRAPHS), article('b', PARAGRAPHS, { title: '部長抵首都', date: '2021-02-07' })],
      [['a', 'b']],
    ],
    [
      'of one page, archived twice and half rewritten',
      [
        article('a', PARAGRAPHS.slice(0, 2), {
          title: '甲',
          url: 'https://web.archive.org/web/2021/https://www.example.net/1?x=1',
        }),
        article('b', [PARAGRAPHS[0] ?? '', PARAGRAPHS[3] ?? ''], {
          title: '乙',
          url: 'http://example.net/1/',
          date: '2021-02-07',
        }),
      ],
      [['a', 'b']],
    ],
    [
      'that was cut, and says when',
      [
        article('b', PARAGRAPHS.slice(0, 3), { updated: '2021-02-06T15:00:00' }),
        article('a', PARAGRAPHS, { updated: '2021-02-06T09:30:00' }),
      ],
      [['a', 'b']],
    ],
    [
      'of which only one says when it changed: the longest is the latest',
      [article('b', PARAGRAPHS), article('a', PARAGRAPHS.slice(0, 3), { updated: '2021-02-06T15:00:00' })],
      [['a', 'b']],
    ],
  ])('%s: the latest speaks', (_, articles, expected) => expect(stories(...articles)).toEqual(expected));

  test.each<[string, Article[]]>([
    ['a serial under one title', [article('a', PARAGRAPHS.slice(0, 2)), article('b', PARAGRAPHS.slice(2))]],
    [
      'a report that quotes another',
      [article('a', PARAGRAPHS.slice(0, 1)), article('b', PARAGRAPHS.slice(1), { title: '後續' })],
    ],
    [
      'half the text under another title',
      [article('a', PARAGRAPHS.slice(0, 2)), article('b', PARAGRAPHS.slice(1), { title: '後續' })],
    ],
    ['the same words a year later', [article('a', PARAGRAPHS), article('b', PARAGRAPHS, { date: '2022-02-06' })]],
    ['copies in two outlets', [article('a', PARAGRAPHS), article('b', PARAGRAPHS, { outlet: '乙報' })]],
    ['articles without a text', [article('a', []), article('b', [])]],
  ])('not: %s', (_, articles) => expect(stories(...articles)).toEqual([]));

  test('a notice that stands in many articles joins none of them', () => {
    const notice = '本報所有報道的版權屬於本報，未經同意請勿轉載其中任何部分。';
    const many = Array.from({ length: 14 }, (_, i) => article(`a${i}`, [notice], { title: `第${i}篇` }));
    expect(stories(...many)).toEqual([]);
  });
});

test('the latest names the earlier ones, and each of those the latest', () => {
  const related = relationsIn(
    [
      article('a', PARAGRAPHS.slice(0, 3)),
      article('b', PARAGRAPHS),
      article('c', ['另一件事的一段話，與前面的報道沒有任何關係，也沒有人提起。']),
    ].map(fingerprintOf),
  );
  expect([...related]).toEqual([
    ['b', { versions: ['a'] }],
    ['a', { supersededBy: 'b' }],
  ]);
});
