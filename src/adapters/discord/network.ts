import { setTimeout as wait } from 'node:timers/promises';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Milliseconds before each further try; an interaction has to be acknowledged within 3 s. */
const PAUSES = [50, 300] as const;

/** What Node and undici call a connection that was lost on the way. */
const LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/**
 * Sends something once more where the connection was lost: discord.js tries again after 429 and 5xx only. `send` has to be such that
 * twice is the same as once.
 */
export async function sendSurely<T>(send: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await send();
    } catch (error) {
      if (!isLostConnection(error)) throw error;
    }
    await wait(pause);
  }
  return await send();
}

/**
 * Acknowledges an interaction. False where that came too late, or another copy of the bot was first: nothing more may be said then.
 * Rejects for every other fault.
 */
export async function acknowledge(defer: () => Promise<unknown>): Promise<boolean> {
  let tries = 0;
  try {
    await sendSurely(async () => {
      tries += 1;
      await defer();
    });
    return true;
  } catch (error) {
    const code = codeOf(error);
    // The answer to an earlier try was lost, not the try itself.
    if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return tries > 1;
    if (code === RESTJSONErrorCodes.UnknownInteraction) return false;
    throw error;
  }
}

/** Whether something could not be sent since a server does not let the bot, or the place is gone: nothing that is wrong here. */
export const isNotAllowed = (error: unknown): boolean => NOT_ALLOWED.has(codeOf(error) ?? 0);

const NOT_ALLOWED = new Set<string | number>([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
]);

const codeOf = (error: unknown): string | number | null => (error instanceof DiscordAPIError ? error.code : null);

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && LOST.has(error.code)) return true;
  return isLostConnection(error.cause);
}
