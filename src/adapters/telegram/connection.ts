import { BotFault } from '../chat/bot.ts';
import type { TelegramApi } from './api.ts';
import { ApiRefusal, backOff, isPassing, NetworkFault } from './api-fault.ts';
import { wait } from '../chat/wait.ts';
import type { AdapterMonitor } from '../status/monitor.ts';

/** What the parts of a connection share. */
export interface Connection {
  readonly api: TelegramApi;
  /** Ends it. */
  readonly signal: AbortSignal;
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
export async function persist<T>(connection: Connection, attempt: () => Promise<T>): Promise<T | null> {
  const { signal, say, firstBackOff } = connection;
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await attempt();
    } catch (fault) {
      if (signal.aborted) return null;
      if (!isPassing(fault)) throw refusalOf(fault);
      if (failures === 1) say(troubleOf(fault));
      await wait(backOff(fault, failures, firstBackOff), signal);
    }
  }
  return null;
}

/** A passing fault in a line for the operator. */
export const troubleOf = (fault: unknown): string =>
  fault instanceof NetworkFault
    ? 'Telegram cannot be reached; trying again until it can.'
    : `Telegram is in trouble (${fault instanceof Error ? fault.message : String(fault)}); trying again until it is not.`;
