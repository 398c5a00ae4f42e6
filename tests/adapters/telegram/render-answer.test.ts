import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/adapters/telegram/compose.ts';
import type { Place } from '../../../src/adapters/telegram/incoming.ts';
import { renderAnswer } from '../../../src/adapters/chat/render-answer.ts';
import type { Answer, Citation, Headline, Point } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';
import { ruleComplaints } from '../../support/telegram-rules.ts';
import { specComplaints } from '../../support/telegram-spec.ts';

const PLACE: Place = {
  chat: 1,
  chatName: null,
  topic: undefined,
  message: 2,
  user: 1,
  userName: null,
  tag: 'en',
};

/** What a reader sees, message by message, and the buttons; checked as Telegram would. */
function shown(answer: Answer) {
  const messages = compose(
    renderAnswer(answer, {
      level: 0,
      isNumbered: true,
      isPrivate: false,
      days: { since: '2021-02-06', until: '2023-10-28' },
    }),
    PLACE,
    answer.lang,
  );
  for (const message of messages) {
    const payload = { chat_id: 1, ...message };
    expect([...ruleComplaints('sendMessage', payload), ...specComplaints('sendMessage', payload)]).toEqual([]);
  }
  const buttons = messages.map(({ reply_markup: markup }) =>
    markup !== undefined && 'inline_keyboard' in markup ? markup.inline_keyboard.flat().map(({ text }) => text) : [],
  );
  return {
    texts: messages.map(({ text }) => parseTelegramHtml(text).text),
    html: messages.map(({ text }) => text).join('\n'),
    buttons: buttons.flat(),
    messages,
  };
}

const article = fakeArticle('one', ['據路透社報道，布林肯說：「會談坦率。」'], { outlet: '眾新聞', digest: true });
const [one, two, three] = ['one', 'two', 'three'].map((id) =>
  fakeArticle(id, [`Fact ${id}.`], { outlet: `Outlet ${id}` }),
);
if (one === undefined || two === undefined || three === undefined) throw new Error('unreachable');

const withPoints = (change: (point: Point, at: number) => Partial<Point>, ...articles: (typeof one)[]) => {
  const answer = fakeAnswer(articles);
  return { ...answer, points: answer.points.map((point, at) => Object.assign({}, point, change(point, at))) };
};
const headline = ({ id, title, outlet, date }: typeof one): Headline => ({ articleId: id, title, outlet, date });
const point = (answer: ReturnType<typeof fakeAnswer>, at: number): Point => answer.points[at] as Point;

describe('an answer', () => {
  it('is a quotation with its speaker, and its source with outlet, day and link', () => {
    const answer = withPoints(() => ({ speaker: '布林肯', reportedBy: '法新社' }), article);
    const { texts, html } = shown({ ...answer, lang: 'zh-Hant' });
    expect(texts).toEqual([
      '問題：question\n\n布林肯（據法新社）：\n據路透社報道，布林肯說：「會談坦率。」 [1]\n\n出處\n[1] 眾新聞（摘要） · 2023-06-14 · Title of one',
    ]);
    expect(html).toContain('<blockquote>據路透社報道');
    expect(html).toContain('<a href="https://example.org/one">Title of one</a>');
  });

  it('numbers several points apart from their sources, repetitions below the first', () => {
    const answer = withPoints((_, at) => ({ sameAs: at === 2 ? 0 : null }), one, two, three);
    const { texts, buttons } = shown(answer);
    expect(texts[0]).toMatch(
      /^Question: question\n\n① Fact one\. \[1\]\n② Also reported:\nFact three\. \[3\]\n\n③ Fact two\. \[2\]\n\nSources/,
    );
    expect(buttons).toEqual(['① Context', '② Context', '③ Context', 'More']);
  });

  it('loses no point, not even what repeats a repetition', () => {
    const answer = withPoints((_, at) => ({ sameAs: at === 0 ? null : at - 1 }), one, two, three);
    expect(shown(answer).texts[0]).toMatch(
      /^Question: question\n\n① Fact one\. \[1\]\n② Also reported:\nFact two\. \[2\]\n③ Also reported:\nFact three\. \[3\]\n\nSources/,
    );
  });

  it('folds a long quotation', () => {
    const long = fakeArticle('long', ['字'.repeat(400)]);
    expect(shown(fakeAnswer([long])).html).toContain('<blockquote expandable>');
  });

  it('has no link where the article has none that may be followed', () => {
    const { html } = shown(fakeAnswer([fakeArticle('x', ['Fact.'], { url: 'javascript:alert(1)' })]));
    expect(html).not.toContain('<a ');
  });

  it('says first what a follow-up was taken for, and what it was narrowed to', () => {
    const filters = { outlet: 'RFA', since: null, until: null };
    const { texts } = shown({ ...fakeAnswer([one]), understood: 'What did Yang say?', filters });
    expect(texts[0]).toMatch(/^Understood as: What did Yang say\?\nOnly RFA\.\n\nFact one/);
  });

  it('shows the question, by which it is known after a restart', () => {
    expect(shown(fakeAnswer([one], { question: 'Who?' })).texts[0]).toMatch(/^Question: Who\?\n\nFact one/);
  });

  it('too long for one message is parted between points; the last part has the question and the buttons', () => {
    const articles = Array.from({ length: 9 }, (_, at) => fakeArticle(`a${at}`, [`${'字'.repeat(900)}${at}。`]));
    const { texts, messages } = shown({ ...fakeAnswer(articles), understood: 'Who?' });
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.map((text) => text.startsWith('Understood as: Who?'))).toEqual(
      texts.map((_, at) => at === 0 || at === texts.length - 1),
    );
    expect(messages.map(({ reply_markup: markup }) => markup !== undefined)).toEqual(
      texts.map((_, at) => at === texts.length - 1),
    );
    for (const text of texts) expect(text).not.toMatch(/^字/u);
  });
});

it('not found says so, what is not mentioned, and what is nearest, which can be opened', () => {
  const { texts, buttons } = shown(
    fakeNotFound({
      nearest: [headline(one), headline(two)],
      unfiltered: [headline(two)],
      unmatched: ['bitcoin'],
    }),
  );
  expect(texts[0]).toBe(
    [
      'Question: question',
      '',
      'The coverage in this corpus does not answer that.',
      'Not mentioned anywhere in the corpus: bitcoin.',
      '',
      'Nearest in the corpus:',
      '1. Outlet one · 2023-06-14 · Title of one',
      '2. Outlet two · 2023-06-14 · Title of two',
      '',
      'Without those filters, the nearest in the corpus:',
      '3. Outlet two · 2023-06-14 · Title of two',
    ].join('\n'),
  );
  expect(buttons).toEqual(['1. Title of one', '2. Title of two']);
});

it('not found asks back where the question leans on nothing, and says what days there are where one was named', () => {
  const filters = { outlet: null, since: '2030-01-01', until: null };
  const { texts } = shown(fakeNotFound({ reason: { code: 'no-context' }, filters }));
  expect(texts[0]).toContain(
    '\n\nWho or what is that about? Please name it, for example: What did Yang Jiechi say about Taiwan?\nThe corpus has reports from 2021-02-06 to 2023-10-28.',
  );
});

it('a comparison shows each outlet for itself, what only it says, who is silent, and what differs', () => {
  const answer = fakeAnswer([one, two]);
  const [first, second] = [point(answer, 0), point(answer, 1)];
  const reading = { quote: 'q', start: 0, end: 1 };
  const { texts, buttons } = shown({
    ...answer,
    kind: 'comparison',
    points: [],
    outlets: [
      { outlet: 'Outlet one', points: [first], only: [0], copyOf: null },
      { outlet: 'Outlet two', points: [second], only: [], copyOf: 'Outlet one' },
    ],
    silent: ['Outlet three'],
    differences: [
      {
        of: 'figure',
        readings: [
          { outlet: 'Outlet one', text: '7 hours', citation: 1, ...reading },
          { outlet: 'Outlet two', text: '8 hours', citation: 2, ...reading },
        ],
      },
    ],
  });
  expect(texts[0]).toBe(
    [
      'Question: question',
      '',
      'Outlet one',
      'Only here:',
      'Fact one. [1]',
      '',
      'Outlet two (nearly word for word the text of Outlet one)',
      'Fact two. [2]',
      '',
      'The figures differ:',
      'Outlet one: 7 hours [1]',
      'Outlet two: 8 hours [2]',
      '',
      'Nothing on this in this corpus from: Outlet three.',
      '',
      'Sources',
      '[1] Outlet one · 2023-06-14 · Title of one',
      '[2] Outlet two · 2023-06-14 · Title of two',
    ].join('\n'),
  );
  expect(buttons).toEqual(['[1] Whole article', '[2] Whole article', 'More']);
});

it('a timeline shows each event below its day, and whose day it is', () => {
  const answer = fakeAnswer([one, two, three]);
  const event = (at: number) => point(answer, at);
  const { texts } = shown({
    ...answer,
    kind: 'timeline',
    points: [],
    events: [
      { ...event(0), date: '2023-06-14', until: '2023-06-15', dateOf: 'event', also: [event(1)] },
      { ...event(2), date: '2023-06-18', until: null, dateOf: 'publication', also: [] },
    ],
  });
  expect(texts[0]).toMatch(
    /^Question: question\n\n2023-06-14 – 2023-06-15\nFact one\. \[1\]\nAlso:\nFact two\. \[2\]\n\n2023-06-18 \(day of the report\)\nFact three\. \[3\]\n\nSources\n/,
  );
});

it('a listing names articles, which can be opened', () => {
  const articles = Array.from({ length: 20 }, (_, at) => headline(fakeArticle(`a${at}`, ['x'])));
  const { texts, buttons } = shown({ ...fakeAnswer([]), kind: 'listing', articles, total: 31 });
  expect(texts[0]).toMatch(
    /^Question: question\n\n31 articles, of which the newest 20:\n1\. 自由亚洲电台 · 2023-06-14 · Title of a0\n/,
  );
  expect(buttons).toHaveLength(11);
  expect(buttons.at(-1)).toBe('More');
});

it('a greeting is returned', () => {
  expect(shown({ ...fakeAnswer([]), kind: 'greeting', topic: 'thanks' }).texts).toEqual(['You are welcome.']);
});

describe('whatever an archive holds', () => {
  const evil = '</blockquote><a href="x">&amp;\u202e\u0000\n@everyone /start 😀'.repeat(40);
  const fake = fakeArticle('evil', [evil], { title: evil, outlet: evil, author: evil, date: null, url: null });
  const answer = withPoints(() => ({ speaker: evil, reportedBy: evil }), fake, fake);
  const citations: Citation[] = answer.citations.map((citation) => Object.assign({}, citation));
  const event = { ...point(answer, 0), date: '2023-01-01', until: null, dateOf: 'event' as const, also: answer.points };

  it.each<[string, Answer]>([
    ['answered', answer],
    ['not-found', fakeNotFound({ nearest: [headline(fake)], unmatched: [evil] })],
    [
      'comparison',
      {
        ...answer,
        kind: 'comparison',
        outlets: Array.from({ length: 9 }, () => ({ outlet: evil, points: answer.points, only: [0], copyOf: evil })),
        silent: [evil],
        differences: [
          { of: 'day', readings: [{ outlet: evil, text: evil, quote: evil, citation: 1, start: 0, end: 1 }] },
        ],
      },
    ],
    ['timeline', { ...answer, citations, kind: 'timeline', events: Array.from({ length: 40 }, () => event) }],
    [
      'listing',
      { ...answer, kind: 'listing', articles: Array.from({ length: 100 }, () => headline(fake)), total: 100 },
    ],
    ['rejected', { ...answer, kind: 'rejected', reason: { code: 'bad-date' as const, given: evil } }],
  ])('%s is a message that Telegram takes, and calls nobody', (_, each) => {
    const { html } = shown({ ...each, understood: evil.slice(0, 900) });
    expect(html).not.toContain('@everyone');
  });
});
