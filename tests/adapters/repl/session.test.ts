import { describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../../src/adapters/repl/session.ts';
import { PLAIN } from '../../../src/adapters/terminal/view.ts';
import type { Ask, Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';

const articles = ['one', 'two', 'three', 'four', 'five'].map((id) =>
  fakeArticle(`article-${id}`, [`Fact ${id}.`, `More on ${id}.`]),
);

function session(ask?: Ask, lang: 'en' | 'zh-Hant' = 'en'): Session & { readonly asked: Question[] } {
  const asked: Question[] = [];
  const usual: Ask = async ({ limit, lang }) => fakeAnswer(articles.slice(0, limit ?? 3), { lang: lang ?? 'en' });
  return {
    asked,
    ...createSession({
      ask: async (question) => {
        asked.push(question);
        return await (ask ?? usual)(question);
      },
      articles,
      faults: [],
      seconds: 0,
      defaults: {},
      lang,
      view: () => PLAIN,
      onFault: () => undefined,
    }),
  };
}

describe('/more', () => {
  it('shows the points that were not shown yet, then says that there are no more', async () => {
    const { respond } = session();
    expect(await respond('question')).toContain('“Fact three.” [3]');
    const more = await respond('/more');
    expect(more).toContain('“Fact four.” [4]');
    expect(more).toContain('[5] ');
    expect(more).not.toContain('Fact one');
    expect(more).not.toContain('[1]');
    expect(await respond('/more')).toBe('The coverage has nothing more on that.');
  });

  it('lets a point stand on its own when the one that it repeats was shown before', async () => {
    const { respond } = session(async ({ limit }) => {
      const answer = fakeAnswer(articles.slice(0, limit ?? 3));
      return {
        ...answer,
        points: answer.points.map((point, at) => Object.assign(point, { sameAs: at === 3 ? 0 : null })),
      };
    });
    await respond('question');
    expect(await respond('/more')).toMatch(/^ {2}“Fact four.” \[4\]/);
  });

  it('asks for a question first', async () => {
    expect(await session().respond('/more')).toBe('Ask a question first.');
  });
});

describe('/article', () => {
  it.each(['/article 2', '/Article [2]', '/article article-two', '/article ２'])(
    '%s shows the second source, marked',
    async (line) => {
      const { respond } = session();
      await respond('question');
      expect(await respond(line)).toContain('> Fact two.\n\n  More on two.');
    },
  );

  it('counts the nearest headlines where nothing was found', async () => {
    const nearest = articles.map(({ id, title, outlet, date }) => ({ articleId: id, title, outlet, date }));
    const { respond } = session(async () => fakeNotFound({ nearest }));
    await respond('question');
    expect(await respond('/article 3')).toContain('More on three.');
  });

  it.each([
    ['/article', 'Say which'],
    ['/article 9', 'There is no article “9”.\nSay which'],
    ['/article four article', 'The nearest: article-four.'],
    ['/article artikle-one', 'The nearest: article-one'],
  ])('%s says %s', async (line, sentence) => {
    expect(await session().respond(line)).toContain(sentence);
  });
});

describe('/lang', () => {
  it('stays as chosen until it is auto again', async () => {
    const { respond, asked } = session();
    expect(await respond('/lang ZH-HANT')).toBe('介面已轉為繁體中文。');
    await respond('question');
    expect(asked.at(-1)?.lang).toBe('zh-Hant');
    expect(await respond('/help')).toContain('只看部分報道');
    await respond('/lang auto');
    await respond('question');
    expect(asked.at(-1)?.lang).toBeUndefined();
  });

  it('refuses what is no choice', async () => {
    expect(await session().respond('/lang klingon')).toBe('Choose one of zh-Hant, zh-Hans, en or auto.');
  });
});

it("speaks the language of the last question, and the system's before the first", async () => {
  const { respond, greeting } = session(async () => fakeAnswer(articles, { lang: 'zh-Hans' }), 'zh-Hant');
  expect(greeting()).toContain('已載入 1 家媒體的 5 篇報道');
  await respond('布林肯和王毅会谈了多久？');
  expect(await respond('/more')).toBe('资料库里没有更多相关报道。');
});

it.each(['/quit', '/ quit', 'quit', ' Exit '])('%s asks to leave', async (line) => {
  expect(await session().respond(line)).toBeNull();
});

it.each(['/constructor x', '/__proto__ x', '/toString ', '／hasOwnProperty x'])('%s + Tab offers nothing', (line) => {
  expect(session().complete(line)[0]).toEqual([]);
});

it.each([
  ['/sorces', 'Did you mean /sources?'],
  ['/art', 'Did you mean /article?'],
  ['/xyzzy', 'Type /help for those there are.'],
])('%s is no command: %s', async (line, sentence) => {
  expect(await session().respond(line)).toContain(sentence);
});

it('/help shows examples and every command; /sources what there is', async () => {
  const { respond } = session();
  const help = (await respond('/help')) ?? '';
  for (const part of ['fentanyl', '/help', '/sources', '/article N', '/more', '/lang', '/quit'])
    expect(help).toContain(part);
  expect(await respond('/sources')).toBe('自由亚洲电台  5 articles  2023-06-14');
});
