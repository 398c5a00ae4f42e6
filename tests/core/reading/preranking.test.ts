import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index.ts';
import { parseIn } from '../../../src/core/question/understand.ts';
import { featureContext, scorePassages } from '../../../src/core/reading/features/read-passages.ts';
import type { FeatureContext } from '../../../src/core/reading/features/sentence-view.ts';
import { prerankingScores, preselect } from '../../../src/core/reading/features/vectors.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

async function contextOf(text: string, paragraphs: readonly string[]): Promise<FeatureContext> {
  const library = await createLibrary([fakeArticle('a', paragraphs)], shippedNames());
  const question = weighQuestion(parseIn(library, text), library);
  return featureContext(question, await scorePassages(question, library, null));
}

const ASKED = '燈塔山隧道每日有多少輛車？';

test.each([
  ['what it is asked about', '燈塔山隧道每日有三萬輛車駛過。', '市民對此意見不一，也有人贊成。'],
  ['what it is asked about in other words', '這條隧道天天都塞滿汽車。', '市民對此意見不一，也有人贊成。'],
  ['more than the subject', '燈塔山隧道每日有三萬輛車。', '燈塔山隧道去年啟用。'],
  ['more than a fragment', '燈塔山隧道每日的車輛多得駭人。', '隧道。'],
])('a sentence with %s ranks higher', async (_, likely, unlikely) => {
  const context = await contextOf(ASKED, [likely, unlikely]);
  const scores = Array.from(prerankingScores(context), ([{ original }, score]) => [original, score] as const);
  const scoreOf = (sentence: string): number => scores.find(([original]) => original === sentence)?.[1] ?? Number.NaN;
  expect(scoreOf(likely)).toBeGreaterThan(scoreOf(unlikely));
});

test('across languages sixty are', async () => {
  const paragraphs = Array.from({ length: 70 }, (_, at) => `火山爆發後第${at}艘船到了。`);
  expect(preselect(await contextOf('How many boats came after the volcano erupted?', paragraphs))).toHaveLength(60);
});

test('at most twenty-four sentences are measured, and none that scores lower than one passed over', async () => {
  const sentence = fc.constantFrom(
    '燈塔山隧道每日有車。',
    '隧道很長，車也很多。',
    '天氣不錯，大家都很高興。',
    '每日如此。',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 90 }), async (sentences) => {
      const context = await contextOf(ASKED, ['燈塔山隧道。', ...sentences]);
      const scores = prerankingScores(context);
      const kept = new Set(preselect(context));
      expect(kept.size).toBe(Math.min(24, context.views.length));
      const least = Math.min(...Array.from(kept, (view) => scores.get(view) ?? 0));
      const passedOver = context.views.filter((view) => !kept.has(view)).map((view) => scores.get(view) ?? 0);
      expect(Math.max(-Infinity, ...passedOver)).toBeLessThanOrEqual(least);
    }),
    { numRuns: 20 },
  );
});
