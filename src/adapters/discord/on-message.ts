import type { Message as Said, SendableChannels } from 'discord.js';
import type { Logger } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import type { Access } from '../chat/access.ts';
import type { ChatService } from '../chat/chat-service.ts';
import type { KeyedQueue } from '../chat/keyed-queue.ts';
import { replyOrFault } from '../chat/reply-or-fault.ts';
import { sentence, type Reply } from '../chat/reply.ts';
import { sendSurely } from '../chat/send-surely.ts';
import { showWhenSlow } from '../chat/show-when-slow.ts';
import type { Caller } from './access.ts';
import { callerOf, whoSaid, withoutMentions } from './conversation.ts';
import type { Delivery } from './delivery.ts';
import { repliedTo, threadTopic, wordsOf } from './replied.ts';
import { payloadFor } from './responder.ts';

/** Milliseconds after which people wonder whether anything happens, and after which Discord stops showing that somebody types. */
const SLOW = 400;
const TYPING = 8_000;

interface MessageParts {
  readonly service: ChatService;
  readonly access: Access<Caller>;
  readonly queue: KeyedQueue;
  readonly delivery: Delivery;
  readonly logger: Logger;
  /** Remembers whose question a message of the bot's answers. */
  readonly onReply: (message: string, asker: string) => void;
  readonly isStopping: () => boolean;
}

/** Replies to whatever mentions the bot, replies to it, or is written to it directly; to nothing else, and to no other bot. */
export function createMessageHandler(parts: MessageParts): (said: Said) => Promise<void> {
  const { service, access, queue, isStopping, logger } = parts;
  const showing = { isNumbered: false, isPrivate: false };

  const answer = async (said: Said): Promise<Reply> => {
    const who = whoSaid(said);
    const own = withoutMentions(said.content);
    // Messages that are handed on have a reference too.
    const isHandedOn = said.messageSnapshots.size > 0;
    const replied = isHandedOn ? null : await repliedTo(said, service.articles());
    const isFirst = replied === null && service.last(who.place) === null;
    const context = isFirst && own !== '' ? await threadTopic(said.channel, service.articles()) : replied;
    return await queue.run(who.place, async () => {
      if (isHandedOn) return await service.about(wordsOf(said), { who, showing });
      // A mention alone, as the reply to somebody's message, asks what that message asks.
      if (own === '' && replied !== null && !replied.isOurs)
        return replied.text === ''
          ? sentence(catalogue(service.langOf(who)).slash.unread)
          : await service.about(replied.text, { who, showing });
      return await service.answer({ text: own, replied: own === '' ? null : context }, who, showing);
    });
  };

  const reply = replier(parts);

  return async (said) => {
    if (!isForUs(said)) return;
    const caller = callerOf(said);
    if (!access.isOpenTo(caller)) return;
    const lang = service.langOf(whoSaid(said));
    if (isStopping()) return await reply(said, sentence(catalogue(lang).chat.restarting));
    const refusal = access.refusal(caller, lang);
    if (refusal !== null) {
      if (access.isTold(caller)) await reply(said, sentence(refusal));
      return;
    }
    const owning = {
      logger,
      what: 'Discord: a message could not be answered',
      langOf: () => service.langOf(whoSaid(said)),
    };
    const typing = { show: () => showTyping(said, logger), after: SLOW, every: TYPING };
    const made = async (): Promise<Reply> => await replyOrFault(async () => await answer(said), owning);
    await showWhenSlow(async () => await reply(said, await made()), typing);
  };
}

function showTyping({ channel }: Said, logger: Logger): void {
  if (!channel.isSendable()) return;
  channel.sendTyping().catch((error: unknown) => logger.debug('Discord: typing could not be shown', error));
}

const isForUs = ({ author, client, guildId, mentions, system }: Said): boolean =>
  !author.bot &&
  !system &&
  (guildId === null || mentions.has(client.user, { ignoreRoles: true, ignoreEveryone: true }));

function replier({ service, delivery, onReply }: MessageParts): (said: Said, made: Reply) => Promise<void> {
  return async (said, made) => {
    const lang = service.langOf(whoSaid(said));
    // The nonce makes a second try after a lost connection harmless: Discord then gives the message that is there already.
    const once = { nonce: said.id, enforceNonce: true };
    const sent = await delivery.send(said.channelId, async ({ form, mayReply }) => {
      const payload = { ...payloadFor(made, lang, form), ...once };
      const send = mayReply
        ? async () => await said.reply({ ...payload, failIfNotExists: false })
        : async () => await (said.channel as SendableChannels).send(payload);
      return await sendSurely<{ readonly id: string }>(send);
    });
    if (sent !== null) onReply(sent.id, said.author.id);
  };
}
