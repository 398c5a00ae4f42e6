import { BotFault, type BotPlatform } from './adapters/chat/bot.ts';
import type { Config } from './config.ts';

/** The chat platforms that the configuration holds a token for. Each adapter, and the library that it stands on, is loaded when it is made. */
export function chatPlatforms({ discord, telegram }: Config): BotPlatform[] {
  return [...(discord === null ? [] : [discordPlatform()]), ...(telegram === null ? [] : [telegramPlatform(telegram)])];
}

const telegramPlatform = (options: NonNullable<Config['telegram']>): BotPlatform => ({
  name: 'telegram',
  create: async (parts) => (await import('./adapters/telegram/telegram-bot.ts')).createTelegramBot(options, parts),
});

const discordPlatform = (): BotPlatform => ({
  name: 'discord',
  create: async () => {
    throw new BotFault('Discord comes with the next version.');
  },
});
