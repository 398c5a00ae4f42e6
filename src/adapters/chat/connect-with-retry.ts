import { BotFault, type BotParts } from './bot.ts';
import { persist } from './persist.ts';

/** Milliseconds between tries to connect, doubled each time. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

interface RetryOptions extends Pick<BotParts, 'logger' | 'say'> {
  /** Aborts when the bot is told to stop. */
  readonly signal: AbortSignal;
  /** What the operator can do about a fault that does not pass; null for one that may. */
  readonly adviceFor: (fault: unknown) => string | null;
}

/** Tries to reach a platform until it is there; null where the bot was told to stop meanwhile. Throws a BotFault where that is of no use. */
export const connectWithRetry = async <T>(
  attempt: () => Promise<T>,
  { logger, say, signal, adviceFor }: RetryOptions,
): Promise<T | null> =>
  await persist(attempt, {
    signal,
    onFault(fault, failures) {
      const advice = adviceFor(fault);
      if (advice !== null) throw new BotFault(advice, { cause: fault });
      const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
      logger.debug('The platform could not be reached', fault);
      say(`cannot be reached; trying again in ${pause / 1000} s.`);
      return pause;
    },
  });
