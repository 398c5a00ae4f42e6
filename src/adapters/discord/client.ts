import {
  ActivityType,
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTOptions,
} from 'discord.js';
import type { Logger } from '../../logger.ts';
import { NO_MENTIONS } from './message.ts';

/** None of them has to be granted in the Developer Portal: texts that mention the bot, and direct ones, come without more. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Milliseconds. */
const WAIT_FOR_GUILDS = 1_000;
const REQUEST_TIMEOUT = 10_000;
/** Every interaction has a route of its own, whose bookkeeping is of no use after 15 minutes. */
const FORGET_ROUTES_EVERY = 300_000;
/** People kept in memory; whoever writes comes with what is needed of them. */
const USERS = 200;

/** A client that remembers next to nothing. `apiUrl`: null for Discord's own. */
export function createClient(apiUrl: string | null, logger: Logger): Client {
  const client = new Client({
    presence: { activities: [{ name: '/ask', type: ActivityType.Listening }] },
    intents: INTENTS,
    // Without it, direct messages in channels not seen before are dropped.
    partials: [Partials.Channel],
    allowedMentions: NO_MENTIONS,
    waitGuildTimeout: WAIT_FOR_GUILDS,
    makeCache: Options.cacheWithLimits({
      ...NOT_KEPT,
      UserManager: { maxSize: USERS, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: USERS, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: {
      ...(apiUrl === null ? {} : { api: apiUrl.replace(/(?<!\/)\/+$/, '') }),
      makeRequest: requestOnce,
      timeout: REQUEST_TIMEOUT,
      handlerSweepInterval: FORGET_ROUTES_EVERY,
      // Answers to interactions, nearly all that is sent, do not count for Discord's limit of 50 a second; what does is refused
      // with 429 and sent again by discord.js.
      globalRequestsPerSecond: Infinity,
    },
  });
  skipUnreadable(client, logger);
  return client;
}

type HandlePacket = (packet: { readonly t?: string } | undefined, shard: unknown) => boolean;

// What discord.js cannot make sense of throws in its own handlers, and would end the process: such a payload is passed over.
function skipUnreadable({ ws }: Client, logger: Logger): void {
  const gateway = ws as unknown as { handlePacket: HandlePacket };
  const handle = gateway.handlePacket.bind(gateway);
  gateway.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      logger.error(`Discord: ${packet?.t ?? 'a packet'} could not be read, and is passed over`, error);
      return true;
    }
  };
}

// discord.js sends again what a reset connection has swallowed without telling: whether Discord says "already acknowledged" to our own
// first try, or to another copy's, could then not be told. `sendSurely` sees to it instead.
const requestOnce: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (cause) {
    throw isAborted(cause) ? cause : new Error('The connection to Discord was lost', { cause });
  }
};

// A time limit of discord.js, which it tells by the name.
const isAborted = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

const NOT_KEPT = Object.fromEntries(
  (
    'ApplicationCommandManager AutoModerationRuleManager DMMessageManager GuildBanManager GuildEmojiManager GuildInviteManager GuildMessageManager GuildScheduledEventManager ' +
    'GuildStickerManager MessageManager PresenceManager ReactionManager ReactionUserManager StageInstanceManager ThreadMemberManager VoiceStateManager'
  )
    .split(' ')
    .map((manager) => [manager, 0]),
);
