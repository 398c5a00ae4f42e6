import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BotFault } from '../../../src/adapters/chat/bot.ts';
import type { Ask } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { openDiscord, type DiscordServer } from '../../support/discord-server/server.ts';
import { botOn, textOf, type TestBot } from './running-bot.ts';

const qin = fakeArticle('qin', ['秦刚说，希望美方与中方相向而行。']);
const ask: Ask = async ({ text }) => fakeAnswer([qin], { question: text });

const opened: { readonly discord: DiscordServer; readonly running: TestBot }[] = [];

async function open(options: Parameters<typeof openDiscord>[0] = {}, parts: Partial<Parameters<typeof botOn>[1]> = {}) {
  const discord = await openDiscord(options);
  const running = botOn(discord, { ask, ...parts });
  opened.push({ discord, running });
  return { discord, ...running };
}

afterEach(async () => {
  for (const { discord, running } of opened.splice(0)) {
    await running.bot.stop();
    await discord.close();
  }
});

/** Hangs up on whoever connects to a port, so many times. */
async function hangUp(port: number, times: number): Promise<void> {
  let count = 0;
  const server = createServer();
  await new Promise<void>((enough) => {
    server.on('connection', (socket) => {
      socket.destroy();
      count += 1;
      if (count === times) enough();
    });
    server.listen(port, '127.0.0.1');
  });
  await new Promise((closed) => server.close(closed));
}

const answers = async (discord: DiscordServer): Promise<string> =>
  textOf(await discord.answerTo(discord.use('ask', { question: 'Who spoke?' })));

describe('a connection that is lost', () => {
  it.each([
    ['cut', ({ gateway }: DiscordServer) => gateway.cut(), 'resumed'],
    ['to be opened anew, says Discord', ({ gateway }: DiscordServer) => gateway.askToReconnect(), 'resumed'],
    ['closed by an unknown error', ({ gateway }: DiscordServer) => gateway.close(4000), 'resumed'],
    ['without a session any more', ({ gateway }: DiscordServer) => gateway.invalidate(), 'identified'],
  ] as const)('%s: is opened again, and questions are answered once', async (_, lose, how) => {
    const { discord, bot } = await open();
    await bot.start();
    const before = discord.gateway.counts[how];
    lose(discord);
    // What happens before a lost session is replaced is lost with it.
    const isKept = how === 'resumed';
    const meanwhile = isKept ? discord.use('ask', { question: 'Meanwhile?' }) : null;
    await discord.until(() => discord.gateway.counts[how] > before, 'another connection');
    const exchange = meanwhile ?? discord.use('ask', { question: 'Afterwards?' });
    expect(textOf(await discord.answerTo(exchange))).toContain('秦刚');
    expect(exchange.answers).toBe(1);
  });

  it('without its being told (a zombie): is noticed by heartbeats and resumed', async () => {
    const { discord, bot } = await open({ heartbeat: 80 });
    await bot.start();
    await discord.until(() => discord.gateway.counts.heartbeats > 0, 'a heartbeat');
    discord.gateway.fallSilent();
    await discord.until(() => discord.gateway.counts.resumed === 1, 'a resumed session');
    expect(await answers(discord)).toContain('秦刚');
  });
});

describe('a Discord that is gone altogether', () => {
  it('is looked for until it is back, although it knows no session any more', async () => {
    const { discord, bot } = await open();
    await bot.start();
    await discord.close();
    const port = Number(new URL(discord.apiUrl).port);
    await hangUp(port, 2);
    const back = await openDiscord({ port });
    await back.until(() => back.gateway.counts.identified === 1, 'a new session');
    expect(await answers(back)).toContain('秦刚');
    await bot.stop();
    await back.close();
  });
});

describe('requests that fail', () => {
  it.each([
    ['429', { kind: 'rate-limit', retryAfter: 0.05 }],
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['a socket reset', { kind: 'reset' }],
  ] as const)('with %s are sent again: acknowledgement, answer and command registration', async (_, fault) => {
    const { discord, bot } = await open();
    discord.fail(/^PUT .*commands$/, fault);
    discord.fail(/callback$/, fault);
    discord.fail(/original$/, fault);
    await bot.start();
    await discord.until(() => discord.commands().length > 0, 'commands');
    const exchange = discord.use('ask', { question: 'Who spoke?' });
    expect(textOf(await discord.answerTo(exchange))).toContain('秦刚');
    expect(exchange.answers).toBe(1);
  });

  it('so that the commands are not registered leave the rest working', async () => {
    const { discord, bot, logged } = await open();
    discord.fail(/^PUT .*commands$/, { kind: 'status', status: 403 });
    await bot.start();
    expect(logged.join('\n')).toContain('commands could not be registered');
    expect(await answers(discord)).toContain('秦刚');
  });

  it('since the bot may not write there are no fault of the program, and the next question is answered', async () => {
    const { discord, bot, logged } = await open();
    await bot.start();
    discord.fail(/^POST .*\/messages$/, { kind: 'status', status: 403, code: 50001 });
    discord.say(`<@100000000000000001> first`);
    await vi.waitFor(() => expect(logged.filter((line) => line.startsWith('info'))).toHaveLength(1));
    await discord.replyTo(discord.say(`<@100000000000000001> second`));
    expect(logged.filter((line) => /^(?:error|warn)/.test(line))).toEqual([]);
    expect(logged.filter((line) => line.startsWith('info'))).toHaveLength(1);
  });
});

describe('an interaction', () => {
  it('that is acknowledged too late is dropped, and nothing else', async () => {
    const { discord, bot } = await open();
    await bot.start();
    const late = discord.use('ask', { question: 'late' });
    late.sentAt -= 10_000;
    expect(await answers(discord)).toContain('秦刚');
    await vi.waitFor(() => expect(discord.requests.filter(({ path }) => path.endsWith('callback'))).toHaveLength(2));
    expect([late.acknowledgedAt, late.answers]).toEqual([null, 0]);
  });

  it('that another copy of the bot has acknowledged is left to it', async () => {
    const { discord, bot } = await open();
    await bot.start();
    const taken = discord.use('ask', { question: 'taken' });
    taken.acknowledgedAt = taken.sentAt;
    expect(await answers(discord)).toContain('秦刚');
    expect(taken.answers).toBe(0);
  });

  it('whose acknowledgement arrived although its reply was lost is answered', async () => {
    const { discord, bot } = await open();
    await bot.start();
    discord.fail(/callback$/, { kind: 'lost-reply' });
    expect(await answers(discord)).toContain('秦刚');
  });
});

describe('a start that fails', () => {
  it('for a bad token gives one line of advice, without the token', async () => {
    const { bot } = await open({}, { options: { token: 'wrong.token.here' } });
    const fault = await bot.start().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(BotFault);
    expect(String(fault)).toMatch(/DISCORD_TOKEN/);
    expect(String(fault)).not.toContain('wrong.token.here');
  });

  it.each([
    [4014, 'intents'],
    [4004, 'DISCORD_TOKEN'],
    [4011, 'DISCORD_SHARDS=auto'],
  ])('for a refusal of the gateway (%i) gives one line of advice', async (refusal, advice) => {
    const { bot } = await open({ refusal });
    const fault = await bot.start().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(BotFault);
    expect(String(fault)).toContain(advice);
    expect(String(fault)).not.toContain('\n');
  });

  it('for a passing fault is tried again, and said once a try', async () => {
    const { discord, bot, said } = await open();
    discord.fail(/gateway/, { kind: 'status', status: 503 }, 4);
    await bot.start();
    expect(said[0]).toContain('trying again in 1 s');
    expect(await answers(discord)).toContain('秦刚');
  });

  it('can be given up while it waits', async () => {
    const { discord, bot } = await open();
    discord.fail(/gateway/, { kind: 'status', status: 503 }, 100);
    const started = bot.start();
    await discord.until(() => discord.requests.length >= 4, 'the first try');
    await bot.stop();
    await expect(started).resolves.toBeUndefined();
  });

  it('can be given up while Discord says nothing', async () => {
    const silent = createServer();
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const { bot } = await open(
      {},
      { options: { apiUrl: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/api` } },
    );
    const connected = once(silent, 'connection');
    const started = bot.start();
    const [socket] = (await connected) as [Socket];
    await bot.stop();
    await expect(started).resolves.toBeUndefined();
    socket.destroy();
    silent.close();
  });

  it('is none where it was stopped before', async () => {
    const { discord, bot } = await open();
    await bot.stop();
    await bot.start();
    expect(discord.requests).toEqual([]);
  });
});

describe('an end', () => {
  it('by a token that was made invalid meanwhile is reported with advice', async () => {
    const { discord, bot } = await open();
    await bot.start();
    discord.gateway.close(4004);
    await expect(bot.ended).rejects.toThrow('DISCORD_TOKEN');
  });

  it('waits for what is in hand, and says to others that it is restarting', async () => {
    let finish = (): void => undefined;
    let begun = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (begun = resolve));
    const slow: Ask = async (question) => {
      begun();
      await new Promise<void>((resolve) => (finish = resolve));
      return await ask(question);
    };
    const { discord, bot } = await open({}, { ask: slow });
    await bot.start();
    const exchange = discord.use('ask', { question: 'Who spoke?' });
    await isAsked;
    const stopped = bot.stop();
    const late = await discord.answerTo(discord.use('ask', { question: 'Too late?' }));
    finish();
    await stopped;
    expect(exchange.answers).toBe(1);
    expect(textOf(late)).toContain('restarting');
    await expect(bot.ended).resolves.toBeUndefined();
  });
});
