import type { Opts } from 'telegraf/types';
import { createLanes } from '../chat/lanes.ts';
import { createRateLimit, type RateLimit } from '../chat/rate-limit.ts';
import type { Method, TelegramApi } from './api.ts';
import { ApiRefusal, backOff, isPassing } from './api-fault.ts';
import type { TelegramHtml } from './html.ts';
import { wait } from './wait.ts';

/** What goes to a chat. */
export type OutgoingMessage = Omit<Opts<'sendMessage'>, 'chat_id' | 'text'> & { readonly text: TelegramHtml };

/** How fast messages may follow one another. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Paces {
  readonly overall: Pace;
  readonly privateChat: Pace;
  readonly group: Pace;
}

/** Bot FAQ, "broadcasting": 30 messages a second overall, one a second in a chat, 20 a minute in a group; no second or minute has more. */
export const USUAL_PACES: Paces = {
  overall: { burst: 5, perSecond: 25 },
  privateChat: { burst: 3, perSecond: 1 },
  group: { burst: 5, perSecond: 0.25 },
};

interface SenderOptions {
  readonly api: TelegramApi;
  readonly paces: Paces;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
  /** Milliseconds before the second attempt. */
  readonly firstBackOff: number;
  /** Ends all waiting: what is not sent by then is not sent. */
  readonly signal: AbortSignal;
}

export interface Sender {
  /** Sends messages to a chat, in order, behind all that it was given for that chat before. Rejects with what is not to be mended. */
  readonly send: (chat: number, messages: readonly OutgoingMessage[]) => Promise<void>;
  /** Calls what does not belong into the order of a chat, such as the answer to a button. */
  readonly call: <M extends Method>(method: M, payload: Opts<M>) => Promise<void>;
  /** Resolves when nothing is waiting to be sent. */
  readonly idle: () => Promise<void>;
}

const ATTEMPTS = 6;
const CHATS_REMEMBERED = 5_000;

export function createSender({ api, paces, now, firstBackOff, signal }: SenderOptions): Sender {
  const lanes = createLanes();
  const limited = (pace: Pace) => createRateLimit({ ...pace, keys: CHATS_REMEMBERED, now });
  const [overall, privateChats, groups] = [limited(paces.overall), limited(paces.privateChat), limited(paces.group)];

  const turn = async (bucket: RateLimit, key: string): Promise<void> => {
    for (let ms = bucket.take(key); ms > 0 && !signal.aborted; ms = bucket.take(key)) await wait(ms, signal);
  };

  const deliver = async <M extends Method>(method: M, payload: Opts<M>): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await api.call(method, payload, { signal });
        return;
      } catch (fault) {
        const movedTo = fault instanceof ApiRefusal ? fault.movedTo : null;
        if (movedTo !== null && attempt === 1) return await deliver(method, { ...payload, chat_id: movedTo });
        if (!isPassing(fault) || attempt === ATTEMPTS || signal.aborted) throw fault;
        await wait(backOff(fault, attempt, firstBackOff), signal);
      }
    }
  };

  return {
    async send(chat, messages) {
      await lanes.run(String(chat), async () => {
        for (const message of messages) {
          // Groups have numbers below zero.
          await turn(chat < 0 ? groups : privateChats, String(chat));
          await turn(overall, '');
          await deliver('sendMessage', { ...message, chat_id: chat });
        }
      });
    },
    call: deliver,
    idle: async () => await lanes.idle(),
  };
}
