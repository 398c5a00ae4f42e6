import type { Interaction, Message } from 'discord.js';
import type { Who } from '../chat/asker.ts';
import { langOfTag, regionOfTag } from '../chat/preferences.ts';
import type { Caller } from './access.ts';

/**
 * One conversation for each person in each channel; a thread is a channel of its own. What was asked privately is another one: it never
 * shapes what everybody sees.
 */
const placeOf = (channelId: string | null, userId: string, isPrivate: boolean): string =>
  `${channelId ?? ''}:${userId}${isPrivate ? ':private' : ''}`;

const parentOf = (channel: object | null): string | null =>
  channel !== null && 'parentId' in channel && typeof channel.parentId === 'string' ? channel.parentId : null;

/** Who uses a command or a button, and where. */
export const callerOf = ({ user, guildId, channelId, channel }: Interaction): Caller => ({
  userId: user.id,
  guildId,
  channelId,
  parentId: parentOf(channel),
});

/** Who writes, and where. */
export const callerSaid = ({ author, guildId, channelId, channel }: Message): Caller => ({
  userId: author.id,
  guildId,
  channelId,
  parentId: parentOf(channel),
});

const namesOf = (caller: Caller): string[] => Object.values(caller).filter((id) => id !== null);

/** Whom to answer who uses a command or a button. Where nobody else is, nothing is private. */
export function whoOf(interaction: Interaction, isPrivate = false): Who {
  const { channelId, guildId, guildLocale, locale, user } = interaction;
  return {
    place: placeOf(channelId, user.id, isPrivate && guildId !== null),
    user: user.id,
    names: namesOf(callerOf(interaction)),
    tags: [guildLocale ?? undefined],
    region: regionOfTag(locale),
    lang: langOfTag(locale),
  };
}

/** Whom to answer who writes: Discord tells nothing of their language but that of the server. */
export function whoSaid(said: Message): Who {
  const { author, channelId, guild } = said;
  return {
    place: placeOf(channelId, author.id, false),
    user: author.id,
    names: namesOf(callerSaid(said)),
    tags: [guild?.preferredLocale],
    region: regionOfTag(guild?.preferredLocale),
  };
}

/** What somebody wrote, without the marks of whom and what it mentions. */
export const withoutMentions = (content: string): string => content.replaceAll(/<(?:@[!&]?|#)\d+>/g, ' ').trim();
