/** One conversation for each person in each channel; a thread is a channel of its own. */
export const conversationOf = (channelId: string, userId: string): string => `${channelId}:${userId}`;

/** What somebody wrote, without the marks of whom and what it mentions. */
export const withoutMentions = (content: string): string => content.replaceAll(/<(?:@[!&]?|#)\d+>/g, ' ').trim();
