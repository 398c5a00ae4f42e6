import type { BotPlatform } from './adapters/chat/bot.ts';
import type { Config } from './config.ts';

/**
 * The chat platforms that the configuration holds a token for. Each adapter, and the library that it stands on, is loaded when it is made.
 * Who may ask is as the configuration is at that time.
 */
export function chatPlatforms(config: () => Config): BotPlatform[] {
  const { discord, telegram } = config();
  return [
    ...(discord === null ? [] : [discordPlatform(discord, config)]),
    ...(telegram === null ? [] : [telegramPlatform(telegram, config)]),
  ];
}

const telegramPlatform = (
  { proxy, ...options }: NonNullable<Config['telegram']>,
  config: () => Config,
): BotPlatform => ({
  name: 'telegram',
  create: async (parts) => {
    const { createTelegramBot } = await import('./adapters/telegram/telegram-bot.ts');
    const { proxyAgent } = await import('./adapters/http/proxy.ts');
    const settings = {
      ...options,
      agent: await proxyAgent(proxy),
      get allowedChats() {
        return (config().telegram ?? options).allowedChats;
      },
    };
    return createTelegramBot(settings, parts);
  },
});

// How this program was started is how each shard is.
const discordPlatform = (
  { shards, ...discord }: NonNullable<Config['discord']>,
  config: () => Config,
): BotPlatform => ({
  name: 'discord',
  create: async (parts) => {
    if (shards === null) {
      const settings = {
        ...discord,
        get allowedGuilds() {
          return (config().discord ?? discord).allowedGuilds;
        },
        get allowedChannels() {
          return (config().discord ?? discord).allowedChannels;
        },
      };
      return (await import('./adapters/discord/discord-bot.ts')).createDiscordBot(settings, parts);
    }
    const [, file = '', ...args] = process.argv;
    const { createShardedBot } = await import('./adapters/discord/sharded-bot.ts');
    return createShardedBot({ ...discord, shards, program: { file, args } }, parts);
  },
});
