import { PermissionFlagsBits, type Guild, type GuildTextBasedChannel } from 'discord.js';
import { catalogue } from '../../messages/index.ts';
import type { BotParts } from '../chat/bot.ts';
import { langOfDevice } from '../chat/preferences.ts';
import { renderJoined } from '../chat/render-help.ts';
import { shownCommands } from './commands.ts';
import { whatIsMissing, type Delivery } from './delivery.ts';
import { payloadFor } from './responder.ts';

/** Says, on a server that the bot was added to, what it does, how to ask, and what it is not allowed to. Where it may not speak, nothing. */
export function joiningHandler(
  { lang, commandIds }: Pick<BotParts, 'lang'> & { readonly commandIds: ReadonlyMap<string, string> },
  delivery: Delivery,
): (guild: Guild) => Promise<void> {
  return async (guild) => {
    const channel = channelFor(guild);
    if (channel === null) return;
    const spoken = langOfDevice(guild.preferredLocale, lang);
    const more = [catalogue(spoken).slash.otherWays, ...whatIsMissing(permissionsIn(channel), channel, spoken)];
    const first = renderJoined(spoken, { commands: shownCommands(commandIds, spoken).slice(0, 1), more });
    await delivery.send(channel.id, async ({ form }) => await channel.send(payloadFor(first, spoken, form)));
  };
}

const permissionsIn = (channel: GuildTextBasedChannel) =>
  channel.guild.members.me === null ? null : channel.permissionsFor(channel.guild.members.me);

const maySpeakIn = (channel: GuildTextBasedChannel): boolean =>
  permissionsIn(channel)?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]) ?? true;

// Where the server welcomes members, else its first channel.
function channelFor({ systemChannel, channels }: Guild): GuildTextBasedChannel | null {
  const texts = [...channels.cache.values()].filter((channel) => channel.isTextBased() && !channel.isThread());
  return [...(systemChannel === null ? [] : [systemChannel]), ...texts].find(maySpeakIn) ?? null;
}
