import type { Article, Ask, CorpusFault, InterfaceLang, Gazetteer } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import type { Adapter } from '../adapter.ts';

/** An adapter for a chat platform, which may also come to its end by itself. */
export interface Bot extends Adapter {
  /** Resolves when it was stopped; rejects, after a `start` that resolved, when it gave up. */
  readonly ended: Promise<void>;
}

/** A corpus as a bot shows it. */
export interface BotCorpus {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
  /** For offering names while a question is typed. */
  readonly names?: Gazetteer;
}

/** What every bot is given, whatever its platform. */
export interface BotParts {
  readonly ask: Ask;
  /** The corpus as it is now: another object whenever something of it has changed. */
  readonly corpus: () => BotCorpus;
  /** The host of the model that chooses quotes and so sees questions; null where there is none. */
  readonly modelHost?: string | null;
  /** The interface for readers whose question and device show none. */
  readonly lang: InterfaceLang;
  readonly logger: Logger;
  /** Tells the operator, in a line. */
  readonly say: (sentence: string) => void;
}

/** One platform that there is a token for; what it needs is loaded by `create`. */
export interface BotPlatform {
  readonly name: string;
  readonly create: (parts: BotParts) => Promise<Bot>;
}

/** A bot cannot go on: one line of advice for the operator. */
export class BotFault extends Error {
  override readonly name = 'BotFault';
}
