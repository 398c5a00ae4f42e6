import { LRUCache } from 'lru-cache';
import type { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import { createKeyedQueue } from '../chat/keyed-queue.ts';
import { conversationOf, type BotContext } from './bot-context.ts';
import type { TelegramAccess } from './access.ts';
import type { Place } from './incoming.ts';
import { inlineAnswerer } from './on-inline-query.ts';
import { onMessage } from './on-message.ts';
import { onPress } from './on-press.ts';
import type { Reply } from './render-answer.ts';
import { sentence } from './render-help.ts';

export interface UpdateHandler {
  /** Takes an update in hand and returns at once; one that was taken before is nothing new. Never throws. */
  readonly handle: (update: Update) => void;
  /** How many conversations have something in hand. */
  readonly inHand: () => number;
  /** Resolves when nothing is in hand. */
  readonly idle: () => Promise<void>;
}

/** Updates by which one that is delivered twice is known; Telegram repeats what it thinks was not received. */
const UPDATES_REMEMBERED = 2_000;

/**
 * Connects telegraf's updates with what answers them. Work on an update goes on when its handler has returned: one that is slow, or fails,
 * delays nobody but whoever sent it, whose turns are answered in order.
 */
export function updateHandler(telegraf: Telegraf, context: BotContext, access: TelegramAccess): UpdateHandler {
  const { logger, sender } = context;
  const queue = createKeyedQueue();
  const seen = new LRUCache<number, true>({ max: UPDATES_REMEMBERED });
  const answerInline = inlineAnswerer(context);

  const enqueue = (key: string, work: () => Promise<void>): void => {
    queue.run(key, work).catch((fault: unknown) => logger.error('An update ended in a fault.', fault));
  };
  const answer = (turn: { place: Place; make: () => Promise<Reply> } | null): void => {
    if (turn === null) return;
    const { place, make } = turn;
    const refusal = access.refusal(place, context.langOf(place));
    if (refusal !== null && !access.isTold(place)) return;
    const reply = refusal === null ? make : () => sentence(refusal);
    enqueue(conversationOf(place), async () => await context.reply(place, reply));
  };

  telegraf.on('message', ({ message }) => answer(onMessage(message, context)));
  telegraf.on('callback_query', ({ callbackQuery }) => {
    enqueue(
      `press:${callbackQuery.id}`,
      async () =>
        // The button shows that it is at work until this; too late is no harm.
        await sender
          .call('answerCallbackQuery', { callback_query_id: callbackQuery.id })
          .catch((fault: unknown) => logger.debug('A press was not acknowledged.', fault)),
    );
    answer(onPress(callbackQuery, context));
  });
  telegraf.on('inline_query', ({ inlineQuery }) => {
    const { id, username } = inlineQuery.from;
    const admitted = access.isOpenInline(id, username);
    enqueue(`inline:${inlineQuery.id}`, async () => await answerInline(inlineQuery, admitted));
  });
  telegraf.catch((error) => logger.error('An update could not be read.', error));

  return {
    handle(update) {
      if (seen.get(update.update_id) === true) return;
      seen.set(update.update_id, true);
      telegraf.handleUpdate(update).catch((error: unknown) => logger.error('An update could not be read.', error));
    },
    inHand: () => queue.size,
    idle: async () => await queue.idle(),
  };
}
