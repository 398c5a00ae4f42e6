import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Telegraf, TelegramError } from 'telegraf';
import { createApi, type TelegramApi } from '../../../src/adapters/telegram/api.ts';
import { ApiRefusal, asFault, NetworkFault } from '../../../src/adapters/telegram/api-fault.ts';
import { formatted } from '../../../src/adapters/telegram/compose.ts';
import { html } from '../../../src/adapters/telegram/html.ts';
import { createSender, type SendRates, type Sender } from '../../../src/adapters/telegram/sender.ts';
import { telegramServer, TOKEN, type TelegramServer } from '../../support/telegram-server.ts';

const FAST = { messages: 1_000, ms: 1 };
const SEND_RATES: SendRates = { overall: FAST, chat: FAST, group: FAST };

let server: TelegramServer;
let end: AbortController;

const sender = (sendRates: Partial<SendRates> = {}): Sender => {
  const api = createApi(new Telegraf(TOKEN, { telegram: { apiRoot: server.url } }).telegram);
  const now = (): number => performance.now();
  return createSender({ api, sendRates: { ...SEND_RATES, ...sendRates }, now, firstBackOff: 1, signal: end.signal });
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

  it('is not edited by its number in the group that has another', async () => {
    server.script('editMessageText', { code: 400, description: 'moved', parameters: { migrate_to_chat_id: -1009 } });
    const [message] = texts('a');
    if (message === undefined) throw new Error('unreachable');
    await expect(sender().edit(-9, 5, message)).rejects.toBeInstanceOf(ApiRefusal);
    expect(server.requests.filter(({ payload }) => payload['chat_id'] === -1009)).toEqual([]);
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
    const slow = createSender({
      api: { call },
      sendRates: SEND_RATES,
      now: () => 0,
      firstBackOff: 1,
      signal: end.signal,
    });
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

  it('holds no token in what is said of a fault', async () => {
    server.onRequest(() => 'reset');
    const fault: unknown = await sender()
      .send(1, texts('a'))
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(`${(fault as Error).stack} ${JSON.stringify(fault)}`).not.toContain(TOKEN);
  });
});

describe('by a clock that is put forward', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  /** What goes out, with the milliseconds since the beginning; `refuse` is what the first of it is answered with. */
  function timed(sendRates: Partial<SendRates>, refuse?: Error) {
    const went: [ms: number, chat: number, text: string][] = [];
    const began = Date.now();
    let refusal = refuse;
    const call = async (_: string, { chat_id: chat, text }: { chat_id: number; text: string }): Promise<object> => {
      const fault = refusal;
      refusal = undefined;
      if (fault !== undefined) throw fault;
      went.push([Date.now() - began, chat, text]);
      return { message_id: went.length };
    };
    const api = { call } as unknown as TelegramApi;
    const options = {
      api,
      sendRates: { ...SEND_RATES, ...sendRates },
      now: () => Date.now(),
      firstBackOff: 1,
      signal: end.signal,
    };
    return { went, send: createSender(options).send };
  }

  it('waits as long as Telegram asks for', async () => {
    const response = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 2 } };
    const refusal = asFault(new TelegramError(response), { method: 'sendMessage', token: TOKEN, isTimeout: false });
    const { went, send } = timed({}, refusal);
    const sending = send(1, texts('a'));
    await vi.runAllTimersAsync();
    await sending;
    expect(went).toEqual([[2_000, 1, 'a']]);
  });

  it('keeps the pace of a chat, and only of that', async () => {
    const { went, send } = timed({ chat: { messages: 2, ms: 150 } });
    const sending = [send(1, texts('a', 'b', 'c')), send(2, texts('x', 'y'))];
    await vi.runAllTimersAsync();
    await Promise.all(sending);
    expect(went.filter(([, chat]) => chat === 1)).toEqual([
      [0, 1, 'a'],
      [0, 1, 'b'],
      [150, 1, 'c'],
    ]);
    expect(went.filter(([, chat]) => chat === 2)).toEqual([
      [0, 2, 'x'],
      [0, 2, 'y'],
    ]);
  });

  it('keeps the pace of a group, which others do not have', async () => {
    const { went, send } = timed({ group: { messages: 1, ms: 3_000 } });
    const sending = [send(-1, texts('a', 'b')), send(1, texts('x', 'y'))];
    await vi.runAllTimersAsync();
    await Promise.all(sending);
    expect(went.filter(([ms]) => ms > 0)).toEqual([[3_000, -1, 'b']]);
  });
});
