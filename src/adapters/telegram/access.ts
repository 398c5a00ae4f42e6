import { createAccess, type Access, type AccessParts } from '../chat/access.ts';
import { createRateLimit, type Rate } from '../chat/rate-limit.ts';
import type { Place } from './incoming.ts';

interface TelegramAccessOptions extends AccessParts {
  /** Numbers of chats and @names in lower case; null: everybody's. */
  readonly allowedChats: readonly string[] | null;
  readonly perUser: Rate;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

/** Inline queries come with every letter that is typed. */
const INLINE_RATE: Rate = { burst: 30, perSecond: 5 };

const USERS_REMEMBERED = 10_000;

/** Says who may ask, and how often. */
export interface TelegramAccess extends Access<Pick<Place, 'chat' | 'chatName' | 'user'>> {
  /** Whether to look up what somebody is typing. */
  readonly isOpenInline: (user: number, name: string | undefined) => boolean;
}

export function createTelegramAccess({ allowedChats, perUser, now, ...parts }: TelegramAccessOptions): TelegramAccess {
  const inline = createRateLimit({ ...INLINE_RATE, keys: USERS_REMEMBERED, now });
  const allows = (chat: number, name: string | null): boolean =>
    allowedChats === null || allowedChats.includes(String(chat)) || (name !== null && allowedChats.includes(name));
  return {
    ...createAccess({
      ...parts,
      isOpenTo: ({ chat, chatName }) => allows(chat, chatName),
      personOf: ({ user }) => String(user),
      nameOf: ({ chat }) => String(chat),
      rate: perUser,
      now,
    }),
    isOpenInline: (user, name) =>
      allows(user, name === undefined ? null : `@${name.toLowerCase()}`) && inline.take(String(user)) === 0,
  };
}
