import type { Message } from 'discord.js';
import { questionFromMessage } from '../chat/question-from-message.ts';
import type { Replied } from '../chat/asker.ts';
import { withoutMentions } from './conversation.ts';

// What was escaped for Discord's Markdown.
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** The question that a message of ours answers, from where `compose` shows it: it may be older than this process. */
export const questionShownIn = ({ content, embeds }: Pick<Message, 'content' | 'embeds'>): string | null =>
  [embeds[0]?.author?.name, embeds[0]?.footer?.text, content.replaceAll(ESCAPED, '$1')]
    .map((text) => (text === undefined ? null : questionFromMessage(text)))
    .find((question) => question !== null) ?? null;

/** What the message says that is replied to, and what it asks or answers. */
export interface RepliedMessage extends Replied {
  readonly text: string;
}

/** The message that somebody replies to; null where there is none, or it may not be read (without Read Message History). */
export async function repliedTo(said: Message): Promise<RepliedMessage | null> {
  if (said.reference?.messageId === undefined) return null;
  const message = await said.fetchReference().catch(() => null);
  return message === null ? null : asReplied(message);
}

/** What a thread is about: the message that it began with, or its name; null outside of threads. */
export async function threadTopic({ channel }: Message): Promise<RepliedMessage | null> {
  if (!channel.isThread()) return null;
  const starter = await channel.fetchStarterMessage().catch(() => null);
  const begun = starter === null ? null : asReplied(starter);
  return begun?.question == null
    ? { id: channel.id, question: { text: channel.name }, text: channel.name, isOurs: false }
    : begun;
}

function asReplied(message: Message): RepliedMessage {
  const isOurs = message.author.id === message.client.user.id;
  const text = isOurs ? (questionShownIn(message) ?? '') : wordsOf(message);
  return { id: message.id, question: text === '' ? null : { text }, text, isOurs };
}

/** What a message says; one may say nothing but what an embed shows: a link's preview, a post of another bot's. */
export function wordsOf({ content, embeds }: Pick<Message, 'content' | 'embeds'>): string {
  const [embed] = embeds;
  const words = withoutMentions(content);
  const isLink = /^<?https?:\/\/\S+>?$/u.test(words);
  if (words !== '' && !isLink) return words;
  return [words, embed?.title, embed?.description].filter((part) => part != null && part !== '').join(' ');
}
