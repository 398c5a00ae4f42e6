import type { Interaction, Message } from 'discord.js';
import type { Who } from '../chat/desk.ts';
import { langOfTag, regionOfTag } from '../chat/preferences.ts';

/**
 * One conversation for each person in each channel; a thread is a channel of its own. What was asked privately is another one: it never
 * shapes what everybody sees.
 */
const placeOf = (channelId: string | null, userId: string, isPrivate: boolean): string =>
  `${channelId ?? ''}:${userId}${isPrivate ? ':private' : ''}`;

/** Whom to answer who uses a command or a button. Where nobody else is, nothing is private. */
export const whoOf = ({ channelId, guildId, guildLocale, locale, user }: Interaction, isPrivate = false): Who => ({
  place: placeOf(channelId, user.id, isPrivate && guildId !== null),
  user: user.id,
  tags: [guildLocale ?? undefined],
  region: regionOfTag(locale),
  lang: langOfTag(locale),
});

/** Whom to answer who writes: Discord tells nothing of their language but that of the server. */
export const whoSaid = ({ author, channelId, guild }: Message): Who => ({
  place: placeOf(channelId, author.id, false),
  user: author.id,
  tags: [guild?.preferredLocale],
  region: regionOfTag(guild?.preferredLocale),
});

/** What somebody wrote, without the marks of whom and what it mentions. */
export const withoutMentions = (content: string): string => content.replaceAll(/<(?:@[!&]?|#)\d+>/g, ' ').trim();
