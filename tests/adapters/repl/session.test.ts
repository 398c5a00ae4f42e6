import { describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../../src/adapters/repl/session.ts';
import { PLAIN } from '../../../src/adapters/terminal/view.ts';
import { displayWidth } from '../../../src/adapters/terminal/width.ts';
import type { Article, Ask, InterfaceLang, Question } from '../../../src/core/index.ts';
import {
  fakeAnswer,
  fakeArticle,
  fakeComparison,
  fakeHeadline,
  fakeListing,
  fakeNotFound,
  fakePoint,
  fakeTimeline,
  NO_FILTERS,
  asCore,
} from '../../support/fake-library.ts';

const articles = ['one', 'two', 'three', 'four', 'five'].map((id) =>
  fakeArticle(`article-${id}`, [`Fact ${id}.`, `More on ${id}.`]),
);

function session(
  ask?: Ask,
  lang: InterfaceLang = 'en',
  width = Number.POSITIVE_INFINITY,
  held: readonly Article[] = articles,
): Session & { readonly asked: Question[] } {
  const asked: Question[] = [];
  const corpus = { articles: held, faults: [] };
  const usual: Ask = async ({ limit, lang }) => fakeAnswer(articles.slice(0, limit ?? 3), { lang: lang ?? 'en' });
  return {
    asked,
    ...createSession({
      ask: asCore(async (question) => {
        asked.push(question);
        return await (ask ?? usual)(question);
      }),
      checkFilters: () => NO_FILTERS,
      corpus: () => corpus,
      seconds: 0,
      defaults: {},
      lang,
      view: () => ({ ...PLAIN, width }),
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

  it('shows the articles of a list that were not shown yet, numbered on', async () => {
    const { respond, asked } = session(async ({ limit }) => fakeListing(articles.slice(0, limit ?? 3), 5));
    await respond('question');
    expect(await respond('/more')).toMatch(/^Numbers 4 to 5 of 5 articles:\n {2}4\. .+four\n {2}5\. .+five$/);
    expect(asked.at(-1)?.limit).toBe(40);
    expect(await respond('/article 5')).toContain('More on five.');
    expect(await respond('/article 1')).toContain('More on one.');
  });

  it('shows the events that were not shown yet; a number stays with its article', async () => {
    const { respond } = session(async ({ limit }) =>
      limit === undefined ? fakeTimeline(articles.slice(3)) : fakeTimeline(articles),
    );
    expect(await respond('question')).toContain('“Fact four.” [1]');
    const more = await respond('/more');
    expect(more).toMatch(/“Fact one\.” \[3\][^]+“Fact three\.” \[5\]/);
    expect(more).not.toContain('four');
    expect(await respond('/article 1')).toContain('> Fact four.');
    expect(await respond('/article 3')).toContain('> Fact one.');
  });

  it('shows what outlets say beyond what was shown, below those outlets alone', async () => {
    const shown = fakeComparison(articles.slice(0, 2), { silent: ['Mars Daily'] });
    const extra = fakePoint(articles[2] ?? fakeArticle('none', ['']), 1);
    const longer = fakeComparison(
      [articles[2], articles[0], articles[1]].flatMap((each) => each ?? []),
      {
        outlets: [
          {
            outlet: 'First',
            points: [fakePoint(articles[0] ?? fakeArticle('none', ['']), 2)],
            only: [0],
            copyOf: null,
          },
          {
            outlet: 'Second',
            points: [fakePoint(articles[1] ?? fakeArticle('none', ['']), 3), extra],
            only: [1],
            copyOf: null,
          },
        ],
        silent: ['Mars Daily'],
      },
    );
    const { respond } = session(async ({ limit }) => (limit === undefined ? shown : longer));
    await respond('question');
    const more = await respond('/more');
    expect(more).toMatch(/^Second\n {2}Only here:\n {4}- “Fact three\.” \[3\]\n\nSources\n\[3\] /);
    expect(more).not.toContain('Mars');
  });

  it('asks the question as it was understood, with its kind and filters, and not as a follow-up', async () => {
    const filters = { outlet: 'Mars Daily', since: '2023-01-01', until: null, tag: 'sky' };
    const { respond, asked } = session(async ({ limit, conversation }) =>
      fakeAnswer(
        articles.slice(0, limit ?? 3),
        conversation === undefined ? {} : { understood: 'The whole?', filters },
      ),
    );
    await respond('And that?');
    expect(await respond('/more')).toContain('Fact four');
    expect(
      asked.map(({ text, as, outlet, tag, since, conversation }) => [text, as, outlet, tag, since, conversation]),
    ).toEqual([
      ['And that?', undefined, undefined, undefined, undefined, expect.any(String)],
      ['The whole?', 'answer', 'Mars Daily', 'sky', '2023-01-01', undefined],
      ['The whole?', 'answer', 'Mars Daily', 'sky', '2023-01-01', undefined],
    ]);
  });

  it('goes on after what was asked for in words, with the numbers of both', async () => {
    const { respond, asked } = session(async ({ text, limit, conversation }) =>
      text === 'And?' && conversation !== undefined
        ? fakeAnswer(articles.slice(2, 4), { understood: 'question' })
        : fakeAnswer(articles.slice(0, limit ?? 2)),
    );
    await respond('question');
    expect(await respond('And?')).toMatch(/“Fact three\.” \[3\]\n\n {2}“Fact four\.” \[4\]\n\nSources\n\[3\]/);
    expect(await respond('/more')).toMatch(/^ {2}“Fact five\.” \[5\]\n\nSources\n\[5\]/);
    expect(asked.at(-1)).toMatchObject({ text: 'question', limit: 8 });
    expect(await respond('/article 1')).toContain('> Fact one.');
  });

  it.each([
    ['a greeting', { kind: 'greeting', topic: 'thanks' }],
    ['a refusal', { kind: 'rejected', reason: { code: 'bad-date', given: 'x' } }],
    ['asking back', { reason: { code: 'no-context' } }],
  ] as const)('goes on with what was answered before %s', async (_, other) => {
    const { respond } = session(async ({ text, limit }) =>
      text === 'other' ? { ...fakeNotFound(), ...other } : fakeAnswer(articles.slice(0, limit ?? 3)),
    );
    await respond('question');
    await respond('other');
    expect(await respond('/article 3')).toContain('More on three.');
    expect(await respond('/more')).toContain('Fact four');
  });

  it.each(['/more', '/compare', '/timeline', '/list'])('asks for a question first: %s', async (line) => {
    expect(await session().respond(line)).toBe('Ask a question first.');
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
    const [nearest, unfiltered] = [articles.slice(0, 2).map(fakeHeadline), articles.slice(2).map(fakeHeadline)];
    const { respond } = session(async () => fakeNotFound({ nearest, unfiltered }));
    await respond('question');
    expect(await respond('/article 2')).toContain('More on two.');
    expect(await respond('/article 3')).toContain('More on three.');
  });

  it('says which numbers there are', async () => {
    const { respond } = session();
    await respond('question');
    expect(await respond('/article 4')).toBe('There is no number 4 in the last answer. There are 1 to 3.');
  });

  it.each([
    ['/article', 'Say which'],
    ['/article 9', 'There is no article “9”.\nSay which'],
    ['/article four article', 'Title of article-four'],
    ['/article article', 'Several articles match. Choose one:'],
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
  expect(await respond('/more')).toBe('资料库内没有更多相关报道。');
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
  const commands =
    'more,article N,compare [TOPIC],timeline [TOPIC],list [TOPIC],outlet [NAME],author [NAME],tag [NAME]';
  const others = 'since [DAY],until [DAY],filters,anywhere,sources,lang zh-Hant,help,quit';
  for (const part of `${commands},${others}`.split(',')) expect(help).toContain(`\n  /${part}`);
  expect(help).toContain('\n  /timeline Blinken\n');
  expect(await respond('/sources')).toBe('自由亚洲电台  5 articles  2023-06-14');
});

describe('/help', () => {
  it.each(['zh-Hant', 'zh-Hans', 'en'] as const)('fits 80 columns in %s', async (lang) => {
    const { respond } = session(undefined, lang, 80);
    const lines = ((await respond('/help')) ?? '').split('\n');
    expect(lines.length).toBeGreaterThan(25);
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});

describe('questions of one session', () => {
  it('are turns of one conversation, and those of another are of another', async () => {
    const { respond, asked } = session();
    for (const line of ['one', 'two', '/compare', '/timeline three']) await respond(line);
    expect(new Set(asked.map(({ conversation }) => conversation)).size).toBe(1);
    expect(asked.map(({ text, as }) => [text, as])).toEqual([
      ['one', undefined],
      ['two', undefined],
      ['two', 'comparison'],
      ['three', 'timeline'],
    ]);
  });

  it('begin anew where the filters are dropped, with the question that they were dropped for', async () => {
    const { respond, asked } = session();
    await respond('one');
    await respond('/anywhere');
    await respond('two');
    const [before, dropped, after] = asked;
    expect(dropped).toMatchObject({ text: 'one', anywhere: true });
    expect(dropped?.conversation).not.toBe(before?.conversation);
    expect(after).toMatchObject({ text: 'two', conversation: dropped?.conversation });
    expect(after?.anywhere).toBeUndefined();
  });
});

describe('Tab', () => {
  const named = [
    fakeArticle('a', ['A.'], { outlet: 'Hill News', author: 'Lin Qing', tags: ['bridges', 'ferries'] }),
    fakeArticle('b', ['B.'], { outlet: '河畔日報', author: 'Lin Qing', tags: ['bridges'] }),
  ];
  const { complete, respond } = session(async () => fakeAnswer(named), 'en', 80, named);
  it.each([
    ['/ou', ['/outlet ']],
    ['/a', ['/article ', '/author ', '/anywhere']],
    ['/outlet ', ['Hill News', '河畔日報']],
    ['/outlet hill', ['Hill News']],
    ['／Outlet 河', ['河畔日報']],
    ['/author ', ['Lin Qing']],
    ['/tag b', ['bridges']],
    ['/since ', []],
    ['/timeline ', []],
    ['no command', []],
  ])('%s offers %j', (line, offered) => {
    expect(complete(line)[0]).toEqual(offered);
  });

  it('offers the numbers that are shown, then ids', async () => {
    await respond('question');
    expect(complete('/article ')[0]).toEqual(['1', '2', 'a', 'b']);
  });
});
