import type { Interaction } from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import type { Lanes } from '../chat/lanes.ts';
import type { Preferences } from '../chat/preferences.ts';
import type { Completion } from './completion.ts';
import type { Desk } from './desk.ts';
import type { Gate } from './gate.ts';
import type { Responder } from './responder.ts';

/** What answering on Discord stands on. */
export interface DiscordParts {
  readonly desk: Desk;
  readonly completion: Completion;
  readonly gate: Gate;
  readonly responder: Responder;
  readonly preferences: Preferences;
  /** What somebody chose, else the language of their Discord. */
  readonly langOf: (interaction: Interaction) => InterfaceLang;
  /** One for each conversation: its turns are answered in order. */
  readonly lanes: Lanes;
  /** The interface for readers whose question and device show none. */
  readonly lang: InterfaceLang;
  readonly logger: Logger;
}
