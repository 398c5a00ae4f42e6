import { createAccess, isListed, type Access, type AccessParts } from '../chat/access.ts';
import type { Place } from './incoming.ts';

/** Whom the operator lets ask; the list may change at any time. */
export interface AccessOptions {
  /** Numbers and @names, in lower case, of chats, and of people wherever they are; null: everybody's. */
  readonly allowedChats: readonly string[] | null;
}

/** Says who may ask, and how often. */
export type TelegramAccess = Access<Pick<Place, 'chat' | 'chatName' | 'user' | 'userName'>>;

export const createTelegramAccess = (settings: AccessOptions, parts: AccessParts): TelegramAccess =>
  createAccess({
    ...parts,
    isOpenTo: (place) => isListed(settings.allowedChats, ...namesOf(place)),
    personOf: ({ user }) => String(user),
    nameOf: ({ chat }) => String(chat),
  });

/** By which names a chat, and who writes there, may be listed. */
export const namesOf = ({ chat, chatName, user, userName }: Parameters<TelegramAccess['isOpenTo']>[0]): string[] =>
  [String(chat), chatName, String(user), userName].filter((each) => each !== null);
