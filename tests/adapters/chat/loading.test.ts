import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bot, BotParts } from '../../../src/adapters/chat/bot.ts';
import type { Ask, Question } from '../../../src/core/index.ts';
import { loadCorpus } from '../../../src/adapters/cli/loading-corpus.ts';
import { runCli } from '../../../src/adapters/cli/program.ts';
import type { AskableCorpus, OnProgress } from '../../../src/adapters/cli/context.ts';
import type { Loading } from '../../../src/adapters/status/health.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { fakeContext } from '../../support/fake-context.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { startedBot } from '../../support/telegram-harness.ts';
import { person } from '../../support/telegram-people.ts';
import { telegramServer } from '../../support/telegram-server.ts';
import { botOn, textOf } from '../discord/running-bot.ts';

const article = fakeArticle('ferry', ['The ferry sails on Friday.']);
const ask = async () => fakeAnswer([article]);

/** How far loading has come, until it is over. */
function slowly(done: number) {
  let state: Loading = { stage: 'read', done, total: 200 };
  return { loading: () => state, finish: () => void (state = null) };
}

describe('who asks while the corpus is loading', () => {
  it('is told so in Telegram, each time, in the language of the phone, and answered afterwards', async () => {
    const server = await telegramServer();
    const { loading, finish } = slowly(87);
    const { bot, asked } = await startedBot(server, { ask, articles: [article], loading });
    const [ann, 美玲] = [person(server), person(server, 5, { language_code: 'zh-hant' })];
    expect((await ann.says('When?')).text).toBe('I am still loading the archive (43 %). Please ask again in a moment.');
    expect((await ann.says('When?')).text).toContain('43 %');
    expect((await 美玲.says('何時？')).text).toBe('資料仍在載入（43%），請稍後再問。');
    expect(asked).toEqual([]);
    finish();
    expect((await ann.says('When?')).text).toContain('sails on Friday');
    await bot.stop();
    await server.close();
  });

  it('is told so in Discord, by command and by mention', async () => {
    const discord = await openDiscord();
    const { loading, finish } = slowly(100);
    const { bot } = botOn(discord, { ask, articles: [article], loading });
    await bot.start();
    const asks = async (): Promise<string> =>
      textOf(await discord.answerTo(discord.use('ask', { question: 'When?' }, { locale: 'zh-CN' })));
    expect(await asks()).toBe('资料仍在载入（50%），请稍后再问。');
    finish();
    expect(await asks()).toContain('sails on Friday');
    await bot.stop();
    await discord.close();
  });
});

/** A corpus that comes when it is let. */
function heldCorpus(asking: Ask = ask) {
  let onProgress: OnProgress = () => undefined;
  let give: (corpus: AskableCorpus) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const coming = new Promise<AskableCorpus>((resolve, reject) => ([give, refuse] = [resolve, reject]));
  const { openLibrary } = fakeContext({ ask: asking, articles: [article] });
  return {
    open: async (given: OnProgress | undefined): Promise<AskableCorpus> => {
      onProgress = given ?? onProgress;
      return await coming;
    },
    progress: (...given: Parameters<OnProgress>) => onProgress(...given),
    give: async () => give(await openLibrary({ dirs: [], index: null })),
    refuse: (error: Error) => refuse(error),
  };
}

afterEach(() => void vi.useRealTimers());

/** Resolves when something waits for time to pass. */
async function isWaiting(): Promise<void> {
  while (vi.getTimerCount() === 0) await new Promise((next) => setImmediate(next));
}

describe('readout bot on a corpus that takes a while', () => {
  /** The bot over a fake platform, and the parts that it was made of when it came to that. */
  function bot(asking: Ask = ask) {
    const corpus = heldCorpus(asking);
    const made: BotParts[] = [];
    let stop = (): void => undefined;
    const ended = new Promise<void>((resolve) => (stop = resolve));
    const fake: Bot = { name: 'fake', start: async () => undefined, stop: async () => stop(), ended };
    const create = async (parts: BotParts): Promise<Bot> => {
      made.push(parts);
      return fake;
    };
    const context = {
      ...fakeContext({ ask, articles: [article] }),
      platforms: [{ name: 'fake', create }],
      openLibrary: async (_: unknown, onProgress?: OnProgress) => await corpus.open(onProgress),
    };
    return { corpus, made, stop, status: runCli(['bot'], context) };
  }

  it('connects after three seconds, and says how far it is until it can be asked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { corpus, made, stop, status } = bot();
    await isWaiting();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(made).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    while (made.length === 0) await new Promise((next) => setImmediate(next));
    const [parts] = made;
    corpus.progress('read', 3, 9);
    expect(parts?.loading?.()).toEqual({ stage: 'read', done: 3, total: 9 });
    expect(parts?.corpus().articles).toEqual([]);
    await expect(parts?.ask({ text: 'When?' })).rejects.toThrow('not been loaded');
    await corpus.give();
    await parts?.loaded;
    expect(parts?.loading?.()).toBeNull();
    expect(parts?.corpus().articles).toEqual([article]);
    expect(await parts?.ask({ text: 'When?' })).toMatchObject({ kind: 'answered' });
    stop();
    expect(await status).toBe(0);
  });

  it('asks no model before somebody has asked', async () => {
    const asked: Question[] = [];
    const { corpus, made, stop, status } = bot(async (question) => {
      asked.push(question);
      return await ask();
    });
    await corpus.give();
    while (made.length === 0) await new Promise((next) => setImmediate(next));
    await made[0]?.loaded;
    expect(asked.filter(({ builtIn }) => builtIn !== true)).toEqual([]);
    stop();
    expect(await status).toBe(0);
  });

  it('stops all bots and ends with the fault where it cannot be read after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { corpus, made, status } = bot();
    await isWaiting();
    const fault = status.catch((error: unknown) => String(error));
    await vi.advanceTimersByTimeAsync(3_100);
    while (made.length === 0) await new Promise((next) => setImmediate(next));
    corpus.refuse(new Error('no such folder'));
    expect(await fault).toContain('no such folder');
  });
});

describe('the operator', () => {
  it('is told how far loading has come when it takes longer than five seconds, every ten, and when it is done', async () => {
    let time = 0;
    const said: string[] = [];
    const corpus = heldCorpus();
    const { loaded } = loadCorpus(
      corpus.open,
      (sentence) => void said.push(sentence),
      () => time,
    );
    for (time of [1_000, 5_500, 9_000, 16_000]) corpus.progress('read', time, 47_118);
    time = 17_000;
    corpus.progress('index', 40_000, 40_000);
    time = 20_400;
    await corpus.give();
    await loaded;
    expect(said).toEqual([
      'Reading: 5,500 of 47,118 files are done.',
      'Reading: 16,000 of 47,118 files are done.',
      'Indexing 40,000 articles.',
      'Ready: 1 articles, after 20 s.',
    ]);
  });

  it('is told nothing of a corpus that is there at once', async () => {
    const said: string[] = [];
    const corpus = heldCorpus();
    const { loaded } = loadCorpus(
      corpus.open,
      (sentence) => void said.push(sentence),
      () => 0,
    );
    corpus.progress('read', 1, 2);
    await corpus.give();
    await loaded;
    expect(said).toEqual([]);
  });
});
