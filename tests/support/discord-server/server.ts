import { createServer } from 'node:http';
import type { APIMessage, APIUser } from 'discord.js';
import { BOT_ID, inChannel, person, TOKEN, type Place } from './entities.ts';
import { buttonPress, completion, menuChoice, messageCommand, slashCommand, spoken, type Locales } from './events.ts';
import { startExchange, type Exchange } from './exchanges.ts';
import { createFaultScript, type FaultScript } from './faults.ts';
import { addressOf, openGateway, type Gateway } from './gateway.ts';
import { answerRequest, type Forbidden, type Request, type State } from './rest.ts';

/** Milliseconds: longer than anything here takes that does come. */
const PATIENCE = 60_000;
/** How many of the last requests are kept. */
const LOG_LENGTH = 500;

interface Circumstances {
  readonly user?: APIUser;
  readonly place?: Place;
  readonly locale?: string;
  /** The language of the server. */
  readonly guildLocale?: string;
}

/** A Discord on loopback, whose people do what a test has them do. */
export interface DiscordServer {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly gateway: Gateway;
  readonly fail: FaultScript['script'];
  /** The last requests. */
  readonly requests: readonly Request[];
  readonly commands: () => readonly { readonly name: string; readonly type?: number }[];
  /** The channels in which the bot was shown typing. */
  readonly typing: readonly string[];
  /** Uses a slash command. */
  readonly use: (
    command: string,
    options?: Readonly<Record<string, string | number | boolean | undefined>>,
    circumstances?: Circumstances,
  ) => Exchange;
  /** Types into an option that completes. */
  readonly complete: (command: string, option: string, typed: string) => Exchange;
  readonly useOnMessage: (command: string, target: APIMessage, circumstances?: Circumstances) => Exchange;
  /** Presses a button of a message. */
  readonly press: (message: APIMessage, customId: string, circumstances?: Circumstances) => Exchange;
  /** Chooses something from a menu of a message. */
  readonly choose: (message: APIMessage, value: string, circumstances?: Circumstances) => Exchange;
  /** Lets the bot not do something in any channel. */
  readonly forbid: (...permissions: readonly Forbidden[]) => void;
  /** Says something in a channel or directly. */
  readonly say: (
    text: string,
    /** `more`: what else the message has. */
    circumstances?: Circumstances & { readonly replyTo?: APIMessage; readonly more?: object },
  ) => APIMessage;
  /** Resolves once the exchange has its answer, to the message that shows it. */
  readonly answerTo: (exchange: Exchange) => Promise<APIMessage>;
  /** Resolves to the bot's reply to something that was said. */
  readonly replyTo: (message: APIMessage) => Promise<APIMessage>;
  /** What the bot has replied to something that was said. */
  readonly repliesTo: (message: APIMessage | undefined) => APIMessage[];
  /** All messages of the bot's that stand in channels, but for those that answer interactions. */
  readonly said: () => APIMessage[];
  /** Resolves as soon as something holds, which is looked at whenever the bot sends something. */
  readonly until: (holds: () => boolean, what: string) => Promise<void>;
  /** Forgets an exchange, as Discord does after 15 minutes. */
  readonly forget: (exchange: Exchange) => void;
  /** Closes it; rejects where a request broke a fact or limit of Discord's. */
  readonly close: () => Promise<void>;
}

/** Bits. */
const PERMISSIONS: Readonly<Record<Forbidden, bigint>> = { embeds: 1n << 14n, history: 1n << 16n, send: 1n << 11n };

interface ServerOptions {
  /** Milliseconds between heartbeats. */
  readonly heartbeat?: number;
  readonly recommendedShards?: number;
  /** The gateway's close code for whoever identifies. */
  readonly refusal?: number;
  /** The port of one that was closed before; else a free one. */
  readonly port?: number;
}

/** Opens a Discord on loopback. Every request of the bot's is checked; `close` tells what was broken. */
export async function openDiscord({
  heartbeat = 40_000,
  recommendedShards = 1,
  refusal,
  port = 0,
}: ServerOptions = {}): Promise<DiscordServer> {
  const faults = createFaultScript();
  const requests: Request[] = [];
  const breaches: string[] = [];
  const waiting = new Set<() => void>();
  const lookAgain = (): void => waiting.forEach((look) => look());
  const state: State = {
    token: TOKEN,
    gatewayUrl: () => addressOf(http),
    recommendedShards,
    exchanges: new Map(),
    messages: new Map(),
    directChannels: new Map(),
    commands: [],
    typing: [],
    forbidden: new Set(),
    nextFault: faults.next,
    onRequest(request, broken) {
      if (requests.push(request) > LOG_LENGTH) requests.shift();
      for (const breach of broken) breaches.push(`${request.method} ${request.path}: ${breach}`);
      lookAgain();
    },
  };
  const http = createServer((request, response) => void answerRequest(request, response, state));
  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening));
  const gateway = openGateway(http, { token: TOKEN, heartbeat, refusal: () => refusal ?? null, onFrame: lookAgain });

  const until = async (holds: () => boolean, what: string): Promise<void> => {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const done = (end: () => void): void => {
        waiting.delete(look);
        clearTimeout(timer);
        end();
      };
      const look = (): void => {
        if (holds()) done(resolve);
      };
      const timer = setTimeout(() => done(() => reject(new Error(`Nothing came of it: ${what}`))), PATIENCE);
      waiting.add(look);
    });
  };

  const repliesTo = (asked: APIMessage | undefined): APIMessage[] =>
    [...state.messages.values()].filter(
      ({ author, message_reference: below }) => author.id === BOT_ID && below?.message_id === asked?.id,
    );

  const permissions = (): string =>
    String(
      [...state.forbidden].reduce(
        (all, each) => all & ~PERMISSIONS[each],
        277025508352n | PERMISSIONS.embeds | PERMISSIONS.history | PERMISSIONS.send,
      ),
    );

  const begin = (
    { user = person('reader'), place = inChannel, locale = 'en-US', guildLocale = 'en-US' }: Circumstances,
    make: (exchange: Exchange, locale: Locales) => object,
    origin?: APIMessage,
  ): Exchange => {
    const exchange = startExchange(user, place, { origin: origin ?? null, appPermissions: permissions() });
    state.exchanges.set(exchange.token, exchange);
    if (place.guildId === null) state.directChannels.set(place.channelId, place);
    gateway.dispatch('INTERACTION_CREATE', make(exchange, { own: locale, server: guildLocale }));
    return exchange;
  };

  return {
    apiUrl: `${addressOf(http).replace('ws:', 'http:')}/api`,
    gateway,
    fail: faults.script,
    requests,
    commands: () => state.commands as ReturnType<DiscordServer['commands']>,
    typing: state.typing,
    use: (command, options = {}, circumstances = {}) =>
      begin(circumstances, (exchange, locale) => slashCommand(exchange, command, { options, locale })),
    complete: (command, option, typed) =>
      begin({}, (exchange, locale) =>
        completion(exchange, command, { options: { [option]: typed }, focused: option, locale }),
      ),
    useOnMessage: (command, target, circumstances = {}) =>
      begin(circumstances, (exchange, locale) => messageCommand(exchange, command, { target, locale })),
    press: (message, customId, circumstances = {}) =>
      begin(circumstances, (exchange, locale) => buttonPress(exchange, customId, { message, locale }), message),
    choose: (message, value, circumstances = {}) =>
      begin(circumstances, (exchange, locale) => menuChoice(exchange, value, { message, locale }), message),
    forbid(...permissions) {
      state.forbidden.clear();
      for (const each of permissions) state.forbidden.add(each);
    },
    say(text, { user = person('reader'), place = inChannel, replyTo, more = {} } = {}) {
      const message = { ...spoken(user, place, { text, replyTo }), ...more };
      if (place.guildId === null) state.directChannels.set(place.channelId, place);
      state.messages.set(message.id, message);
      gateway.dispatch('MESSAGE_CREATE', message);
      return message;
    },
    async answerTo(exchange) {
      await until(() => exchange.answeredAt !== null, 'an answer to the interaction');
      const message = exchange.followUps.at(-1) ?? exchange.message;
      if (message === null) throw new Error('The interaction was answered without a message');
      return message;
    },
    async replyTo(asked) {
      await until(() => repliesTo(asked).length > 0, 'a reply to the message');
      const [reply] = repliesTo(asked);
      if (reply === undefined) throw new Error('The reply is gone');
      return reply;
    },
    repliesTo,
    said: () =>
      [...state.messages.values()].filter(
        ({ author, interaction_metadata: metadata }) => author.id === BOT_ID && metadata === undefined,
      ),
    until,
    forget: (exchange) => void state.exchanges.delete(exchange.token),
    async close() {
      gateway.stop();
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
      if (breaches.length > 0) throw new Error(`What Discord would not take:\n${breaches.join('\n')}`);
    },
  };
}
