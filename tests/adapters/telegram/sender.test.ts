import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Telegraf } from 'telegraf';
import { createApi, type TelegramApi } from '../../../src/adapters/telegram/api.ts';
import { ApiRefusal, NetworkFault } from '../../../src/adapters/telegram/api-fault.ts';
import { formatted } from '../../../src/adapters/telegram/compose.ts';
import { html } from '../../../src/adapters/telegram/html.ts';
import { createSender, type Paces, type Sender } from '../../../src/adapters/telegram/sender.ts';
import { telegramServer, TOKEN, type TelegramServer } from '../../support/telegram-server.ts';

const FAST = { messages: 1_000, ms: 1 };
const PACES: Paces = { overall: FAST, chat: FAST, group: FAST };

let server: TelegramServer;
let end: AbortController;

const sender = (paces: Partial<Paces> = {}): Sender => {
  const api = createApi(new Telegraf(TOKEN, { telegram: { apiRoot: server.url } }).telegram);
  const now = (): number => performance.now();
  return createSender({ api, paces: { ...PACES, ...paces }, now, firstBackOff: 1, signal: end.signal });
};

const texts = (...all: string[]) => all.map((text) => formatted(html(text)));
const sent = (chat?: number): unknown[] =>
  server.requests
    .filter(({ status, payload }) => status === 200 && (chat === undefined || payload['chat_id'] === chat))
    .map(({ payload }) => payload['text']);

beforeEach(async () => {
  server = await telegramServer();
  end = new AbortController();
});
afterEach(async () => {
  end.abort();
  await server.close();
});

describe('what is sent', () => {
  it('arrives in order in each chat, whatever goes wrong', async () => {
    server.script('sendMessage', 'reset', { code: 502 }, { code: 429, parameters: { retry_after: 0 } }, 'reset');
    const { send } = sender();
    await Promise.all([send(1, texts('a', 'b')), send(2, texts('x')), send(1, texts('c')), send(2, texts('y', 'z'))]);
    expect(sent(1)).toEqual(['a', 'b', 'c']);
    expect(sent(2)).toEqual(['x', 'y', 'z']);
  });

  it('waits as long as Telegram asks for', async () => {
    server.script('sendMessage', { code: 429, parameters: { retry_after: 1 } });
    const before = performance.now();
    await sender().send(1, texts('a'));
    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
    expect(sent()).toEqual(['a']);
  });

  it('in one chat does not wait for another', async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => (release = resolve));
    server.script('sendMessage', { code: 200, hold });
    const { send } = sender();
    const slow = send(1, texts('a'));
    await send(2, texts('x'));
    expect(sent()).toEqual(['x']);
    release();
    await slow;
  });

  it('follows a group to its new number', async () => {
    server.script('sendMessage', { code: 400, description: 'moved', parameters: { migrate_to_chat_id: -1009 } });
    await sender().send(-9, texts('a'));
    expect(sent(-1009)).toEqual(['a']);
  });

  it.each([400, 403])('is given up at once on %i, and the next goes on', async (code) => {
    server.script('sendMessage', { code });
    const { send } = sender();
    const refused = send(1, texts('a', 'b'));
    const next = send(1, texts('c'));
    await expect(refused).rejects.toBeInstanceOf(ApiRefusal);
    await next;
    expect(sent()).toEqual(['c']);
  });

  it('is not sent again where it is of no use later', async () => {
    server.script('sendChatAction', { code: 429, parameters: { retry_after: 0 } });
    const { callOnce } = sender();
    await expect(callOnce('sendChatAction', { chat_id: 1, action: 'typing' })).rejects.toBeInstanceOf(ApiRefusal);
    expect(server.requests).toHaveLength(1);
  });

  it('is not sent again by a server that is only slow: it would be there twice', async () => {
    let calls = 0;
    const call: TelegramApi['call'] = async (method) => {
      calls += 1;
      throw new NetworkFault(method, calls === 1);
    };
    const slow = createSender({ api: { call }, paces: PACES, now: () => 0, firstBackOff: 1, signal: end.signal });
    await expect(slow.send(1, texts('a'))).rejects.toBeInstanceOf(NetworkFault);
    expect(calls).toBe(1);
    // What changes nothing when it is done twice is tried again.
    calls = 0;
    await expect(slow.call('setMyCommands', { commands: [] })).rejects.toBeInstanceOf(NetworkFault);
    expect(calls).toBeGreaterThan(1);
  });

  it('is given up after some attempts', async () => {
    server.onRequest(() => 'reset');
    await expect(sender().send(1, texts('a'))).rejects.toBeInstanceOf(NetworkFault);
    expect(server.requests.length).toBeGreaterThan(2);
    expect(server.requests.length).toBeLessThan(12);
  });

  it('is not waited for when the program has to end', async () => {
    server.script('sendMessage', { code: 429, parameters: { retry_after: 3600 } });
    const { send, idle } = sender();
    const refused = send(1, texts('a')).catch((fault: unknown) => fault);
    await server.until(({ status }) => status === 429);
    end.abort();
    expect(await refused).toBeInstanceOf(Error);
    await idle();
  });

  it('keeps the pace of a chat, and only of that', async () => {
    const { send } = sender({ chat: { messages: 2, ms: 150 } });
    const before = performance.now();
    const slow = send(1, texts('a', 'b', 'c'));
    await send(2, texts('x', 'y'));
    expect(sent(1)).not.toContain('c');
    await slow;
    expect(performance.now() - before).toBeGreaterThanOrEqual(145);
  });

  it('holds no token in what is said of a fault', async () => {
    server.onRequest(() => 'reset');
    const fault: unknown = await sender()
      .send(1, texts('a'))
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(`${(fault as Error).stack} ${JSON.stringify(fault)}`).not.toContain(TOKEN);
  });
});
