import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proxyAgent } from '../../../src/adapters/http/proxy.ts';
import { BotFault } from '../../../src/adapters/chat/bot.ts';
import type { Ask } from '../../../src/core/index.ts';
import { freePort } from '../../support/free-port.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { startedBot, telegramBot, type Harness } from '../../support/telegram-harness.ts';
import { person } from '../../support/telegram-people.ts';
import { ME, telegramServer, type TelegramServer } from '../../support/telegram-server.ts';

let server: TelegramServer;
const running: Harness[] = [];

beforeEach(async () => {
  server = await telegramServer();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ bot }) => bot.stop()));
  await server.close();
});

const later = (harness: Harness): Harness => {
  running.push(harness);
  return harness;
};
const started = async (parts: Parameters<typeof startedBot>[1] = {}): Promise<Harness> =>
  later(await startedBot(server, parts));

const READY = `telegram: taking questions as @${ME.username}.`;
const TROUBLE = ['reset', { code: 502 }, { code: 429, parameters: { retry_after: 0 } }] as const;

describe('a launch', () => {
  it('goes on trying while Telegram cannot be reached, and says so once', async () => {
    server.script('getMe', ...TROUBLE);
    server.script('deleteWebhook', ...TROUBLE);
    const { said } = await started();
    expect(said.filter((line) => line.includes('trying again'))).toHaveLength(2);
    expect(said.at(-1)).toBe(READY);
    await person(server).says('who?');
  });

  it.each([
    ['revoked', 401],
    ['no token at all', 404],
  ])('with a token that is %s ends with advice', async (_, code) => {
    server.script('getMe', { code });
    const { bot, said } = later(telegramBot(server));
    const fault: unknown = await bot.start().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(BotFault);
    expect(String(fault)).toContain('TELEGRAM_TOKEN');
    expect(said).toEqual([]);
  });

  it('can be stopped while it is trying', async () => {
    server.onRequest(() => 'reset');
    const { bot } = later(telegramBot(server, { tuning: { firstBackOff: 60_000 } }));
    const starting = bot.start();
    await server.until(({ method }) => method === 'getMe');
    await bot.stop();
    await expect(starting).resolves.toBeUndefined();
  });
});

describe('long polling', () => {
  it('goes on through every kind of trouble, and answers each question once', async () => {
    const { asked } = await started();
    server.script('getUpdates', ...TROUBLE, ...TROUBLE);
    const ann = person(server);
    await ann.says('one?');
    server.script('getUpdates', ...TROUBLE);
    await ann.says('two?');
    expect(asked.map(({ text }) => text)).toEqual(['one?', 'two?']);
  });

  it('takes turns with another copy for a while, says so, then leaves it the field', async () => {
    const { bot, said } = await started();
    server.onRequest((method) => (method === 'getUpdates' ? { code: 409, description: 'Conflict: terminated' } : null));
    server.update({});
    await expect(bot.ended).rejects.toThrow(/Another copy/);
    expect(said.filter((line) => line.includes('Another copy'))).toHaveLength(1);
  });

  it('is not stopped by a short visit of another copy', async () => {
    const { asked } = await started();
    server.script('getUpdates', { code: 409 }, { code: 409 });
    await person(server).says('one?');
    expect(asked).toHaveLength(1);
  });

  it('takes back the updates when somebody has set a webhook', async () => {
    await started();
    server.forget();
    server.script('getUpdates', { code: 409, description: "Conflict: can't use getUpdates while webhook is active" });
    await person(server).says('one?');
    await person(server).says('two?');
    expect(server.requests.map(({ method }) => method)).toContain('deleteWebhook');
  });

  it('ends with advice when the token is revoked', async () => {
    const { bot } = await started();
    server.onRequest(() => ({ code: 401, description: 'Unauthorized' }));
    server.update({});
    await expect(bot.ended).rejects.toThrow(/BotFather/);
  });

  it('tells Telegram, when it stops, what it has read', async () => {
    const { bot } = await started();
    await person(server).says('one?');
    await bot.stop();
    expect(server.waiting).toBe(0);
  });
});

describe('stopping', () => {
  it('finishes what is in hand, and takes nothing new', async () => {
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const { bot, asked } = await started({
      ask: async () => {
        begin();
        await slow;
        return fakeAnswer([fakeArticle('one', ['Fact one.'])]);
      },
    });
    const ann = person(server);
    const answered = ann.says('one?');
    await begun;
    const stopping = bot.stop();
    person(server).write('two?');
    finish();
    expect((await answered).text).toContain('Fact one.');
    await stopping;
    expect(asked).toHaveLength(1);
    await expect(bot.ended).resolves.toBeUndefined();
  });

  it('does not wait for ever', async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const never: Ask = () => {
      begin();
      return new Promise(() => undefined);
    };
    const { bot } = await started({ ask: never, tuning: { grace: 50 } });
    person(server).write('one?');
    await begun;
    await expect(bot.stop()).resolves.toBeUndefined();
  });
});

it('a proxy is asked to carry what goes to Telegram', async () => {
  const proxy = createServer();
  const isAsked = new Promise<string | undefined>((resolve) =>
    proxy.on('connect', ({ url }, socket) => {
      resolve(url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    }),
  );
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const agent = await proxyAgent(`http://127.0.0.1:${port}`);
  const { bot } = telegramBot(server, { options: { apiUrl: 'https://telegram.example', agent } });
  const starting = bot.start();
  expect(await isAsked).toBe('telegram.example:443');
  await bot.stop();
  await starting;
  proxy.close();
});

describe('a webhook', () => {
  const SECRET = 'a-secret';

  async function hooked(): Promise<Harness & { readonly at: string }> {
    const port = await freePort();
    server.deliverTo(port);
    const webhook = { url: 'https://bot.example.org/telegram/hook', secret: SECRET, port };
    const harness = await started({ options: { webhook } });
    return { ...harness, at: `http://127.0.0.1:${port}` };
  }

  it('is set with its secret, and brings updates', async () => {
    await hooked();
    await person(server).says('one?');
    const { payload } = await server.until(({ method }) => method === 'setWebhook');
    expect(payload).toMatchObject({ url: 'https://bot.example.org/telegram/hook', secret_token: SECRET });
    expect(server.requests.map(({ method }) => method)).not.toContain('getUpdates');
  });

  const post = async (url: string, body: string, secret: string = SECRET): Promise<number> =>
    (await fetch(url, { method: 'POST', headers: { 'x-telegram-bot-api-secret-token': secret }, body })).status;

  it('takes nothing from strangers, nor what is no update', async () => {
    const { at, asked } = await hooked();
    const update = JSON.stringify({ update_id: 1, message: person(server).message('one?', {}) });
    const hook = `${at}/telegram/hook`;
    expect(await post(hook, update, 'wrong')).toBe(403);
    expect(await post(hook, update, '')).toBe(403);
    expect(await post(`${at}/other`, update)).toBe(404);
    expect((await fetch(hook)).status).toBe(404);
    expect(await post(hook, 'no JSON')).toBe(400);
    expect(await post(hook, '[]')).toBe(400);
    const long = await fetch(hook, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
      body: `"${'x'.repeat(1_100_000)}"`,
    });
    // The rest of it is not read.
    expect([long.status, long.headers.get('connection')]).toEqual([400, 'close']);
    expect(asked).toEqual([]);
  });

  it('answers an update that is delivered twice once', async () => {
    const { at, asked } = await hooked();
    const ann = person(server);
    const update = JSON.stringify({ update_id: 7, message: ann.message('one?', {}) });
    for (let times = 0; times < 3; times++) expect(await post(`${at}/telegram/hook`, update)).toBe(200);
    await ann.says('two?');
    expect(asked.map(({ text }) => text)).toEqual(['one?', 'two?']);
  });

  it('is connected when Telegram knows of it, and not before', async () => {
    let known = (): void => undefined;
    const hold = new Promise<void>((resolve) => (known = resolve));
    server.script('setWebhook', { code: 200, hold });
    const webhook = { url: 'https://bot.example.org/', secret: SECRET, port: await freePort() };
    const { bot, states } = later(telegramBot(server, { options: { webhook } }));
    const starting = bot.start();
    await server.until(({ method }) => method === 'getMe');
    expect(states).toEqual([]);
    known();
    await starting;
    expect(states).toEqual(['connected']);
  });

  it('that Telegram refuses ends with what it says', async () => {
    server.script('setWebhook', { code: 400, description: 'Bad Request: bad webhook: port 5000 is not allowed' });
    const port = await freePort();
    const { bot } = later(telegramBot(server, { options: { webhook: { url: 'https://x.org', secret: 's', port } } }));
    await expect(bot.start()).rejects.toThrow('port 5000 is not allowed');
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('on a port that is taken ends with advice', async () => {
    const { at } = await hooked();
    const port = Number(new URL(at).port);
    const { bot } = later(telegramBot(server, { options: { webhook: { url: 'https://x.org', secret: 's', port } } }));
    await expect(bot.start()).rejects.toThrow(`Port ${port} cannot be listened on`);
  });

  it('is closed when the bot stops, and kept for the next start', async () => {
    const { bot, at } = await hooked();
    await bot.stop();
    await expect(fetch(`${at}/healthz`)).rejects.toThrow('fetch failed');
    expect(server.requests.map(({ method }) => method)).not.toContain('deleteWebhook');
  });
});
