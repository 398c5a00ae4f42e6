import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';

const PORTAL = 'https://discord.com/developers/applications';

const BAD_TOKEN = `Discord refused the token. Make a new one at ${PORTAL} (your application, Bot, Reset Token) and put it into DISCORD_TOKEN.`;
const REFUSED_INTENTS = `Discord refused the intents. Readout needs none that have to be granted: look at ${PORTAL} (your application, Bot) whether the application is limited or awaits verification.`;
const MORE_SHARDS = 'Discord wants the servers of this bot divided among shards. Set DISCORD_SHARDS=auto.';

// Close codes of the gateway after which to connect again is of no use; the text is what discord.js makes of each.
const UNRECOVERABLE: readonly { readonly code: number; readonly text: string; readonly advice: string }[] = [
  { code: 4004, text: 'Authentication failed', advice: BAD_TOKEN },
  { code: 4010, text: 'Invalid shard', advice: MORE_SHARDS },
  { code: 4011, text: 'Sharding is required', advice: MORE_SHARDS },
  { code: 4013, text: 'Used invalid intents', advice: REFUSED_INTENTS },
  { code: 4014, text: 'Used disallowed intents', advice: REFUSED_INTENTS },
];

/** What the operator can do about a connection that was refused; null for a fault that may pass, such as of the network. */
export function adviceFor(error: unknown): string | null {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return BAD_TOKEN;
  if (error instanceof DiscordAPIError && error.status === 401) return BAD_TOKEN;
  if (!(error instanceof Error)) return null;
  return UNRECOVERABLE.find(({ text }) => error.message === text)?.advice ?? null;
}

/** The same for a connection that was up; null where discord.js connects again by itself. */
export const adviceForClose = (code: number): string | null =>
  UNRECOVERABLE.find((each) => each.code === code)?.advice ?? null;
