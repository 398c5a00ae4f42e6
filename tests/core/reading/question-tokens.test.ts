import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index.ts';
import { parseIn } from '../../../src/core/question/understand.ts';
import { featureContext, scorePassages } from '../../../src/core/reading/features/read-passages.ts';
import {
  tokenMatches,
  oddsOfTokens,
  questionTokens,
  TOKEN_COVERAGE,
  coverageOfTokens,
} from '../../../src/core/reading/features/word-features.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { hasHan } from '../../../src/core/text/script.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const CHINESE = await createLibrary(
  [articleOf(['渡輪公司上月賠償了乘客。', '布林肯說，渡輪很快復航。'])],
  shippedNames(),
);
const ENGLISH = await createLibrary(
  [articleOf(['The ferries compensated 40 passengers.', 'Blinken said the harbour was closed.'], { lang: 'en' })],
  shippedNames(),
);

/** What each sentence that was found has of a question's tokens. */
async function hadIn(library: typeof CHINESE, text: string): Promise<Record<string, string>[]> {
  const parsed = parseIn(library, text);
  const question = weighQuestion(parsed, library);
  const { views } = featureContext(question, await scorePassages(question, library, null));
  const tokens = questionTokens(parsed);
  return [...views]
    .sort((a, b) => a.start - b.start)
    .map((view) => {
      const matches = tokenMatches(tokens, view, hasHan(parsed.folded));
      return Object.fromEntries(tokens.map((token, p) => [token.text, matches.charAt(p)]));
    });
}

describe('what a sentence has of a question', () => {
  test('characters and bigrams of them, folded', async () => {
    const [first, second] = await hadIn(CHINESE, '渡輪賠償多少？');
    expect(first).toMatchObject({ 渡轮: '1', 赔偿: '1', 多少: '0', 轮: '1' });
    expect(second).toMatchObject({ 渡轮: '1', 赔偿: '0', 赔: '0' });
  });

  test('words by their stems; of those that are no terms nothing tells', async () => {
    const [first, second] = await hadIn(ENGLISH, 'How was the ferry compensating passengers?');
    expect(first).toMatchObject({ ferri: '1', compens: '1', how: '?' });
    expect(second).toMatchObject({ ferri: '0', compens: '0', how: '?' });
  });

  test('across languages by what the dictionary has for a word', async () => {
    const [first, second] = await hadIn(CHINESE, 'When did the ferry compensate passengers?');
    expect(first).toMatchObject({ ferri: '1', compens: '1', when: '?' });
    expect(second).toMatchObject({ ferri: '1', compens: '0' });
  });

  test('a name is its kind, whoever it is, and a figure a figure', async () => {
    const [, second] = await hadIn(CHINESE, '布林肯怎麼說渡輪？');
    expect(second).toMatchObject({ '@person': '1' });
    for (const part of ['布', '布林', '林肯', '肯']) expect(second).not.toHaveProperty(part);
    const [first] = await hadIn(ENGLISH, 'Were 40 passengers compensated?');
    expect(first).toMatchObject({ '#': '1' });
    expect(first).not.toHaveProperty('40');
  });
});

const sentences = fc.array(fc.record({ article: fc.constantFrom('a', 'b'), matches: fc.stringMatching(/^[01]{3}$/) }), {
  minLength: 1,
  maxLength: 8,
});
const tokens = ['x', 'y', 'z'];

describe('where the tokens of a question stand', () => {
  test.each([
    [['1', '0', '0'], 'best'],
    [['0', '0', '1'], 'few'],
    [['0', '0', '0', '1'], 'article'],
    [['0', '0', '0', '0'], 'nowhere'],
    [['?', '?'], 'unknown'],
  ])('%j: %s', (matches, place) => {
    const ranked = matches.map((one) => ({ article: 'a', matches: one }));
    expect(coverageOfTokens(['x'], ranked)).toEqual([['x', place]]);
  });

  test('what stands in another article, behind the best few, stands nowhere', () => {
    const ranked = ['a', 'a', 'a', 'b'].map((article) => ({ article, matches: article === 'a' ? '0' : '1' }));
    expect(coverageOfTokens(['x'], ranked)).toEqual([['x', 'nowhere']]);
  });

  test('a token is never farther off for what else a sentence has', () =>
    fc.assert(
      fc.property(sentences, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 2 }), (ranked, at, p) => {
        const more = ranked.map((one, i) =>
          i === at % ranked.length
            ? { ...one, matches: one.matches.slice(0, p) + '1' + one.matches.slice(p + 1) }
            : one,
        );
        const far = (some: typeof ranked): number[] =>
          coverageOfTokens(tokens, some).map(([, place]) => TOKEN_COVERAGE.indexOf(place));
        far(more).forEach((place, i) => expect(place).toBeLessThanOrEqual(far(ranked)[i] ?? 0));
      }),
    ));
});

test('the odds of the tokens are added up; a token that was never learnt has none', () => {
  const odds = { x: [0.5, 0, 0, -2, 0], '@person': [0.25, 0, 0, 0, 0] };
  expect(
    oddsOfTokens(
      [
        ['x', 'nowhere'],
        ['@person', 'best'],
        ['y', 'best'],
      ],
      odds,
    ),
  ).toBe(-1.75);
  // A question may have words that objects have too.
  expect(
    oddsOfTokens(
      [
        ['constructor', 'best'],
        ['toString', 'nowhere'],
      ],
      odds,
    ),
  ).toBe(0);
});
