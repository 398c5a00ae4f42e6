import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds before each further try: who waits is to be answered within 3 s. */
const PAUSES = [50, 300] as const;

/** What Node and undici call a connection that was lost on the way. */
const LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/**
 * Sends something once more where the connection was lost, which a library for a platform may not do. `send` has to be such that twice is
 * the same as once.
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

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && LOST.has(error.code)) return true;
  return isLostConnection(error.cause);
}
