import { describe, expect, test } from 'vitest';

import type { Answer } from '../../src/core/index.ts';
import { madeUpArchive } from '../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  fog: { paragraphs: ['青嶼大霧，渡輪停航三小時。'], outlet: '青嶼早報', date: '2021-03-01', author: '陳小文' },
  ferry: { tags: ['交通'], paragraphs: ['青嶼渡輪加價至十二元。'], outlet: '青嶼早報', date: '2022-05-04' },
  bridge: { tags: ['交通', '白沙'], paragraphs: ['白沙橋通車，全長六公里。'], outlet: '白沙新聞', date: '2022-05-04' },
});

const FACTS = { articles: 3, outlets: ['青嶼早報', '白沙新聞'], since: '2021-03-01', until: '2022-05-04' };

describe('what the archive is', () => {
  test.each([
    ['articles', '資料庫有多少篇報道？'],
    ['articles', 'How many articles do you have?'],
    ['outlets', '你們有哪些媒體？'],
    ['identity', 'Who are you?'],
    ['subjects', 'What is this archive about?'],
  ])('%s: %s', async (code, text) =>
    expect(await ask({ text })).toMatchObject({ kind: 'about', reason: { code }, facts: FACTS, points: [] }),
  );

  test('what it is about: the tags of several articles', async () =>
    expect((await ask({ text: 'What is this archive about?' })) as { facts?: object }).toMatchObject({
      facts: { topics: ['交通'] },
    }));

  test('within the filters that were given', async () =>
    expect(await ask({ text: '資料庫有多少篇報道？', outlet: '白沙新聞' })).toMatchObject({
      kind: 'about',
      facts: { articles: 1, outlets: ['白沙新聞'] },
    }));

  test('unless its words are to be looked for', async () =>
    expect((await ask({ text: '你們有哪些媒體？', as: 'answer' })).kind).not.toBe('about'));
});

const listed = (answer: Answer): string[] =>
  answer.kind === 'listing' ? answer.articles.map(({ articleId }) => articleId) : [];

describe('reports as such', () => {
  test('the first', async () => expect(listed(await ask({ text: '最早的報道是哪一篇？' }))).toEqual(['fog']));
  test('the last', async () =>
    expect(listed(await ask({ text: '最新的報道' })).toSorted()).toEqual(['bridge', 'ferry']));
  test('the first on a subject', async () =>
    expect(listed(await ask({ text: '關於渡輪的最早的報道' }))).toEqual(['fog']));
  test('how many on a subject', async () => {
    const answer = await ask({ text: '有多少篇報道提到渡輪？' });
    expect(answer).toMatchObject({ kind: 'listing', total: 2 });
  });
  test('more of them', async () => {
    expect(listed(await ask({ text: '列出所有報道', limit: 2 }))).toHaveLength(2);
    expect(listed(await ask({ text: '列出所有報道', limit: 2, offset: 2 }))).toEqual(['fog']);
    expect(await ask({ text: '列出所有報道', offset: 3 })).toMatchObject({
      kind: 'not-found',
      reason: { code: 'no-more' },
    });
  });
});

describe('one end of the archive after the other', () => {
  test.each([
    ['最新的一篇是哪天的？', '那最早呢？'],
    ['What is the latest article?', 'and the earliest?'],
  ])('%s %s', async (one, other) => {
    const conversation = one;
    expect(listed(await ask({ text: one, conversation })).toSorted()).toEqual(['bridge', 'ferry']);
    expect(listed(await ask({ text: other, conversation }))).toEqual(['fog']);
  });
  test('「那最早呢？」 by itself asks for nothing', async () =>
    expect((await ask({ text: '那最早呢？', conversation: 'alone' })).kind).toBe('not-found'));
  test('is this up to date?', async () =>
    expect(listed(await ask({ text: 'Is this up to date?' }))).toContain('ferry'));
});

describe('outlets and authors', () => {
  test('an outlet is credited with nothing that it does not report', async () =>
    expect((await ask({ text: 'Which outlets covered the balloon over Texas?' })).kind).toBe('not-found'));
  test('which outlets report on a subject: their articles', async () =>
    expect(listed(await ask({ text: '邊啲報紙報道過渡輪' })).toSorted()).toEqual(['ferry', 'fog']));
  test.each([
    ['你們有沒有白沙新聞的報道？', ['bridge']],
    ['白沙新聞最新的報道是哪天？', ['bridge']],
    ['Do you carry anything from 青嶼早報?', ['ferry', 'fog']],
  ])('of an outlet: %s', async (text, expected) => expect(listed(await ask({ text }))).toEqual(expected));
  test('an outlet of which there is nothing', async () =>
    expect(await ask({ text: 'Do you carry anything from the New York Times?' })).toMatchObject({
      kind: 'rejected',
      reason: { code: 'unknown-outlet', given: 'the New York Times', known: FACTS.outlets },
    }));
  test('who wrote an outlet’s article', async () =>
    expect(await ask({ text: '青嶼早報嗰啲文章係邊個寫㗎' })).toMatchObject({
      kind: 'listing',
      articles: [
        { articleId: 'ferry', author: null },
        { articleId: 'fog', author: '陳小文' },
      ],
    }));
});

describe('an outlet that only others quote', async () => {
  const quoting = await madeUpArchive({
    ferry: { paragraphs: ['路透社報道，青嶼渡輪公司考慮停航。'], outlet: '青嶼早報', date: '2021-03-01' },
    bridge: { paragraphs: ['白沙橋通車，全長六公里。'], outlet: '白沙新聞', date: '2022-05-04' },
  });
  test('is answered by what they quote', async () =>
    expect(await quoting.ask({ text: '路透社怎樣報道青嶼渡輪？' })).toMatchObject({
      kind: 'answered',
      points: [{ quote: '路透社報道，青嶼渡輪公司考慮停航。' }],
    }));
  test.each(['路透社怎樣報道白沙橋通車？', '法新社怎樣報道青嶼渡輪？'])('and is missing elsewhere: %s', async (text) =>
    expect(await quoting.ask({ text })).toMatchObject({ kind: 'rejected', reason: { code: 'unknown-outlet' } }),
  );
});

describe('where the last answer is from', () => {
  const talk = async (...turns: readonly string[]): Promise<Answer | undefined> => {
    const answers: Answer[] = [];
    for (const text of turns) answers.push(await ask({ text, conversation: turns.join() }));
    return answers.at(-1);
  };
  test('the reports', async () => {
    const answer = await talk('白沙橋全長多少公里？', '來源是哪裡？');
    expect(answer === undefined ? [] : listed(answer)).toEqual(['bridge']);
  });
  test('who wrote them', async () =>
    expect(await talk('青嶼大霧渡輪停航多久？', '邊個寫㗎？')).toMatchObject({ articles: [{ author: '陳小文' }] }));
  test('who said it', async () =>
    expect(await talk('白沙橋全長多少公里？', '誰說的？')).toMatchObject({
      kind: 'answered',
      said: [{ speaker: null, outlet: '白沙新聞', date: '2022-05-04' }],
      points: [{ quote: '白沙橋通車，全長六公里。' }],
    }));
  test('also of a list', async () =>
    expect(await talk('最舊嗰篇係邊日？', '作者是誰？')).toMatchObject({
      articles: [{ articleId: 'fog', author: '陳小文' }],
    }));
  test('a list of all there is gives nothing to go on from', async () =>
    expect(await talk('最舊嗰篇係邊日？', '點解？')).toMatchObject({
      kind: 'not-found',
      reason: { code: 'no-context' },
    }));
  test('the talk goes on', async () =>
    expect((await talk('白沙橋全長多少公里？', '來源是哪裡？', '幾時通車？'))?.understood).toContain('白沙橋'));
  test.each(['誰說的？', 'Who said that?', '邊個寫㗎？'])('nothing was answered before: %s', async (text) =>
    expect(await ask({ text })).toMatchObject({ kind: 'not-found', reason: { code: 'no-context' } }),
  );
});

describe('the same of others', () => {
  const talk = async (...turns: readonly string[]): Promise<Answer | undefined> => {
    const answers: Answer[] = [];
    for (const text of turns) answers.push(await ask({ text, conversation: turns.join() }));
    return answers.at(-1);
  };
  test.each([
    [['青嶼早報有幾多篇？', '咁白沙新聞呢'], ['bridge']],
    [['關於渡輪的最新的報道是哪一篇', '那大霧呢？'], ['fog']],
  ])('%j', async (turns, expected) => {
    const answer = await talk(...turns);
    expect(answer === undefined ? [] : listed(answer)).toEqual(expected);
  });
  test('a question in between asks of what the reports say again', async () =>
    expect((await talk('資料庫有幾多篇報道？', '白沙橋全長多少公里？', '那渡輪呢？'))?.kind).not.toBe('listing'));
});

describe('doubt', () => {
  test('with its reason', async () =>
    expect(await ask({ text: '你確定嗎？我怎麼記得不是這樣' })).toMatchObject({ reason: { code: 'certain' } }));
  test('that names what it asks of is a question', async () =>
    expect((await ask({ text: '不對，白沙新聞怎樣報道白沙橋？' })).kind).not.toBe('about'));
  test('is answered without a search, and the talk goes on', async () => {
    const asked = (text: string): Promise<Answer> => ask({ text, conversation: 'doubt' });
    expect(await asked('白沙橋全長多少公里？')).toMatchObject({ kind: 'answered' });
    expect(await asked('不對')).toMatchObject({ kind: 'about', reason: { code: 'wrong' }, unmatched: [] });
    expect(await asked('你確定嗎？')).toMatchObject({ kind: 'about', reason: { code: 'certain' } });
    const { understood } = await asked('幾時？');
    expect(understood).toContain('白沙橋');
  });
});

describe('two questions in one message', () => {
  test('are answered part by part', async () => {
    const answer = await ask({ text: '白沙橋全長多少公里？青嶼渡輪加價至多少元？' });
    const quotes = answer.points.map(({ quote, part = 0 }) => `${part} ${quote}`);
    expect(quotes).toContainEqual('0 白沙橋通車，全長六公里。');
    expect(quotes).toContainEqual('1 青嶼渡輪加價至十二元。');
    expect(answer.citations.map(({ number }) => number)).toEqual(answer.citations.map((_, at) => at + 1));
  });

  test('the second goes on from the first', async () => {
    const answer = await ask({ text: '白沙橋全長多少公里？它通車了嗎？' });
    expect(answer.points.filter(({ part }) => part === 1)).not.toEqual([]);
  });

  test('marks in quotation marks part nothing', async () => {
    const { points } = await ask({ text: '「誰？為何？」白沙橋全長多少公里？' });
    expect(points.every(({ part = 0 }) => part === 0)).toBe(true);
  });
});

describe('the question as it was understood', () => {
  test('gives the same answer outside of its conversation', async () => {
    await ask({ text: '青嶼渡輪停航多久？', conversation: 'again', outlet: '青嶼早報' });
    const answer = await ask({ text: '點解？', conversation: 'again' });
    expect(answer.resolved).not.toHaveProperty('conversation');
    // Reports that were just cited count for more within a conversation, which the confidence shows, and whether a second quote is worth it.
    const { resolved: _, question: __, understood: ___, confidence: ____, ...rest } = await ask(answer.resolved);
    const { points, citations, ...alone } = rest;
    expect(answer).toMatchObject(alone);
    expect(points.slice(0, answer.points.length)).toEqual(answer.points);
    expect(citations.slice(0, answer.citations.length)).toEqual(answer.citations);
    expect(answer.citations[0]?.articleId).toBe('fog');
  });
});
