import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/core/index.ts';
import { catalogue } from '../../../src/messages/index.ts';
import {
  fakeAnswer,
  fakeArticle,
  fakeComparison,
  fakeHeadline,
  fakeListing,
  fakeNotFound,
  fakeTimeline,
} from '../../support/fake-library.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';
import { startedBot, type Harness } from '../../support/telegram-harness.ts';
import { inlineAnswer, person } from '../../support/telegram-people.ts';
import { telegramServer } from '../../support/telegram-server.ts';

const server = await telegramServer();
let running: Harness | null = null;

async function bot(ask: Ask, options = {}): Promise<Harness> {
  running = await startedBot(server, { ask, options, articles: ARTICLES });
  return running;
}

afterEach(async () => {
  await running?.bot.stop();
  server.forget();
});
afterAll(async () => await server.close());

const ARTICLES = Array.from({ length: 23 }, (_, at) =>
  fakeArticle(`article-${at}`, [`Fact ${at}.`], { digest: at === 0 }),
);
const answering: Ask = async ({ text, limit }) => fakeAnswer(ARTICLES.slice(0, limit ?? 3), { question: text });

interface Result {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly input_message_content: { readonly message_text: string };
}
const resultsOf = (payload: Readonly<Record<string, unknown>>): Result[] => payload['results'] as Result[];

describe('an inline query', () => {
  it('brings up a result for each point: a message with question, quote and source', async () => {
    await bot(answering);
    const ann = person(server);
    const answer = await inlineAnswer(server, ann.type(' who? '));
    const [first] = resultsOf(answer);
    expect(resultsOf(answer)).toHaveLength(10);
    expect(first?.title).toBe('digest of 自由亚洲电台 · 2023-06-14');
    expect(first?.description).toBe('Fact 0.');
    expect(parseTelegramHtml(first?.input_message_content.message_text ?? '').text).toBe(
      'Question: who?\nFact 0. [1]\n\n[1] digest of 自由亚洲电台 · 2023-06-14 · Title of article-0\nWhole article',
    );
    expect(answer).toMatchObject({ is_personal: true, next_offset: '10' });
  });

  it('brings up what is nearest where nothing answers, as no answer', async () => {
    const [near] = ARTICLES;
    if (near === undefined) throw new Error('unreachable');
    await bot(async ({ text }) => fakeNotFound({ question: text, nearest: [fakeHeadline(near)] }));
    const answer = await inlineAnswer(server, person(server).type('whales?'));
    const [only] = resultsOf(answer);
    expect(resultsOf(answer)).toHaveLength(1);
    expect([only?.title, only?.description]).toEqual([
      'Title of article-0',
      'No answer in the coverage · digest of 自由亚洲电台 · 2023-06-14',
    ]);
    expect(parseTelegramHtml(only?.input_message_content.message_text ?? '').text).toBe(
      'Question: whales?\nThe coverage in this corpus does not answer that.\n\nNearest in the corpus:\ndigest of 自由亚洲电台 · 2023-06-14 · Title of article-0\nWhole article',
    );
  });

  it('says of what is nearest what it lacks', async () => {
    const gap = { has: [{ slot: 'speaker', value: 'Qin' }], lacks: [{ slot: 'topic', value: 'whales' }] } as const;
    await bot(async ({ text }) =>
      fakeNotFound({ question: text, nearest: ARTICLES.slice(0, 1).map(fakeHeadline), gap, unmatched: ['krill'] }),
    );
    const [only] = resultsOf(await inlineAnswer(server, person(server).type('whales?')));
    const { text } = parseTelegramHtml(only?.input_message_content.message_text ?? '');
    expect(text.split('\n').slice(1, 3)).toEqual([
      catalogue('en').gap({ has: [...gap.has], lacks: [...gap.lacks] }),
      catalogue('en').unmatched(['krill']),
    ]);
  });

  it.each([
    ['a comparison', fakeComparison, 'Fact 0.'],
    ['a timeline', fakeTimeline, 'Fact 0.'],
    ['a list', fakeListing, 'Title of article-0'],
  ])('brings up what %s holds, as an answer', async (_, make, expected) => {
    await bot(async ({ text, as }) => ({ ...make(ARTICLES.slice(0, 12)), question: text, resolved: { text, as } }));
    const ann = person(server);
    const answer = await inlineAnswer(server, ann.type('side by side?'));
    expect(resultsOf(answer)).toHaveLength(10);
    const texts = resultsOf(answer).map(
      ({ input_message_content: { message_text: html } }) => parseTelegramHtml(html).text,
    );
    expect(texts[0]).toMatch(/^Question: side by side\?\n/u);
    expect(texts[0]).toContain(expected);
    expect(texts.join()).not.toContain(catalogue('en').notFound);
    const rest = await inlineAnswer(server, ann.type('side by side?', String(answer['next_offset'])));
    expect([resultsOf(rest).length, rest['next_offset']]).toEqual([2, '']);
  });

  it('goes on where the last page ended, until there is no more', async () => {
    await bot(answering);
    const ann = person(server);
    const facts: string[] = [];
    let offset = '';
    do {
      const answer = await inlineAnswer(server, ann.type('who?', offset));
      facts.push(...resultsOf(answer).map(({ description }) => description));
      offset = String(answer['next_offset']);
    } while (offset !== '');
    expect(facts).toEqual(Array.from({ length: 23 }, (_, at) => `Fact ${at}.`));
  });

  it('goes on behind a quote that is too long to be a message', async () => {
    const long = fakeArticle('article-4', ['长'.repeat(5_000)]);
    const articles = ARTICLES.slice(0, 12).map((article) => (article.id === long.id ? long : article));
    await bot(async ({ limit }) => fakeAnswer(articles.slice(0, limit ?? 3)));
    const ann = person(server);
    const first = await inlineAnswer(server, ann.type('who?'));
    const second = await inlineAnswer(server, ann.type('who?', String(first['next_offset'])));
    const facts = [first, second].map((page) => resultsOf(page).map(({ description }) => description));
    expect(facts).toEqual([[0, 1, 2, 3, 5, 6, 7, 8, 9].map((at) => `Fact ${at}.`), ['Fact 10.', 'Fact 11.']]);
  });

  it('is not looked up when a newer one has come', async () => {
    const { asked } = await bot(answering);
    const [ann, bob] = [person(server), person(server)];
    const typed = ['w', 'wh', 'who', 'who?'].map((text) => ann.type(text));
    await inlineAnswer(server, bob.type('what?'));
    await inlineAnswer(server, typed.at(-1) ?? '');
    expect(
      asked
        .filter(({ text }) => text.startsWith('w'))
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['what?', 'who?']);
  });

  it('that was slow is not answered when a newer one has been', async () => {
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    await bot(async (question) => {
      if (question.text === 'slow') await slow;
      return await answering(question);
    });
    const ann = person(server);
    const old = ann.type('slow');
    await inlineAnswer(server, person(server).type('other'));
    await inlineAnswer(server, ann.type('slower'));
    finish();
    await inlineAnswer(server, person(server).type('last'));
    const answered = server.requests.flatMap(({ method, payload }) =>
      method === 'answerInlineQuery' ? [payload['inline_query_id']] : [],
    );
    expect(answered).not.toContain(old);
  });

  it.each([
    ['nothing typed yet', ''],
    ['nothing found', 'bitcoin?'],
  ])('with %s leads to the help', async (_, text) => {
    await bot(async () => fakeNotFound());
    const answer = await inlineAnswer(server, person(server).type(text));
    expect(answer).toMatchObject({ results: [], next_offset: '', button: { start_parameter: 'help' } });
  });

  it('of a person that the bot is not open to finds nothing', async () => {
    const { asked } = await bot(answering, { allowedChats: ['1'] });
    const answer = await inlineAnswer(server, person(server).type('who?'));
    expect([answer['results'], asked]).toEqual([[], []]);
  });

  it('that ends in a fault is logged, and the next is answered', async () => {
    const { logged } = await bot(async (question) => {
      if (question.text === 'bad') throw new Error('a fault inside');
      return await answering(question);
    });
    const ann = person(server);
    ann.type('bad');
    await inlineAnswer(server, person(server).type('good'));
    expect(logged.join()).toContain('a fault inside');
  });

  it('that Telegram does not take is logged with whose it was, and what was called', async () => {
    const { logged } = await bot(answering);
    server.script('answerInlineQuery', { code: 400, description: 'Bad Request: query is too old' });
    const ann = person(server);
    ann.type('old');
    await server.until(({ method, status }) => method === 'answerInlineQuery' && status === 400);
    await inlineAnswer(server, person(server).type('good'));
    // The one that was taken may be answered before the other's refusal is logged.
    await expect
      .poll(() => logged.find((line) => line.startsWith('warn')))
      .toMatch(new RegExp(`\\(person ${ann.id}\\)\\. \\(.*answerInlineQuery: 400`));
  });
});

it('nothing was sent that Telegram would refuse', () => expect(server.complaints).toEqual([]));
