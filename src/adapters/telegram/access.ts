import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { createRateLimit, type Rate } from '../chat/rate-limit.ts';
import type { Place } from './incoming.ts';
import type { Reply } from './render-answer.ts';
import { sentence } from './render-help.ts';

export interface AccessOptions {
  /** Numbers of chats and @names in lower case; null: everybody's. */
  readonly allowedChats: readonly string[] | null;
  readonly perUser: Rate;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

/** Eight at once, then one every two seconds: faster than anybody reads answers. */
export const USUAL_USER_RATE: Rate = { burst: 8, perSecond: 0.5 };

/** Inline queries come with every letter that is typed. */
const INLINE_RATE: Rate = { burst: 30, perSecond: 5 };

/** Somebody who does not slow down is told so once in a while, not each time. */
const TOLD_RATE: Rate = { burst: 1, perSecond: 0.1 };

const USERS_REMEMBERED = 10_000;

/** Says who may ask, and how often. */
export interface Access {
  /** Whether to answer; if not, what to say instead, or null for nothing. */
  admit(place: Place, lang: InterfaceLang): true | Reply | null;
  /** Whether to look up what somebody is typing. */
  admitInline(user: number, name: string | undefined): boolean;
}

export function createAccess({ allowedChats, perUser, now }: AccessOptions): Access {
  const limited = (rate: Rate) => createRateLimit({ ...rate, keys: USERS_REMEMBERED, now });
  const [questions, inline, told] = [limited(perUser), limited(INLINE_RATE), limited(TOLD_RATE)];
  const allows = (chat: number, name: string | null): boolean =>
    allowedChats === null || allowedChats.includes(String(chat)) || (name !== null && allowedChats.includes(name));
  return {
    admit({ chat, chatName, user }, lang) {
      const words = catalogue(lang).chat;
      const tell = (what: string): Reply | null => (told.take(String(user)) === 0 ? sentence(what) : null);
      if (!allows(chat, chatName)) return tell(words.notAllowed(String(chat)));
      const wait = questions.take(String(user));
      return wait === 0 ? true : tell(words.slowDown(Math.ceil(wait / 1000)));
    },
    admitInline: (user, name) =>
      allows(user, name === undefined ? null : `@${name.toLowerCase()}`) && inline.take(String(user)) === 0,
  };
}
