import { describe, expect, test } from 'vitest';

import { createAsk, readCorpus } from '../../src/core/index.ts';
import { askSets, compareOutcomes, libraryOf, readBaseline, SETS_OF_SHIPPED_CORPUS } from '../support/question-sets.ts';
import { shippedKnowledge, shippedOutlets } from '../support/shipped-data.ts';

const outlets = shippedOutlets();
const ask = createAsk(await libraryOf('corpus'), outlets);

test('the corpus that ships is five digests without a fault', async () => {
  const { articles, faults } = await readCorpus(['corpus'], { knowledge: shippedKnowledge() });
  expect(faults).toEqual([]);
  expect(articles.map(({ digest }) => digest)).toEqual([true, true, true, true, true]);
});

test('headlines of digests say that they are', async () => {
  const [listing, nearest] = [await ask({ text: '布林肯', as: 'listing' }), await ask({ text: '比特币现在多少钱？' })];
  expect(listing).toMatchObject({ kind: 'listing', articles: Array.from({ length: 5 }, () => ({ digest: true })) });
  for (const headline of nearest.nearest) expect(headline.digest).toBe(true);
});

// The people and matters are in the coverage; what is asked about them is not.
test.each([
  '布林肯的太太叫什麼名字？',
  '王毅幾多歲？',
  '布林肯几岁？',
  '王毅的生日是哪一天？',
  '杨洁篪读哪一所大学？',
  '王毅懂幾多種語言？',
  '布林肯有幾個子女？',
  '芬太尼一克要多少錢？',
  'Where was Blinken born?',
  'How old is Wang Yi?',
  'What did Blinken have for dinner?',
  '美国和墨西哥的边境有多长？',
  '布林肯怎样评价日本？',
  '比特币现在多少钱？',
])('%s is not found', async (text) => {
  const answer = await ask({ text });
  expect({ kind: answer.kind, points: answer.points }).toEqual({ kind: 'not-found', points: [] });
});

// One gained and one lost is a change: each question is compared with what came of it before. `npm run baseline` stores anew.
describe('what came of each question is as it was', async () => {
  const found = await askSets(SETS_OF_SHIPPED_CORPUS, 'corpus');
  test.each(SETS_OF_SHIPPED_CORPUS)('%s', (name) =>
    expect(compareOutcomes(readBaseline(name), found.get(name) ?? new Map())).toEqual({ gained: [], lost: [] }),
  );
});
