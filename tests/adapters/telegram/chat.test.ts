import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseOutlets, type Answer, type Ask, type Question } from '../../../src/core/index.ts';
import { catalogue } from '../../../src/messages/index.ts';
import { fakeAnswer, fakeArticle, fakeDoubt, fakeNotFound } from '../../support/fake-library.ts';
import { startedBot, type Harness } from '../../support/telegram-harness.ts';
import { asMessage, GROUP, person } from '../../support/telegram-people.ts';
import { ME, telegramServer } from '../../support/telegram-server.ts';

const server = await telegramServer();
let running: Harness | null = null;

async function bot(ask?: Ask, more: Parameters<typeof startedBot>[1] = {}): Promise<Harness> {
  running = await startedBot(server, { ...(ask && { ask }), ...more });
  return running;
}

afterEach(async () => {
  await running?.bot.stop();
  server.forget();
});
afterAll(async () => await server.close());

const articles = ['one', 'two', 'three'].map((id) => fakeArticle(`article-${id}`, [`Fact ${id}.`, `More on ${id}.`]));
const followQuestion: Ask = async ({ text, lang }) => fakeAnswer(articles, { question: text, lang: lang ?? 'en' });

describe('commands', () => {
  it.each([
    ['/ask who?', { text: 'who?', as: 'answer' }],
    ['/compare Taiwan', { text: 'Taiwan', as: 'comparison' }],
    ['/timeline Taiwan', { text: 'Taiwan', as: 'timeline' }],
    ['Taiwan', { text: 'Taiwan', as: undefined }],
  ])('%s asks', async (text, question) => {
    const { asked } = await bot();
    await person(server).says(text);
    expect(asked).toEqual([expect.objectContaining(question)]);
  });

  it('/start and /help show what can be asked, with examples to press', async () => {
    await bot();
    const ann = person(server);
    for (const command of ['/start', '/help']) {
      const { text, buttons } = await ann.says(command);
      for (const part of ['/ask', '/compare', '/timeline', '/sources', '/article', '/lang', '/privacy'])
        expect(text).toContain(part);
      expect(buttons.map((button) => button.text)).toEqual(catalogue('en').examples);
    }
  });

  it('/sources says what there is', async () => {
    await bot(undefined, { articles });
    expect((await person(server).says('/sources')).text).toContain('自由亚洲电台 · 3 articles · 2023-06-14');
  });

  it('/article shows the numbered source of the last answer, or the one of that id', async () => {
    await bot(followQuestion, { articles });
    const ann = person(server);
    expect((await ann.says('/article 2')).text).toContain('Say which');
    await ann.says('who?');
    expect((await ann.says('/article 2')).text).toContain('More on two.');
    expect((await ann.says('/article 9')).text).toContain('There are 1 to 3.');
    expect((await ann.says('/article article-three')).text).toContain('More on three.');
    expect((await ann.says('/article artikle-one')).text).toContain('The nearest: article-one');
    expect((await person(server).says('/article 2')).text).toContain('Say which');
  });

  it.each([
    ['/compare', 'comparison'],
    ['/timeline', 'timeline'],
  ])('%s alone is about the last question', async (command, as) => {
    const { asked } = await bot(followQuestion);
    const ann = person(server);
    await ann.says('Who met Wang Yi?');
    const { text } = await ann.says(command);
    expect(asked.at(-1)).toMatchObject({ text: 'Who met Wang Yi?', as });
    expect(text).toMatch(/^Understood as: Who met Wang Yi\?/);
    // Somebody else has not asked anything yet.
    await person(server).says(command);
    expect(asked.at(-1)).toMatchObject({ text: '', as });
  });

  it('/lang chooses the language, for one person', async () => {
    const { asked } = await bot(followQuestion);
    const [ann, bob] = [person(server), person(server)];
    expect((await ann.says('/lang zh-hans')).text).toBe(
      `${catalogue('zh-Hans').langChosen}\n${catalogue('zh-Hans').chat.untilRestart}`,
    );
    await ann.says('who?');
    await bob.says('who?');
    expect(asked.map(({ lang }) => lang)).toEqual(['zh-Hans', 'en']);
    expect((await ann.says('/help')).text).toContain(catalogue('zh-Hans').examplesHeading);
    await ann.says('/lang auto');
    await ann.says('who is that?');
    expect(asked.at(-1)?.lang).toBe('en');
    expect((await bob.says('/lang klingon')).text).toContain('zh-Hant, zh-Hans, en or auto');
  });

  it('a name in Latin letters is answered in the language of the phone, and a question in its own', async () => {
    const { asked } = await bot(followQuestion);
    const [ann, bob, cat] = ['zh-hant', 'zh-CN', 'en'].map((language_code, at) =>
      person(server, 60 + at, { language_code }),
    );
    expect((await ann?.says('Blinken'))?.text).toContain(catalogue('zh-Hant').sources);
    expect((await ann?.says('/frobnicate'))?.text).toContain('沒有 /frobnicate');
    await bob?.says('/ask “O’Neill-Smith”?');
    await cat?.says('Blinken');
    await ann?.says('When did Blinken call?');
    expect(asked.map(({ lang }) => lang)).toEqual(['zh-Hant', 'zh-Hans', 'en', 'en']);
  });

  it('/lang alone offers the languages by their own names', async () => {
    await bot();
    const { buttons } = await person(server).says('/lang');
    expect(buttons.map(({ text }) => text)).toEqual(['繁體中文', '简体中文', 'English', 'Follow the question']);
  });

  it('/privacy says what is kept', async () => {
    await bot();
    expect((await person(server).says('/privacy')).text).toBe(catalogue('en').chat.privacy(null));
  });

  it('an unknown one is named, and a sticker asks for words', async () => {
    await bot();
    const ann = person(server);
    expect((await ann.says('/frobnicate')).text).toContain('There is no command /frobnicate');
    expect((await ann.says('', { sticker: { file_id: 'x' } })).text).toBe(catalogue('en').reject.noWords);
  });

  it.each([
    ['zh-hant', 'zh-Hant'],
    ['zh-cn', 'zh-Hans'],
    ['en', 'en'],
  ] as const)('speak to a device in %s in %s', async (code, lang) => {
    await bot();
    const { text } = await person(server, undefined, { language_code: code }).says('/help');
    expect(text).toContain(catalogue(lang).greeting.help);
  });
});

it('the menu of commands is set for everybody, for English and for Chinese', async () => {
  await bot();
  await server.until(({ method, payload }) => method === 'setMyCommands' && payload['language_code'] === 'zh');
  const menus = server.requests.filter(({ method }) => method === 'setMyCommands').map(({ payload }) => payload);
  expect(menus.map(({ language_code: code }) => code)).toEqual([undefined, 'en', 'zh']);
  for (const { commands } of menus)
    expect((commands as { command: string }[]).map(({ command }) => command)).toContain('timeline');
});

it('a menu that Telegram does not take is logged with what was called', async () => {
  server.script('setMyDescription', { code: 400, description: 'Bad Request: no' });
  const { logged } = await bot();
  await server.until(({ method, status }) => method === 'setMyDescription' && status === 400);
  await person(server).says('/help');
  expect(logged.find((line) => line.startsWith('warn'))).toMatch(/menu of commands .*setMyDescription: 400/u);
});

it('what the bot is for is said by language, with the outlets and days that it covers', async () => {
  await bot();
  const isLast = ({ method, payload }: { method: string; payload: Readonly<Record<string, unknown>> }): boolean =>
    method === 'setMyShortDescription' && payload['language_code'] === 'zh';
  await server.until(isLast);
  const sent = (method: string) =>
    server.requests.filter((each) => each.method === method).map(({ payload }) => payload);
  const [usual, english, chinese] = sent('setMyDescription');
  expect(english).toMatchObject({ ...usual, language_code: 'en' });
  expect(usual?.['description']).toContain('2023-06-14 to 2023-06-14: 自由亚洲电台.');
  expect(chinese).toMatchObject({ description: expect.stringContaining('自由亚洲电台'), language_code: 'zh' });
  expect(sent('setMyShortDescription')[2]).toMatchObject({ short_description: expect.stringContaining('1 篇報道') });
});

it('outlets are called as readers know them, and told in which language quotes are', async () => {
  const outlets = parseOutlets('自由亚洲电台, Radio Free Asia');
  const english = fakeArticle('essay', ['Words.'], { lang: 'en' });
  await bot(undefined, { outlets });
  const named = 'Radio Free Asia (自由亚洲电台)';
  const { payload } = await server.until(({ method }) => method === 'setMyDescription');
  expect(payload['description']).toMatch(/: Radio Free Asia \(自由亚洲电台\)\. The quotes are in Chinese/u);
  expect((await person(server).says('/sources')).text).toContain(`${named} · 1 article`);
  const ann = person(server);
  expect((await ann.says('/start')).text).toContain(`${named}.\n`);
  expect((await ann.says('/start')).text).toContain(catalogue('en').quotesAreForeign);
  await ann.says('/lang zh-hans');
  expect((await ann.says('/start')).text).toContain(catalogue('zh-Hans').chat.quotesAsPrinted);
  await running?.bot.stop();
  await bot(undefined, { outlets, articles: [...articles, english] });
  expect((await person(server).says('/start')).text).toContain(catalogue('en').chat.quotesAsPrinted);
});

describe('in a group', () => {
  it('the bot speaks when it is spoken to, by replying, and is silent otherwise', async () => {
    const { asked } = await bot();
    const ann = person(server);
    const chat = { chat: GROUP };
    ann.write('Who is Qin Gang?', chat);
    ann.write('/ask@other_bot who?', chat);
    await ann.says('/ask one?', chat);
    await ann.says(`/ask@${ME.username} two?`, chat);
    await ann.says(`@${ME.username} three?`, chat);
    await ann.says('four?', { ...chat, reply_to_message: { ...ann.message('An answer.', chat), from: ME } });
    expect(asked.map(({ text }) => text)).toEqual(['one?', 'two?', 'three?', 'four?']);
    expect(server.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(4);
  });

  it('a reply to an answer goes on from it, whoever asked for it; so does what is asked next', async () => {
    const { asked } = await bot();
    const ann = person(server);
    const chat = { chat: GROUP };
    const answer = { ...ann.message('Question: Who is Yang?\n\nAn answer.', chat), from: ME };
    await ann.says('/ask one?', chat);
    await ann.says('And when?', { ...chat, reply_to_message: answer });
    await ann.says('/ask And where?', chat);
    const [first, seed, reply, next] = asked;
    expect([seed?.text, reply?.text, next?.text]).toEqual(['Who is Yang?', 'And when?', 'And where?']);
    expect(new Set([seed, reply, next].map((turn) => turn?.conversation)).size).toBe(1);
    expect(seed?.conversation).not.toBe(first?.conversation);
  });

  it('a reply to an answer of an earlier run goes on from it', async () => {
    await bot(followQuestion);
    const [ann, bob] = [person(server), person(server)];
    const chat = { chat: GROUP };
    const answer = asMessage(await ann.says('/ask Who is Yang?', chat));
    await running?.bot.stop();
    const { asked } = await bot(followQuestion);
    await bob.says('And when?', { ...chat, reply_to_message: answer });
    expect(asked.map(({ text }) => text)).toEqual(['Who is Yang?', 'And when?']);
    expect(asked[1]?.conversation).toBe(asked[0]?.conversation);
  });

  it('whoever doubts what somebody says is told what the coverage has of that; of an answer of ours, that it is quoted', async () => {
    const doubting: Ask = async (question) =>
      question.text === 'Is that true?' ? fakeDoubt(question) : await followQuestion(question);
    const { asked } = await bot(doubting);
    const [ann, bob] = [person(server), person(server)];
    const chat = { chat: GROUP };
    const claim = bob.message('The ferry will cost more. https://elsewhere.example/x', chat);
    const doubt = `@${ME.username} Is that true?`;
    const answer = await ann.says(doubt, { ...chat, reply_to_message: claim });
    expect(answer.text).toMatch(/^Question: The ferry will cost more\.\n\n① Fact one/u);
    expect(asked.at(-1)?.text).toBe('The ferry will cost more.');
    const certain = catalogue('en').about.certain({ articles: 0, outlets: [], since: null, until: null });
    expect((await ann.says(doubt, { ...chat, reply_to_message: asMessage(answer) })).text).toContain(certain);
    expect((await ann.says(doubt, chat)).text).toContain(certain);
  });

  it('a reply to what somebody says is about that, or about the part of it that was marked', async () => {
    const { asked } = await bot();
    const [ann, bob] = [person(server), person(server)];
    const chat = { chat: GROUP };
    const claim = bob.message('渡輪下月加價。大橋週五重開。', chat);
    await ann.says(`@${ME.username} 這是真的嗎？`, { ...chat, reply_to_message: claim });
    const quote = { text: '大橋週五重開。', position: 7 };
    await ann.says(`@${ME.username} 真的？`, { ...chat, reply_to_message: bob.message('又說一次。', chat), quote });
    expect(asked.map(({ text }) => text)).toEqual([
      '渡輪下月加價。大橋週五重開。',
      '這是真的嗎？',
      '大橋週五重開。',
      '真的？',
    ]);
  });

  it('a command in reply to an answer is about that answer, whoever asked for it, after a restart too', async () => {
    await bot(followQuestion);
    const [ann, bob] = [person(server), person(server)];
    const chat = { chat: GROUP };
    const answer = asMessage(await ann.says('/ask Who is Yang?', chat));
    await running?.bot.stop();
    const { asked } = await bot(followQuestion, { articles });
    await bob.says('/ask Who is Qin?', chat);
    await bob.says('/timeline', { ...chat, reply_to_message: answer });
    expect(asked.at(-1)).toMatchObject({ text: 'Who is Yang?', as: 'timeline' });
    // Of the answer, and not of the timeline.
    await bob.says('/more', { ...chat, reply_to_message: answer });
    expect(asked.at(-1)?.as).not.toBe('timeline');
    await bob.says('/ask Who is Qin?', chat);
    await bob.says('/more', { ...chat, reply_to_message: answer });
    expect(asked.at(-1)).toMatchObject({ text: 'Who is Yang?' });
    await bob.says('/new', chat);
    expect((await bob.says('/article 2', { ...chat, reply_to_message: answer })).text).toContain('More on two.');
    await bob.says('/new', chat);
    expect((await bob.says('/article 2', chat)).text).toContain('Say which');
  });

  it('a reply to a part of an answer that was marked is about that part, and to its question about the answer', async () => {
    await bot(followQuestion);
    const ann = person(server);
    const chat = { chat: GROUP };
    const answer = asMessage(await ann.says('/ask Who is Yang?', chat));
    await running?.bot.stop();
    const { asked } = await bot(followQuestion);
    const marking = (text: string) => ({
      ...chat,
      reply_to_message: answer,
      quote: { text, position: 1, is_manual: true },
    });
    await ann.says('Who said it?', marking('② Fact two. [2]'));
    await ann.says('And when?', marking('Question: Who is Yang?'));
    expect(asked.map(({ text }) => text)).toEqual(['Fact two.', 'Who said it?', 'Who is Yang?', 'And when?']);
  });

  it('lines that somebody quotes above a question are what it is about, and not shown with it', async () => {
    const { asked } = await bot(async (question) =>
      question.text === 'Is that true?' ? fakeDoubt(question) : await followQuestion(question),
    );
    const ann = person(server);
    const reply = await ann.says('> The ferry will cost more.\n＞ So will the bridge.\nSince when?');
    expect(reply.text).toMatch(/^Question: Since when\?\n/u);
    expect(asked.map(({ text }) => text)).toEqual(['The ferry will cost more.\nSo will the bridge.', 'Since when?']);
    expect(asked[1]?.conversation).toBe(asked[0]?.conversation);
    expect((await ann.says('> Fares go up.\n\nIs that true?')).text).toMatch(/^Question: Fares go up\.\n/u);
    expect((await ann.says('> Fares go up.')).text).toMatch(/^Question: Fares go up\.\n/u);
  });

  it('each person has a conversation, in each topic of a forum one, and it is answered there', async () => {
    const { asked } = await bot();
    const [ann, bob] = [person(server, 71), person(server, 72)];
    const topic = { chat: GROUP, is_topic_message: true, message_thread_id: 5 };
    await ann.says('/ask one?', { chat: GROUP });
    await bob.says('/ask one?', { chat: GROUP });
    const { payload } = await ann.says('/ask one?', topic);
    await ann.says('one?');
    expect(payload['message_thread_id']).toBe(5);
    expect(new Set(asked.map(({ conversation }) => conversation)).size).toBe(4);
    await ann.says('/ask two?', topic);
    expect(asked.at(-1)?.conversation).toBe(asked[2]?.conversation);
  });
});

describe('somebody who asks too fast', () => {
  it('is told so once, and nobody else is', async () => {
    const { asked } = await bot(undefined, { tuning: { perUser: { burst: 2, perSecond: 0.01 } } });
    const [ann, bob] = [person(server), person(server)];
    await ann.says('one?');
    await ann.says('two?');
    expect((await ann.says('three?')).text).toContain('100 seconds');
    ann.write('four?');
    ann.write('five?');
    await bob.says('one?');
    expect(asked).toHaveLength(3);
    expect(server.requests.filter(({ method }) => method === 'sendMessage')).toHaveLength(4);
  });
});

describe('a bot that is open to some chats only', () => {
  it('answers there, and tells others their number', async () => {
    const { asked } = await bot(undefined, { options: { allowedChats: ['81', '@readers', String(GROUP.id)] } });
    const [ann, bob] = [person(server, 81), person(server, 82)];
    await ann.says('one?');
    await bob.says('/ask two?', { chat: GROUP });
    await bob.says('/ask three?', { chat: { id: -5, type: 'supergroup', title: 'x', username: 'Readers' } });
    expect((await bob.says('four?')).text).toContain('82');
    expect(asked.map(({ text }) => text)).toEqual(['one?', 'two?', 'three?']);
  });
});

describe('a slow answer', () => {
  it('delays nobody else, shows that the bot is typing, and comes in order', async () => {
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const order: string[] = [];
    await bot(async ({ text }: Question) => {
      if (text === 'slow?') await slow;
      order.push(text);
      return fakeAnswer(articles);
    });
    const [ann, bob] = [person(server), person(server)];
    const answers = [ann.says('slow?'), ann.says('after it?')];
    await bob.says('quick?');
    await server.until(({ method, payload }) => method === 'sendChatAction' && payload['chat_id'] === ann.id);
    finish();
    await Promise.all(answers);
    expect(order).toEqual(['quick?', 'slow?', 'after it?']);
  });
});

it('what cannot be read is logged, and the next update is answered', async () => {
  const { logged } = await bot();
  server.update({ message: { message_id: 1 } });
  server.update({ callback_query: null });
  await person(server).says('one?');
  expect(logged.some((line) => line.startsWith('error: An update'))).toBe(true);
});

it('questions are logged at debug only, and no token at all', async () => {
  const broken: Ask = async () => {
    throw new Error('a fault inside');
  };
  const { logged } = await bot(broken);
  await person(server).says('a secret question?\nerror: another line');
  expect(logged).toContainEqual(expect.stringContaining(String.raw`a secret question?\nerror: another line`));
  expect(logged.filter((line) => line.includes('secret question') && !line.startsWith('debug'))).toEqual([]);
  expect(logged.join()).toContain('a fault inside');
  expect(logged.join()).not.toContain('AAE-loopback');
});

it('an answer that cannot be shown is a fault like any other', async () => {
  await bot(async () => ({ kind: 'answered', lang: 'en' }) as Answer);
  expect((await person(server).says('one?')).text).toBe(catalogue('en').fault);
});

describe('a rejected question', () => {
  it('is answered with the reason', async () => {
    const rejected = {
      ...fakeNotFound(),
      kind: 'rejected',
      reason: { code: 'too-long', length: 4000, limit: 1000 },
    } as Answer;
    await bot(async () => rejected);
    expect((await person(server).says('x'.repeat(4000))).text).toBe(catalogue('en').reject.tooLong(4000, 1000));
  });
});

it('nothing was sent that Telegram would refuse', () => expect(server.complaints).toEqual([]));
