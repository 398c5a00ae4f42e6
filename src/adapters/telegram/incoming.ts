import type { Message, MessageEntity, UserFromGetMe } from 'telegraf/types';
import type { AskedKind } from '../../core/index.ts';
import { ASKING, commandNamed, isAsking, type Command } from './commands.ts';
import { readDeepLink } from './deep-link.ts';

/** Where a message stands, and whom to answer. */
export interface Place {
  readonly chat: number;
  /** The chat's public @name, in lower case; null where it has none. */
  readonly chatName: string | null;
  /** The topic of a forum; undefined elsewhere. */
  readonly topic: number | undefined;
  /** The message to reply to; undefined where there is none. */
  readonly message: number | undefined;
  /** Who wrote: a person, or a chat that writes under its own name. */
  readonly user: number;
  /** The person's public @name, in lower case; null where there is none. */
  readonly userName: string | null;
  /** The language of the person's device (BCP 47). */
  readonly tag: string | undefined;
}

/** A message that was replied to. */
export interface RepliedTo {
  readonly message: number;
  /** What it says; empty where it has no words. */
  readonly text: string;
  /** The part of it that was marked; null where none was. */
  readonly marked: string | null;
  readonly isOurs: boolean;
}

/** What somebody said to the bot. */
export type Said =
  | {
      readonly kind: 'question';
      readonly text: string;
      readonly as: AskedKind | undefined;
      /** It is no question of theirs but what some message says: one that is replied to, or handed on. */
      readonly elsewhere?: true;
      /** The message that it is a reply to. */
      readonly repliesTo?: RepliedTo;
    }
  | {
      readonly kind: 'command';
      readonly command: Exclude<Command, keyof typeof ASKING>;
      readonly argument: string;
      /** The answer of ours that it is a reply to. */
      readonly repliesTo?: RepliedTo;
    }
  | { readonly kind: 'unknown-command'; readonly given: string }
  /** A sticker, a picture, a voice: nothing to look up. */
  | { readonly kind: 'wordless' };

export interface Incoming {
  readonly place: Place;
  readonly said: Said;
}

/**
 * What a message says to the bot; null where it is not spoken to. In private it always is; in a group by a command (`/ask@name` too), a
 * mention, or a reply to one of its messages.
 */
export function readMessage(message: Message, me: UserFromGetMe): Incoming | null {
  const { from, sender_chat: chatAsSender } = message;
  // Bots among themselves could go on for ever; Telegram's own stands for a chat that writes.
  if (from === undefined || (from.is_bot && chatAsSender === undefined)) return null;
  // What the channel of a discussion group posts, and what the bot's own inline results say, is said to others.
  if ('is_automatic_forward' in message || ('via_bot' in message && message.via_bot?.id === me.id)) return null;
  const said = saidIn(message, me);
  return said === null ? null : { place: placeOf(message), said };
}

/** Where a message stands. */
export function placeOf({ chat, from, sender_chat: chatAsSender, ...message }: Message): Place {
  return {
    chat: chat.id,
    chatName: nameOf('username' in chat ? chat.username : undefined),
    topic: message.is_topic_message === true ? message.message_thread_id : undefined,
    message: message.message_id,
    user: chatAsSender?.id ?? from?.id ?? chat.id,
    userName: nameOf(from?.username),
    tag: from?.language_code,
  };
}

/** A public name as lists of what is allowed have it. */
export const nameOf = (name: string | undefined): string | null =>
  name === undefined ? null : `@${name.toLowerCase()}`;

/** The question that a message asked, read again later; null where it asked none. */
export function questionOf(message: Message, me: UserFromGetMe): Extract<Said, { kind: 'question' }> | null {
  const { text } = wordsOf(message);
  if (text === '') return null;
  const { text: rest } = withoutMention(message, me);
  const said = readCommand(rest, me);
  if (said === 'not-ours') return null;
  if (said !== null) return said.kind === 'question' ? said : null;
  return { kind: 'question', text: rest, as: undefined };
}

function saidIn(message: Message, me: UserFromGetMe): Said | null {
  const { text } = wordsOf(message);
  const isPrivate = message.chat.type === 'private';
  if (text === '') return isPrivate && WORDLESS.some((part) => part in message) ? { kind: 'wordless' } : null;
  const { text: rest, mentioned } = withoutMention(message, me);
  const command = readCommand(rest, me);
  if (command === 'not-ours') return null;
  if (command?.kind === 'unknown-command') return isPrivate || mentioned ? command : null;
  if (command?.kind === 'question') return withQuestion(command, message, me);
  if (command?.kind === 'command') {
    const replied = repliedToIn(message, me);
    return replied?.isOurs === true ? { ...command, repliesTo: replied } : command;
  }
  if (!isPrivate && !mentioned && !repliesTo(message, me)) return null;
  return withQuestion({ kind: 'question', text: rest, as: undefined }, message, me);
}

// Parts of messages that people send instead of words; joining, leaving and pinning is not said to anybody.
const WORDLESS =
  'sticker photo voice video video_note audio document animation location venue contact poll dice story'.split(' ');

function wordsOf(message: Message): { readonly text: string; readonly entities: readonly MessageEntity[] } {
  if ('text' in message) return { text: message.text, entities: message.entities ?? [] };
  if ('caption' in message) return { text: message.caption ?? '', entities: message.caption_entities ?? [] };
  return { text: '', entities: [] };
}

// `/command@name argument`, behind a mention too; Chinese may follow without a space, and keyboards for it write ／. A command that names
// another bot is not for this one.
function readCommand(text: string, me: UserFromGetMe): Said | 'not-ours' | null {
  const [head = '', name = '', bot] = /^[/／]([a-z]\w*)(?:@(\w+))?(?![\w@])/iu.exec(text) ?? [];
  const argument = text.slice(head.length).trimStart();
  if (name === '') return null;
  if (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase()) return 'not-ours';
  const linked = name.toLowerCase() === 'start' ? readDeepLink(argument.trim()) : null;
  if (linked !== null)
    return 'question' in linked
      ? { kind: 'question', text: linked.question, as: undefined, elsewhere: true }
      : { kind: 'command', command: 'article', argument: linked.article };
  const command = commandNamed(name);
  if (command === null) return { kind: 'unknown-command', given: `/${name}` };
  return isAsking(command)
    ? { kind: 'question', text: argument.trim(), as: ASKING[command] }
    : { kind: 'command', command, argument: argument.trim() };
}

// `/ask` or a mention alone, as the reply to somebody's message, asks what that message asks.
function withQuestion(
  said: Extract<Said, { kind: 'question' }>,
  message: Message,
  me: UserFromGetMe,
): Extract<Said, { kind: 'question' }> {
  if ('forward_origin' in message) return { ...said, elsewhere: true };
  const replied = repliedToIn(message, me);
  if (replied === null) return said;
  if (said.text !== '' || replied.isOurs) return { ...said, repliesTo: replied };
  return { ...said, text: replied.marked ?? replied.text, elsewhere: true };
}

function repliedToIn(message: Message, me: UserFromGetMe): RepliedTo | null {
  const repliedTo = 'reply_to_message' in message ? message.reply_to_message : undefined;
  const marked = ('quote' in message ? message.quote?.text : undefined) ?? null;
  // Of a message of another chat a bot is shown what is marked of it, and nothing else.
  if (repliedTo === undefined)
    return marked === null ? null : { message: message.message_id, text: '', marked, isOurs: false };
  if ('forum_topic_created' in repliedTo) return null;
  // What was shared inline is of ours as well, whoever shared it.
  const isOurs = repliedTo.from?.id === me.id || ('via_bot' in repliedTo && repliedTo.via_bot?.id === me.id);
  const { text } = isOurs ? wordsOf(repliedTo) : withoutMention(repliedTo, me);
  return { message: repliedTo.message_id, text, marked, isOurs };
}

// A topic of a forum is, to Telegram, a thread of replies to the message that opened it.
function repliesTo(message: Message, me: UserFromGetMe): boolean {
  const repliedTo = 'reply_to_message' in message ? message.reply_to_message : undefined;
  return repliedTo?.from?.id === me.id && !('forum_topic_created' in repliedTo);
}

function withoutMention(message: Message, me: UserFromGetMe): { readonly text: string; readonly mentioned: boolean } {
  const { text, entities } = wordsOf(message);
  const mention = entities.find(
    (entity) =>
      (entity.type === 'mention' &&
        text.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase() === me.username.toLowerCase()) ||
      (entity.type === 'text_mention' && entity.user.id === me.id),
  );
  if (mention === undefined) return { text: text.trim(), mentioned: false };
  const rest = `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`;
  return { text: rest.trimEnd().replace(/^[\s,，:：]+/u, ''), mentioned: true };
}
