import { createAccess, type Access, type AccessParts } from '../chat/access.ts';
import type { Rate } from '../chat/rate-limit.ts';
import type { Place } from './incoming.ts';

interface TelegramAccessOptions extends AccessParts {
  /** Numbers and @names, in lower case, of chats, and of people wherever they are; null: everybody's. They may change at any time. */
  readonly settings: { readonly allowedChats: readonly string[] | null };
  readonly rate: Rate;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

/** Says who may ask, and how often. */
export type TelegramAccess = Access<Pick<Place, 'chat' | 'chatName' | 'user' | 'userName'>>;

export const createTelegramAccess = (options: TelegramAccessOptions): TelegramAccess =>
  createAccess({
    ...options,
    isOpenTo: (place) => {
      const { allowedChats } = options.settings;
      return allowedChats === null || namesOf(place).some((each) => allowedChats.includes(each));
    },
    personOf: ({ user }) => String(user),
    nameOf: ({ chat }) => String(chat),
  });

/** By which names a chat, and who writes there, may be listed. */
export const namesOf = ({ chat, chatName, user, userName }: Parameters<TelegramAccess['isOpenTo']>[0]): string[] =>
  [String(chat), chatName, String(user), userName].filter((each) => each !== null);
