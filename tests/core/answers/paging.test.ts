import { describe, expect, test } from 'vitest';
import { continued, type Answer, type Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { rankingCorpus } from '../../support/ranking-corpus.ts';

const { ask } = await rankingCorpus();

const quotesIn = (answer: Answer): string[] => answer.points.map(({ quote }) => quote);
const numbersIn = (answer: Answer): Map<number, string> =>
  new Map(answer.citations.map(({ number, articleId }) => [number, articleId]));

describe('what comes behind an offset', () => {
  const QUESTION: Question = { text: '大橋' };

  test('is what the longer answer has beyond the shorter one, each article by its number', async () => {
    const [shown, page, whole] = await Promise.all([
      ask({ ...QUESTION, limit: 2 }),
      ask({ ...QUESTION, offset: 2, limit: 2 }),
      ask({ ...QUESTION, limit: 4 }),
    ]);
    expect(page.kind).toBe('answered');
    expect(quotesIn(page)).not.toEqual([]);
    expect(new Set([...quotesIn(shown), ...quotesIn(page)])).toEqual(new Set(quotesIn(whole)));
    expect(quotesIn(page).filter((quote) => quotesIn(shown).includes(quote))).toEqual([]);
    for (const [number, id] of numbersIn(page)) expect(numbersIn(shown).get(number) ?? id).toBe(id);
    expect(new Set(page.points.map(({ citation }) => citation))).toEqual(new Set(numbersIn(page).keys()));
  });

  test('is said not to be there where there is nothing more, and asked again would be the same question', async () => {
    const page = await ask({ ...QUESTION, offset: 100, limit: 3 });
    expect(page).toMatchObject({ kind: 'not-found', reason: { code: 'no-more' }, points: [], citations: [] });
    expect(page.resolved).toEqual({ ...QUESTION, limit: 3 });
  });

  test('of a refused question is the refusal', async () =>
    expect(await ask({ text: '', offset: 3 })).toMatchObject({ kind: 'rejected', reason: { code: 'empty' } }));
});

test('two answers that go on from one another are numbered as one', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((id) => fakeArticle(id, [`Fact ${id}.`]));
  if (one === undefined || two === undefined || three === undefined) throw new Error('unreachable');
  const both = continued(fakeAnswer([one, two]), fakeAnswer([three, one]));
  expect(both?.next.points.map(({ citation }) => citation)).toEqual([3, 1]);
  expect(both?.all.points.map(({ citation }) => citation)).toEqual([1, 2, 3, 1]);
  expect(numbersIn(both?.all ?? fakeAnswer([]))).toEqual(
    new Map([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]),
  );
});
