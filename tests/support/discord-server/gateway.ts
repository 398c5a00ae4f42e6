import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { BOT_ID, botUser, guild, GUILD_ID, snowflake } from './entities.ts';

// Gateway opcodes.
const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const ACKNOWLEDGED = 11;

/** Intents that have to be granted in the Developer Portal: members, presences, contents of messages. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  sequence: number;
  /** What was dispatched, for a resume. */
  readonly sent: { readonly s: number; readonly frame: string }[];
  socket: WebSocket | null;
}

interface Frame {
  readonly op: number;
  readonly d: unknown;
}

interface Identity {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
  readonly presence?: { readonly activities: readonly { readonly name: string }[] };
}

export interface GatewayOptions {
  readonly token: string;
  /** Milliseconds. */
  readonly heartbeat: number;
  /** The close code that meets everyone who identifies; null lets them in. */
  readonly refusal: () => number | null;
  /** Told of everything that a client sends. */
  readonly onFrame: () => void;
}

export interface Gateway {
  /** Sends an event to the session that the bot has, or will have resumed. */
  readonly dispatch: (type: string, data: object) => void;
  /** Breaks every connection off, as a lost network does. */
  readonly cut: () => void;
  /** Closes every connection with a code. */
  readonly close: (code: number) => void;
  /** Asks every client to connect again. */
  readonly askToReconnect: () => void;
  /** Greets without saying how often the heart is to beat: discord.js throws where nobody catches it. */
  readonly garble: () => void;
  /** Declares every session lost. */
  readonly invalidate: () => void;
  /** Acknowledges no heartbeat of the present connections any more. */
  readonly fallSilent: () => void;
  readonly counts: { identified: number; resumed: number; heartbeats: number };
  readonly intents: number[];
  /** What the bot shows itself to be doing, of each connection. */
  readonly activities: string[];
  readonly shards: (readonly [number, number])[];
  readonly stop: () => void;
}

/** The gateway of the loopback Discord, on the server that answers the REST requests too. */
export function openGateway(http: Server, { token, heartbeat, refusal, onFrame }: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server: http });
  const sessions = new Map<string, Session>();
  const silent = new WeakSet<WebSocket>();
  const counts = { identified: 0, resumed: 0, heartbeats: 0 };
  const intents: number[] = [];
  const activities: string[] = [];
  const shards: (readonly [number, number])[] = [];

  const dispatch = (session: Session, t: string, d: object): void => {
    session.sequence += 1;
    const frame = JSON.stringify({ op: DISPATCH, s: session.sequence, t, d });
    session.sent.push({ s: session.sequence, frame });
    session.socket?.send(frame);
  };

  const identify = (socket: WebSocket, { token: given, intents: wanted, shard = [0, 1], presence }: Identity): void => {
    const code = refusal() ?? (given === token ? null : 4004) ?? ((wanted & PRIVILEGED) === 0 ? null : 4014);
    if (code !== null) return socket.close(code);
    counts.identified += 1;
    intents.push(wanted);
    activities.push(...(presence?.activities ?? []).map(({ name }) => name));
    shards.push(shard);
    const session: Session = { id: `session-${snowflake()}`, shard, sequence: 0, sent: [], socket };
    sessions.set(session.id, session);
    const [id] = shard;
    dispatch(session, 'READY', {
      v: 10,
      user: botUser,
      guilds: id === 0 ? [{ id: GUILD_ID, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: addressOf(http),
      shard,
      application: { id: BOT_ID, flags: 0 },
    });
    if (id === 0) dispatch(session, 'GUILD_CREATE', guild());
  };

  const resume = (socket: WebSocket, given: { token: string; session_id: string; seq: number }): void => {
    const session = sessions.get(given.session_id);
    if (session === undefined || given.token !== token)
      return socket.send(JSON.stringify({ op: INVALID_SESSION, d: false }));
    counts.resumed += 1;
    session.socket = socket;
    for (const { s, frame } of session.sent) if (s > given.seq) socket.send(frame);
    dispatch(session, 'RESUMED', {});
  };

  sockets.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = null;
    });
    socket.on('message', (data) => {
      // oxlint-disable-next-line typescript/no-base-to-string -- a text frame
      const { op, d } = JSON.parse(String(data)) as Frame;
      if (op === IDENTIFY) identify(socket, d as Identity);
      else if (op === RESUME) resume(socket, d as Parameters<typeof resume>[1]);
      else if (op === HEARTBEAT && !silent.has(socket)) {
        counts.heartbeats += 1;
        for (const session of sessions.values())
          if (session.socket === socket) forgetUpTo(session, typeof d === 'number' ? d : 0);
        socket.send(JSON.stringify({ op: ACKNOWLEDGED, d: null }));
      }
      onFrame();
    });
    socket.send(JSON.stringify({ op: HELLO, d: { heartbeat_interval: heartbeat } }));
  });

  const each = (act: (socket: WebSocket) => void): void => sockets.clients.forEach(act);
  return {
    dispatch(type, data) {
      const session = [...sessions.values()].findLast(({ shard: [id] }) => id === 0);
      if (session === undefined) throw new Error('Nobody has identified yet');
      dispatch(session, type, data);
    },
    cut: () => each((socket) => socket.terminate()),
    close: (code) => each((socket) => socket.close(code)),
    askToReconnect: () => each((socket) => socket.send(JSON.stringify({ op: RECONNECT, d: null }))),
    garble: () => each((socket) => socket.send(JSON.stringify({ op: HELLO, d: null }))),
    invalidate() {
      sessions.clear();
      each((socket) => socket.send(JSON.stringify({ op: INVALID_SESSION, d: false })));
    },
    fallSilent: () => each((socket) => silent.add(socket)),
    counts,
    intents,
    activities,
    shards,
    stop() {
      each((socket) => socket.terminate());
      sockets.close();
    },
  };
}

// What a client says that it has seen need not be kept.
function forgetUpTo({ sent }: Session, sequence: number): void {
  const kept = sent.findIndex(({ s }) => s > sequence);
  sent.splice(0, kept === -1 ? sent.length : kept);
}

/** The address of the gateway on a server that listens. */
export function addressOf(http: Server): string {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return `ws://127.0.0.1:${address.port}`;
}
