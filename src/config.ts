import { delimiter } from 'node:path';
import type { InterfaceLang } from './core/index.ts';
import { LOG_LEVELS, type LogLevel } from './logger.ts';

/** What the environment and `.env` say; empty variables count as unset. */
export interface Config {
  /** The folders of `CORPUS_DIR`; empty where it is not set. */
  readonly corpusDirs: readonly string[];
  readonly logLevel: LogLevel;
  /** The interface that the system's locale asks for, where a question does not show its own. */
  readonly lang: InterfaceLang;
  /** `DISCORD_TOKEN` and `TELEGRAM_TOKEN` are only read by what connects; here it counts whether they are there. */
  readonly discord: {
    readonly token: string;
    readonly apiUrl: string | null;
    /** Ids; null: all. */
    readonly allowedGuilds: readonly string[] | null;
    readonly allowedChannels: readonly string[] | null;
    /** Into how many processes servers are divided; null: all in this one. */
    readonly shards: number | 'auto' | null;
  } | null;
  readonly telegram: {
    readonly token: string;
    readonly apiUrl: string | null;
    /** Null: long polling. */
    readonly webhook: { readonly url: string; readonly secret: string; readonly port: number } | null;
    /** Numbers of chats, or @names in lower case; null: everybody's. */
    readonly allowedChats: readonly string[] | null;
  } | null;
}

/** Either a whole configuration, or every fault of it, one plain sentence each. */
export type ConfigReading = { readonly config: Config } | { readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const MAX_PORT = 65_535;

/** Reads the variables that the program knows; reports all faults together and never throws. */
export function readConfig(env: Environment): ConfigReading {
  const faults: string[] = [];
  const value = (name: string): string | null => {
    const given = env[name]?.trim() ?? '';
    return given === '' ? null : given;
  };
  const address = (name: string): string | null => {
    const given = value(name);
    if (given !== null && !(URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)))
      faults.push(`${name} is not a web address; it should look like https://example.org.`);
    return given;
  };
  const logLevel = value('LOG_LEVEL') ?? 'warn';
  if (!isLogLevel(logLevel)) faults.push(`LOG_LEVEL is "${logLevel}"; it can be ${LOG_LEVELS.join(', ')}.`);
  const port = Number(value('PORT') ?? '8080');
  if (!Number.isInteger(port) || port < 1 || port > MAX_PORT)
    faults.push(`PORT is "${value('PORT')}"; it has to be a whole number from 1 to ${MAX_PORT}.`);
  const discordUrl = address('DISCORD_API_URL');
  const telegramUrl = address('TELEGRAM_API_URL');
  const url = address('TELEGRAM_WEBHOOK_URL');
  const secret = value('TELEGRAM_WEBHOOK_SECRET');
  if (url !== null && secret === null)
    faults.push(
      'TELEGRAM_WEBHOOK_URL is set without TELEGRAM_WEBHOOK_SECRET, which keeps strangers from posting to it.',
    );
  // Bot API, setWebhook: 1–256 of these characters.
  if (secret !== null && !/^[\w-]{1,256}$/.test(secret))
    faults.push('TELEGRAM_WEBHOOK_SECRET may hold 1 to 256 letters, digits, underscores and hyphens only.');
  const allowedChats =
    value('TELEGRAM_ALLOWED_CHATS')
      ?.split(/[\s,]+/u)
      .filter((chat) => chat !== '') ?? null;
  // Bot API: a chat has a number, below zero for groups; public ones a name too, of 4 characters and more.
  const unreadable = allowedChats?.find((chat) => !/^(?:-?\d+|@\w{4,})$/.test(chat));
  if (unreadable !== undefined)
    faults.push(`TELEGRAM_ALLOWED_CHATS has "${unreadable}"; it takes numbers of chats and @names, parted by commas.`);
  const ids = (name: string): readonly string[] | null => {
    const given =
      value(name)
        ?.split(/[\s,]+/u)
        .filter((id) => id !== '') ?? null;
    const unreadable = given?.find((id) => !/^\d{15,20}$/.test(id));
    if (unreadable !== undefined)
      faults.push(
        `${name} has "${unreadable}"; it takes ids, parted by commas (in Discord: Advanced, Developer Mode, then Copy ID).`,
      );
    return given;
  };
  const allowedGuilds = ids('DISCORD_ALLOWED_GUILDS');
  const allowedChannels = ids('DISCORD_ALLOWED_CHANNELS');
  const shards = value('DISCORD_SHARDS');
  if (shards !== null && shards !== 'auto' && !/^[1-9]\d{0,3}$/.test(shards))
    faults.push(`DISCORD_SHARDS is "${shards}"; it can be auto or a number from 1.`);
  // Set by discord.js for the processes that it starts: each is one shard and nothing else.
  const isShard = value('SHARDING_MANAGER') !== null;
  const discordToken = value('DISCORD_TOKEN');
  const telegramToken = value('TELEGRAM_TOKEN');
  if (faults.length > 0 || !isLogLevel(logLevel)) return { faults };
  return {
    config: {
      corpusDirs: (value('CORPUS_DIR') ?? '').split(delimiter).filter((dir) => dir !== ''),
      logLevel,
      lang: langOfLocale(env),
      discord:
        discordToken === null
          ? null
          : {
              token: discordToken,
              apiUrl: discordUrl,
              allowedGuilds,
              allowedChannels,
              shards: isShard || shards === null ? null : shards === 'auto' ? shards : Number(shards),
            },
      telegram:
        telegramToken === null || isShard
          ? null
          : {
              token: telegramToken,
              apiUrl: telegramUrl,
              webhook: url === null || secret === null ? null : { url, secret, port },
              allowedChats: allowedChats?.map((chat) => chat.toLowerCase()) ?? null,
            },
    },
  };
}

const isLogLevel = (given: string): given is LogLevel => (LOG_LEVELS as readonly string[]).includes(given);

// In POSIX's order of precedence.
function langOfLocale(env: Environment): InterfaceLang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => (value ?? '') !== '') ?? '';
  if (!/^zh/i.test(locale)) return 'en';
  return /^zh[_-](?:TW|HK|MO|Hant)/i.test(locale) ? 'zh-Hant' : 'zh-Hans';
}
