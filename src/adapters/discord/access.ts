import { createAccess, type Access, type AccessParts } from '../chat/access.ts';
import type { Rate } from '../chat/rate-limit.ts';

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
  readonly rate: Rate;
}

export const createDiscordAccess = (options: AccessOptions & AccessParts): Access<Caller> =>
  createAccess({
    ...options,
    // They may change at any time.
    isOpenTo: ({ guildId, channelId, parentId }) => {
      const { allowedGuilds, allowedChannels } = options;
      return (
        (allowedGuilds === null || (guildId !== null && allowedGuilds.includes(guildId))) &&
        (allowedChannels === null || [channelId, parentId].some((id) => id !== null && allowedChannels.includes(id)))
      );
    },
    personOf: ({ userId }) => userId,
    nameOf: ({ guildId, channelId }) => [guildId, channelId].filter((id) => id !== null).join(' / '),
    now: () => performance.now(),
  });
