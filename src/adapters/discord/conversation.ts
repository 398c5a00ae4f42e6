import { InteractionContextType, type Interaction, type Message } from 'discord.js';
import type { Who } from '../chat/asker.ts';
import { langOfTag, regionOfTag } from '../chat/preferences.ts';
import type { Caller } from './access.ts';

/** Who uses a command or a button, or writes, and where. */
export const callerOf = (event: Interaction | Message): Caller => ({
  userId: ('author' in event ? event.author : event.user).id,
  guildId: event.guildId,
  channelId: event.channelId,
  parentId: event.channel !== null && 'parentId' in event.channel ? event.channel.parentId : null,
});

/** Whether others can be there: on servers, and where several people talk in private. */
export const isAmongOthers = ({ guildId, context }: Interaction): boolean =>
  guildId !== null || context === InteractionContextType.PrivateChannel;

// One conversation for each person in each channel; a thread is a channel of its own. What was asked privately is another one: it never
// shapes what everybody sees.
function placeOf(event: Interaction | Message, isPrivate: boolean): Pick<Who, 'place' | 'user' | 'names'> {
  const caller = callerOf(event);
  const { userId, channelId } = caller;
  const names = Object.values(caller).filter((id) => id !== null);
  return { place: `${channelId ?? ''}:${userId}${isPrivate ? ':private' : ''}`, user: userId, names };
}

/** Whom to answer who uses a command or a button. Where nobody else is, nothing is private. */
export function whoOf(interaction: Interaction, isPrivate = false): Who {
  const { guildLocale, locale } = interaction;
  return {
    ...placeOf(interaction, isPrivate && isAmongOthers(interaction)),
    tags: [guildLocale ?? locale],
    region: regionOfTag(locale.startsWith('zh') ? locale : (guildLocale ?? undefined)),
    // A language that is not spoken here tells nothing: the server's counts.
    lang: /^(?:zh|en)\b/u.test(locale) ? langOfTag(locale) : null,
  };
}

/** Whom to answer who writes: Discord tells nothing of their language but that of the server. */
export function whoSaid(said: Message): Who {
  const tag = said.guild?.preferredLocale;
  return { ...placeOf(said, false), tags: [tag], region: regionOfTag(tag) };
}

/** What somebody wrote, without the marks of whom and what it mentions, of emoji and of times. */
export const withoutMentions = (content: string): string =>
  content.replaceAll(/<(?:@[!&]?|#|a?:\w+:|\/[^<>:]+:|t:-?)\d+(?::\w)?>/g, ' ').trim();
