import type { Interaction } from 'discord.js';
import type { InterfaceLang } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import type { KeyedQueue } from '../chat/keyed-queue.ts';
import type { Preferences } from '../chat/preferences.ts';
import type { Completion } from '../chat/completion.ts';
import type { MessageBuilder } from './message-builder.ts';
import type { Access } from '../chat/access.ts';
import type { Caller } from './access.ts';
import type { Responder } from './responder.ts';

/** What answering on Discord stands on. */
export interface DiscordParts {
  readonly builder: MessageBuilder;
  readonly completion: Completion;
  readonly access: Access<Caller>;
  readonly responder: Responder;
  readonly preferences: Preferences;
  /** What somebody chose, else the language of their Discord. */
  readonly langOf: (interaction: Interaction) => InterfaceLang;
  /** One for each conversation: its turns are answered in order. */
  readonly queue: KeyedQueue;
  /** The interface for readers whose question and device show none. */
  readonly lang: InterfaceLang;
  /** The host of the model that chooses quotes; null where there is none. */
  readonly modelHost: string | null;
  readonly logger: Logger;
}
