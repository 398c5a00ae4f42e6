import type { Opts } from 'telegraf/types';
import { createKeyedQueue } from '../chat/keyed-queue.ts';
import type { Method, Returned, TelegramApi } from './api.ts';
import { ApiRefusal, backOff, isPassing, NetworkFault } from './api-fault.ts';
import type { TelegramHtml } from './html.ts';
import { createThrottle, type SendRate } from '../chat/throttle.ts';
import { wait } from '../chat/wait.ts';

/** What goes to a chat. */
export type OutgoingMessage = Omit<Opts<'sendMessage'>, 'chat_id' | 'text'> & { readonly text: TelegramHtml };

export interface SendRates {
  readonly overall: SendRate;
  readonly chat: SendRate;
  readonly group: SendRate;
}

/** Bot FAQ, "broadcasting": some 30 messages a second overall, one a second in a chat but for short bursts, 20 a minute in a group. */
export const DEFAULT_SEND_RATES: SendRates = {
  overall: { messages: 30, ms: 1_000 },
  chat: { messages: 4, ms: 4_000 },
  group: { messages: 20, ms: 60_000 },
};

interface SenderOptions {
  readonly api: TelegramApi;
  readonly sendRates: SendRates;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
  /** Milliseconds before the second attempt. */
  readonly firstBackOff: number;
  /** Ends all waiting: what is not sent by then is not sent. */
  readonly signal: AbortSignal;
}

export interface Sender {
  /**
   * Sends messages to a chat, in order, behind all that it was given for that chat before; resolves to their numbers. Rejects with what is
   * not to be mended.
   */
  readonly send: (chat: number, messages: readonly OutgoingMessage[]) => Promise<readonly number[]>;
  /** Puts a message in the place of one that was sent; buttons that it has none of go. */
  readonly edit: (chat: number, number: number, message: OutgoingMessage) => Promise<void>;
  /** Whether what is not sent by now will not be. */
  readonly isEnding: () => boolean;
  /** Calls what does not belong into the order of a chat, such as the answer to a button. */
  readonly call: <M extends Method>(method: M, payload: Opts<M>) => Promise<void>;
  /** Calls what is of no use later, such as that the bot is typing: once, whatever becomes of it. */
  readonly callOnce: <M extends Method>(method: M, payload: Opts<M>) => Promise<void>;
  /** Resolves when nothing is waiting to be sent. */
  readonly idle: () => Promise<void>;
}

/** With the time between them, a minute. */
const ATTEMPTS = 8;

export function createSender({ api, sendRates, now, firstBackOff, signal }: SenderOptions): Sender {
  const queue = createKeyedQueue();
  const throttle = (rate: SendRate) => createThrottle(rate, now);
  const [overall, chats, groups] = [throttle(sendRates.overall), throttle(sendRates.chat), throttle(sendRates.group)];

  const deliver = async <M extends Method>(method: M, payload: Opts<M>): Promise<Returned<M>> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await api.call(method, payload, { signal });
      } catch (fault) {
        const movedTo = fault instanceof ApiRefusal ? fault.movedTo : null;
        // A group may become a supergroup at any time, in which its messages have other numbers to be edited by.
        if (movedTo !== null && movedTo !== (payload as { chat_id?: unknown }).chat_id && !('message_id' in payload))
          return await deliver(method, { ...payload, chat_id: movedTo });
        // A topic may be closed for good while its question is answered.
        if (fault instanceof ApiRefusal && fault.isOfTopic && 'message_thread_id' in payload)
          return await deliver(method, { ...payload, message_thread_id: undefined });
        // A server that is only slow does what it was asked to: once more would be twice.
        if (fault instanceof NetworkFault && fault.isTimeout && method === 'sendMessage') throw fault;
        if (!isPassing(fault) || attempt === ATTEMPTS || signal.aborted) throw fault;
        await wait(backOff(fault, attempt, firstBackOff), signal);
      }
    }
  };

  return {
    async send(chat, messages) {
      return await queue.run(String(chat), async () => {
        const sent: number[] = [];
        for (const message of messages) {
          // Groups have numbers below zero.
          if (chat < 0) await wait(groups.next(String(chat)), signal);
          await wait(chats.next(String(chat)), signal);
          await wait(overall.next(''), signal);
          sent.push((await deliver('sendMessage', { ...message, chat_id: chat })).message_id);
        }
        return sent;
      });
    },
    async edit(chat, number, sent) {
      const { reply_parameters: _, message_thread_id: __, ...message } = sent;
      await queue.run(String(chat), async () => {
        await wait(overall.next(''), signal);
        await deliver('editMessageText', { ...message, chat_id: chat, message_id: number } as Opts<'editMessageText'>);
      });
    },
    isEnding: () => signal.aborted,
    call: async (method, payload) => void (await deliver(method, payload)),
    callOnce: async (method, payload) => void (await api.call(method, payload, { signal })),
    idle: async () => await queue.idle(),
  };
}
