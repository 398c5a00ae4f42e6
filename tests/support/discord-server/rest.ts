import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIMessage } from 'discord.js';
import {
  BOT_ID,
  botUser,
  channelAt,
  inChannel,
  messageBy,
  snowflake,
  THREAD_ID,
  type Body,
  type Place,
} from './entities.ts';
import { acknowledge, edit, EPHEMERAL, followUp, type Callback, type Exchange } from './exchanges.ts';
import { checkFacts } from './facts.ts';
import type { Fault } from './faults.ts';
import { commandFaults, messageFaults, type SentMessage } from './limits.ts';

/** A request of the bot's. */
export interface Request {
  readonly method: string;
  /** Without the version: `/gateway/bot`. */
  readonly path: string;
  readonly body: unknown;
}

/** What a server may not let the bot do: Embed Links, Read Message History, Send Messages. */
export type Forbidden = 'embeds' | 'history' | 'send';

/** What the loopback Discord knows. */
export interface State {
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly recommendedShards: number;
  /** By its token. */
  readonly exchanges: Map<string, Exchange>;
  /** What is said in channels, and what interactions are answered with for all to see. */
  readonly messages: Map<string, APIMessage>;
  readonly directChannels: Map<string, Place>;
  commands: readonly unknown[];
  readonly typing: string[];
  /** What the bot is not allowed to do. */
  readonly forbidden: Set<Forbidden>;
  readonly nextFault: (method: string, path: string) => Fault | null;
  /** Told of every request, and of what it broke. */
  readonly onRequest: (request: Request, breaches: readonly string[]) => void;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one request of the bot's, having checked it against all that is known of what Discord takes. */
export async function answerRequest(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/api\/v10/, '');
  const method = request.method ?? 'GET';
  const text = await textOf(request);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const fault = state.nextFault(method, path);
  const received = { method, path, body };
  if (fault?.kind === 'reset') return void request.socket.resetAndDestroy();
  const breaches = checkFacts?.(method, path, body) ?? [];
  const hasEffect = fault === null || fault.kind === 'lost-reply';
  const reply = hasEffect ? route(received, request.headers.authorization, { state, breaches }) : faulty(fault);
  if (fault?.kind === 'lost-reply') return void request.socket.resetAndDestroy();
  const type = reply.body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(reply.status, { ...type, ...reply.headers });
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  state.onRequest(received, breaches);
}

function faulty(fault: Extract<Fault, { kind: 'status' | 'rate-limit' }>): Reply {
  if (fault.kind === 'status')
    return { status: fault.status, body: { message: `${fault.status}`, code: fault.code ?? 0 } };
  const { retryAfter } = fault;
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: false },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-limit': '1',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-bucket': 'scripted',
      'x-ratelimit-scope': 'user',
    },
  };
}

const MISSING_PERMISSIONS: Reply = { status: 403, body: { code: 50_013, message: 'Missing Permissions' } };

const notFound = (code: number, message: string): Reply => ({ status: 404, body: { code, message } });

interface Checked {
  readonly state: State;
  readonly breaches: string[];
}

function route(request: Request, authorization: string | undefined, checked: Checked): Reply {
  const { method, path, body } = request;
  const { state, breaches } = checked;
  const [, first, second = '', third = '', ...rest] = path.split('/');
  if (first === 'interactions') return callback(third, body as Callback, checked);
  if (first === 'webhooks') return webhook(request, state.exchanges.get(third), { target: rest[1], ...checked });
  if (authorization !== `Bot ${state.token}`) return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
  switch (`${method} ${first}/${third}`) {
    case 'GET gateway/':
      return {
        status: 200,
        body: {
          url: state.gatewayUrl(),
          shards: state.recommendedShards,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 1000, max_concurrency: 16 },
        },
      };
    case 'GET users/':
      return { status: 200, body: botUser };
    case 'GET applications/':
      return { status: 200, body: { id: BOT_ID, name: 'readout', description: '', flags: 0, bot: botUser } };
    case 'PUT applications/commands': {
      const commands = body as Parameters<typeof commandFaults>[0];
      breaches.push(...commandFaults(commands));
      state.commands = commands.map(registered);
      return { status: 200, body: state.commands };
    }
    case 'GET applications/commands':
      return { status: 200, body: state.commands };
    case 'POST channels/typing':
      state.typing.push(second);
      return { status: 204 };
    case 'GET channels/':
      return { status: 200, body: channelAt(placeOf(second, state)) };
    case 'POST channels/messages':
      return say(second, body as Body & SentMessage & { message_reference?: { message_id: string } }, checked);
    case 'GET channels/messages': {
      if (state.forbidden.has('history')) return { status: 403, body: { code: 50_001, message: 'Missing Access' } };
      const message = state.messages.get(rest[0] ?? '');
      return message === undefined ? notFound(10_008, 'Unknown Message') : { status: 200, body: message };
    }
    case 'PATCH channels/messages':
      return change(rest[0] ?? '', body as Body & SentMessage, checked);
  }
  return notFound(0, `The loopback Discord knows no ${method} ${path}`);
}

function callback(token: string, body: Callback, { state, breaches }: Checked): Reply {
  const exchange = state.exchanges.get(token);
  if (body.type === 4 || body.type === 7) breaches.push(...messageFaults(body.data ?? {}));
  const refusal = acknowledge(exchange, body);
  if (refusal !== null) return { status: refusal.status, body: { code: refusal.code, message: refusal.message } };
  keep(exchange?.message, state);
  return { status: 204 };
}

// What everybody sees can be replied to.
function keep(message: APIMessage | null | undefined, { messages }: State): void {
  if (message != null && ((message.flags ?? 0) & EPHEMERAL) === 0) messages.set(message.id, message);
}

function webhook(
  { method, body }: Request,
  exchange: Exchange | undefined,
  { target, state, breaches }: Checked & { readonly target: string | undefined },
): Reply {
  if (exchange === undefined || exchange.acknowledgedAt === null) return notFound(10015, 'Unknown Webhook');
  // What an edit does not mention stays as it is.
  const kept = method === 'PATCH' ? { content: exchange.message?.content, embeds: exchange.message?.embeds } : {};
  if (method !== 'GET') breaches.push(...messageFaults({ ...kept, ...(body as SentMessage) } as SentMessage));
  if (target === undefined) {
    const message = followUp(exchange, body as Body);
    keep(message, state);
    return { status: 200, body: message };
  }
  const message = method === 'GET' ? exchange.message : edit(exchange, body as Body);
  return message === null ? notFound(10008, 'Unknown Message') : { status: 200, body: message };
}

const placeOf = (channelId: string, { directChannels }: State): Place =>
  directChannels.get(channelId) ?? { ...inChannel, channelId: channelId === THREAD_ID ? THREAD_ID : channelId };

function say(
  channelId: string,
  body: Body & SentMessage & { readonly message_reference?: { readonly message_id: string } },
  { state, breaches }: Checked,
): Reply {
  breaches.push(...messageFaults(body));
  // Refused as a whole, as Discord does in servers.
  const isInServer = placeOf(channelId, state).guildId !== null;
  if (isInServer && state.forbidden.has('send')) return MISSING_PERMISSIONS;
  if (isInServer && state.forbidden.has('embeds') && (body.embeds ?? []).length > 0) return MISSING_PERMISSIONS;
  if (isInServer && state.forbidden.has('history') && body.message_reference !== undefined)
    return { status: 403, body: { code: 160_002, message: 'Cannot reply without permission to read message history' } };
  const message = messageBy(botUser, placeOf(channelId, state), body);
  const answered = body.message_reference?.message_id;
  if (answered !== undefined)
    Object.assign(message, {
      type: 19,
      message_reference: { message_id: answered, channel_id: channelId },
      referenced_message: state.messages.get(answered) ?? null,
    });
  state.messages.set(message.id, message);
  return { status: 200, body: message };
}

function change(id: string, body: Body & SentMessage, { state, breaches }: Checked): Reply {
  breaches.push(...messageFaults(body));
  const message = state.messages.get(id);
  if (message === undefined) return notFound(10008, 'Unknown Message');
  Object.assign(message, body);
  return { status: 200, body: message };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const registered = (command: object): object =>
  Object.assign({ id: snowflake(), application_id: BOT_ID, version: snowflake() }, command);
