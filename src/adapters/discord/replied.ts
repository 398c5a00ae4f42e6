import type { Channel, Message, MessageSnapshot } from 'discord.js';
import type { Article } from '../../core/index.ts';
import type { Replied } from '../chat/asker.ts';
import { questionBeside } from '../chat/press.ts';
import { questionFromMessage } from '../chat/question-from-message.ts';
import { withoutMentions } from './conversation.ts';
import type { Row } from './message.ts';

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

/**
 * The message that somebody replies to; null where there is none. It has no text where it may not be read: without Read Message History,
 * or by Discord's rule that the bot sees what others write only where they mention it.
 */
export async function repliedTo(said: Message, articles: readonly Article[]): Promise<RepliedMessage | null> {
  const id = said.reference?.messageId;
  if (id === undefined) return null;
  const message = await said.fetchReference().catch(() => null);
  if (message !== null) return asReplied(message, articles);
  const isOurs = said.mentions.repliedUser?.id === said.client.user.id;
  return { id, question: null, text: '', isOurs, isInMenu: true };
}

/** What a thread is about: the message that it began with, or its name; null outside of threads. */
export async function threadTopic(channel: Channel | null, articles: readonly Article[]): Promise<Replied | null> {
  if (channel === null || !channel.isThread()) return null;
  const starter = await channel.fetchStarterMessage().catch(() => null);
  const begun = starter === null ? null : asReplied(starter, articles);
  return begun?.question == null ? { id: channel.id, question: { text: channel.name }, isOurs: false } : begun;
}

function asReplied(message: Message, articles: readonly Article[]): RepliedMessage {
  const isOurs = message.author.id === message.client.user.id;
  const text = isOurs ? (questionShownIn(message) ?? '') : wordsOf(message);
  const rows = isOurs ? message.components.map((row) => row.toJSON() as Row) : [];
  const ids = rows.flatMap(({ components }) => components.map((each) => each.custom_id));
  const question = text === '' ? null : questionBeside(ids, text, articles);
  return { id: message.id, question, text, isOurs, isInMenu: true };
}

/** What a message says; one may say nothing but what it hands on, or an embed shows: a link's preview, a post of another bot's. */
export function wordsOf({ content, embeds, messageSnapshots }: Partial<Message | MessageSnapshot>): string {
  const [handedOn] = messageSnapshots?.values() ?? [];
  if (handedOn !== undefined) return wordsOf(handedOn);
  const [embed] = embeds ?? [];
  const words = withoutMentions(content ?? '');
  const isLink = /^<?https?:\/\/\S+>?$/u.test(words);
  if (words !== '' && !isLink) return words;
  return [words, embed?.title, embed?.description].filter((part) => part != null && part !== '').join(' ');
}
