import type { BotPlatform } from './adapters/chat/bot.ts';
import type { Config } from './config.ts';

/** The chat platforms that the configuration holds a token for. Each adapter, and the library that it stands on, is loaded when it is made. */
export function chatPlatforms({ discord, telegram }: Config): BotPlatform[] {
  return [
    ...(discord === null ? [] : [discordPlatform(discord)]),
    ...(telegram === null ? [] : [telegramPlatform(telegram)]),
  ];
}

const telegramPlatform = ({ proxy, ...options }: NonNullable<Config['telegram']>): BotPlatform => ({
  name: 'telegram',
  create: async (parts) => {
    const { createTelegramBot } = await import('./adapters/telegram/telegram-bot.ts');
    const { proxyAgent } = await import('./adapters/telegram/proxy.ts');
    return createTelegramBot({ ...options, agent: await proxyAgent(proxy) }, parts);
  },
});

// How this program was started is how each shard is.
const discordPlatform = ({ shards, ...discord }: NonNullable<Config['discord']>): BotPlatform => ({
  name: 'discord',
  create: async (parts) => {
    if (shards === null) return (await import('./adapters/discord/discord-bot.ts')).createDiscordBot(discord, parts);
    const [, file = '', ...args] = process.argv;
    const { createShardedBot } = await import('./adapters/discord/sharded-bot.ts');
    return createShardedBot({ ...discord, shards, program: { file, args } }, parts);
  },
});
