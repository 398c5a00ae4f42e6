import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { createRateLimit } from '../chat/rate-limit.ts';

/** Who asks, and where. */
export interface Caller {
  readonly userId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
}

export interface AccessOptions {
  /** Ids; null: all. Direct messages belong to no server. */
  readonly allowedGuilds: readonly string[] | null;
  /** Ids; a thread is allowed with its channel. */
  readonly allowedChannels: readonly string[] | null;
  /** How much one person may ask at once, and a second. */
  readonly rate: { readonly burst: number; readonly perSecond: number };
}

/** Lets in whoever may ask, as often as one person may. */
export interface Access {
  isOpenTo(caller: Caller): boolean;
  /** Why somebody is not let in now, for them to read; null where they are. Counts as asking. */
  refusal(caller: Caller, lang: InterfaceLang): string | null;
}

/** People whose last questions are remembered. */
const PEOPLE = 10_000;

export function createAccess({ allowedGuilds, allowedChannels, rate }: AccessOptions): Access {
  const limit = createRateLimit({ ...rate, keys: PEOPLE, now: () => performance.now() });
  const isOpenTo = ({ guildId, channelId, parentId }: Caller): boolean =>
    (allowedGuilds === null || (guildId !== null && allowedGuilds.includes(guildId))) &&
    (allowedChannels === null || [channelId, parentId].some((id) => id !== null && allowedChannels.includes(id)));
  return {
    isOpenTo,
    refusal(caller, lang) {
      const { chat } = catalogue(lang);
      if (!isOpenTo(caller))
        return chat.notAllowed([caller.guildId, caller.channelId].filter((id) => id !== null).join(' / '));
      const wait = limit.take(caller.userId);
      return wait === 0 ? null : chat.slowDown(Math.ceil(wait / 1000));
    },
  };
}
