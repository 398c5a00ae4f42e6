import { AsyncLocalStorage } from 'node:async_hooks';
import { UNWATCHED, type AdapterMonitor } from '../status/monitor.ts';
import { withResolvers } from '../with-resolvers.ts';
import { BotFault, type Bot, type BotParts, type BotPlatform } from './bot.ts';
import { createRateLimit } from './rate-limit.ts';

interface Surroundings {
  /** Hands over what is to be done when the program is told to end. */
  readonly onSignal: (stop: () => Promise<void>) => void;
  /** Hands over what is asked about a fault that nothing has caught: whether it is dealt with, so that the program may go on. */
  readonly onUncaught: (deal: (error: unknown) => boolean) => void;
  /** Ends the program at once, whatever is still in hand. */
  readonly exit: (status: 0) => void;
  /** Where each adapter tells how it is, by its name. */
  readonly monitorOf?: (name: string) => AdapterMonitor;
}

/** Milliseconds from the signal; whoever sent it waits for 5 s. */
const STOP_LIMIT = 4_500;

/** A library that throws where nobody can catch it may do so now and then; one that does nothing else has broken down. */
const UNCAUGHT = { burst: 5, perSecond: 5 / 60, keys: 100 };

/**
 * Runs a bot for each platform until they were told to stop or have all given up; one that fails, be it where nothing catches the fault,
 * leaves the others up. Resolves to 0 after a stop, and to 1 when all have failed; rejects, when all are stopped, with why the corpus
 * could not be loaded.
 */
export async function runBots(
  platforms: readonly BotPlatform[],
  parts: BotParts,
  { onSignal, onUncaught, exit, monitorOf = () => UNWATCHED }: Surroundings,
): Promise<0 | 1> {
  const bots: Bot[] = [];
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    await Promise.allSettled(bots.map((bot) => bot.stop()));
  };
  onSignal(async () => {
    // Only if something still holds the program then.
    setTimeout(() => exit(0), STOP_LIMIT).unref();
    await stop();
  });
  const monitors = new Map(platforms.map(({ name }) => [name, monitorOf(name)]));
  const breakdowns = watchUncaught(onUncaught, (name, error) => {
    monitors.get(name)?.fault();
    parts.logger.error(`${name}: a fault that nothing has caught; the bot goes on.`, error);
  });
  const run = async ({ name, create }: BotPlatform): Promise<void> => {
    const monitor = monitors.get(name) ?? UNWATCHED;
    let bot: Bot | null = null;
    try {
      bot = await create(partsOf(parts, monitor));
      bots.push(bot);
      if (stopping) return;
      await bot.start();
      await Promise.race([bot.ended, breakdowns.of(name)]);
    } catch (error) {
      if (stopping) return;
      monitor.connection('ended');
      parts.say(`${name}: ${error instanceof BotFault ? error.message : FAULT}`);
      parts.logger.debug(`${name} ended in a fault.`, error);
      // What is left of it must not keep the program up.
      await bot?.stop();
      throw error;
    }
  };
  const unloadable = new AbortController();
  parts.loaded?.catch(async (error: unknown) => {
    unloadable.abort(error);
    await stop();
  });
  const ends = await Promise.allSettled(
    platforms.map(async (platform) => await breakdowns.within(platform.name, async () => await run(platform))),
  );
  unloadable.signal.throwIfAborted();
  return stopping || ends.some(({ status }) => status === 'fulfilled') ? 0 : 1;
}

const FAULT = 'stopped by a fault of the program. Run it with LOG_LEVEL=debug for the details.';

// What each bot logs is counted.
function partsOf(parts: BotParts, monitor: AdapterMonitor): BotParts {
  const { logger } = parts;
  return {
    ...parts,
    monitor,
    logger: {
      ...logger,
      error: (message, detail) => {
        monitor.fault();
        logger.error(message, detail);
      },
    },
  };
}

// Which adapter a fault comes from is known by what began the work that ended in it.
function watchUncaught(onUncaught: Surroundings['onUncaught'], tell: (name: string, error: unknown) => void) {
  const current = new AsyncLocalStorage<string>();
  const limit = createRateLimit({ ...UNCAUGHT, now: () => performance.now() });
  const broken = new Map<string, ReturnType<typeof withResolvers>>();
  const breakdownOf = (name: string): ReturnType<typeof withResolvers> => {
    const own = broken.get(name) ?? withResolvers();
    own.promise.catch(() => undefined);
    broken.set(name, own);
    return own;
  };
  onUncaught((error) => {
    const name = current.getStore();
    if (name === undefined) return false;
    tell(name, error);
    if (limit.take(name) > 0) breakdownOf(name).reject(error);
    return true;
  });
  return {
    within: async (name: string, work: () => Promise<void>) => await current.run(name, work),
    of: async (name: string) => await breakdownOf(name).promise,
  };
}
