import type { CliContext } from './context.ts';
import { Failure } from './failure.ts';

const ADVICE = `No chat platform is set up. Set one of these in the environment or in .env:
  DISCORD_TOKEN    from https://discord.com/developers/applications: your application, Bot, Reset Token
  TELEGRAM_TOKEN   from @BotFather in Telegram: /newbot`;

/** Runs every chat adapter that there is a token for. */
export function runBot({ platforms }: CliContext): never {
  if (platforms.length === 0) throw new Failure(2, ADVICE);
  throw new Failure(
    1,
    `The chat adapters (${platforms.join(', ')}) come with the next version. Until then, run readout in a terminal.`,
  );
}
