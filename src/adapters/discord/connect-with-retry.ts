import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { BotFault, type BotParts } from '../chat/bot.ts';
import { adviceFor } from './advice.ts';

/** Milliseconds between tries to connect, doubled each time. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

interface RetryOptions extends Pick<BotParts, 'logger' | 'say'> {
  /** Aborts when the bot is told to stop. */
  readonly signal: AbortSignal;
}

/**
 * Tries to reach Discord until it is there; null where the bot was told to stop meanwhile. Throws a BotFault where trying again is of no
 * use.
 */
export async function connectWithRetry<T>(
  attempt: () => Promise<T>,
  { logger, say, signal }: RetryOptions,
): Promise<T | null> {
  // An attempt whose connection is taken down may be left undecided.
  const stopped = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await Promise.race([attempt(), stopped.then(() => null)]);
    } catch (error) {
      const advice = adviceFor(error);
      if (advice !== null) throw new BotFault(advice, { cause: error });
      if (signal.aborted) return null;
      logger.debug('Discord could not be reached', error);
      say(`discord: cannot be reached; trying again in ${pause / 1000} s.`);
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
