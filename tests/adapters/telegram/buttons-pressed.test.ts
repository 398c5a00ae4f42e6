import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Answered, Ask } from '../../../src/core/index.ts';
import { catalogue } from '../../../src/messages/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';
import { startedBot, type Harness } from '../../support/telegram-harness.ts';
import { asMessage, GROUP, person, type Reply } from '../../support/telegram-people.ts';
import { telegramServer, type TelegramRequest } from '../../support/telegram-server.ts';

const server = await telegramServer();
let running: Harness | null = null;

async function bot(ask: Ask, articles = ARTICLES): Promise<Harness> {
  await running?.bot.stop();
  running = await startedBot(server, { ask, articles });
  return running;
}

afterEach(async () => {
  await running?.bot.stop();
  server.forget();
});
afterAll(async () => await server.close());

const ARTICLES = ['一', '二', '三', '四', '五', '六', '七'].map((id) =>
  fakeArticle(`article-${id}`, [`前言${id}。`, `楊潔篪說過${id}件事。`, `後記${id}。`], { digest: id === '二' }),
);

// Quotes the second paragraph of as many articles as are wanted.
const answering: Ask = async ({ text, limit, lang }) => {
  const answer = fakeAnswer(ARTICLES.slice(0, limit ?? 3), { question: text, lang: lang ?? 'en' });
  return { ...answer, points: answer.points.map((point, at) => pointOf(point, at)) };
};

function pointOf(point: Answered['points'][number], at: number): Answered['points'][number] {
  const { text, blocks } = ARTICLES[at] ?? { text: '', blocks: [] };
  const { start, end } = blocks[1] ?? { start: 0, end: 0 };
  return { ...point, start, end, quote: text.slice(start, end) };
}

const sentTo =
  (chat: number) =>
  ({ method, payload, status }: TelegramRequest): boolean =>
    method === 'sendMessage' && status === 200 && payload['chat_id'] === chat;

/** Asks, presses the first button with such a caption, and resolves to what came back. */
async function pressed(caption: string, { restart = async (): Promise<unknown> => null, question = 'who?' } = {}) {
  const ann = person(server);
  const asked = ann.message(question, {});
  server.update({ message: asked });
  const first = await nextReply(ann.id);
  await restart();
  return { ann, asked, first, reply: await press(ann, caption, first, asked) };
}

async function nextReply(chat: number): Promise<Reply> {
  const { replyOf } = await import('../../support/telegram-people.ts');
  const reply = replyOf(await server.until(sentTo(chat)));
  server.forget();
  return reply;
}

async function press(ann: ReturnType<typeof person>, caption: string, below: Reply, asked?: Record<string, unknown>) {
  const data = below.buttons.find(({ text }) => text.includes(caption))?.callback_data;
  if (data === undefined) throw new Error(`There is no button "${caption}".`);
  const notice = await ann.press(data, asMessage(below, asked));
  if (notice !== '') return { ...below, text: notice };
  return await nextReply(Number(below.payload['chat_id']));
}

describe('the button for the passage', () => {
  it('shows the quote in its surroundings, with its source', async () => {
    await bot(answering);
    const { reply, first } = await pressed('② Context');
    expect(reply.text).toBe(
      '前言二。\n楊潔篪說過二件事。\n後記二。\n\ndigest of 自由亚洲电台 · 2023-06-14 · Title of article-二',
    );
    expect(reply.html).toContain('<b>楊潔篪說過二件事。</b>');
    expect(first.buttons.map(({ text }) => text)).toContain('in Simplified');
  });

  it('leads on to the whole article', async () => {
    await bot(answering);
    const { ann, reply } = await pressed('① Context');
    const article = await press(ann, 'Whole article', reply);
    expect(article.text).toContain('Title of article-一');
    expect(article.text).toContain('article-一');
  });
});

describe('the button for the other script', () => {
  it('shows the quote converted, and says that it was', async () => {
    await bot(answering);
    const { reply } = await pressed('in Simplified');
    expect(reply.text).toContain('杨洁篪说过一件事。');
    expect(reply.text).toContain(catalogue('en').chat.converted['zh-Hans']);
    expect(reply.text).not.toContain('楊潔篪');
  });
});

describe('the button for more', () => {
  it('shows points that were not shown, again and again, and then says that there are none', async () => {
    await bot(answering);
    const { ann, asked, reply } = await pressed('More');
    expect(reply.text).toContain('楊潔篪說過四件事。');
    expect(reply.text).not.toContain('楊潔篪說過三件事。');
    const last = await press(ann, 'More', reply, asked);
    expect(last.text).toContain('楊潔篪說過七件事。');
    expect(last.text).not.toContain('楊潔篪說過六件事。');
    expect((await press(ann, 'More', last, asked)).text).toBe(catalogue('en').noMore);
  });

  it('asks what a command asked, in any chat, and answers below the question', async () => {
    const { asked } = await bot(answering);
    const ann = person(server);
    const question = ann.message('/ask@readout_test_bot who?', { chat: GROUP });
    server.update({ message: question });
    const first = await nextReply(GROUP.id);
    const more = await press(ann, 'More', first, question);
    expect(asked.map(({ text, as }) => [text, as])).toEqual([
      ['who?', 'answer'],
      ['who?', 'answer'],
      ['who?', 'answer'],
    ]);
    expect(more.payload['reply_parameters']).toMatchObject({ message_id: question['message_id'] });
  });

  it('asks what somebody else asked, to whose message the bot was called', async () => {
    const { asked } = await bot(answering);
    const [ann, bob] = [person(server), person(server)];
    const question = bob.message('Who is Yang?', { chat: GROUP });
    const call = ann.message('@readout_test_bot', { chat: GROUP, reply_to_message: question });
    server.update({ message: call });
    const first = await nextReply(GROUP.id);
    expect(first.text).toMatch(/^Question: Who is Yang\?\n/);
    // Telegram shows the message that was replied to, but not what that one replied to.
    const { reply_to_message: _, ...below } = call;
    await press(ann, 'More', first, below);
    expect(asked.at(-1)?.text).toBe('Who is Yang?');
  });

  it('asks what a follow-up was understood as, which its message shows', async () => {
    const { asked } = await bot(async (question) => {
      const answer = await answering(question);
      return question.conversation === undefined ? answer : { ...answer, understood: 'Who is Yang?' };
    });
    const { ann, reply } = await pressed('More', { question: 'And he?' });
    expect(asked.map(({ text }) => text)).toEqual(['And he?', 'Who is Yang?', 'Who is Yang?']);
    // And again, from the message with more.
    await press(ann, 'More', reply);
    expect(asked.at(-1)?.text).toBe('Who is Yang?');
  });
});

describe('the button for more of a follow-up', () => {
  const filters = { outlet: '自由亚洲电台', since: '2023-06-01', until: null };
  // What the turns before said narrows the follow-up, and makes it a timeline.
  const following: Ask = async (question) => {
    const answer = await answering(question);
    const events = answer.kind !== 'answered' ? [] : answer.points.map((point) => eventOf(point));
    const timeline = { ...answer, kind: 'timeline' as const, points: [], events, filters };
    return question.conversation === undefined ? timeline : { ...timeline, understood: 'Yang in order?' };
  };
  const eventOf = (point: Answered['points'][number]) => ({
    ...point,
    date: '2023-06-14',
    until: null,
    dateOf: 'event' as const,
    also: [],
  });
  const many = Array.from({ length: 50 }, (_, at) => fakeArticle(`many-${at}`, [`Fact ${at}.`, `More on ${at}.`]));
  const manyEvents: Ask = async (question) => {
    const answer = fakeAnswer(many.slice(0, question.limit ?? 20), { question: question.text });
    const timeline = { ...answer, kind: 'timeline' as const, points: [], events: answer.points.map(eventOf), filters };
    return question.conversation === undefined ? timeline : { ...timeline, understood: 'Yang in order?' };
  };

  it('asks for the same kind, narrowed in the same way, after a restart too', async () => {
    await bot(manyEvents, many);
    const { ann, first } = await pressed('More', {
      question: 'And in order?',
      restart: async () => await bot(manyEvents, many),
    });
    const { asked } = running ?? { asked: [] };
    expect(asked).toHaveLength(2);
    for (const question of asked)
      expect(question).toMatchObject({
        text: 'Yang in order?',
        as: 'timeline',
        outlet: '自由亚洲电台',
        since: '2023-06-01',
      });
    const again = await press(ann, 'More', first);
    expect(again.text).toMatch(/^Question: Yang in order\?/);
    expect(again.text).toContain('Fact 20.');
    expect(again.text).not.toContain('Fact 19.');
    expect((await press(ann, 'More', again)).text).toContain('Fact 49.');
  });

  it('says plainly that it cannot be had when its outlet has gone', async () => {
    await bot(manyEvents, many);
    const { reply } = await pressed('More', { restart: async () => await bot(manyEvents, []) });
    expect(reply.text).toBe(catalogue('en').chat.expired);
  });

  it('is not there where there is no more', async () => {
    await bot(following);
    const ann = person(server);
    ann.write('And in order?');
    expect((await nextReply(ann.id)).buttons.map(({ text }) => text)).not.toContain('More');
  });
});

describe('the button for more of a listing', () => {
  it('goes on counting', async () => {
    const headlines = Array.from({ length: 45 }, (_, at) => fakeArticle(`listed-${at}`, ['Text.'])).map(
      ({ id, title, outlet, date }) => ({ articleId: id, title, outlet, date }),
    );
    await bot(async ({ limit = 20 }) => ({
      ...fakeAnswer([]),
      kind: 'listing',
      articles: headlines.slice(0, limit),
      total: headlines.length,
    }));
    const { ann, asked, reply } = await pressed('More');
    expect(reply.text).toMatch(/^Question: .*\n\n.*21 to 40 of 45.*:\n21\. .*listed-20\n/);
    expect(reply.buttons[0]?.text).toBe('21. Title of listed-20');
    const last = await press(ann, 'More', reply, asked);
    expect(last.text).toMatch(/^Question: .*\n\n.*41 to 45 of 45/);
    expect(last.buttons.map(({ text }) => text)).not.toContain('More');
  });
});

describe('after a restart', () => {
  it.each(['More', '① Context', 'in Simplified'])('the button "%s" still works', async (caption) => {
    await bot(answering);
    const { reply } = await pressed(caption, { restart: async () => await bot(answering) });
    expect(reply.text).toMatch(/[楊杨]/u);
  });

  it.each(['① Context'])(
    'with other articles, or the same in other words, "%s" says plainly that it does not',
    async (caption) => {
      for (const articles of [
        [],
        ARTICLES.map((each) => fakeArticle(each.id, ['Something else was said. '.repeat(9)])),
      ]) {
        await bot(answering);
        const { reply } = await pressed(caption, { restart: async () => await bot(answering, articles) });
        expect(reply.text).toBe(catalogue('en').chat.expired);
      }
    },
  );

  it('more is there although the question was deleted: the answer shows it', async () => {
    const { asked } = await bot(answering);
    const { ann, first } = await pressed('① Context');
    expect((await press(ann, 'More', first)).text).toMatch(/^Question: who\?/u);
    expect(asked.at(-1)?.text).toBe('who?');
  });

  it('more of an answer of an earlier version, which does not show a question that was deleted, says plainly that it cannot be had', async () => {
    await bot(answering);
    const { ann, first } = await pressed('① Context');
    const shown = { ...first, text: first.text.replace(/^.*\n\n?/u, '') };
    expect((await press(ann, 'More', shown)).text).toBe(catalogue('en').chat.expired);
  });

  it('so does a button of a message that bots cannot see any more, and one that nobody knows', async () => {
    await bot(answering);
    const ann = person(server);
    for (const [data, below] of [
      ['m:1', { message_id: 5, date: 0, chat: ann.home }],
      ['x:whatever', ann.message('An answer.', {})],
      ['a:AAAAAAAA:0', ann.message('An answer.', {})],
    ] as const) {
      expect(await ann.press(data, below)).toBe(catalogue('en').chat.expired);
    }
  });
});

describe('other buttons', () => {
  it('an example is asked as if it had been typed, and its answer shows it', async () => {
    const { asked } = await bot(answering);
    const ann = person(server);
    ann.write('/start');
    const help = await nextReply(ann.id);
    const [example = ''] = catalogue('en').examples;
    const answer = await press(ann, example, help);
    expect(asked).toEqual([expect.objectContaining({ text: example })]);
    expect(answer.text.split('\n')[0]).toBe(`Question: ${example}`);
    // Which is what its own button for more reads.
    await press(ann, 'More', answer);
    expect(asked.at(-1)?.text).toBe(example);
  });

  it('a headline opens the article', async () => {
    const [article = fakeArticle('x', ['x'])] = ARTICLES;
    const nearest = [{ articleId: article.id, title: article.title, outlet: article.outlet, date: article.date }];
    await bot(async () => fakeNotFound({ nearest }));
    const { reply } = await pressed(article.title);
    expect(reply.text).toContain('楊潔篪說過一件事。');
  });

  it('a long article goes on where it stopped', async () => {
    const long = fakeArticle(
      'long',
      Array.from({ length: 30 }, (_, at) => `${at} ${'字'.repeat(400)}。`),
    );
    await bot(async () => fakeAnswer([long]), [long]);
    const ann = person(server);
    ann.write('/article long');
    let page = await nextReply(ann.id);
    let text = page.text;
    while (page.buttons.length > 0) {
      page = await press(ann, 'Read on', page);
      text += `\n${page.text}`;
    }
    const paragraphs = [...text.matchAll(/^(\d+) 字/gmu)].map(([, number]) => Number(number));
    expect(paragraphs).toEqual(Array.from({ length: 30 }, (_, at) => at));
  });

  it('a language is chosen by the one who presses', async () => {
    await bot(answering);
    const ann = person(server);
    ann.write('/lang');
    const langs = await nextReply(ann.id);
    expect((await press(ann, '繁體中文', langs)).text).toContain(catalogue('zh-Hant').langChosen);
  });
});

it('a press is acknowledged before it is answered', async () => {
  let finish = (): void => undefined;
  const slow = new Promise<void>((resolve) => (finish = resolve));
  await bot(async (question) => {
    await slow;
    return await answering(question);
  });
  const ann = person(server);
  expect(await ann.press('e:e:0', ann.message('Help', {}))).toBe('');
  expect(server.requests.some(sentTo(ann.id))).toBe(false);
  finish();
  await nextReply(ann.id);
});

it('nothing was sent that Telegram would refuse', () => expect(server.complaints).toEqual([]));
