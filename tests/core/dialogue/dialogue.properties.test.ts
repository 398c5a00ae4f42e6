import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Answer, Ask, Question } from '../../../src/core/index.ts';
import { brokenRules } from '../../support/contract.ts';
import { eventsCorpus } from '../../support/events-corpus.ts';

const { anew, articles } = await eventsCorpus({ more: ['local-news', 'wire'] });

// Turns are put together from pieces of the reports and from what people say who go on about something.
const pieces = articles.flatMap(({ title, text }) => `${title}\n${text}`.match(/[\p{L}\p{N}]{2,7}/gu) ?? []);
const FOLLOW_UPS = [
  '點解？',
  '邊度？',
  '为什么？',
  '還有嗎？',
  '那格羅夫呢？',
  '她怎麼說？',
  '他們呢？',
  '那次會面呢？',
  '那7月呢？',
  '海湾晚报呢？',
  '謝謝',
  'Where?',
  'What about Grove?',
  'What did she say?',
  'Anything else?',
  'And in 2023?',
];
const ASKING = [
  '誰',
  '多少',
  '說了什麼',
  '的時間線',
  '有哪些會面',
  '各媒體怎樣報道',
  '列出',
  '的報道',
  '2024年5月',
  '上個月',
  '周可晴寫的',
  '標籤「文化」',
  '山城新闻',
  '別處時報',
  '2023年13月',
  'since:2024-06',
  '量子電腦',
  '？',
];
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...pieces) },
  { weight: 4, arbitrary: fc.constantFrom(...ASKING) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.constantFrom(...FOLLOW_UPS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('林望舒和格羅夫會談了多久？', '西角渡輪起火', '白沙角鯨魚', '杜若川判囚幾年？'),
  },
);
const anyTurn: fc.Arbitrary<Question> = fc
  .record(
    {
      text: anyText,
      conversation: fc.constantFrom('one', 'one', 'one', 'two'),
      outlet: fc.constantFrom('河畔日報', 'bay evening news'),
      author: fc.constantFrom('周可晴', '罗远山'),
      since: fc.constantFrom('2023', '2024-05', '2024-07'),
      until: fc.constantFrom('2023-12', '2024年5月', '2024'),
      limit: fc.integer({ min: 1, max: 6 }),
      as: fc.constantFrom('answer', 'comparison', 'timeline', 'listing'),
      anywhere: fc.boolean(),
    },
    { requiredKeys: ['text'] },
  )
  .chain((question) =>
    // Most turns are nothing but words.
    fc
      .integer({ min: 0, max: 2 })
      .map((options): Question =>
        options > 0 ? { text: question.text, conversation: question.conversation ?? 'one' } : question,
      ),
  );

test('every turn of any conversation keeps the contract', async () => {
  const kinds = new Set<Answer['kind']>();
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyTurn, { minLength: 1, maxLength: 8 }), async (turns) => {
      const ask: Ask = anew();
      for (const turn of turns) {
        const answer = await ask(turn);
        kinds.add(answer.kind);
        if (answer.understood !== null) followed += 1;
        expect(brokenRules(turn, answer, articles)).toEqual([]);
      }
    }),
    { numRuns: 120 },
  );
  // Conversations in which nothing was found, or that never went on, would have shown nothing.
  const all: readonly Answer['kind'][] = [
    'answered',
    'not-found',
    'rejected',
    'greeting',
    'comparison',
    'timeline',
    'listing',
  ];
  expect(all.filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(followed).toBeGreaterThan(20);
});

test('what one person talks about changes nothing for another', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyTurn, { minLength: 1, maxLength: 5 }),
      fc.array(anyTurn, { minLength: 1, maxLength: 5 }),
      async (mine, theirs) => {
        const alone = anew();
        const beside = anew();
        for (const [at, turn] of mine.entries()) {
          const other = theirs[at];
          if (other !== undefined) await beside({ ...other, conversation: 'theirs' });
          const question = { ...turn, conversation: 'mine' };
          expect(await beside(question)).toEqual(await alone(question));
        }
      },
    ),
    { numRuns: 40 },
  );
});
