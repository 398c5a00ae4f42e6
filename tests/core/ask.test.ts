import { describe, expect, test } from 'vitest';

import {
  createAsk,
  createLibrary,
  parseOutlets,
  type Answer,
  type InterfaceLang,
  type Question,
} from '../../src/core/index.ts';
import { fakeArticle } from '../support/fake-library.ts';
import { rankingCorpus } from '../support/ranking-corpus.ts';
import { shippedNames } from '../support/shipped-data.ts';
import { reasonOf } from '../../src/messages/index.ts';

const { ask, articles } = await rankingCorpus();
const OUTLETS = ['河畔日報', '海湾晚报', '山城新闻', 'Harbour Post'];
const LANGS: readonly InterfaceLang[] = ['zh-Hant', 'zh-Hans', 'en'];

/** The outlets and days of everything that an answer names. */
const named = ({ citations, nearest }: Answer): { outlet: string | null; date: string | null }[] =>
  [...citations, ...nearest].map(({ outlet, date }) => ({ outlet, date }));

describe('filters', () => {
  test.each([
    ['河畔日報', '河畔日報'],
    ['河畔日报', '河畔日報'],
    ['riverside daily', '河畔日報'],
    ['rd', '河畔日報'],
    ['海灣晚報', '海湾晚报'],
    [' Bay Evening NEWS ', '海湾晚报'],
    ['港口郵報', 'Harbour Post'],
    ['HARBOUR POST', 'Harbour Post'],
  ])('the outlet %s is %s, and nothing else is named', async (given, outlet) => {
    const answer = await ask({ text: '青灣大橋 harbour', outlet: given });
    expect(answer.filters).toEqual({ outlet, since: null, until: null });
    expect(named(answer).length).toBeGreaterThan(0);
    expect(named(answer).filter((one) => one.outlet !== outlet)).toEqual([]);
  });

  test.each<[string | undefined, string | undefined, string | null, string | null]>([
    ['2024', undefined, '2024-01-01', null],
    [undefined, '2024', null, '2024-12-31'],
    ['2024-03', '2024-03', '2024-03-01', '2024-03-31'],
    ['2024年3月12日', '2024/3/12', '2024-03-12', '2024-03-12'],
    ['2024-02', '2024年9月', '2024-02-01', '2024-09-30'],
  ])('since %s until %s: from %s to %s', async (since, until, first, last) => {
    const answer = await ask({ text: '青灣大橋', since, until });
    expect(answer.filters).toEqual({ outlet: null, since: first, until: last });
    expect(named(answer).length).toBeGreaterThan(0);
    expect(named(answer).filter(({ date }) => date === null || date < (first ?? '') || date > (last ?? '9'))).toEqual(
      [],
    );
  });

  test.each<[string, Omit<Question, 'text'>, string]>([
    ['a day decides between two reports', { since: '2024-09' }, 'bridge-closes'],
    ['so does its end', { until: '2024-08' }, 'bridge-opens'],
    ['the first and the last day belong to the span', { since: '2024-09-02', until: '2024-09-02' }, 'bridge-closes'],
    ['an outlet decides too', { outlet: 'Riverside Daily' }, 'bridge-opens'],
  ])('%s', async (_, filters, article) => {
    const answer = await ask({ text: '青灣大橋', ...filters });
    expect(answer.citations.map(({ articleId }) => articleId)).toEqual([article]);
  });

  test('what lies outside them is not found, and named neither', async () => {
    const answer = await ask({ text: '蜂蜜產量下降幾成？', since: '2024' });
    expect(answer).toMatchObject({ kind: 'not-found', points: [] });
    expect(answer.nearest.map(({ articleId }) => articleId)).not.toContain('honey');
  });

  test('an article without a day lies outside every span', async () => {
    const undated = fakeArticle('undated', ['青灣大橋通車。'], { date: null });
    const askUndated = createAsk(await createLibrary([undated], shippedNames()), parseOutlets(''));
    expect((await askUndated({ text: '青灣大橋通車' })).kind).toBe('answered');
    expect(await askUndated({ text: '青灣大橋通車', since: '1900' })).toMatchObject({ kind: 'not-found', nearest: [] });
  });
});

describe('what is rejected', () => {
  test.each<[string, Question, string, readonly string[]]>([
    ['nothing', { text: '' }, 'empty', []],
    ['white space', { text: ' \n　\t' }, 'empty', []],
    ['marks that nobody sees', { text: '\u202e\u200f\u0000\ufeff' }, 'empty', []],
    ['punctuation', { text: '？！…' }, 'no-words', []],
    ['a picture', { text: '🌉🌉' }, 'no-words', []],
    ['a document', { text: '橋'.repeat(1001) }, 'too-long', ['1001', '1000']],
    ['no date', { text: '大橋', since: '昨天' }, 'bad-date', ['昨天']],
    ['a day that does not exist', { text: '大橋', until: '2023-02-29' }, 'bad-date', ['2023-02-29']],
    ['an empty date', { text: '大橋', since: '' }, 'bad-date', []],
    [
      'days the wrong way round',
      { text: '大橋', since: '2024', until: '2023-05' },
      'dates-reversed',
      ['2024-01-01', '2023-05-31'],
    ],
    ['an outlet that nobody knows', { text: '大橋', outlet: '火星時報' }, 'unknown-outlet', ['火星時報', ...OUTLETS]],
    [
      'one that this corpus has nothing of',
      { text: '大橋', outlet: 'Elsewhere Times' },
      'unknown-outlet',
      ['Elsewhere Times', ...OUTLETS],
    ],
  ])('%s: %j', async (_, question, code, mentioned) => {
    const reasons = await Promise.all(
      LANGS.map(async (lang) => {
        const answer = await ask({ ...question, lang });
        expect(answer).toMatchObject({
          kind: 'rejected',
          reason: { code },
          lang,
          confidence: 0,
          points: [],
          citations: [],
          nearest: [],
        });
        expect(answer.question).toBe(question.text);
        return reasonOf(answer) ?? '';
      }),
    );
    for (const reason of reasons) for (const word of mentioned) expect(reason).toContain(word);
    // One sentence each, in three languages: none is another's.
    expect(new Set(reasons).size).toBe(3);
  });

  test('the longest question that is looked up has 1,000 units', async () => {
    expect((await ask({ text: `青灣大橋${'？'.repeat(996)}` })).kind).toBe('answered');
  });
});

describe('small talk', () => {
  test.each<[string, string, InterfaceLang]>([
    ['你好', 'hello', 'zh-Hant'],
    ['谢谢', 'thanks', 'zh-Hans'],
    ['Hello!', 'hello', 'en'],
    ['help', 'help', 'en'],
    ['再見', 'goodbye', 'zh-Hant'],
  ])('%s → %s', async (text, topic, lang) => {
    const answer = await ask({ text });
    expect(answer).toMatchObject({
      kind: 'greeting',
      topic,
      lang,
      points: [],
      citations: [],
      nearest: [],
      unmatched: [],
    });
  });

  test('a question that begins with a greeting is a question', async () =>
    expect((await ask({ text: '你好，青灣大橋全長多少公里？' })).kind).toBe('answered'));
});

describe('an answer', () => {
  test('repeats the question as it was asked', async () => {
    const text = ' 青灣大橋\u202e全長多少公里？\n';
    const answer = await ask({ text });
    expect(answer.question).toBe(text);
    expect(answer.points[0]?.quote).toContain('全長七公里');
  });

  test.each([
    ['青灣大橋全長多少公里？', 'zh-Hant'],
    ['青湾大桥全长多少公里？', 'zh-Hans'],
    ['How many moorings?', 'en'],
  ])('%s is answered in %s', async (text, lang) => expect((await ask({ text })).lang).toBe(lang));

  test('the reader’s choice of language goes before that of the question', async () =>
    expect((await ask({ text: '青灣大橋', lang: 'en' })).lang).toBe('en'));

  test('cites with all that the article says of itself', async () => {
    const answer = await ask({ text: '青灣大橋全長多少公里？', limit: 1 });
    const { title, outlet, author, date, url, digest } = articles.find(({ id }) => id === 'bridge-opens') ?? {};
    expect(answer.citations).toEqual([
      { number: 1, articleId: 'bridge-opens', title, outlet, author, date, url, digest },
    ]);
  });

  test.each([1, 2, 3])('has at most %i points where so many are wanted', async (limit) => {
    const { points } = await ask({ text: '青灣大橋', limit });
    expect(points.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThanOrEqual(limit);
  });

  test('has at least one point, whatever limit is asked for', async () =>
    expect((await ask({ text: '青灣大橋', limit: 0 })).points).toHaveLength(1));

  test.each<[string, readonly string[]]>([
    ['比特幣現在值多少錢？', ['比特幣']],
    ['比特币', ['比特币']],
    ['量子和蝴蝶', ['量子', '蝴蝶']],
    // The corpus has 总值; whether a character alone is anywhere in it, no index of bigrams can say.
    ['值', []],
    ['停车场有多少个车位？', []],
    ['What about kangaroos?', ['kangaroos']],
    ['青灣大橋', []],
    ['青湾大桥', []],
    ['Sydney', []],
    ['How many moorings does the harbour board want?', []],
  ])('to %s says that the corpus lacks %j', async (text, unmatched) =>
    expect((await ask({ text })).unmatched).toEqual(unmatched),
  );

  test('of none says what is nearest: at most three articles, each once, with their headlines', async () => {
    const { kind, nearest } = await ask({ text: '馬拉松冠軍獎金多少錢？' });
    expect(kind).toBe('not-found');
    expect(nearest.length).toBeGreaterThan(0);
    expect(nearest.length).toBeLessThanOrEqual(3);
    expect(new Set(nearest.map(({ articleId }) => articleId)).size).toBe(nearest.length);
    expect(nearest[0]?.articleId).toMatch(/^marathon/);
    for (const { articleId, title, outlet, date } of nearest)
      expect(articles.find(({ id }) => id === articleId)).toMatchObject({ title, outlet, date });
  });

  test('of an empty corpus is honest', async () => {
    const askNobody = createAsk(await createLibrary([], shippedNames()), parseOutlets(''));
    expect(await askNobody({ text: '青灣大橋' })).toMatchObject({ kind: 'not-found', confidence: 0, nearest: [] });
    expect(await askNobody({ text: '大橋', outlet: '河畔日報' })).toMatchObject({ reason: { code: 'unknown-outlet' } });
  });
});

describe('an English archive', async () => {
  const orchard = fakeArticle(
    'orchard',
    ['The farmers planted wheat between the rows.', 'The orchestra rehearsed in the barn.'],
    { title: 'News of the day' },
  );
  const askOrchard = createAsk(await createLibrary([orchard], shippedNames()), parseOutlets(''));

  // These words have Chinese forms in the glossary, which an English text does not hold.
  test.each([
    ['What did the farmers plant?', 'planted wheat'],
    ['Where did the orchestra rehearse?', 'in the barn'],
    ['wheat', 'planted wheat'],
  ])('answers %s from its own words', async (text, quote) => {
    const answer = await askOrchard({ text });
    expect(answer).toMatchObject({ kind: 'answered', unmatched: [] });
    expect(answer.points[0]?.quote).toContain(quote);
  });
});

test('a quote never comes from a caption, a credit, a dateline or a line of editors, though its words are found', async () => {
  const article = fakeArticle('captioned', ['木偶戲班抵達碼頭。', '圖為木偶師傅整理戲服。', '責任編輯：木偶雜誌']);
  const kinds = ['paragraph', 'caption', 'editor'] as const;
  const blocks = article.blocks.map(({ start, end }, i) => ({ kind: kinds[i] ?? 'paragraph', start, end }));
  const askCaptioned = createAsk(await createLibrary([{ ...article, blocks }], shippedNames()), parseOutlets(''));
  for (const text of ['木偶', '木偶師傅整理戲服', '木偶雜誌']) {
    const { points } = await askCaptioned({ text });
    expect(points.filter(({ quote }) => quote !== '木偶戲班抵達碼頭。')).toEqual([]);
  }
  expect((await askCaptioned({ text: '木偶' })).points).toHaveLength(1);
});

describe('threshold', () => {
  test('0 refuses nothing that is found, 1 all of it', async () => {
    const text = '青灣大橋的潛水艇有多少艘？';
    expect((await ask({ text })).kind).toBe('not-found');
    expect((await ask({ text, threshold: 0 })).kind).toBe('answered');
    expect((await ask({ text: '青灣大橋', threshold: 1 })).kind).toBe('not-found');
  });
});
