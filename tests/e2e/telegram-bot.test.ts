import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/messages/index.ts';
import { freePort } from '../support/free-port.ts';
import { exitOf, start } from '../support/program.ts';
import { asMessage, person, replyOf } from '../support/telegram-people.ts';
import { ME, telegramServer, TOKEN, type TelegramServer } from '../support/telegram-server.ts';

// A program is started for each, which takes a while where much else runs.
vi.setConfig({ testTimeout: 120_000 });

let server: TelegramServer;
let running: ChildProcessWithoutNullStreams | null = null;

beforeEach(async () => {
  server = await telegramServer();
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await server.close();
});

/** Starts `readout bot`; `stderr` resolves to what it has said when that holds a text, or when it has ended. */
function bot(env: Readonly<Record<string, string>> = {}) {
  const child = start(['bot'], { env: { TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: server.url, ...env } });
  running = child;
  let said = '';
  let check = (): void => undefined;
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    said += text;
    check();
  });
  const ended = exitOf(child);
  const stderr = async (text: string): Promise<string> => {
    await new Promise<void>((resolve) => {
      check = () => said.includes(text) && resolve();
      check();
      void ended.then(() => resolve());
    });
    return said;
  };
  return { child, ended, stderr };
}

const READY = `telegram: taking questions as @${ME.username}.`;

describe('readout bot', () => {
  it('says when it is ready, answers from the corpus that ships, and ends with 0 when it is told to', async () => {
    const { child, ended, stderr } = bot();
    expect(await stderr(READY)).toContain(READY);
    const reply = await person(server).says('布林肯和王毅會談了多久？');
    expect(reply.text).toContain('小时');
    expect(reply.html).toMatch(/<a href="https:\/\/www\.[a-z]+\.\w+\/[^"]+">\[1\]/);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(server.complaints).toEqual([]);
  });

  it('ends, although what is still to be sent would wait for an hour', async () => {
    server.script('sendMessage', { code: 429, parameters: { retry_after: 3600 } });
    const { child, ended, stderr } = bot();
    await stderr(READY);
    person(server).write('布林肯和王毅會談了多久？');
    await server.until(({ method, status }) => method === 'sendMessage' && status === 429);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('answers what it has in hand before it ends', async () => {
    const { child, ended, stderr } = bot();
    await stderr(READY);
    server.script('sendMessage', { code: 429, parameters: { retry_after: 1 } });
    const ann = person(server);
    const answered = ann.says('布林肯和王毅會談了多久？');
    await server.until(({ method, status }) => method === 'sendMessage' && status === 429);
    child.kill('SIGTERM');
    expect((await answered).text).toContain('小时');
    expect(await ended).toBe(0);
  });

  it.each(['TELEGRAM_PROXY', 'HTTPS_PROXY'])('goes by the proxy that %s names', async (variable) => {
    const proxy = createServer();
    const asked = new Promise((resolve) => {
      proxy.on('connect', ({ url }, client) => {
        resolve(url);
        // The program is killed while it tries again.
        client.on('error', () => undefined);
        client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { ended } = bot({ TELEGRAM_API_URL: 'https://telegram.example', [variable]: address });
    expect(await Promise.race([asked, ended])).toBe('telegram.example:443');
    proxy.close();
  });

  it('ends with advice when the token is not accepted', async () => {
    const { ended, stderr } = bot({ TELEGRAM_TOKEN: '1:wrong' });
    expect(await ended).toBe(1);
    const said = await stderr('BotFather');
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(said).toContain('TELEGRAM_TOKEN');
    expect(said).not.toContain('1:wrong');
  });

  it('stays up in Telegram when Discord fails', async () => {
    const { child, ended, stderr } = bot({ DISCORD_TOKEN: 'x', DISCORD_API_URL: server.url });
    expect(await stderr(READY)).toContain(READY);
    await stderr('discord: ');
    expect((await person(server).says('布林肯和王毅會談了多久？')).text).toContain('小时');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('takes updates by webhook, with the secret, and says whether it is well', async () => {
    const port = await freePort();
    server.deliverTo(port);
    const { child, ended, stderr } = bot({
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram/hook',
      TELEGRAM_WEBHOOK_SECRET: 'a-secret',
      PORT: String(port),
    });
    await stderr(READY);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect((await person(server).says('布林肯和王毅會談了多久？')).text).toContain('小时');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(server.complaints).toEqual([]);
  });

  it('answers a press on each kind of button below an answer of an earlier run', async () => {
    const before = bot();
    await before.stderr(READY);
    const ann = person(server);
    const question = ann.write('布林肯和王毅會談了多久？');
    const answer = replyOf(
      await server.until(
        ({ method, status, payload }) => method === 'sendMessage' && status === 200 && payload['chat_id'] === ann.id,
      ),
    );
    before.child.kill('SIGTERM');
    expect(await before.ended).toBe(0);

    await bot().stderr(READY);
    // The passage around a quote, the quotes in the other script, more: one of each.
    for (const kind of ['q', 'v', 'n']) {
      const button = answer.buttons.find(({ callback_data: data }) => data.startsWith(`${kind}:`));
      server.forget();
      const notice = await ann.press(button?.callback_data ?? '', asMessage(answer, question));
      const sent = async () => await server.until(({ method, status }) => method === 'sendMessage' && status === 200);
      const text = notice === '' ? replyOf(await sent()).text : notice;
      // More may be none: what repeats an answer is not shown. That is a notice for whoever pressed.
      expect(text).toMatch(kind === 'n' ? /布林肯|美國國務|沒有更多/u : /布林肯|美國國務/u);
      expect(text).not.toBe(catalogue('zh-Hant').chat.expired);
    }
    expect(server.complaints).toEqual([]);
  });

  it.each(['info', 'debug'])('logs no token at %s, and questions at debug only', async (level) => {
    const { child, ended, stderr } = bot({ LOG_LEVEL: level });
    await stderr(READY);
    server.script('sendMessage', 'reset', { code: 400 });
    person(server).write('布林肯和王毅會談了多久？');
    const said = await stderr('A reply could not be sent');
    child.kill('SIGTERM');
    await ended;
    expect(said).toContain('A reply could not be sent');
    expect(said.includes('布林肯')).toBe(level === 'debug');
    expect(said).not.toContain(TOKEN);
    expect(said).not.toContain(TOKEN.split(':')[1]);
  });
});
