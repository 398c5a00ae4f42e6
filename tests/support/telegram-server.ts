import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ruleComplaints } from './telegram-rules.ts';
import { specComplaints } from './telegram-spec.ts';
import { createUpdateQueue } from './telegram-updates.ts';

export const TOKEN = '123456:AAE-loopback_token';
export const ME = { id: 123456, is_bot: true, first_name: 'Readout', username: 'readout_test_bot' } as const;

type Values = Readonly<Record<string, unknown>>;

export interface TelegramRequest {
  readonly method: string;
  readonly payload: Values;
  /** What it was answered with: 200, a fault's status, or 0 for a connection that was reset. */
  readonly status: number;
}

/** What happens to a request instead of an answer; `reset` breaks the connection off. */
type Fault =
  | 'reset'
  | {
      readonly code: number;
      readonly description?: string;
      readonly parameters?: Values;
      readonly hold?: Promise<void>;
    };

/** A Bot API on loopback. */
export interface TelegramServer {
  readonly url: string;
  /** Every request, in the order in which they were answered. */
  readonly requests: readonly TelegramRequest[];
  /** What is wrong with the requests so far; a test ends with none. */
  readonly complaints: readonly string[];
  /** Delivers an update, and again if nobody takes it. Returns its id. */
  update(update: Values): number;
  /** Faults for the next requests of a method, in order. */
  script(method: string, ...faults: readonly Fault[]): void;
  /** Asked about every request that nothing is scripted for. */
  onRequest(decide: (method: string, payload: Values) => Fault | null): void;
  /** Resolves to the first request, from now or before, that has been answered and is meant. */
  until(meant: (request: TelegramRequest) => boolean): Promise<TelegramRequest>;
  /** Forgets the requests so far. */
  forget(): void;
  /** Where the webhook's address leads to on this machine. */
  deliverTo(port: number): void;
  /** How many updates nobody has taken yet. */
  readonly waiting: number;
  close(): Promise<void>;
}

export async function telegramServer({ token = TOKEN }: { readonly token?: string } = {}): Promise<TelegramServer> {
  const requests: TelegramRequest[] = [];
  const complaints: string[] = [];
  const scripted = new Map<string, Fault[]>();
  const waiters: { meant: (request: TelegramRequest) => boolean; resolve: (request: TelegramRequest) => void }[] = [];
  const sockets = new Set<Socket>();
  const queue = createUpdateQueue();
  let decide: (method: string, payload: Values) => Fault | null = () => null;
  let messageId = 1_000;

  const note = (request: TelegramRequest): void => {
    requests.push(request);
    for (const waiter of waiters.splice(0)) {
      if (waiter.meant(request)) waiter.resolve(request);
      else waiters.push(waiter);
    }
  };

  const resultOf = async (method: string, payload: Values, gone: Promise<void>): Promise<unknown> => {
    switch (method) {
      case 'getMe':
        return ME;
      case 'getUpdates':
        return await queue.poll(payload, gone);
      case 'setWebhook':
        queue.setWebhook(String(payload['url']), String(payload['secret_token']));
        return true;
      case 'deleteWebhook':
        queue.setWebhook('', '');
        return true;
      case 'sendMessage': {
        messageId += 1;
        const { chat_id: chat, text } = payload;
        return { message_id: messageId, date: 1, chat: { id: chat, type: 'private' }, from: ME, text };
      }
      default:
        return true;
    }
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const payload = await bodyOf(request);
    const answer = (status: number, body: Values): void => {
      note({ method, payload, status });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const refuse = (code: number, description: string, parameters?: Values): void =>
      answer(code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });
    if (given !== token) return refuse(401, 'Unauthorized');
    complaints.push(...ruleComplaints(method, payload), ...specComplaints(method, payload));
    const fault = scripted.get(method)?.shift() ?? decide(method, payload);
    if (fault === 'reset') {
      note({ method, payload, status: 0 });
      request.socket.resetAndDestroy();
      return;
    }
    if (fault !== null) {
      await fault.hold;
      if (fault.code !== 200) return refuse(fault.code, fault.description ?? `Fault ${fault.code}`, fault.parameters);
    }
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    const result = await resultOf(method, payload, gone);
    if (result === 'conflict')
      return refuse(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    answer(200, { ok: true, result });
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => complaints.push(`The test server failed: ${String(error)}`));
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    complaints,
    update: (update) => queue.add(update),
    script(method, ...faults) {
      scripted.set(method, [...(scripted.get(method) ?? []), ...faults]);
    },
    onRequest(decision) {
      decide = decision;
    },
    async until(meant) {
      const known = requests.find(meant);
      return known ?? (await new Promise((resolve) => waiters.push({ meant, resolve })));
    },
    forget() {
      requests.length = 0;
    },
    deliverTo: (port) => queue.deliverTo(port),
    get waiting() {
      return queue.waiting;
    },
    async close() {
      queue.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Values> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += String(chunk);
  return body === '' ? {} : (JSON.parse(body) as Values);
}
