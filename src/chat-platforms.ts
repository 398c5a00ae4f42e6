import { BotFault, type BotPlatform } from './adapters/chat/bot.ts';
import type { Config } from './config.ts';

/** The chat platforms that the configuration holds a token for. Each adapter, and the library that it stands on, is loaded when it is made. */
export function chatPlatforms({ discord, telegram }: Config): BotPlatform[] {
  return [...(discord === null ? [] : [discordPlatform(discord)]), ...(telegram === null ? [] : [telegramPlatform()])];
}

const telegramPlatform = (): BotPlatform => ({
  name: 'telegram',
  create: async () => {
    throw new BotFault('Telegram comes with the next version.');
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
