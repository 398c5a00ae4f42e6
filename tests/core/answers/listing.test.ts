import { describe, expect, test } from 'vitest';

import type { Filters, Listing, Question } from '../../../src/core/index.ts';
import { eventsCorpus } from '../../support/events-corpus.ts';

const { ask, articles } = await eventsCorpus({ more: ['local-news', 'wire'] });

async function listed(question: string | Question): Promise<Listing> {
  const answer = await ask(typeof question === 'string' ? { text: question } : question);
  if (answer.kind !== 'listing') throw new Error(`It is ${answer.kind}.`);
  return answer;
}

const idsOf = (listing: Listing): string[] => listing.articles.map(({ articleId }) => articleId);

const RIVERSIDE_2023 = ['pears.riverside', 'frost.riverside'];
const BAY_2023 = ['puppets.bay', 'kites.bay'];

describe('what an outlet published, newest first', () => {
  test.each<[string, readonly string[]]>([
    ['河畔日報 2023年', RIVERSIDE_2023],
    ['河畔日报2023年的报道', RIVERSIDE_2023],
    ['河畔日報2023年有甚麼報道？', RIVERSIDE_2023],
    ['河畔日報在2023年發表了哪些文章？', RIVERSIDE_2023],
    ['列出河畔日報2023年的報道', RIVERSIDE_2023],
    ['海灣晚報2023年出過咩新聞？', BAY_2023],
    ['RD in 2023', RIVERSIDE_2023],
    ['Riverside Daily 2023', RIVERSIDE_2023],
    ['What did Riverside Daily publish in 2023?', RIVERSIDE_2023],
    ['What did Bay Evening News publish in 2023?', BAY_2023],
    ['What did RD publish in 2023?', RIVERSIDE_2023],
    ['Harbour Post in June 2023', ['meals.harbour']],
    ['列出山城新闻的報道', ['appeal.hill', 'whale.hill', 'call.hill', 'meeting.hill', 'lantern.hill']],
  ])('%s', async (text, expected) => expect(idsOf(await listed(text))).toEqual(expected));
});

describe('by author, by tag, by days, by subject', () => {
  test.each<[string | Question, readonly string[], Partial<Filters>]>([
    ['周可晴的文章', RIVERSIDE_2023, { author: '周可晴' }],
    ['周可晴寫過甚麼文章？', RIVERSIDE_2023, { author: '周可晴' }],
    ['articles by Nora Whitfield', ['meals.harbour'], { author: 'Nora Whitfield' }],
    ['What did Nora Whitfield write?', ['meals.harbour'], { author: 'Nora Whitfield' }],
    [{ text: '列出所有文章', author: '罗远山' }, BAY_2023, { author: '罗远山' }],
    [{ text: '竹岭', as: 'listing', author: '罗远山' }, BAY_2023, { author: '罗远山' }],
    ['列出2023年的報道', ['puppets.bay', 'pears.riverside', 'meals.harbour', 'kites.bay', 'frost.riverside'], {}],
    ['tag:文化', [...BAY_2023, 'lantern.hill'], { tag: '文化' }],
    ['標籤「農業」的文章', RIVERSIDE_2023, { tag: '農業' }],
    ['标签为文化的报道', [...BAY_2023, 'lantern.hill'], { tag: '文化' }],
    ['列出2023年6月的報道', ['meals.harbour', 'kites.bay'], { since: '2023-06-01', until: '2023-06-30' }],
    ['列出2023年的所有報道', ['puppets.bay', 'pears.riverside', 'meals.harbour', 'kites.bay', 'frost.riverside'], {}],
    ['有哪些關於梨園的報道？', RIVERSIDE_2023, {}],
    ['關於梨園的報道有哪些？', RIVERSIDE_2023, {}],
    ['Which articles are about the ferry?', ['ferry-fire.bay', 'ferry-fire.riverside'], {}],
    ['海湾晚报發表過甚麼關於木偶的文章？', ['puppets.bay'], { outlet: '海湾晚报' }],
    ['2023年6月竹嶺有甚麼報道？', ['meals.harbour', 'kites.bay'], { since: '2023-06-01', until: '2023-06-30' }],
  ])('%j', async (question, expected, filters) => {
    const listing = await listed(question);
    expect(idsOf(listing).toSorted()).toEqual(expected.toSorted());
    expect(listing.filters).toMatchObject(filters);
  });
});

describe('a list', () => {
  test('is newest first; undated articles come last', async () => {
    const { articles: list } = await listed({ text: '列出所有報道', limit: 100 });
    const days = list.map(({ date }) => date);
    const dated = days.filter((day) => day !== null);
    expect(days.slice(0, dated.length)).toEqual(dated.toSorted().toReversed());
    expect(days.slice(dated.length)).toEqual([null, null]);
    // A text that two outlets carry is listed once.
    expect(list).toHaveLength(articles.length - 1);
  });

  test('tells how many there are, however few are shown', async () => {
    const all = await listed('列出林望舒的報道');
    const two = await listed({ text: '列出林望舒的報道', limit: 2 });
    expect(all.total).toBe(6);
    expect(idsOf(all)).toHaveLength(6);
    expect(two.total).toBe(6);
    expect(idsOf(two)).toEqual(idsOf(all).slice(0, 2));
  });

  test('shows twenty unless told', async () => {
    const listing = await listed('列出所有報道');
    expect(listing.total).toBe(articles.length - 1);
    expect(idsOf(listing)).toHaveLength(20);
  });

  test('quotes nothing, and names each article once as it is', async () => {
    const listing = await listed('列出林望舒的報道');
    expect(listing).toMatchObject({ points: [], citations: [], nearest: [] });
    expect(new Set(idsOf(listing)).size).toBe(listing.articles.length);
    for (const { articleId, title, outlet, date } of listing.articles)
      expect(articles.find(({ id }) => id === articleId)).toMatchObject({ title, outlet, date });
  });
});

test.each<Question>([
  { text: '河畔日報 2010年' },
  { text: '列出量子電腦的報道' },
  { text: '列出所有報道', outlet: 'Harbour Post', since: '2024' },
])('%j has nothing to list', async (question) =>
  expect(await ask(question)).toMatchObject({ kind: 'not-found', points: [], citations: [] }),
);

test('nothing to list within a filter: what there is without it, the newest', async () => {
  const answer = await ask({ text: '河畔日報 2010年' });
  const days = answer.kind === 'not-found' ? answer.unfiltered.map(({ date }) => date) : [];
  expect(days).toEqual(['2024-10-02', '2024-10-01', '2024-09-12']);
});

test('questions about a fact are no lists', async () => {
  for (const text of ['河畔日報報道西角渡輪起火有多少人受傷？', '林望舒說了甚麼？', '報道說河熱病個案有幾多宗？'])
    expect((await ask({ text })).kind).not.toBe('listing');
});
