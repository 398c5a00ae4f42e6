import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { sendSurely } from '../chat/send-surely.ts';

/**
 * Acknowledges an interaction. False where that came too late, or another copy of the bot was first: nothing more may be said then.
 * Rejects for every other fault.
 */
export async function acknowledge(defer: () => Promise<unknown>): Promise<boolean> {
  let tries = 0;
  try {
    await sendSurely(async () => {
      tries += 1;
      await defer();
    });
    return true;
  } catch (error) {
    const code = codeOf(error);
    // The answer to an earlier try was lost, not the try itself.
    if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return tries > 1;
    if (code === RESTJSONErrorCodes.UnknownInteraction) return false;
    throw error;
  }
}

/** Whether something could not be sent since a server does not let the bot, or the place is gone: nothing that is wrong here. */
export const isNotAllowed = (error: unknown): boolean => NOT_ALLOWED.has(codeOf(error) ?? 0);

const NOT_ALLOWED = new Set<string | number>([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
]);

const codeOf = (error: unknown): string | number | null => (error instanceof DiscordAPIError ? error.code : null);
