import { describe, expect, test } from 'vitest';

import {
  createAsk,
  createLibrary,
  parseOutlets,
  type Answer,
  type Filters,
  type Question,
} from '../../../../src/core/index.ts';
import { strays } from '../../../support/contract.ts';
import { eventsCorpus, OUTLETS } from '../../../support/events-corpus.ts';
import { fakeArticle } from '../../../support/fake-library.ts';
import { shippedNames } from '../../../support/shipped-data.ts';
import { reasonOf } from '../../../../src/messages/index.ts';

const { ask, articles, anew } = await eventsCorpus({ more: ['local-news', 'wire'] });
const HELD = ['河畔日報', '海湾晚报', '山城新闻', 'Harbour Post'];

const asked = (question: string | Question): Promise<Answer> =>
  ask(typeof question === 'string' ? { text: question } : question);
const cited = ({ citations }: Answer): string[] => citations.map(({ articleId }) => articleId);
const NOTHING: Filters = { outlet: null, since: null, until: null };

describe('filters in words and as options are stated as understood, and only what is within is named', () => {
  test.each<[string | Question, Partial<Filters>]>([
    ['海湾晚报報道林望舒和格羅夫會談了多久？', { outlet: '海湾晚报' }],
    ['What does Hill City News report of Lin Wangshu?', { outlet: '山城新闻' }],
    ['據河畔日報報道，西角渡輪起火有多少人受傷？', { outlet: '河畔日報' }],
    [{ text: '林望舒', outlet: 'bay evening news' }, { outlet: '海湾晚报' }],
    ['標籤「文化」的風箏展出多少隻？', { tag: '文化' }],
    [{ text: '竹嶺風箏', tag: '文化' }, { tag: '文化' }],
    [{ text: '竹嶺梨園', author: '周可晴' }, { author: '周可晴' }],
    [
      { text: '竹岭梨园', author: '周可晴', tag: '天气' },
      { author: '周可晴', tag: '天氣' },
    ],
    [{ text: 'Bamboo Ridge lunches', author: 'nora whitfield' }, { author: 'Nora Whitfield' }],
    ['2024年8月的報道：河熱病個案有多少宗？', { since: '2024-08-01', until: '2024-08-31' }],
    ['2024年8月6日的报道，河热病个案有多少宗？', { since: '2024-08-06', until: '2024-08-06' }],
    ['since:2024-06 until:2024-06 有多少人受傷？', { since: '2024-06-01', until: '2024-06-30' }],
    [
      { text: '林望舒', since: '2024-07', until: '2024' },
      { since: '2024-07-01', until: '2024-12-31' },
    ],
    ['2024年6月的報道：海湾晚报說起火有多少人受傷？', { outlet: '海湾晚报', since: '2024-06-01', until: '2024-06-30' }],
  ])('%j', async (question, filters) => {
    const answer = await asked(question);
    expect(answer.kind).toBe('answered');
    expect(answer.filters).toEqual({ ...NOTHING, ...filters });
    expect(strays(answer, articles)).toEqual([]);
  });

  test('part of an author’s name, or a title before it, is the author', async () => {
    for (const author of ['可晴', ' 周可晴 '])
      expect(cited(await ask({ text: '竹嶺梨園', author })).toSorted()).toEqual(['frost.riverside', 'pears.riverside']);
  });

  test('a kind of article: only those are asked, and news is what is of no other kind', async () => {
    const article = (id: string, more: object) =>
      fakeArticle(id, [`${id}表示，渡輪加價百分之五，下月起實施，船公司說不得不加。`], { outlet: '河畔日報', ...more });
    const all = [article('甲', { kind: 'opinion' }), article('乙', {}), article('丙', { kind: 'satire' })];
    const own = createAsk(await createLibrary(all, shippedNames()), OUTLETS);
    for (const [kind, id] of [
      ['opinion', '甲'],
      ['news', '乙'],
      ['satire', '丙'],
    ] as const) {
      const answer = await own({ text: '渡輪加價多少？', kind });
      expect(cited(answer)).toEqual([id]);
      expect(answer.filters).toEqual({ ...NOTHING, kind });
      expect(answer.citations[0]?.kind).toBe(kind === 'news' ? undefined : kind);
    }
    expect((await own({ text: '渡輪加價多少？', kind: 'transcript' })).kind).toBe('not-found');
    expect(await own({ text: '列出所有報道', kind: 'opinion' })).toMatchObject({
      kind: 'listing',
      articles: [{ articleId: '甲', kind: 'opinion' }],
    });
  });

  test('whoever has a longer name is somebody else', async () =>
    expect(await ask({ text: '竹嶺梨園', author: '周可' })).toMatchObject({
      kind: 'rejected',
      reason: { code: 'unknown-author' },
    }));

  test.each(['林望舒和格羅夫會面 until:2020-12-31', 'since:2010 until:2012-12-31 林望舒會談'])(
    'days that are typed hold, whatever else there is: %s',
    async (text) => expect(await ask({ text })).toMatchObject({ kind: 'not-found', citations: [] }),
  );

  test('an outlet that came as an option is the only one that is compared', async () => {
    const answer = await ask({ text: '各媒體怎樣報道林望舒和格羅夫的會談？', outlet: '河畔日報' });
    expect(new Set(answer.citations.map(({ outlet }) => outlet))).toEqual(new Set(['河畔日報']));
  });

  test('somebody who is only named is no filter', async () => {
    const answer = await ask({ text: '周可晴說了甚麼？' });
    expect(answer.filters).toEqual(NOTHING);
  });

  test('an outlet that is quoted, not asked, is none: what RFA is said to have said', async () =>
    expect((await ask({ text: '林望舒怎樣回應別處時報？' })).kind).not.toBe('rejected'));
});

describe('days of what happened', () => {
  test.each<[string, string | null, string | null, string, string]>([
    // The sale was on the 26th and 27th, the report is of the 28th: no filter is stated that would shut it out.
    ['10月26日至27日賣出多少箱秋梨？', null, null, 'pears.riverside', '四百箱'],
    ['7月19日林望舒和格羅夫談了甚麼？', null, null, 'second-meeting.riverside', '延至冬季'],
    ['2024年7月林望舒和格羅夫談了甚麼？', '2024-07-01', '2024-07-31', 'second-meeting.riverside', '延至冬季'],
    ['2024年5月14日林望舒和格羅夫談甚麼？', '2024-05-14', '2024-05-14', 'call.', '工程'],
    ['How many pupils get free lunches in June 2023?', '2023-06-01', '2023-06-30', 'meals.harbour', '2,400'],
  ])('%s is answered, and says of which days the reports are', async (text, since, until, article, words) => {
    const answer = await ask({ text });
    expect(answer.kind).toBe('answered');
    expect(answer.filters).toEqual({ ...NOTHING, since, until });
    expect(answer.citations[0]?.articleId).toContain(article);
    expect(answer.points[0]?.quote).toContain(words);
  });

  test('a report of the day after is of them too, though it was published outside', async () => {
    // Asked of its outlet alone: another one carries the same words, and copies are shown once.
    const answer = await ask({ text: '2024年5月11日至12日林望舒和格羅夫會談了多久？', outlet: '山城新闻' });
    expect(cited(answer)).toContain('meeting.hill');
    expect(answer.citations.find(({ articleId }) => articleId === 'meeting.hill')?.date).toBe('2024-05-13');
    expect(cited(answer)).not.toContain('second-meeting.riverside');
  });

  test('the same days as options are those of the reports', async () => {
    const answer = await ask({ text: '林望舒和格羅夫會談了多久？', since: '2024-05-11', until: '2024-05-12' });
    expect(cited(answer).toSorted()).toEqual(['meeting.bay', 'meeting.riverside']);
  });
});

describe('days that are told from the reader’s own', () => {
  const on = (year: number, month: number, day: number) =>
    anew({ now: () => new Date(year, month - 1, day, 12).getTime() });

  test.each<[string, readonly [number, number, number], string, string]>([
    ['上個月林望舒和格羅夫談了甚麼？', [2024, 8, 3], '2024-07-01', '2024-07-31'],
    ['上个月林望舒和格罗夫谈了什么？', [2024, 6, 30], '2024-05-01', '2024-05-31'],
    ['上個月林望舒和格羅夫談了甚麼？', [2025, 1, 1], '2024-12-01', '2024-12-31'],
    ['去年7月林望舒和格羅夫談了甚麼？', [2025, 2, 1], '2024-07-01', '2024-07-31'],
    ['去年林望舒和格羅夫談了甚麼？', [2025, 2, 1], '2024-01-01', '2024-12-31'],
    ['今年5月林望舒和格羅夫談了甚麼？', [2024, 12, 31], '2024-05-01', '2024-05-31'],
    ['What did Lin Wangshu say last May?', [2024, 8, 1], '2024-05-01', '2024-05-31'],
    ['What did Lin Wangshu say last month?', [2024, 8, 1], '2024-07-01', '2024-07-31'],
    ['昨天林望舒和格羅夫談了甚麼？', [2024, 5, 15], '2024-05-14', '2024-05-14'],
  ])('%s on %j', async (text, [year, month, day], since, until) => {
    const answer = await on(year, month, day)({ text });
    expect(answer.filters).toEqual({ ...NOTHING, since, until });
  });

  test('the same words on another day are answered by other reports', async () => {
    const text = '上個月林望舒和格羅夫談了甚麼？';
    expect(cited(await on(2024, 8, 3)({ text }))).toEqual(['second-meeting.riverside']);
    const inJune = cited(await on(2024, 6, 3)({ text }));
    expect(inJune.length).toBeGreaterThan(0);
    expect(inJune).not.toContain('second-meeting.riverside');
    expect((await on(2022, 8, 3)({ text })).kind).toBe('not-found');
  });
  test('words that name days are not called unknown', async () => {
    for (const text of ['去年7月林望舒和格羅夫談了甚麼？', '上个月林望舒说了什么？', '2024年7月以来林望舒说了什么？'])
      expect((await ask({ text })).unmatched).toEqual([]);
  });
});

describe('what cannot be is rejected, in words as in options', () => {
  test.each<[string | Question, string, readonly string[]]>([
    ['2023年13月有甚麼報道？', 'bad-date', ['2023年13月']],
    ['2024年2月30日林望舒說了甚麼？', 'bad-date', ['2024年2月30日']],
    ['What happened on June 31, 2024?', 'bad-date', ['June 31, 2024']],
    ['林望舒 since:2023-13', 'bad-date', ['2023-13']],
    [{ text: '林望舒', since: '2023年13月' }, 'bad-date', ['2023年13月']],
    [{ text: '林望舒', until: 'soon' }, 'bad-date', ['soon']],
    ['林望舒 since:2024-06 until:2024-01', 'dates-reversed', ['2024-06-01', '2024-01-31']],
    ['2024年6月至2024年1月的報道', 'dates-reversed', ['2024-06-01', '2024-01-31']],
    [{ text: '林望舒', since: '2024-06', until: '2024-01' }, 'dates-reversed', ['2024-06-01', '2024-01-31']],
    [{ text: '林望舒', outlet: '火星報' }, 'unknown-outlet', ['火星報', ...HELD]],
    [{ text: '梨園', author: '王大文' }, 'unknown-author', ['王大文', '周可晴', '罗远山', 'Nora Whitfield']],
    [{ text: '梨園', author: '周' }, 'unknown-author', ['周可晴']],
    [{ text: '梨園', tag: '體育' }, 'unknown-tag', ['體育', '農業', '文化', 'schools']],
    ['別處時報怎樣報道林望舒？', 'unknown-outlet', ['別處時報', ...HELD]],
    ['别处时报的报道说了什么？', 'unknown-outlet', ['別處時報', ...HELD]],
    ['What did Elsewhere Times report of the ferry?', 'unknown-outlet', HELD],
    [{ text: '林望舒', outlet: 'Elsewhere Times' }, 'unknown-outlet', ['Elsewhere Times', ...HELD]],
  ])('%j: %s', async (question, code, mentioned) => {
    const answer = await asked(question);
    expect(answer).toMatchObject({ kind: 'rejected', reason: { code }, points: [], citations: [] });
    const reason = reasonOf(answer) ?? '';
    expect(mentioned.filter((word) => !reason.includes(word))).toEqual([]);
  });
});

describe('a filter that leaves nothing', () => {
  // Six reports have words of hers; which three of them come first is no matter here.
  // One outlet has the other's report, so that the two are listed once.
  const MEETING = expect.stringMatching(/^meeting\.(?:riverside|hill)$/) as unknown;
  const HERS = expect.stringMatching(/^(?:call|meeting|second-meeting)\./) as unknown;
  test.each<[string | Question, unknown]>([
    [{ text: '西角渡輪起火有多少人受傷？', since: '2024-07' }, 'ferry-fire.riverside'],
    [{ text: '杜若川判囚幾年？', outlet: '海湾晚报' }, 'verdict.riverside'],
    [{ text: '林望舒', tag: '文化' }, 'call.riverside'],
    [{ text: '林望舒和格羅夫會談了多久？', author: '周可晴' }, MEETING],
    ['2020年林望舒說了甚麼？', HERS],
    ['Harbour Post怎樣報道林望舒？', 'call.riverside'],
    ['2025年林望舒說了甚麼？', HERS],
    ['2023年3月河熱病個案有多少宗？', 'fever-monday.riverside'],
    [{ text: '2020年林望舒說了甚麼？', until: '2021' }, HERS],
  ])('%j says what there is without it', async (question, article) => {
    const answer = await asked(question);
    if (answer.kind !== 'not-found') throw new Error(`It is ${answer.kind}.`);
    expect(answer.points).toEqual([]);
    expect(answer.unfiltered.map(({ articleId }) => articleId)).toContainEqual(article);
    // What is nearest within it is not named again.
    const nearest = new Set(answer.nearest.map(({ articleId }) => articleId));
    expect(answer.unfiltered.filter(({ articleId }) => nearest.has(articleId))).toEqual([]);
    for (const { articleId, title, date, outlet } of answer.unfiltered)
      expect(articles.find(({ id }) => id === articleId)).toMatchObject({ title, date, outlet });
  });

  test('a day and a filter that leave each other nothing', async () => {
    const answer = await asked({ text: '2024年6月2日西角渡輪起火有多少人受傷？', since: '2024-07' });
    expect(answer.kind).toBe('not-found');
  });

  test('where there is no filter there is nothing without it', async () =>
    expect(await ask({ text: '量子電腦幾錢？' })).toMatchObject({ kind: 'not-found', unfiltered: [] }));
  test('a list of nothing says what there is on the same subject', async () => {
    const answer = await ask({ text: '列出2022年林望舒的報道' });
    if (answer.kind !== 'not-found') throw new Error(`It is ${answer.kind}.`);
    expect(answer.filters).toMatchObject({ since: '2022-01-01', until: '2022-12-31' });
    expect(answer.unfiltered[0]?.articleId).toBe('second-meeting.riverside');
  });
});

describe('anywhere', () => {
  test('drops what words narrow, and answers from all', async () => {
    const text = '河畔日報怎樣報道杜若川不服判決提出上訴？';
    const [within, anywhere] = await Promise.all([ask({ text }), ask({ text, anywhere: true })]);
    expect(within.filters.outlet).toBe('河畔日報');
    expect(cited(within)).not.toContain('appeal.hill');
    expect(anywhere.filters).toEqual(NOTHING);
    expect(cited(anywhere)).toContain('appeal.hill');
  });

  test('drops days that words name', async () => {
    const answer = await ask({ text: '2020年林望舒和格羅夫會談了多久？', anywhere: true });
    expect(answer).toMatchObject({ kind: 'answered', filters: NOTHING });
  });

  test('keeps what came as an option', async () =>
    expect((await ask({ text: '林望舒', outlet: '山城新闻', anywhere: true })).filters.outlet).toBe('山城新闻'));
});

describe('an option goes before words', () => {
  test('of outlets', async () => {
    const answer = await ask({ text: '海湾晚报报道林望舒和格罗夫会谈多久？', outlet: '山城新闻' });
    expect(answer.filters.outlet).toBe('山城新闻');
    expect(answer.citations.map(({ outlet }) => outlet)).toSatisfy((outlets: string[]) =>
      outlets.every((outlet) => outlet === '山城新闻'),
    );
  });

  test('of days: what one end does not say, words do not either', async () => {
    const answer = await ask({ text: '2024年5月的報道：林望舒和格羅夫會面同意甚麼？', since: '2024-07' });
    expect(answer.filters).toMatchObject({ since: '2024-07-01', until: null });
    expect(cited(answer)).toEqual(['second-meeting.riverside']);
  });

  test('and both together narrow by each', async () => {
    const answer = await ask({ text: '2024年5月的報道：林望舒和格羅夫會談多久？', outlet: '山城新闻' });
    expect(answer.filters).toEqual({ outlet: '山城新闻', since: '2024-05-01', until: '2024-05-31' });
    expect(new Set(cited(answer))).toEqual(new Set(['meeting.hill']));
  });
});

describe('an article without a day or an outlet', () => {
  const undated = [
    fakeArticle('lantern', ['走馬燈用十六根竹篾紮成，竹篾要先浸水。'], {
      date: null,
      outlet: '山城新闻',
      title: '走馬燈',
    }),
    fakeArticle('kite', ['風箏用八根竹篾紮成。'], { date: null, outlet: null, title: '風箏' }),
  ];

  test('lies outside every span of days, and is found where days are not asked for', async () => {
    const askUndated = createAsk(await createLibrary(undated, shippedNames()), OUTLETS);
    expect(cited(await askUndated({ text: '走馬燈' }))).toEqual(['lantern']);
    expect(await askUndated({ text: '走馬燈', since: '1900' })).toMatchObject({ kind: 'not-found' });
    expect(cited(await askUndated({ text: '風箏' }))).toEqual(['kite']);
    expect(await askUndated({ text: '風箏', outlet: '山城新闻' })).toMatchObject({ kind: 'not-found', citations: [] });
  });

  test('of a corpus without any day, words that name days narrow nothing', async () => {
    const askUndated = createAsk(await createLibrary(undated, shippedNames()), parseOutlets(''));
    expect((await askUndated({ text: '2023年走馬燈用多少根竹篾？' })).filters).toEqual(NOTHING);
  });
});
