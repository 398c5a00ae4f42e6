/**
 * One conversation for each person in each channel; a thread is a channel of its own. What was asked privately is another one: it never
 * shapes what everybody sees.
 */
export const conversationOf = (channelId: string, userId: string, isPrivate = false): string =>
  `${channelId}:${userId}${isPrivate ? ':private' : ''}`;

/** What somebody wrote, without the marks of whom and what it mentions. */
export const withoutMentions = (content: string): string => content.replaceAll(/<(?:@[!&]?|#)\d+>/g, ' ').trim();
