import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { textOf } from '../adapters/discord/running-bot.ts';
import { TOKEN } from '../support/discord-server/entities.ts';
import { openDiscord, type DiscordServer } from '../support/discord-server/server.ts';
import { exitOf, readout, start, textOf as textOfStream } from '../support/program.ts';
import { TOKEN as TOKEN_OF_TELEGRAM, telegramServer } from '../support/telegram-server.ts';

// A program is started for each, which takes a while where much else runs.
vi.setConfig({ testTimeout: 120_000 });

let discord: DiscordServer | null = null;

async function open(...options: Parameters<typeof openDiscord>): Promise<DiscordServer> {
  discord = await openDiscord(...options);
  return discord;
}

afterEach(async () => {
  await discord?.close();
  discord = null;
});

const environment = ({ apiUrl }: DiscordServer, more: Readonly<Record<string, string>> = {}) => ({
  env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: apiUrl, ...more },
});

/** Resolves once the operator was told something. */
async function told(child: ChildProcessWithoutNullStreams, what: string): Promise<string> {
  let said = '';
  return await new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.includes(what)) resolve(said);
    });
    child.once('close', () => reject(new Error(`readout has ended before "${what}": ${said}`)));
  });
}

describe('readout bot, on Discord', () => {
  it('is ready, answers from the corpus that ships, and ends with 0 when it is told to', async () => {
    const server = await open();
    const child = start(['bot'], environment(server));
    const said = await told(child, 'ready as');
    expect(said).toMatch(/^discord: ready as readout\. To invite it: https:\/\/discord\.com\/oauth2\/authorize\?\S+$/m);
    expect(said).not.toContain(TOKEN);
    const exchange = server.use('ask', { question: '布林肯和王毅會談了多久？' }, { locale: 'zh-TW' });
    expect(textOf(await server.answerTo(exchange))).toMatch(/> .+逾7个小时/);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  it('writes the token and what keeps an answer open to no log, however much is logged; questions at debug only', async () => {
    const server = await open();
    const child = start(['bot'], environment(server, { LOG_LEVEL: 'debug' }));
    const logged = textOfStream(child.stderr);
    await told(child, 'ready as');
    const refused = { kind: 'status', status: 403, code: 50001 } as const;
    server.fail(/original$/, refused, 2);
    server.use('ask', { question: '王毅說了甚麼？' });
    await server.until(
      () => server.requests.filter(({ path }) => path.endsWith('original')).length === 2,
      'both tries',
    );
    server.gateway.cut();
    await server.until(() => server.gateway.counts.resumed === 1, 'a resumed session');
    child.kill('SIGTERM');
    const log = await logged;
    expect(log).toMatch(/^debug: .*王毅說了甚麼/m);
    expect(log).toMatch(/^(?:error|info): .*50001/m);
    expect(log).not.toMatch(/^(?:info|warn|error): .*王毅說了甚麼/m);
    expect(log).not.toContain(TOKEN);
    expect(log).not.toMatch(/interaction-\d/);
  });

  it('ends with 0 although an answer in hand cannot be sent for a minute', async () => {
    const server = await open();
    const child = start(['bot'], environment(server));
    await told(child, 'ready as');
    server.fail(/original$/, { kind: 'rate-limit', retryAfter: 60 });
    server.use('ask', { question: '布林肯' });
    await server.until(() => server.requests.some(({ path }) => path.endsWith('original')), 'an answer on its way');
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  it('with a bad token ends with 1 and one line of advice', async () => {
    const server = await open();
    const { status, stderr } = await readout(['bot'], environment(server, { DISCORD_TOKEN: 'wrong.secret' }));
    expect(status).toBe(1);
    // On a slow machine it also says that the archive is being read.
    expect(stderr.match(/^discord: .*$/gm)).toEqual([
      expect.stringMatching(/^discord: Discord refused the token\. .+DISCORD_TOKEN\.$/),
    ]);
    expect(stderr).not.toContain('wrong.secret');
  });

  it('whose intents are refused ends with 1 and one line of advice', async () => {
    const server = await open({ refusal: 4014 });
    const { status, stderr } = await readout(['bot'], environment(server));
    expect(status).toBe(1);
    expect(stderr.match(/^discord: .*$/gm)).toEqual([
      expect.stringMatching(/^discord: Discord refused the intents\. .+$/),
    ]);
  });

  it('runs as many shards as Discord recommends, says that each has its own index, and ends them with itself', async () => {
    const server = await open({ recommendedShards: 2 });
    const child = start(['bot'], environment(server, { DISCORD_SHARDS: 'auto' }));
    const said = await told(child, 'ready as');
    expect(said).toContain('discord: 2 shards, each a process of its own.');
    await server.until(() => server.gateway.counts.identified === 2, 'two shards');
    expect(server.gateway.shards.toSorted(([a], [b]) => a - b)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(textOf(await server.answerTo(server.use('ask', { question: '布林肯' })))).toContain('布林肯');
    // The first registers the commands; by their ids, the other makes them clickable too.
    const commands = server.requests.filter(({ path }) => path.endsWith('/commands')).map(({ method }) => method);
    expect(commands.toSorted()).toEqual(['GET', 'PUT']);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  it('with shards gives up, with advice, once its token is no longer taken', async () => {
    const server = await open();
    const child = start(['bot'], environment(server, { DISCORD_SHARDS: '2' }));
    const logged = textOfStream(child.stderr);
    await told(child, 'ready as');
    await server.until(() => server.gateway.counts.identified === 2, 'two shards');
    server.fail(/gateway/, { kind: 'status', status: 401 }, 1_000);
    server.gateway.close(4004);
    expect(await exitOf(child)).toBe(1);
    expect(await logged).toMatch(
      /Discord refused the token[^]*^discord: A shard could not start; it says above why\.$/m,
    );
  });

  it('with shards and a bad token starts none of them', async () => {
    const server = await open();
    const { status, stderr } = await readout(
      ['bot'],
      environment(server, { DISCORD_TOKEN: 'wrong.secret', DISCORD_SHARDS: '3' }),
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining('DISCORD_TOKEN')]);
    expect(server.gateway.counts.identified).toBe(0);
  });

  it('that cannot go on leaves Telegram up', async () => {
    const server = await open();
    const telegram = await telegramServer();
    const both = { DISCORD_TOKEN: 'wrong.secret', TELEGRAM_TOKEN: TOKEN_OF_TELEGRAM, TELEGRAM_API_URL: telegram.url };
    const child = start(['bot'], environment(server, both));
    const refused = told(child, 'Discord refused the token');
    await Promise.all([refused, told(child, 'telegram: taking questions')]);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    await telegram.close();
  });
});
