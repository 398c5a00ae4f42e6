import { createAccess, isListed, type Access, type AccessParts } from '../chat/access.ts';

/** Who asks, and where. */
export interface Caller {
  readonly userId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
}

/** Whom the operator lets ask; the lists may change at any time. */
export interface AccessOptions {
  /** Ids; null: all. Direct messages belong to no server. */
  readonly allowedGuilds: readonly string[] | null;
  /** Ids; a thread is allowed with its channel. */
  readonly allowedChannels: readonly string[] | null;
}

export const createDiscordAccess = (settings: Partial<AccessOptions>, parts: AccessParts): Access<Caller> =>
  createAccess({
    ...parts,
    isOpenTo: ({ guildId, channelId, parentId }) =>
      isListed(settings.allowedGuilds, guildId) && isListed(settings.allowedChannels, channelId, parentId),
    personOf: ({ userId }) => userId,
    nameOf: ({ guildId, channelId }) => [guildId, channelId].filter((id) => id !== null).join(' / '),
  });
