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

const discordPlatform = (discord: NonNullable<Config['discord']>): BotPlatform => ({
  name: 'discord',
  create: async (parts) => (await import('./adapters/discord/discord-bot.ts')).createDiscordBot(discord, parts),
});
