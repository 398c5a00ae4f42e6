import type { Update } from 'telegraf/types';
import { BotFault } from '../chat/bot.ts';
import { ApiRefusal, backOff, isPassing } from './api-fault.ts';
import { refusalOf, troubleOf, type Connection } from './connection.ts';
import { wait } from '../chat/wait.ts';

/** The kinds of updates that the bot wants; Telegram keeps the others to itself. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query'] as const;

const ANOTHER_COPY = 'Another copy of this bot is running with the same token.';

/** How often in a row another copy may get in the way before this one leaves: a new version may start while the old one ends. */
const CONFLICTS = 5;

/** Seconds that Telegram holds a request open for. */
const POLL = 50;
/** Milliseconds after which a connection that should have answered is dead. */
const POLL_LIMIT = (POLL + 10) * 1000;

/**
 * Asks for updates and hands each on, until the connection ends; `handle` returns at once and never throws. Unlike telegraf's own loop it
 * keeps its place through every kind of trouble, so that no update is handed on twice. Throws a BotFault when it cannot go on.
 */
export async function poll(connection: Connection, handle: (update: Update) => void): Promise<void> {
  const { api, signal, say, state, firstBackOff } = connection;
  let offset = 0;
  let failures = 0;
  let conflicts = 0;
  while (!signal.aborted) {
    try {
      // After a failure it is asked without waiting, so that it is known at once when Telegram can be reached again.
      const timeout = failures === 0 ? POLL : 0;
      const updates = await api.call(
        'getUpdates',
        { offset, timeout, allowed_updates: ALLOWED_UPDATES },
        { limit: POLL_LIMIT, signal },
      );
      [failures, conflicts] = [0, 0];
      state('connected');
      for (const update of updates) {
        offset = update.update_id + 1;
        handle(update);
      }
    } catch (fault) {
      if (signal.aborted) break;
      failures += 1;
      state('lost');
      if (fault instanceof ApiRefusal && fault.code === 409) {
        conflicts += 1;
        if (conflicts === CONFLICTS)
          throw new BotFault(`${ANOTHER_COPY} Stop the other one, then start this one again.`);
        if (conflicts === 1) say(ANOTHER_COPY);
        // Somebody may have set a webhook meanwhile: Telegram then refuses to be polled.
        if (fault.message.includes('webhook')) await api.call('deleteWebhook', {}, { signal }).catch(() => undefined);
      } else if (!isPassing(fault)) throw refusalOf(fault);
      else if (failures === 1) say(troubleOf(fault));
      await wait(backOff(fault, failures, firstBackOff), signal);
    }
  }
  // Tells Telegram how far it was read, so that the next run does not get the last updates again.
  if (offset > 0)
    await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { limit: 1000 }).catch(() => undefined);
}
