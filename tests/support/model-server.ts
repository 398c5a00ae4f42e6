import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the program sent: one chat completion. */
interface ModelRequest {
  readonly path: string;
  readonly authorization: string | null;
  readonly model: string;
  readonly system: string;
  /** The JSON value of the user's message. */
  readonly user: {
    readonly question: string;
    readonly parts?: readonly string[];
    readonly yesno?: boolean;
    readonly candidates?: readonly {
      readonly n: number;
      readonly quote: string;
      readonly speaker: string | null;
      readonly headline: string;
    }[];
    readonly languages?: readonly string[];
  };
  readonly takesSchema: boolean;
  /** Undefined where the request has none. */
  readonly temperature: number | undefined;
}

/** What it gets back: the text of a completion, a refusal, or a connection that is never answered or broken off. */
export type ModelReply =
  | string
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly raw: string }
  | { readonly bytes: number }
  | { readonly fault: 'hang' | 'reset' };

/** A server of chat completions on loopback. */
export interface ModelServer {
  /** What `READER_URL` would hold. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** Decides each reply from now on. */
  play(decide: (request: ModelRequest) => ModelReply | Promise<ModelReply>): void;
  /** Resolves once so many requests have come, from now or before. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function modelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const sockets = new Set<Socket>();
  const waiters: { readonly count: number; readonly resolve: () => void }[] = [];
  let decide: (request: ModelRequest) => ModelReply | Promise<ModelReply> = () => choice([]);
  const server = createServer((incoming, response) => void answer(incoming, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    requests.push(request);
    for (const { count, resolve } of waiters) if (requests.length >= count) resolve();
    const reply = await decide(request);
    if (typeof reply === 'string' || !('fault' in reply)) send(response, reply);
    else if (reply.fault === 'reset') incoming.socket.destroy();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    play(next) {
      decide = next;
    },
    until: (count) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiters.push({ count, resolve });
          }),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The text of a choice of candidates by their numbers, from 1. */
export const choice = (numbers: readonly number[], lacks: string | null = null): string =>
  JSON.stringify({ answers: numbers.map((n) => ({ n, part: 0, polarity: null })), lacks });

async function readRequest(incoming: IncomingMessage): Promise<ModelRequest> {
  let text = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) text += chunk as string;
  const body = JSON.parse(text) as {
    model: string;
    temperature?: number;
    messages: { role: string; content: string }[];
    response_format?: unknown;
  };
  const content = (role: string): string => body.messages.find((message) => message.role === role)?.content ?? '';
  return {
    path: incoming.url ?? '',
    authorization: incoming.headers.authorization ?? null,
    model: body.model,
    system: content('system'),
    user: JSON.parse(content('user')) as ModelRequest['user'],
    takesSchema: body.response_format !== undefined,
    temperature: body.temperature,
  };
}

function send(response: ServerResponse, reply: Exclude<ModelReply, { readonly fault: string }>): void {
  if (typeof reply === 'string') {
    const usage = { prompt_tokens: 900, completion_tokens: 30, total_tokens: 930 };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: reply } }], usage }));
  } else if ('raw' in reply) response.end(reply.raw);
  else if ('bytes' in reply) sendBytes(response, reply.bytes);
  else response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
}

// As fast as they are taken; a reader that has had enough closes the connection.
function sendBytes(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}
