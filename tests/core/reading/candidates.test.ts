import { expect, test } from 'vitest';

import { createAsk, createLibrary, parseOutlets, type Library } from '../../../src/core/index.ts';
import type { QueryTerm } from '../../../src/core/index/passage-index.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

// 隧道 is in every report, 燈塔 in one of them.
const reports = Array.from({ length: 12 }, (_, at) =>
  fakeArticle(`report-${at}`, [at === 0 ? '燈塔山的隧道每日有三萬輛車。' : `隧道第${at}段的工程仍未完成。`]),
);

async function termsSearched(budget: number): Promise<{ readonly terms: number; readonly postings: number }> {
  const library = await createLibrary(reports, shippedNames());
  const queries: (readonly QueryTerm[])[] = [];
  const watched: Library = {
    ...library,
    index: {
      ...library.index,
      budget,
      search: (query, ...rest) => {
        queries.push(query);
        return library.index.search(query, ...rest);
      },
    },
  };
  await createAsk(watched, parseOutlets(''))({ text: '燈塔山隧道每日有多少輛車？' });
  const [first = []] = queries;
  return {
    terms: first.length,
    postings: first.reduce((sum, { term }) => sum + library.index.frequency(term), 0),
  };
}

test('a question is searched by all its terms where the index can afford them, and else by the rarest', async () => {
  const all = await termsSearched(1_000);
  const some = await termsSearched(12);
  expect(all.postings).toBeGreaterThan(12);
  expect(some.postings).toBeLessThanOrEqual(12);
  expect(some.terms).toBeLessThan(all.terms);
  // Whatever they cost, three are searched.
  expect((await termsSearched(0)).terms).toBe(3);
});
