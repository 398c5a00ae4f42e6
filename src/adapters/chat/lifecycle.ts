import { withResolvers } from '../with-resolvers.ts';
import type { Bot } from './bot.ts';

interface Work {
  readonly start: () => Promise<void>;
  /** `started`: settles, and never rejects, when `start` is done; at once where it was not called. */
  readonly stop: (started: Promise<void>) => Promise<void>;
}

/** A bot that starts and stops once, however often it is told to; `fail` ends it with a fault. */
export function createBot(name: string, make: (fail: (fault: Error) => void) => Work): Bot {
  const ended = withResolvers();
  // Whoever only starts and stops the bot need not look at its end.
  ended.promise.catch(() => undefined);
  const { start, stop } = make(ended.reject);
  let started: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    await stop(started?.catch(() => undefined) ?? Promise.resolve());
    ended.resolve();
  };
  return {
    name,
    ended: ended.promise,
    start: async () => await (started ??= start()),
    stop: async () => await (stopped ??= end()),
  };
}
