import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { exitOf, start } from '../support/program.ts';
import { person } from '../support/telegram-people.ts';
import { ME, telegramServer, TOKEN, type TelegramServer } from '../support/telegram-server.ts';

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
    expect(reply.html).toContain('<a href="https://www.rfa.org/');
    const told = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(5_000);
    expect(server.complaints).toEqual([]);
  });

  it('ends within five seconds, whatever is still to be sent', async () => {
    server.script('sendMessage', { code: 429, parameters: { retry_after: 3600 } });
    const { child, ended, stderr } = bot();
    await stderr(READY);
    person(server).write('布林肯和王毅會談了多久？');
    await server.until(({ method, status }) => method === 'sendMessage' && status === 429);
    const told = performance.now();
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(5_000);
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

  it('logs no question and no token', async () => {
    const { child, ended, stderr } = bot({ LOG_LEVEL: 'info' });
    await stderr(READY);
    server.script('sendMessage', 'reset', 'reset');
    await person(server).says('布林肯和王毅會談了多久？');
    child.kill('SIGTERM');
    await ended;
    const said = await stderr('');
    expect(said).not.toContain('布林肯');
    expect(said).not.toContain(TOKEN);
  });
});
