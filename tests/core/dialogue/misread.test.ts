import { describe, expect, test } from 'vitest';

import { eventsCorpus } from '../../support/events-corpus.ts';

const { anew } = await eventsCorpus({ more: ['local-news', 'wire'] });

/** The turn after one about 林望舒. */
async function after(text: string) {
  const ask = anew();
  await ask({ text: '林望舒和格羅夫會談了多久？', conversation: 'one' });
  return await ask({ text, conversation: 'one' });
}

describe('what looks like a follow-up and is none', () => {
  test.each([
    ['猶他州州長是誰？', 'a pronoun inside a place'],
    ['馬爾他在哪裏？', 'likewise'],
    ['河熱病應該怎樣預防？', '該 of 應該'],
    ['誰因此事件受傷？', '此 of 因此'],
  ])('%s: %s', async (text) => expect((await after(text)).understood).toBeNull());
});

test('days that are named by their distance stand in the place of those before', async () => {
  const ask = anew();
  await ask({ text: '2024年5月林望舒和格羅夫有哪些會面？', conversation: 'one' });
  const answer = await ask({ text: '那去年呢？', conversation: 'one' });
  expect(answer.filters).toMatchObject({ since: '2024-01-01', until: '2024-12-31' });
});

test.each([
  `那${' '.repeat(950)}x${'abc'.repeat(15)}`,
  `what about${' '.repeat(900)}x?`,
  '那'.repeat(1000),
  '，'.repeat(400) + '呢',
])('takes no longer for %#, whatever is repeated in it', async (text) => {
  // Backtracking took a minute: the runner's own limit would tell.
  expect((await anew()({ text })).question).toBe(text);
});

test('a page of a question is answered and not gone on from', async () => {
  const ask = anew();
  await ask({ text: `林望舒說了甚麼？${'請說明。'.repeat(60)}`, conversation: 'one' });
  expect((await ask({ text: '在哪裏？', conversation: 'one' })).kind).toBe('not-found');
});
