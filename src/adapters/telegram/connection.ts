import { BotFault } from '../chat/bot.ts';
import { persist as persistently } from '../chat/persist.ts';
import type { TelegramApi } from './api.ts';
import { ApiRefusal, backOff, isPassing, NetworkFault } from './api-fault.ts';
import type { AdapterMonitor } from '../status/monitor.ts';

/** What the parts of a connection share. */
export interface Connection {
  readonly api: TelegramApi;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Ends, later, what is still in hand then. */
  readonly ending: AbortSignal;
  /** Tells the operator, in a line. */
  readonly say: (sentence: string) => void;
  /** Told whenever it is made or lost. */
  readonly state: AdapterMonitor['connection'];
  /** Milliseconds before a second attempt. */
  readonly firstBackOff: number;
}

const BAD_TOKEN =
  'Telegram does not accept TELEGRAM_TOKEN. Copy it again from @BotFather: /mybots, your bot, API Token.';

/** What is refused for good, as advice for the operator. Telegram says 401 for a token that was revoked, and 404 for one that never was. */
export function refusalOf(fault: unknown): unknown {
  if (!(fault instanceof ApiRefusal)) return fault;
  return new BotFault(fault.code === 401 || fault.code === 404 ? BAD_TOKEN : `Telegram refuses: ${fault.message}`);
}

/**
 * Tries until it succeeds, waiting longer each time; null where the connection ended first. Throws a BotFault on what is refused for good.
 */
export const persist = async <T>(
  { signal, say, firstBackOff }: Connection,
  attempt: () => Promise<T>,
): Promise<T | null> =>
  await persistently(attempt, {
    signal,
    onFault(fault, failures) {
      if (!isPassing(fault)) throw refusalOf(fault);
      if (failures === 1) say(troubleOf(fault));
      return backOff(fault, failures, firstBackOff);
    },
  });

/** A passing fault in a line for the operator. */
export const troubleOf = (fault: unknown): string =>
  fault instanceof NetworkFault
    ? 'Telegram cannot be reached; trying again until it can.'
    : `Telegram is in trouble (${fault instanceof Error ? fault.message : String(fault)}); trying again until it is not.`;
