import { setImmediate as otherEvents } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { BotFault } from '../chat/bot.ts';
import { createUnanswered } from '../chat/unanswered.ts';
import { aborted, wait } from '../chat/wait.ts';
import { ApiRefusal, backOff, isPassing } from './api-fault.ts';
import { refusalOf, troubleOf, type Connection } from './connection.ts';

/** The kinds of updates that the bot wants; Telegram keeps the others to itself. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  // Bot API 10, which telegraf's types do not know yet.
  'guest_message' as 'message',
] as const;

const ANOTHER_COPY = 'Another copy of this bot is running with the same token.';

/** How often in a row another copy may get in the way before this one leaves: a new version may start while the old one ends. */
const CONFLICTS = 5;

/** Seconds that Telegram holds a request open for. */
const POLL = 50;
/** Milliseconds after which a connection that should have answered is dead. */
const POLL_LIMIT = (POLL + 10) * 1000;

/**
 * Asks for updates and hands each on, until the connection ends; `handle` resolves when one is answered, and rejects where it will not be.
 * Telegram forgets an update only when it was answered, so that none is lost when the bot stops. Unlike telegraf's own loop it keeps its
 * place through every kind of trouble, so that no update is handed on twice. Throws a BotFault when it cannot go on.
 */
export async function poll(connection: Connection, handle: (update: Update) => Promise<void>): Promise<void> {
  const { api, signal, ending, state } = connection;
  const inHand = createUnanswered(({ update_id: id }: Update) => id, handle);
  const faults = faultHandler(connection);
  while (!signal.aborted) {
    try {
      const request = {
        offset: inHand.offset(),
        timeout: faults.isTrouble() ? 0 : POLL,
        allowed_updates: ALLOWED_UPDATES,
      };
      inHand.take(await api.call('getUpdates', request, { limit: POLL_LIMIT, signal }));
      faults.reset();
      state('connected');
      await inHand.progress(signal);
    } catch (fault) {
      if (signal.aborted) break;
      state('lost');
      await faults.take(fault);
    }
  }
  await Promise.race([inHand.all(), aborted(ending)]);
  // What was answered last is noted by now.
  await otherEvents();
  const offset = inHand.offset();
  // Tells Telegram how far it was answered, so that the next run gets what was not, and nothing else.
  if (offset > 0)
    await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { limit: 1000 }).catch(() => undefined);
}

function faultHandler({ api, signal, say, firstBackOff }: Connection) {
  let failures = 0;
  let conflicts = 0;
  return {
    /** After a failure it is asked without waiting, so that it is known at once when Telegram can be reached again. */
    isTrouble: (): boolean => failures > 0,
    reset: (): void => void ([failures, conflicts] = [0, 0]),
    /** Waits before another try. Throws where that is of no use. */
    async take(fault: unknown): Promise<void> {
      failures += 1;
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
    },
  };
}
