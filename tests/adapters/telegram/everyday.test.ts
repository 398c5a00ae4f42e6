import { afterAll, afterEach, expect, it } from 'vitest';
import type { Ask } from '../../../src/core/index.ts';
import { deepLink } from '../../../src/adapters/telegram/deep-link.ts';
import { articleKey } from '../../../src/adapters/chat/article-keys.ts';
import { catalogue } from '../../../src/messages/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { startedBot, type Harness } from '../../support/telegram-harness.ts';
import { asMessage, GROUP, person, replyOf } from '../../support/telegram-people.ts';
import { ME, telegramServer } from '../../support/telegram-server.ts';

const server = await telegramServer();
const article = fakeArticle('ferry', ['The ferry runs again.', 'From Monday.'], { title: 'Ferry news' });
const echo: Ask = async ({ text, offset }) =>
  fakeAnswer([article], { question: text, lang: 'en', ...(offset === undefined ? {} : { points: [] }) });
let running: Harness | null = null;
const bot = async (ask: Ask = echo, options = {}): Promise<Harness> =>
  (running = await startedBot(server, { ask, articles: [article], options }));

afterEach(async () => {
  await running?.bot.stop();
  server.forget();
});
afterAll(async () => await server.close());

it('an edited question is answered anew, in the place of its answer', async () => {
  const { asked } = await bot();
  const ann = person(server);
  const message = ann.write('Does the fery run?');
  await server.until(({ method }) => method === 'sendMessage');
  server.update({ edited_message: { ...message, text: 'Does the ferry run?', edit_date: 2 } });
  await server.until(({ method }) => method === 'editMessageText');
  expect(asked.map(({ text }) => text)).toEqual(['Does the fery run?', 'Does the ferry run?']);
  expect(server.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
});

it('a link opens the bot with a question or an article', async () => {
  const { asked } = await bot();
  const open = async (link: string | null) =>
    await person(server).says(`/start ${new URL(link ?? '').searchParams.get('start')}`);
  expect((await open(deepLink(ME.username, { question: '渡輪何時復航？' }))).text).toMatch(/^Question: /);
  expect(asked.at(-1)?.text).toBe('渡輪何時復航？');
  expect((await open(deepLink(ME.username, { article: articleKey(article.id) }))).text).toContain('From Monday.');
});

it('a link of an article opens it, and other links are not looked up', async () => {
  const { asked } = await bot(echo);
  const ann = person(server);
  expect((await ann.says('https://www.example.org/ferry?utm_source=x')).text).toContain('From Monday.');
  expect(asked).toEqual([]);
  await ann.says('The ferry will cost more. https://elsewhere.example/1');
  expect(asked.map(({ text }) => text)).toEqual(['The ferry will cost more.']);
});

it('a long message that is handed on is asked about by what it says first', async () => {
  const { asked } = await bot(echo);
  const ann = person(server);
  await ann.says(`${'The ferry will cost more. '.repeat(11)}${'And so on. '.repeat(200)}`, {
    forward_origin: { type: 'channel', date: 1, chat: GROUP, message_id: 1 },
  });
  expect(asked.map(({ text }) => text.startsWith('The ferry will cost more.') && text.length <= 300)).toEqual([true]);
});

it('a group that it was added to is greeted, and no other', async () => {
  await bot();
  const { user } = person(server);
  const member = (status: string) => ({ status, user: ME });
  const change = (before: string, now: string) =>
    server.update({
      my_chat_member: {
        chat: GROUP,
        from: user,
        date: 1,
        old_chat_member: member(before),
        new_chat_member: member(now),
      },
    });
  change('member', 'left');
  change('left', 'member');
  const greeting = replyOf(await server.until(({ method }) => method === 'sendMessage'));
  expect(greeting.text).toContain(catalogue('en').chat.joined);
  expect(server.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
});

it('who mentions it in a chat that it is no member of is answered there', async () => {
  await bot();
  const ann = person(server);
  const message = ann.message(`@${ME.username} Does the ferry run?`, { chat: GROUP, guest_query_id: 'g1' });
  server.update({ guest_message: message });
  const { payload } = await server.until(({ method }) => method === 'answerGuestQuery');
  expect(payload).toMatchObject({ guest_query_id: 'g1' });
  expect(JSON.stringify(payload)).toContain('The ferry runs again.');
});

it('an answer whose topic is gone is sent outside of it', async () => {
  await bot();
  server.script('sendMessage', { code: 400, description: 'Bad Request: message thread not found' });
  const reply = await person(server).says('one?', { is_topic_message: true, message_thread_id: 7 });
  expect(reply.payload['message_thread_id']).toBeUndefined();
});

it('more is there once, and its button goes', async () => {
  const many: Ask = async ({ text, limit = 3 }) =>
    fakeAnswer(
      Array.from({ length: limit }, (_, n) => fakeArticle(`a${n}`, [`Fact ${n}.`])),
      { question: text, lang: 'en' },
    );
  await bot(many);
  const ann = person(server);
  const question = ann.write('one?');
  const first = replyOf(await server.until(({ method }) => method === 'sendMessage'));
  const below = asMessage(first, question);
  const data = first.buttons.find(({ text }) => text === 'More')?.callback_data ?? '';
  await Promise.all([ann.press(data, below), ann.press(data, below)]);
  const { payload } = await server.until(({ method }) => method === 'editMessageReplyMarkup');
  expect(JSON.stringify(payload)).not.toContain(`"${data}"`);
  expect(server.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(2);
});

it('pages are turned once although a button is pressed twice', async () => {
  const long = fakeArticle('long', ['字'.repeat(3_000), '句'.repeat(3_000)]);
  running = await startedBot(server, { ask: echo, articles: [long] });
  const ann = person(server);
  const question = ann.write(`/article ${articleKey(long.id)}`);
  const first = replyOf(await server.until(({ method }) => method === 'sendMessage'));
  const data = first.buttons.find(({ text }) => text === catalogue('en').chat.buttons.readOn)?.callback_data ?? '';
  const below = asMessage(first, question);
  await Promise.all([ann.press(data, below), ann.press(data, below)]);
  await ann.says('one?');
  expect(server.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(3);
});

it('filters hold until they are removed, and can be dropped where an answer states them', async () => {
  const { asked } = await bot(async ({ text, outlet = null }) =>
    fakeAnswer([article], { question: text, lang: 'en', filters: { outlet, since: null, until: null } }),
  );
  const ann = person(server);
  await ann.says('/outlet 自由亚洲电台');
  const question = ann.write('one?');
  const reply = replyOf(await server.until(({ payload }) => String(payload['text']).includes('ferry')));
  expect(asked.at(-1)?.outlet).toBe('自由亚洲电台');
  expect(reply.text).toContain(catalogue('en').sessionFilters.drop);
  const data = reply.buttons.find(({ text }) => text === catalogue('en').chat.buttons.anywhere)?.callback_data ?? '';
  await ann.press(data, asMessage(reply, question));
  expect(asked.at(-1)).toMatchObject({ text: 'one?', anywhere: true });
  await ann.says('/new');
  await ann.says('two?');
  expect(asked.at(-1)?.outlet).toBeUndefined();
});

it('people may be allowed wherever they are', async () => {
  const ann = person(server);
  await bot(echo, { allowedChats: [String(ann.id)] });
  expect((await ann.says('/ask one?', { chat: GROUP })).text).toContain('ferry');
  expect((await person(server).says('one?')).text).toContain('not enabled');
});

it('what was not answered when it stops is answered by the next run', async () => {
  let begun = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (begun = resolve));
  await bot(async () => {
    begun();
    return await new Promise<never>(() => undefined);
  });
  const ann = person(server);
  const { message_id: id } = ann.write('one?');
  await isAsked;
  await running?.bot.stop();
  await bot();
  const { payload } = await server.until(({ method }) => method === 'sendMessage');
  expect(payload['reply_parameters']).toMatchObject({ message_id: id });
});

it('nothing was sent that Telegram would refuse', () => expect(server.complaints).toEqual([]));

it('where the model may not be asked, it is not, and nobody is told that it sees anything', async () => {
  const [listed, other] = [person(server), person(server)];
  const model = { modelHost: 'model.example', readerChats: [String(listed.id), '@named'] };
  running = await startedBot(server, { ask: echo, articles: [article], model });
  const { asked } = running;
  const builtIn = () => new Set(asked.splice(0).map((question) => question.builtIn ?? false));
  const named = person(server, undefined, { username: 'Named' });
  for (const [who, expected] of [
    [listed, false],
    [named, false],
    [other, true],
  ] as const) {
    const question = who.write('Does the ferry run?');
    const answer = replyOf(
      await server.until(({ method, payload }) => method === 'sendMessage' && payload['chat_id'] === who.id),
    );
    const more = answer.buttons.find(({ text }) => text === 'More')?.callback_data ?? '';
    await who.press(more, asMessage(answer, question));
    expect(builtIn()).toEqual(new Set([expected]));
    // What is typed for other chats no model is asked.
    who.type('ferry');
    await server.until(({ method }) => method === 'answerInlineQuery');
    expect(builtIn()).toEqual(new Set([true]));
    for (const command of ['/privacy', '/help'])
      expect((await who.says(command)).text.includes('model.example')).toBe(!expected);
    server.forget();
  }
});

it('a reply is counted as one question, though what it replies to is asked again for it', async () => {
  const { asked, counted } = await bot();
  const [ann, ben] = [person(server), person(server)];
  const question = ann.message('Does the ferry run?', { chat: GROUP });
  const old = asMessage(
    { text: 'Question: Does the ferry run?', html: '', payload: { chat_id: GROUP.id }, buttons: [] },
    question,
  );
  await ben.says('And the bus?', { chat: GROUP, reply_to_message: old });
  expect(new Set(asked.map(({ text }) => text))).toEqual(new Set(['Does the ferry run?', 'And the bus?']));
  expect(counted).toEqual(['answered']);
  // No model is waited for twice.
  expect(asked.map(({ text, builtIn }) => [text, builtIn])).toEqual([
    ['Does the ferry run?', true],
    ['And the bus?', undefined],
  ]);
});
