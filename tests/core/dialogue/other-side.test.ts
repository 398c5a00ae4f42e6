import { describe, expect, test } from 'vitest';

import type { Answer } from '../../../src/core/index.ts';
import { langEntries, templateExamples } from '../../../src/core/text/templates.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  fishing: {
    outlet: '甲報',
    date: '2022-04-02',
    title: '中美外長談漁業',
    paragraphs: [
      '王毅說，漁業問題關乎漁民生計。中國外交部說，漁業要公平。',
      '布林肯說，漁業補貼應該減半。布林肯又說，美國會公布漁船的位置。',
    ],
  },
  court: {
    outlet: '乙報',
    date: '2021-06-01',
    title: '選舉案',
    paragraphs: ['戴耀廷說，選舉要公平。曾俊華說，選舉要盡快。'],
  },
  island: { outlet: '乙報', date: '2021-05-01', title: '碼頭重開', paragraphs: ['碼頭周日重開，引起漁民關注。'] },
});

async function answersTo(turns: readonly string[]): Promise<Answer[]> {
  const conversation = turns.join();
  const answers: Answer[] = [];
  for (const text of turns) answers.push(await ask({ text, conversation }));
  return answers;
}
const lastOf = async (turns: readonly string[]): Promise<Answer | undefined> => (await answersTo(turns)).at(-1);
const examplesOf = (list: string): string[] => langWords(list).flatMap((line) => templateExamples(line));

describe('the other side is whoever speaks for it in the reports', () => {
  test.each(['zh/other-side', 'yue/other-side'].flatMap(examplesOf))('王毅怎樣說漁業？ %s呢？', async (words) => {
    const answer = await lastOf(['王毅怎樣說漁業？', `${words}呢？`]);
    expect(answer?.points[0]?.quote).toContain('布林肯說，漁業補貼應該減半');
    expect(answer?.understood).toContain('布林肯');
  });
  test.each(examplesOf('en/other-side'))('what Wang Yi said, and %s', async (words) => {
    const answer = await lastOf(['What did Wang Yi say about fisheries?', `and ${words}?`]);
    expect(answer?.points[0]?.quote).toContain('布林肯說，漁業補貼應該減半');
    expect(answer?.understood).toMatch(/^What did (?:Antony )?Blinken say about fisheries/i);
  });
  test('what they said besides is asked of them next', async () =>
    expect((await lastOf(['王毅怎樣說漁業？', '對方呢？', '他還說了什麼？']))?.understood).toBe('布林肯還說了什麼？'));
  test('one who is named is the other', async () =>
    expect((await lastOf(['王毅對布林肯怎樣說漁業？', '對方呢？']))?.understood).toBe('布林肯對王毅怎樣說漁業？'));
  test('of two countries either is asked of the other', async () =>
    expect((await lastOf(['What does the US want from China on fisheries?', 'and the other side?']))?.understood).toBe(
      'What does China want from the US on fisheries?',
    ));
});

describe('where nobody was asked before another, it is asked who is meant', () => {
  test.each([
    [['王毅和布林肯談了多久？', '對方呢？']],
    [['碼頭幾時重開？', '對方呢？']],
    [['戴耀廷怎樣說選舉？', '另一方呢？']],
  ])('%j', async (turns) => expect(await lastOf(turns)).toMatchObject({ reason: { code: 'no-context' } }));
});

describe('what is asked of the reports of the last answer', () => {
  const ofKind = (kind: string): string[] =>
    langEntries('asked-of-reports').flatMap(({ key, entry }) => (key === kind ? templateExamples(entry) : []));
  test.each(ofKind('others'))('布林肯怎樣說漁業？ %s', async (text) => {
    const answer = await lastOf(['布林肯怎樣說漁業？', text]);
    expect(answer).toMatchObject({ kind: 'listing', reporting: ['甲報'] });
  });
  test.each(ofKind('sources'))('布林肯怎樣說漁業？ %s', async (text) => {
    const answer = await lastOf(['布林肯怎樣說漁業？', text]);
    expect(answer).toMatchObject({ kind: 'listing', articles: [{ title: '中美外長談漁業' }] });
  });
  test('after what is no report, all are listed', async () =>
    expect(await lastOf(['有哪些媒體？', '列出來'])).toMatchObject({ kind: 'listing', total: 3 }));
  test.each([
    ['甲報有冇報？', 'listing'],
    ['乙報有沒有報道？', 'not-found'],
  ])('布林肯怎樣說漁業？ %s', async (text, kind) =>
    expect((await lastOf(['布林肯怎樣說漁業？', text]))?.kind).toBe(kind),
  );
});
