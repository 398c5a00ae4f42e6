import { BotFault, type Bot, type BotParts, type BotPlatform } from './bot.ts';

interface Surroundings {
  /** Hands over what is to be done when the program is told to end. */
  readonly onSignal: (stop: () => Promise<void>) => void;
  /** Ends the program at once, whatever is still in hand. */
  readonly exit: (status: 0) => void;
}

/** Milliseconds from the signal; whoever sent it waits for 5 s. */
const STOP_LIMIT = 4_500;

/**
 * Runs a bot for each platform until they were told to stop or have all given up; one that fails leaves the others up. Resolves to 0 after
 * a stop, and to 1 when all have failed.
 */
export async function runBots(
  platforms: readonly BotPlatform[],
  parts: BotParts,
  { onSignal, exit }: Surroundings,
): Promise<0 | 1> {
  const bots: Bot[] = [];
  let stopping = false;
  onSignal(async () => {
    stopping = true;
    // Only if something still holds the program then.
    setTimeout(() => exit(0), STOP_LIMIT).unref();
    await Promise.allSettled(bots.map((bot) => bot.stop()));
  });
  const run = async ({ name, create }: BotPlatform): Promise<void> => {
    let bot: Bot | null = null;
    try {
      bot = await create(parts);
      bots.push(bot);
      if (stopping) return;
      await bot.start();
      await bot.ended;
    } catch (error) {
      if (stopping) return;
      parts.say(`${name}: ${error instanceof BotFault ? error.message : FAULT}`);
      parts.logger.debug(`${name} ended in a fault.`, error);
      // What is left of it must not keep the program up.
      await bot?.stop();
      throw error;
    }
  };
  const ends = await Promise.allSettled(platforms.map(run));
  return stopping || ends.some(({ status }) => status === 'fulfilled') ? 0 : 1;
}

const FAULT = 'stopped by a fault of the program. Run it with LOG_LEVEL=debug for the details.';
