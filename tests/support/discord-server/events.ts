// What people do, as Discord tells a bot of it.
import type { APIMessage, APIUser } from 'discord.js';
import { BOT_ID, channelAt, memberOf, messageBy, botUser, type Place } from './entities.ts';
import type { Exchange } from './exchanges.ts';

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;

type Options = Readonly<Record<string, string | number | boolean | undefined>>;

/** The languages of a person's Discord, and of the server. */
export interface Locales {
  readonly own: string;
  readonly server: string;
}

/** What every interaction has. */
function interaction(exchange: Exchange, type: number, { own: locale, server }: Locales): object {
  const { id, token, user, place } = exchange;
  return {
    id,
    token,
    type,
    application_id: BOT_ID,
    version: 1,
    locale,
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 1_000_000,
    app_permissions: exchange.appPermissions,
    channel: channelAt(place, user),
    channel_id: place.channelId,
    ...(place.guildId === null
      ? { user, context: place.isGroup === true ? 2 : 1 }
      : {
          guild_id: place.guildId,
          guild: { id: place.guildId, locale: server, features: [] },
          guild_locale: server,
          member: { ...memberOf(user), permissions: '277025508352' },
          context: 0,
        }),
  };
}

const optionsOf = (options: Options, focused?: string): object[] =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const type = typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3;
      return name === focused ? { name, value, type, focused: true } : { name, value, type };
    });

export const slashCommand = (
  exchange: Exchange,
  name: string,
  { options, locale }: { options: Options; locale: Locales },
) => ({
  ...interaction(exchange, COMMAND, locale),
  data: { id: '500000000000000001', name, type: 1, options: optionsOf(options) },
});

export const completion = (
  exchange: Exchange,
  name: string,
  { options, focused, locale }: { options: Options; focused: string; locale: Locales },
) => ({
  ...interaction(exchange, AUTOCOMPLETE, locale),
  data: { id: '500000000000000001', name, type: 1, options: optionsOf(options, focused) },
});

export const messageCommand = (
  exchange: Exchange,
  name: string,
  { target, locale }: { target: APIMessage; locale: Locales },
) => ({
  ...interaction(exchange, COMMAND, locale),
  data: {
    id: '500000000000000002',
    name,
    type: 3,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  },
});

export const buttonPress = (
  exchange: Exchange,
  customId: string,
  { message, locale }: { message: APIMessage; locale: Locales },
) => ({
  ...interaction(exchange, COMPONENT, locale),
  message,
  data: { component_type: 2, custom_id: customId },
});

export const menuChoice = (
  exchange: Exchange,
  value: string,
  { message, locale }: { message: APIMessage; locale: Locales },
) => ({
  ...interaction(exchange, COMPONENT, locale),
  message,
  data: { component_type: 3, custom_id: menuWith(value, message), values: [value] },
});

// The menu that the value is a choice of.
function menuWith(value: string, { components = [] }: APIMessage): string {
  const rows = components as readonly {
    readonly components: readonly { custom_id: string; options?: { value: string }[] }[];
  }[];
  const menus = rows.flatMap((row) => row.components);
  const menu = menus.find(({ options }) => options?.some((option) => option.value === value));
  if (menu === undefined) throw new Error(`No menu of the message has the choice ${value}`);
  return menu.custom_id;
}

/**
 * A message of a person's. Its text is there only where Discord gives it to a bot without the intent for contents: where the bot
 * is mentioned (a reply to it mentions it), and in direct messages.
 */
export function spoken(
  user: APIUser,
  place: Place,
  { text, replyTo, mentions = [] }: { text: string; replyTo?: APIMessage | undefined; mentions?: readonly APIUser[] },
): APIMessage {
  const mentioned = [...mentions, ...(text.includes(`<@${BOT_ID}>`) || replyTo?.author.id === BOT_ID ? [botUser] : [])];
  const isVisible = place.guildId === null || mentioned.some(({ id }) => id === BOT_ID);
  const message = messageBy(user, place, { content: isVisible ? text : '' });
  return {
    ...message,
    ...channelType(place),
    mentions: mentioned,
    ...(place.guildId === null ? {} : { member: memberOf(user) }),
    ...(replyTo === undefined
      ? {}
      : {
          type: 19,
          message_reference: { message_id: replyTo.id, channel_id: place.channelId },
          referenced_message: replyTo,
        }),
  };
}

// Undocumented, and the only thing that tells a direct message from others: discord.js needs it.
const channelType = (place: Place): object => ({ channel_type: channelAt(place).type });
