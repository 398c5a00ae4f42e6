import * as fc from 'fast-check';
import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';

import type { Answer, Question } from '../../src/core/index.ts';
import { rankingCorpus } from '../support/ranking-corpus.ts';

const { ask, articles } = await rankingCorpus();

// Pieces of the corpus and of questions about it, with a word here and there that it does not hold.
const pieces = articles.flatMap(({ title, text }) => `${title}\n${text}`.match(/[\p{L}\p{N}]{2,7}/gu) ?? []);
const words = fc.constantFrom(
  '誰',
  '边个',
  '多少',
  '點解',
  '何时',
  '說了什麼',
  '在哪裡',
  'who',
  'How many',
  '比特幣',
  '2023年',
  '？',
);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom('\ud800', '\u202e', '\u0000', '\u200b', '\n', ' ', '，') },
);
const anyText = fc.array(piece, { maxLength: 7 }).map((parts) => parts.join(''));
const anyQuestion: fc.Arbitrary<Question> = fc.record(
  {
    text: anyText,
    outlet: fc.constantFrom('河畔日報', 'bay evening news', 'nobody'),
    since: fc.constantFrom('2023', '2024-01', '2030', 'soon'),
    until: fc.constantFrom('2022-12', '2024年5月', '2024-06-18'),
    limit: fc.integer({ min: 1, max: 25 }),
  },
  { requiredKeys: ['text'] },
);

test('every answer keeps the contract, whatever is asked', async () => {
  const kinds = new Set<Answer['kind']>();
  await fc.assert(
    fc.asyncProperty(anyQuestion, async (question) => {
      const answer = await ask(question);
      kinds.add(answer.kind);
      checkContract(question, answer);
    }),
    // An event's days find a report of other days, which then is not within the filter that the answer states.
    // One sentence answers both questions of a message.
    {
      numRuns: 150,
      examples: [
        [{ text: '2023年山城博物馆失窃' }],
        [{ text: '十七件瓷器不知？警方在碼頭一個？', outlet: '河畔日報' }],
      ],
    },
  );
  // Questions of which none was answered would have shown nothing.
  expect([...kinds]).toEqual(expect.arrayContaining(['answered', 'not-found', 'rejected']));
});

function checkContract(question: Question, { kind, points, citations, confidence, ...answer }: Answer): void {
  expect(answer.question).toBe(question.text);
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  expect(points.length > 0).toBe(kind === 'answered');
  expect(points.length).toBeLessThanOrEqual(question.limit ?? 3);
  // Numbered from 1 in order of first use, so that none dangles and none is unused.
  const leads = 'leads' in answer ? (answer.leads ?? []) : [];
  const events = 'events' in answer ? answer.events.flatMap((event) => [event, ...event.also]) : [];
  const cited = [...points, ...leads, ...events].map(({ citation }) => citation);
  expect([...new Set(cited)]).toEqual(citations.map(({ number }) => number));
  expect(citations.map(({ number }) => number)).toEqual(citations.map((_, i) => i + 1));
  expect(new Set(citations.map(({ articleId }) => articleId)).size).toBe(citations.length);
  points.forEach(({ quote, citation, start, end, speaker, sameAs, part }, i) => {
    const article = articles.find(({ id }) => id === citations[citation - 1]?.articleId);
    expect(quote).toBe(article?.text.slice(start, end));
    expect(quote.trim()).toBe(quote);
    expect(quote).not.toBe('');
    expect(speaker?.trim()).not.toBe('');
    // A fact that another article reports was quoted before.
    expect(sameAs ?? i - 1).toBeLessThan(i);
    expect(sameAs === null ? null : points[sameAs]?.citation).not.toBe(citation);
    // No two quotes of one article overlap, but where they answer two questions of one message.
    const others = points.filter((other, k) => k < i && other.citation === citation && other.part === part);
    expect(others.filter((other) => other.start < end && other.end > start)).toEqual([]);
  });
  for (const word of answer.unmatched) expect(question.text).toContain(word);
  expect(answer.nearest.length).toBeLessThanOrEqual(kind === 'not-found' ? 3 : 0);
  const { outlet, since, until } = answer.filters;
  const strays = [...citations, ...answer.nearest].filter(
    (named) =>
      (outlet !== null && named.outlet !== outlet) ||
      (since !== null && (named.date ?? '') < since) ||
      (until !== null && (named.date ?? '9') > until),
  );
  expect(strays).toEqual([]);
}

test('the same question again gets the same answer', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestion, async (question) => {
      expect(await ask(question)).toEqual(await ask(question));
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['hk', 'cn'],
  ['tw', 'cn'],
  ['cn', 'hk'],
  ['cn', 'tw'],
] as const)('a question in the script of %s gets the points of the same in that of %s', async (from, to) => {
  const convert = Converter({ from, to });
  const own = articles.filter(({ lang }) => lang === (from === 'cn' ? 'zh-Hans' : 'zh-Hant'));
  const pieces = own.flatMap(({ title, text }) => `${title}\n${text}`.match(/\p{Script=Han}{3,9}/gu) ?? []);
  const asking =
    from === 'cn' ? ['谁', '多少', '为什么', '说了什么', '？'] : ['誰', '多少', '為什麼', '說了甚麼', '？'];
  const question = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 })
    .chain((parts) => fc.constantFrom(...asking).map((word) => `${parts.join('')}${word}`));
  let differ = 0;
  await fc.assert(
    fc.asyncProperty(question, async (text) => {
      const other = convert(text);
      if (other !== text) differ += 1;
      const [one, two] = await Promise.all([ask({ text }), ask({ text: other })]);
      expect(two.kind).toBe(one.kind);
      expect(two.confidence).toBe(one.confidence);
      expect(two.points).toEqual(one.points);
      expect(two.citations).toEqual(one.citations);
      expect(two.nearest).toEqual(one.nearest);
    }),
    { numRuns: 25 },
  );
  expect(differ).toBeGreaterThan(10);
});
