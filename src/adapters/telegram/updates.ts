import { LRUCache } from 'lru-cache';
import type { Telegraf } from 'telegraf';
import type { ChatMemberUpdated, Message, Update } from 'telegraf/types';
import { catalogue } from '../../messages/index.ts';
import { createKeyedQueue, type KeyedQueue } from '../chat/keyed-queue.ts';
import { sentence } from '../chat/reply.ts';
import type { TelegramAccess } from './access.ts';
import { messageId, whoIn, type BotContext } from './bot-context.ts';
import { placeOf, type Place } from './incoming.ts';
import { guestAnswerer } from './on-guest-message.ts';
import { inlineAnswerer } from './on-inline-query.ts';
import { onMessage, type Turn } from './on-message.ts';
import { pressHandler } from './on-press.ts';

export interface UpdateHandler {
  /**
   * Takes an update in hand; one that was taken before is nothing new. Resolves when it is answered, whatever became of it; rejects only
   * where the bot stops first.
   */
  readonly handle: (update: Update) => Promise<void>;
  /** How many conversations have something in hand. */
  readonly inHand: () => number;
  /** Resolves when nothing is in hand. */
  readonly idle: () => Promise<void>;
}

/** Updates by which one that is delivered twice is known; Telegram repeats what it thinks was not received. */
const UPDATES_REMEMBERED = 2_000;

/** Connects telegraf's updates with what answers them: turns of one conversation in order, all else side by side. */
export function updateHandler(telegraf: Telegraf, context: BotContext, access: TelegramAccess): UpdateHandler {
  const { logger, sender } = context;
  const queue = createKeyedQueue();
  const seen = new LRUCache<number, Promise<void>>({ max: UPDATES_REMEMBERED });
  listen(telegraf, { context, access, queue });
  // telegraf would log a fault by itself, and set the exit code.
  telegraf.catch((error) => {
    throw error;
  });
  const take = async (update: Update): Promise<void> => {
    try {
      await telegraf.handleUpdate(update);
    } catch (error) {
      if (sender.isEnding()) throw error;
      logger.error('An update ended in a fault.', error);
    }
  };
  return {
    async handle(update) {
      const known = seen.get(update.update_id);
      if (known !== undefined) return await known;
      const taken = take(update);
      taken.catch(() => undefined);
      seen.set(update.update_id, taken);
      await taken;
    },
    inHand: () => queue.size,
    idle: async () => await queue.idle(),
  };
}

interface Listening {
  readonly context: BotContext;
  readonly access: TelegramAccess;
  readonly queue: KeyedQueue;
}

function listen(telegraf: Telegraf, { context, access, queue }: Listening): void {
  const { service } = context;
  const answerInline = inlineAnswerer(context);
  const answerGuest = guestAnswerer(context);
  const press = pressHandler(context);
  const answer = async (turn: Turn | null, instead?: string): Promise<void> => {
    if (turn === null) return;
    const { place, make } = turn;
    const who = whoIn(place);
    const refusal = access.refusal(place, service.langOf(who));
    if (refusal !== null && !access.isTold(place)) return;
    const reply = refusal === null ? make : () => sentence(refusal);
    await queue.run(who.place, async () => await context.reply(place, reply, instead));
  };

  telegraf.on('message', async ({ message }) => await answer(onMessage(message, context)));
  telegraf.on('edited_message', async ({ editedMessage }) => {
    const edited = editedMessage as Message;
    await answer(onMessage(edited, context), messageId(edited.chat.id, edited.message_id));
  });
  telegraf.on('callback_query', async ({ callbackQuery }) => {
    const refusal = (place: Place): string | null => access.refusal(place, service.langOf(whoIn(place)), 'press');
    await queue.run(`press:${callbackQuery.id}`, async () => await press(callbackQuery, refusal));
  });
  telegraf.on('inline_query', async ({ inlineQuery }) => {
    const { id, from } = inlineQuery;
    // Whatever the chat is that they type in, it is not told.
    const place = placeOf({ chat: { id: from.id }, from } as Message);
    const who = whoIn(place);
    const isAdmitted = access.refusal(place, service.langOf(who), 'typing') === null;
    await queue.run(`inline:${id}`, async () => await answerInline(inlineQuery, who, isAdmitted));
  });
  telegraf.on('my_chat_member', async ({ myChatMember }) => {
    const place = placeJoined(myChatMember);
    if (place === null || !access.isOpenTo(place)) return;
    const { joined, inGroups } = catalogue(service.langOf(whoIn(place))).chat;
    await queue.run(`joined:${place.chat}`, async () => await context.reply(place, () => sentence(joined, inGroups)));
  });
  telegraf.use(async ({ update }) => {
    // Bot API 10, which telegraf does not know yet.
    const { guest_message: message } = update as { readonly guest_message?: Message };
    if (message === undefined) return;
    await queue.run(`guest:${update.update_id}`, async () => await answerGuest(message, access));
  });
}

// The group that the bot was added to; null where it was not, or somewhere where nobody talks with it.
function placeJoined({ chat, from, old_chat_member: before, new_chat_member: now }: ChatMemberUpdated): Place | null {
  const isIn = (status: string): boolean => status === 'member' || status === 'administrator';
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  if (!isIn(now.status) || isIn(before.status) || !isGroup) return null;
  return { ...placeOf({ chat, from } as Message), message: undefined };
}
