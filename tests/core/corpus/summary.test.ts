import { expect, test } from 'vitest';

import { summarise } from '../../../src/core/corpus/summary.ts';
import { fakeArticle } from '../../support/fake-library.ts';

test('outlets come with their count and their first and last day, the largest first', () => {
  const of = (outlet: string | null, date: string | null): ReturnType<typeof fakeArticle> =>
    fakeArticle(`${outlet} ${date}`, [], { outlet, date });
  const articles = [
    of('港報', '2024-05-01'),
    of('河報', '2023-12-31'),
    of('河報', null),
    of(null, null),
    of('河報', '2023-02-01'),
    of('Bay Post', '2024-01-01'),
  ];
  expect(summarise(articles)).toEqual([
    { outlet: '河報', articles: 3, first: '2023-02-01', last: '2023-12-31' },
    { outlet: null, articles: 1, first: null, last: null },
    { outlet: 'Bay Post', articles: 1, first: '2024-01-01', last: '2024-01-01' },
    { outlet: '港報', articles: 1, first: '2024-05-01', last: '2024-05-01' },
  ]);
});

test('no articles, no outlets', () => expect(summarise([])).toEqual([]));
