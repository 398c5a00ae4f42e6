import { LRUCache } from 'lru-cache';
import { DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes, type PermissionsBitField } from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import { catalogue, type MissingPermission } from '../../messages/index.ts';
import type { Form } from './compose.ts';

/** How a message may be sent somewhere. */
export interface Manner {
  readonly form: Form;
  /** Whether it may be a reply to another. */
  readonly mayReply: boolean;
}

/** Sends to channels in the best manner that each allows. */
export interface Delivery {
  /** Tries as the channel allows, and once more where Discord refuses an embed or a reference. Rejects with what is not to be mended. */
  readonly send: <T>(channelId: string, attempt: (manner: Manner) => Promise<T>) => Promise<T>;
}

/** Channels whose missing permissions are remembered, and milliseconds after which they are tried again. */
const CHANNELS = 1_000;
const TRIED_AGAIN_AFTER = 600_000;

const NAMES: Readonly<Record<MissingPermission, string>> = {
  embeds: 'Embed Links: answers there are plain text',
  history: 'Read Message History: answers there are no replies',
};

export function createDelivery(logger: Logger): Delivery {
  const missing = new LRUCache<string, ReadonlySet<MissingPermission>>({ max: CHANNELS, ttl: TRIED_AGAIN_AFTER });
  const said = new LRUCache<string, true>({ max: CHANNELS });
  const note = (channelId: string, lacks: ReadonlySet<MissingPermission>): void => {
    missing.set(channelId, lacks);
    for (const permission of lacks) {
      const key = `${channelId} ${permission}`;
      if (!said.has(key))
        logger.warn(`Discord: in channel ${channelId} the bot lacks the permission ${NAMES[permission]}.`);
      said.set(key, true);
    }
  };
  return {
    async send(channelId, attempt) {
      const lacks = new Set(missing.get(channelId));
      for (;;) {
        try {
          const sent = await attempt({ form: lacks.has('embeds') ? 'text' : 'embed', mayReply: !lacks.has('history') });
          if (lacks.size > 0) note(channelId, lacks);
          return sent;
        } catch (error) {
          const refused = permissionRefused(error);
          if (refused === null || lacks.has(refused)) throw error;
          lacks.add(refused);
        }
      }
    },
  };
}

function permissionRefused(error: unknown): MissingPermission | null {
  if (!(error instanceof DiscordAPIError)) return null;
  if (error.code === RESTJSONErrorCodes.MissingPermissions) return 'embeds';
  return error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory ? 'history' : null;
}

/** What the bot lacks of what its answers are at their best with, in a sentence each. */
export const whatIsMissing = (
  permissions: Readonly<PermissionsBitField> | null | undefined,
  lang: InterfaceLang,
): string[] =>
  (['embeds', 'history'] as const)
    .filter((each) => permissions?.has(BITS[each]) === false)
    .map((each) => catalogue(lang).chat.missing[each]);

const BITS: Readonly<Record<MissingPermission, bigint>> = {
  embeds: PermissionFlagsBits.EmbedLinks,
  history: PermissionFlagsBits.ReadMessageHistory,
};
