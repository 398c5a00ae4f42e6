import { delimiter } from 'node:path';
import * as z from 'zod/mini';
import type { InterfaceLang } from './core/index.ts';
import type { StatusPort } from './adapters/status/serve-status.ts';
import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel } from './logger.ts';

/** What the environment and `.env` say; empty variables count as unset. */
export interface Config {
  /** The folders of `CORPUS_DIR`; empty where it is not set. */
  readonly corpusDirs: readonly string[];
  /** The saved index of `INDEX`; null where it is not set. */
  readonly index: string | null;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  /** What must never stand in a log: tokens, keys, the webhook's secret. */
  readonly secrets: readonly string[];
  /** Where the running bot says how it is; empty where it is not asked for, and in a process that is one of Discord's shards. */
  readonly statusPorts: readonly StatusPort[];
  /** The interface that the system's locale asks for, where a question does not show its own. */
  readonly lang: InterfaceLang;
  /** The model that chooses quotes; null without `READER_URL`. */
  readonly reader: {
    readonly url: string;
    readonly model: string;
    readonly key: string | null;
    /** In milliseconds. */
    readonly timeout: number;
    readonly atOnce: number;
    readonly when: 'all' | 'unsure';
    /** Ids and @names, in lower case, of the chats, servers and people whose questions it may be asked; null: everybody's. */
    readonly chats: readonly string[] | null;
  } | null;
  /** Null without `DISCORD_TOKEN`. */
  readonly discord: {
    readonly token: string;
    readonly apiUrl: string | null;
    /** Ids; null: all. */
    readonly allowedGuilds: readonly string[] | null;
    readonly allowedChannels: readonly string[] | null;
    /** Into how many processes servers are divided; null: all in this one. */
    readonly shards: number | 'auto' | null;
  } | null;
  /** Null without `TELEGRAM_TOKEN`, and in a process that is one of Discord's shards. */
  readonly telegram: {
    readonly token: string;
    readonly apiUrl: string | null;
    /** Null: long polling. */
    readonly webhook: { readonly url: string; readonly secret: string; readonly port: number } | null;
    /** Numbers or @names, in lower case, of chats and of people; null: everybody's. */
    readonly allowedChats: readonly string[] | null;
    /** The address of an HTTP proxy; null: none. */
    readonly proxy: string | null;
  } | null;
}

/** Either a whole configuration, or every fault of it, one plain sentence each. */
export type ConfigReading = { readonly config: Config } | { readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const text = z.nullable(z.string());

const checked = (isRight: (given: string) => boolean, error: (given: string) => string) =>
  text.check((context) => {
    const { value } = context;
    if (value !== null && !isRight(value)) context.issues.push({ code: 'custom', message: error(value), input: value });
  });

const address = (name: string) =>
  checked(isWebAddress, () => `${name} is not a web address; it should look like https://example.org.`);

const isWebAddress = (given: string): boolean => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol);

const entriesOf = (given: string): string[] => given.split(/[\s,]+/u).filter((each) => each !== '');

/** A comma- or space-separated list, each of whose entries has to match. */
const list = (name: string, entry: RegExp, takes: string) =>
  checked(
    (given) => entriesOf(given).every((each) => entry.test(each)),
    (given) => `${name} has "${entriesOf(given).find((each) => !entry.test(each))}"; it takes ${takes}.`,
  );

const ID = /^\d{15,20}$/;
const IDS = 'ids, comma-separated (in Discord: Advanced, Developer Mode, then Copy ID)';
// Bot API: a chat has a number, below zero for groups; public ones a name too, of 4 characters and more.
const CHAT = /^(?:-?\d+|@\w{4,})$/;
const DEFAULT_PORT = '8080';
const MAX_PORT = 65_535;
// In seconds: who asks does not wait longer, and Discord forgets a question after 15 minutes.
const LONGEST_WAIT = 120;
const DEFAULT_READER_TIMEOUT = '8';
const DEFAULT_AT_ONCE = '2';

const port = (name: string) =>
  checked(isPort, (given) => `${name} is "${given}"; it has to be a whole number from 1 to ${MAX_PORT}.`);

const isPort = (given: string): boolean => /^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= MAX_PORT;

const Variables = z
  .object({
    CORPUS_DIR: text,
    INDEX: text,
    LOG_LEVEL: z.enum(LOG_LEVELS, {
      error: ({ input }) => `LOG_LEVEL is "${String(input)}"; it can be ${LOG_LEVELS.join(', ')}.`,
    }),
    LOG_FORMAT: z.enum(LOG_FORMATS, {
      error: ({ input }) => `LOG_FORMAT is "${String(input)}"; it can be ${LOG_FORMATS.join(' or ')}.`,
    }),
    DISCORD_TOKEN: text,
    DISCORD_API_URL: address('DISCORD_API_URL'),
    DISCORD_ALLOWED_GUILDS: list('DISCORD_ALLOWED_GUILDS', ID, IDS),
    DISCORD_ALLOWED_CHANNELS: list('DISCORD_ALLOWED_CHANNELS', ID, IDS),
    DISCORD_SHARDS: checked(
      (given) => /^(?:auto|[1-9]\d{0,3})$/.test(given),
      (given) => `DISCORD_SHARDS is "${given}"; it can be auto or a number from 1.`,
    ),
    // Set by discord.js for the processes that it starts: each is one shard and nothing else.
    SHARDING_MANAGER: text,
    TELEGRAM_TOKEN: text,
    TELEGRAM_API_URL: address('TELEGRAM_API_URL'),
    TELEGRAM_ALLOWED_CHATS: list('TELEGRAM_ALLOWED_CHATS', CHAT, 'chat numbers and @names, comma-separated'),
    TELEGRAM_PROXY: address('TELEGRAM_PROXY'),
    // What other programs go by as well: of another kind than HTTP, they are not for this one.
    HTTPS_PROXY: text,
    NO_PROXY: text,
    TELEGRAM_WEBHOOK_URL: address('TELEGRAM_WEBHOOK_URL'),
    // Bot API, setWebhook: 1–256 of these characters.
    TELEGRAM_WEBHOOK_SECRET: checked(
      (given) => /^[\w-]{1,256}$/.test(given),
      () => 'TELEGRAM_WEBHOOK_SECRET may hold 1 to 256 letters, digits, underscores and hyphens only.',
    ),
    READER_URL: address('READER_URL'),
    READER_MODEL: text,
    READER_KEY: text,
    READER_TIMEOUT: checked(
      (given) => Number(given) > 0 && Number(given) <= LONGEST_WAIT,
      (given) => `READER_TIMEOUT is "${given}"; it is a number of seconds, ${LONGEST_WAIT} at the most.`,
    ),
    READER_AT_ONCE: checked(
      (given) => /^[1-9]\d?$/.test(given),
      (given) => `READER_AT_ONCE is "${given}"; it has to be a whole number from 1 to 99.`,
    ),
    READER_FOR: checked(
      (given) => given === 'all' || given === 'unsure',
      (given) => `READER_FOR is "${given}"; it can be all or unsure.`,
    ),
    READER_CHATS: list('READER_CHATS', CHAT, 'ids and @names of chats, servers and people, comma-separated'),
    PORT: port('PORT'),
    METRICS_PORT: port('METRICS_PORT'),
  })
  .check((context) => {
    const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = context.value;
    if (url === null || secret !== null) return;
    const message =
      'TELEGRAM_WEBHOOK_URL is set without TELEGRAM_WEBHOOK_SECRET, which keeps strangers from posting to it.';
    context.issues.push({ code: 'custom', message, input: url });
  })
  .check((context) => {
    const { READER_URL: url, READER_MODEL: model } = context.value;
    if (url === null || model !== null) return;
    const message = 'READER_URL is set without READER_MODEL; it takes the name of a model on that server.';
    context.issues.push({ code: 'custom', message, input: url });
  });

type Variables = z.infer<typeof Variables>;

/** Reads the variables that the program knows; reports all faults together and never throws. */
export function readConfig(env: Environment): ConfigReading {
  // Proxies are named in small letters too.
  const given = Object.keys(Variables.shape).map(
    (name) =>
      [name, (env[name] ?? (name.endsWith('_PROXY') ? env[name.toLowerCase()] : undefined))?.trim() || null] as const,
  );
  const variables = Object.fromEntries(given);
  const read = Variables.safeParse({
    ...variables,
    LOG_LEVEL: variables['LOG_LEVEL'] ?? 'warn',
    LOG_FORMAT: variables['LOG_FORMAT'] ?? 'text',
  });
  if (!read.success) return { faults: read.error.issues.map(({ message }) => message) };
  const { CORPUS_DIR, INDEX, LOG_LEVEL, LOG_FORMAT } = read.data;
  return {
    config: {
      corpusDirs: (CORPUS_DIR ?? '').split(delimiter).filter((dir) => dir !== ''),
      index: INDEX,
      logLevel: LOG_LEVEL,
      logFormat: LOG_FORMAT,
      secrets: secretsOf(read.data),
      statusPorts: statusPortsOf(read.data),
      lang: langOfLocale(env),
      reader: readerOf(read.data),
      discord: discordOf(read.data),
      telegram: telegramOf(read.data),
    },
  };
}

const secretsOf = (given: Variables): string[] =>
  [given.DISCORD_TOKEN, given.TELEGRAM_TOKEN, given.TELEGRAM_WEBHOOK_SECRET, given.READER_KEY].flatMap(
    (secret) => secret ?? [],
  );

// A webhook's port says how the bot is without PORT or METRICS_PORT. Figures do not go to a port that faces the world where there is another.
function statusPortsOf(given: Variables): StatusPort[] {
  if (given.SHARDING_MANAGER !== null) return [];
  const main = telegramOf(given)?.webhook?.port ?? given.PORT;
  const metrics = given.METRICS_PORT ?? main;
  const ports = new Set([main, metrics].flatMap((each) => (each === null ? [] : Number(each))));
  return [...ports].map((port) => ({ port, hasMetrics: port === Number(metrics) }));
}

function readerOf(given: Variables): Config['reader'] {
  const { READER_URL: url, READER_MODEL: model, READER_KEY: key } = given;
  if (url === null || model === null) return null;
  return {
    url,
    model,
    key,
    timeout: Number(given.READER_TIMEOUT ?? DEFAULT_READER_TIMEOUT) * 1000,
    atOnce: Number(given.READER_AT_ONCE ?? DEFAULT_AT_ONCE),
    when: given.READER_FOR === 'unsure' ? 'unsure' : 'all',
    chats: listed(given.READER_CHATS?.toLowerCase() ?? null),
  };
}

function discordOf(given: Variables): Config['discord'] {
  const { DISCORD_TOKEN: token, DISCORD_SHARDS: shards, SHARDING_MANAGER: manager } = given;
  if (token === null) return null;
  return {
    token,
    apiUrl: given.DISCORD_API_URL,
    allowedGuilds: listed(given.DISCORD_ALLOWED_GUILDS),
    allowedChannels: listed(given.DISCORD_ALLOWED_CHANNELS),
    shards: manager !== null || shards === null ? null : shards === 'auto' ? shards : Number(shards),
  };
}

const listed = (given: string | null): string[] | null => (given === null ? null : entriesOf(given));

function telegramOf(given: Variables): Config['telegram'] {
  const { TELEGRAM_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = given;
  if (token === null || given.SHARDING_MANAGER !== null) return null;
  return {
    token,
    apiUrl: given.TELEGRAM_API_URL,
    webhook: url === null || secret === null ? null : { url, secret, port: Number(given.PORT ?? DEFAULT_PORT) },
    allowedChats: listed(given.TELEGRAM_ALLOWED_CHATS?.toLowerCase() ?? null),
    proxy: given.TELEGRAM_PROXY ?? proxyFor(given.TELEGRAM_API_URL ?? TELEGRAM_API, given),
  };
}

const TELEGRAM_API = 'https://api.telegram.org';

// HTTPS_PROXY is for addresses of HTTPS, but those whose host NO_PROXY names.
function proxyFor(url: string, { HTTPS_PROXY: proxy, NO_PROXY: except }: Variables): string | null {
  const { protocol, hostname } = new URL(url);
  if (proxy === null || protocol !== 'https:' || !isWebAddress(proxy)) return null;
  const isExcepted = entriesOf(except ?? '').some(
    (host) => host === '*' || `.${hostname}`.endsWith(`.${host.replace(/^\*?\./, '')}`),
  );
  return isExcepted ? null : proxy;
}

// In POSIX's order of precedence.
function langOfLocale(env: Environment): InterfaceLang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => (value ?? '') !== '') ?? '';
  if (!/^zh/i.test(locale)) return 'en';
  return /^zh[_-](?:TW|HK|MO|Hant)/i.test(locale) ? 'zh-Hant' : 'zh-Hans';
}
