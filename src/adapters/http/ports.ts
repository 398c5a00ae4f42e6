import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Answers what is asked at one path. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** A share in a port that the program listens on. */
export interface HttpPort {
  /** Answers a path, without its query, from now on; all others are 404. */
  readonly serve: (path: string, handler: Handler) => void;
  /** Serves its paths no more; the port is closed with the last share in it. A second call changes nothing. */
  readonly close: () => Promise<void>;
}

/** The ports of the program, each listened on once, whoever serves something there. */
export interface HttpPorts {
  /** Rejects with a sentence, and what the system says, where the port cannot be listened on. */
  readonly open: (port: number) => Promise<HttpPort>;
}

interface Listening {
  readonly server: Server;
  readonly handlers: Map<string, Handler>;
  readonly listening: Promise<void>;
  shares: number;
}

export function createHttpPorts(): HttpPorts {
  const open = new Map<number, Listening>();
  return {
    async open(port) {
      const own = open.get(port) ?? listen(port);
      open.set(port, own);
      own.shares += 1;
      const paths = new Set<string>();
      let closed: Promise<void> | null = null;
      const close = async (): Promise<void> => {
        for (const path of paths) own.handlers.delete(path);
        own.shares -= 1;
        if (own.shares > 0) return;
        open.delete(port);
        await closeServer(own.server);
      };
      try {
        await own.listening;
      } catch (cause) {
        await close();
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`Port ${port} cannot be listened on (${why}).`, { cause });
      }
      return {
        serve(path, handler) {
          paths.add(path);
          own.handlers.set(path, handler);
        },
        close: async () => await (closed ??= close()),
      };
    },
  };
}

function listen(port: number): Listening {
  const handlers = new Map<string, Handler>();
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    respond(handlers.get(path), request, response).catch(() => response.destroy());
  });
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return { server, handlers, listening, shares: 0 };
}

async function respond(
  handler: Handler | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (handler === undefined) response.writeHead(404).end();
  else await handler(request, response);
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
}
