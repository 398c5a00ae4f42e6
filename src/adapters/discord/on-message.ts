import type { Message as Said } from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import { askedText } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import { showWhenSlow } from '../chat/show-when-slow.ts';
import type { DiscordParts } from './discord-parts.ts';
import { payloadOf, type Payload } from './message.ts';
import { sendSurely } from './network.ts';
import { conversationOf, withoutMentions } from './conversation.ts';
import { sentenceMessage } from './render-corpus.ts';
import { repliedTo } from './replied.ts';

/** Milliseconds after which people wonder whether anything happens, and after which Discord stops showing that somebody types. */
const SLOW = 400;
const TYPING = 8_000;

/** Replies to whatever mentions the bot, replies to it, or is written to it directly; to nothing else, and to no other bot. */
export function createMessageHandler(parts: DiscordParts): (said: Said) => Promise<void> {
  const { builder, access, preferences, queue, logger } = parts;

  const answer = async (said: Said, lang: InterfaceLang | undefined): Promise<Payload> => {
    const place = conversationOf(said.channelId, said.author.id);
    try {
      const replied = await repliedTo(said);
      const own = withoutMentions(said.content);
      // A mention alone, as the reply to somebody's message, asks what that message asks.
      const text = own === '' && replied?.isOurs === false ? replied.text : own;
      logger.debug('Discord: asked in a message', askedText(text));
      const message = await queue.run(place, async () => {
        const conversation = await builder.conversationFor(place, own === '' ? null : replied);
        return await builder.answer({ text, lang, conversation }, { isPrivate: false, conversation: place });
      });
      return payloadOf(message);
    } catch (error) {
      logger.error('Discord: a message could not be answered', error);
      return payloadOf(sentenceMessage(catalogue(lang ?? parts.lang).fault));
    }
  };

  return async (said) => {
    if (!isForUs(said)) return;
    const caller = {
      userId: said.author.id,
      guildId: said.guildId,
      channelId: said.channelId,
      parentId: parentOf(said),
    };
    if (!access.isOpenTo(caller)) return;
    const lang = preferences.langOf(said.author.id);
    const refusal = access.refusal(caller, lang ?? parts.lang);
    if (refusal !== null) {
      if (access.isTold(caller)) await reply(said, payloadOf(sentenceMessage(refusal)));
      return;
    }
    const stopTyping = showWhenSlow(
      () => {
        if (!said.channel.isSendable()) return;
        said.channel.sendTyping().catch((error: unknown) => logger.debug('Discord: typing could not be shown', error));
      },
      { after: SLOW, every: TYPING },
    );
    try {
      await reply(said, await answer(said, lang));
    } finally {
      stopTyping();
    }
  };
}

const isForUs = ({ author, client, guildId, mentions, system }: Said): boolean =>
  !author.bot &&
  !system &&
  (guildId === null || mentions.has(client.user, { ignoreRoles: true, ignoreEveryone: true }));

const parentOf = ({ channel }: Said): string | null => ('parentId' in channel ? channel.parentId : null);

// The nonce makes a second try after a lost connection harmless: Discord then gives the message that is there already.
async function reply(said: Said, payload: Payload): Promise<void> {
  await sendSurely(
    async () => await said.reply({ ...payload, failIfNotExists: false, nonce: said.id, enforceNonce: true }),
  );
}
