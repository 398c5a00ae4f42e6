import type { Message } from 'discord.js';
import { questionFromMessage } from '../chat/question-from-message.ts';
import type { Replied } from '../chat/reply-context.ts';
import { withoutMentions } from './conversation.ts';

/** The question that a message of ours answers, from where `answerMessage` shows it: it may be older than this process. */
export const questionShownIn = ({ embeds }: Pick<Message, 'embeds'>): string | null =>
  [embeds[0]?.author?.name, embeds[0]?.footer?.text]
    .map((line) => (line === undefined ? null : questionFromMessage(line)))
    .find((question) => question !== null) ?? null;

/** What the message says that is replied to, and what it asks or answers. */
export interface RepliedMessage extends Replied {
  readonly text: string;
  readonly isOurs: boolean;
}

/** The message that somebody replies to; null where there is none, or it may not be read (without Read Message History). */
export async function repliedTo(said: Message): Promise<RepliedMessage | null> {
  if (said.reference?.messageId === undefined) return null;
  const message = await said.fetchReference().catch(() => null);
  if (message === null) return null;
  const isOurs = message.author.id === said.client.user.id;
  const text = isOurs ? (questionShownIn(message) ?? '') : wordsOf(message);
  return { id: message.id, question: text === '' ? null : { text }, text, isOurs };
}

// A message may say nothing but what an embed shows: a link's preview, a post of another bot's.
function wordsOf({ content, embeds }: Message): string {
  const [embed] = embeds;
  const words = withoutMentions(content);
  return words === '' ? [embed?.title, embed?.description].filter((part) => part != null).join(' ') : words;
}
