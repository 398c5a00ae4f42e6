import { LRUCache } from 'lru-cache';
import {
  DiscordAPIError,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type Channel,
  type PermissionsBitField,
} from 'discord.js';
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
  /**
   * Tries as the channel allows, and once more where Discord refuses an embed or a reference; null where the bot may say nothing there.
   * Rejects with what is not to be mended.
   */
  readonly send: <T>(channelId: string, attempt: (manner: Manner) => Promise<T>) => Promise<T | null>;
}

/** Channels whose missing permissions are remembered, and milliseconds after which they are tried again. */
const CHANNELS = 1_000;
const TRIED_AGAIN_AFTER = 600_000;

const NAMES: Readonly<Record<MissingPermission, string>> = {
  embeds: 'Embed Links: answers there are plain text',
  history: 'Read Message History: answers there are no replies',
  send: 'Send Messages: only commands are answered there',
};

export function createDelivery(logger: Logger): Delivery {
  const missing = new LRUCache<string, ReadonlySet<MissingPermission>>({ max: CHANNELS, ttl: TRIED_AGAIN_AFTER });
  const said = new LRUCache<string, true>({ max: CHANNELS });
  const note = (channelId: string, lacks: ReadonlySet<MissingPermission>): void => {
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
          if (lacks.size > 0) missing.set(channelId, lacks);
          note(channelId, lacks);
          return sent;
        } catch (error) {
          const refused = permissionRefused(error, lacks);
          if (refused === null) throw error;
          if (refused === 'send') {
            note(channelId, new Set([refused]));
            return null;
          }
          lacks.add(refused);
        }
      }
    },
  };
}

// Discord tells by the same code that a message may have no embed, and that there may be no message.
function permissionRefused(error: unknown, lacks: ReadonlySet<MissingPermission>): MissingPermission | null {
  if (!(error instanceof DiscordAPIError)) return null;
  if (error.code === RESTJSONErrorCodes.MissingPermissions) return lacks.has('embeds') ? 'send' : 'embeds';
  const isReply = error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
  return isReply && !lacks.has('history') ? 'history' : null;
}

/** What the bot lacks, in a channel or a thread, of what its answers are at their best with, in a sentence each. */
export function whatIsMissing(
  permissions: Readonly<PermissionsBitField> | null | undefined,
  channel: Channel | null,
  lang: InterfaceLang,
): string[] {
  const send = channel?.isThread() === true ? 'SendMessagesInThreads' : 'SendMessages';
  const needed = { send, embeds: 'EmbedLinks', history: 'ReadMessageHistory' } as const;
  return (['send', 'embeds', 'history'] as const)
    .filter((each) => permissions?.has(PermissionFlagsBits[needed[each]]) === false)
    .map((each) => catalogue(lang).chat.missing[each]);
}
