import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Update } from 'telegraf/types';
import { BotFault } from '../chat/bot.ts';
import { isSecret } from '../http/is-secret.ts';
import type { HttpPorts } from '../http/ports.ts';
import { readJson } from '../http/read-json.ts';
import { wait } from '../chat/wait.ts';
import { persist, type Connection } from './connection.ts';
import { ALLOWED_UPDATES } from './polling.ts';

/** Where Telegram delivers updates to. */
export interface WebhookOptions {
  /** As the world sees it; its path is the path here. */
  readonly url: string;
  readonly secret: string;
  /** The port to listen on here. */
  readonly port: number;
}

/** Milliseconds that Telegram waits for at the most, by our choice. */
const LONGEST = 25_000;

/** Bytes; an update is a few thousand. */
const BODY_LIMIT = 1_000_000;

/**
 * Listens for updates and hands each on, until the connection ends; Telegram is told that one was received when it is answered, since it
 * delivers again what it is not told of. Resolves, when it takes updates, to what resolves when it has ended. Throws a BotFault when it cannot.
 */
export async function listen(
  connection: Connection,
  { url, secret, port, ports }: WebhookOptions & { readonly ports: HttpPorts },
  handle: (update: Update) => Promise<void>,
): Promise<{ readonly ended: Promise<void> }> {
  const { api, signal } = connection;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number): void => void response.writeHead(status).end();
    if (request.method !== 'POST') return answer(404);
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return answer(403);
    const update = await readJson(request, BODY_LIMIT);
    // What is left of a body that is too large is not read: the connection ends with the answer.
    if (update === 'too-large') return void response.writeHead(400, { connection: 'close' }).end();
    if (!isUpdate(update)) return answer(400);
    const isAnswered = await Promise.race([handle(update).then(() => true), waitedFor(connection)]).catch(() => false);
    answer(isAnswered ? 200 : 503);
  };
  const own = await ports.open(port).catch((cause: Error) => {
    throw new BotFault(cause.message, { cause });
  });
  own.serve(new URL(url).pathname, respond);
  const ended = new Promise<void>((resolve) => {
    const close = (): void => void own.close().then(resolve);
    if (signal.aborted) close();
    else signal.addEventListener('abort', close, { once: true });
  });
  try {
    const set = await persist(connection, () =>
      api.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES }, { signal }),
    );
    if (set !== null) connection.state('connected');
  } catch (fault) {
    await own.close();
    throw fault;
  }
  return { ended };
}

// Whoever waits longer is not kept: Telegram gives up after a minute.
async function waitedFor({ ending }: Connection): Promise<boolean> {
  await wait(LONGEST, ending);
  return !ending.aborted;
}

const isUpdate = (given: unknown): given is Update =>
  typeof given === 'object' && given !== null && 'update_id' in given;
