import type { Telegram } from 'telegraf';
import type { Opts, Telegram as Methods } from 'telegraf/types';
import { asFault } from './api-fault.ts';

export type Method = keyof Methods;
export type Returned<M extends Method> = ReturnType<Methods[M]>;

/** The Bot API, by way of telegraf. */
export interface TelegramApi {
  /** Calls a method once; gives up after `limit` milliseconds or when `signal` says so. Rejects with an ApiRefusal or a NetworkFault. */
  call<M extends Method>(method: M, payload: Opts<M>, given?: CallOptions): Promise<Returned<M>>;
}

interface CallOptions {
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** Milliseconds; telegraf itself would wait for eight minutes on a connection that is dead. */
const USUAL_LIMIT = 30_000;

/** `telegram`: telegraf's client, which knows the token and the address. */
export function createApi(telegram: Telegram): TelegramApi {
  return {
    async call(method, payload, { limit = USUAL_LIMIT, signal } = {}) {
      // Signals of Node's own that depend on one another are kept for as long as the one that lives longest.
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      let isTimeout = false;
      const timer = setTimeout(() => {
        isTimeout = true;
        abort();
      }, limit);
      signal?.addEventListener('abort', abort);
      if (signal?.aborted === true) abort();
      try {
        return await telegram.callApi(method, payload, { signal: controller.signal as never });
      } catch (error) {
        throw asFault(error, { method, token: telegram.token, isTimeout });
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}
