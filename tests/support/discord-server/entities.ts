// The people, places and messages of the loopback Discord, in the shapes that Discord sends.
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIChannel,
  APIEmbed,
  APIGuildMember,
  APIMessage,
  APIUser,
  GuildMemberFlags,
} from 'discord.js';

let last = 0n;

/** A fresh snowflake: milliseconds since 2015, shifted, and a running number. */
export function snowflake(): string {
  last += 1n;
  return String((BigInt(Date.now() - Date.UTC(2015, 0, 1)) << 22n) + last);
}

export const TOKEN = 'test-token.of.nobody';
export const BOT_ID = '100000000000000001';
export const GUILD_ID = '200000000000000001';
export const CHANNEL_ID = '300000000000000001';
export const OTHER_CHANNEL_ID = '300000000000000002';
export const THREAD_ID = '300000000000000003';
const OWNER_ID = '400000000000000000';

export const botUser = { ...person('readout', BOT_ID), bot: true };

export function person(name: string, id: string = snowflake()): APIUser {
  return { id, username: name, discriminator: '0', global_name: name, avatar: null };
}

const NO_FLAGS = 0 as GuildMemberFlags;

export function memberOf(user: APIUser): APIGuildMember {
  return {
    user,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
  };
}

/** A server with two text channels and a thread in the first. */
export function guild(id: string = GUILD_ID): object {
  const text = (channel: string, name: string) => ({
    id: channel,
    type: 0,
    name,
    position: 0,
    permission_overwrites: [],
  });
  return {
    id,
    name: 'Newsroom',
    owner_id: OWNER_ID,
    preferred_locale: 'en-US',
    features: [],
    roles: [
      {
        id,
        name: '@everyone',
        permissions: '8',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    stickers: [],
    channels: [text(CHANNEL_ID, 'news'), text(OTHER_CHANNEL_ID, 'kitchen')],
    threads: [thread(id)],
    members: [memberOf(botUser)],
    member_count: 3,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    joined_at: '2024-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    afk_timeout: 300,
    verification_level: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    system_channel_flags: 0,
    premium_progress_bar_enabled: false,
  };
}

const thread = (guildId: string): object => ({
  id: THREAD_ID,
  type: 11,
  guild_id: guildId,
  parent_id: CHANNEL_ID,
  owner_id: OWNER_ID,
  name: 'the telephone call',
  message_count: 1,
  member_count: 1,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: '2024-01-01T00:00:00.000Z',
    locked: false,
  },
});

/** Where something is said: a channel or thread of a server, or a direct message (no server). */
export interface Place {
  readonly channelId: string;
  readonly guildId: string | null;
  /** Whether it is a private conversation of several people, where somebody has the bot as an app of their own. */
  readonly isGroup?: boolean;
}

export const inChannel: Place = { channelId: CHANNEL_ID, guildId: GUILD_ID };
export const inThread: Place = { channelId: THREAD_ID, guildId: GUILD_ID };

/** A private conversation of several people. */
export const inGroup: Place = { channelId: '300000000000000004', guildId: null, isGroup: true };

/** A private conversation with somebody. */
export const directlyWith = (user: APIUser): Place => ({ channelId: `9${user.id.slice(1)}`, guildId: null });

export function channelAt({ channelId, guildId, isGroup = false }: Place, other?: APIUser): APIChannel {
  if (guildId === null)
    return {
      id: channelId,
      type: isGroup ? 3 : 1,
      recipients: other === undefined ? [] : [other],
    } as unknown as APIChannel;
  if (channelId === THREAD_ID) return thread(guildId) as APIChannel;
  return {
    id: channelId,
    type: 0,
    guild_id: guildId,
    name: 'news',
    position: 0,
    permission_overwrites: [],
  };
}

/** What a message consists of when it is sent. */
export interface Body {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[] | null;
  readonly flags?: number;
}

export function messageBy(author: APIUser, place: Place, body: Body): APIMessage {
  return {
    id: snowflake(),
    channel_id: place.channelId,
    ...(place.guildId === null ? {} : { guild_id: place.guildId }),
    author,
    content: body.content ?? '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [...(body.embeds ?? [])],
    components: [...(body.components ?? [])],
    flags: body.flags ?? 0,
    pinned: false,
    type: 0,
  };
}
