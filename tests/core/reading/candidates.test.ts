import { expect, test } from 'vitest';

import { createAsk, createLibrary, parseOutlets, type Library } from '../../../src/core/index.ts';
import type { QueryTerm } from '../../../src/core/index/passage-index.ts';
import { indexedBigrams } from '../../../src/core/index/terms.ts';
import { parseIn } from '../../../src/core/question/understand.ts';
import { findCandidates } from '../../../src/core/reading/candidates.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

// 隧道 is in every report, 燈塔 in one of them.
const reports = Array.from({ length: 12 }, (_, at) =>
  fakeArticle(`report-${at}`, [at === 0 ? '燈塔山的隧道每日有三萬輛車。' : `隧道第${at}段的工程仍未完成。`]),
);

async function searched(text: string, budget: number): Promise<readonly QueryTerm[]> {
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
  await createAsk(watched, parseOutlets(''))({ text });
  return queries[0] ?? [];
}

async function termsSearched(budget: number): Promise<{ readonly terms: number; readonly postings: number }> {
  const { index } = await createLibrary(reports, shippedNames());
  const query = await searched('燈塔山隧道每日有多少輛車？', budget);
  return { terms: query.length, postings: query.reduce((sum, { term }) => sum + index.frequency(term), 0) };
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

test('a report is found by what it says in other words, which count for less and are searched only where the index can afford it', async () => {
  const weightOf = (query: readonly QueryTerm[], word: string): number | undefined =>
    query.find(({ term }) => term === indexedBigrams(word)[0])?.weight;
  // 完工 is what the thesaurus has for 完成.
  const asked = await searched('隧道何時完工？', 1_000);
  expect(weightOf(asked, '完成')).toBeLessThan(weightOf(asked, '隧道') ?? 0);
  expect(weightOf(await searched('隧道何時完工？', 12), '完成')).toBeUndefined();
});

test('of the article that holds most of a question all is read, whatever the rest of it says', async () => {
  const others = Array.from({ length: 60 }, (_, at) => fakeArticle(`other-${at}`, [`燈塔山隧道第${at}號報告。`]));
  const filler = '工程人員在場內檢查了各項設施並且記錄下來。'.repeat(20);
  const long = fakeArticle('long', [
    '燈塔山隧道每日的車輛很多，燈塔山隧道的車輛每日都在增加。',
    filler,
    '到了夜裡大家都回家去了。',
  ]);
  const library = await createLibrary([...others, long], shippedNames());
  const question = weighQuestion(parseIn(library, '燈塔山隧道每日有多少車輛？'), library);
  const found = await findCandidates(question, library, { filter: null });
  const read = found.filter(({ passage }) => passage.article.id === 'long').map(({ passage }) => passage);
  expect(read.map(({ end }) => end)).toContain(long.text.length);
  expect(found.length).toBeLessThan(others.length);
});

test('across languages as well', async () => {
  const others = Array.from({ length: 60 }, (_, at) => fakeArticle(`other-${at}`, [`火山第${at}號報告。`]));
  const filler = '工程人員在場內檢查了各項設施並且記錄下來。'.repeat(20);
  const long = fakeArticle('long', ['火山爆發後居民乘船撤離，居民又乘船回來。', filler, '到了夜裡大家都睡了。']);
  const library = await createLibrary([...others, long], shippedNames());
  const parsed = parseIn(library, 'How were the inhabitants evacuated by boat after the volcano erupted?');
  const found = await findCandidates(weighQuestion(parsed, library), library, { filter: null });
  const read = found.filter(({ passage }) => passage.article.id === 'long');
  expect(read.map(({ passage }) => passage.end)).toContain(long.text.length);
  // What a passage tells of the question is told, the most first.
  const told = found.map((one) => one.crossLingualScore ?? Number.NaN);
  expect(told).toEqual(told.toSorted((a, b) => b - a));
  expect(told[0]).toBeGreaterThan(0);
});
