import { withResolvers } from '../with-resolvers.ts';
import type { Bot, BotParts } from './bot.ts';

interface Work {
  readonly start: () => Promise<void>;
  /** `started`: settles, and never rejects, when `start` is done; at once where it was not called. */
  readonly stop: (started: Promise<void>) => Promise<void>;
}

/** What the life of a bot hands to what is done in it. */
interface Life {
  /** Ends it with a fault. */
  readonly fail: (fault: Error) => void;
  /** Aborts when the bot is told to stop. */
  readonly stopping: AbortSignal;
  /** Tells the operator, in a line that begins with the bot's name. */
  readonly say: (sentence: string) => void;
}

/** A bot that starts and stops once, however often it is told to. */
export function createBot(name: string, { say }: Pick<BotParts, 'say'>, make: (life: Life) => Work): Bot {
  const ended = withResolvers();
  // Whoever only starts and stops the bot need not look at its end.
  ended.promise.catch(() => undefined);
  const stopping = new AbortController();
  const { start, stop } = make({
    fail: ended.reject,
    stopping: stopping.signal,
    say: (sentence) => say(`${name}: ${sentence}`),
  });
  let started: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;
  const end = async (): Promise<void> => {
    stopping.abort();
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
