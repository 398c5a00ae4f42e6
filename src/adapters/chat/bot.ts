import type { Article, Ask, CorpusFault, InterfaceLang, Gazetteer, OutletDirectory } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import type { Adapter } from '../adapter.ts';
import type { HttpPorts } from '../http/ports.ts';
import type { Loading } from '../status/health.ts';
import type { AdapterMonitor } from '../status/monitor.ts';
import type { CheckFilters } from '../check-filters.ts';

/** An adapter for a chat platform, which may also come to its end by itself. */
export interface Bot extends Adapter {
  /** Resolves when it was stopped; rejects, after a `start` that resolved, when it gave up. */
  readonly ended: Promise<void>;
}

/** A corpus as a bot shows it. */
export interface BotCorpus {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
  readonly checkFilters: CheckFilters;
  /** Has the texts of articles at hand before they are read; without it, they are. */
  readonly bring?: (articles: readonly Article[]) => Promise<void>;
  /** For calling outlets by the names that readers know. */
  readonly outlets?: OutletDirectory;
  /** For offering names while a question is typed. */
  readonly names?: Gazetteer;
}

/** What every bot is given, whatever its platform. */
export interface BotParts {
  readonly ask: Ask;
  /** The corpus as it is now: with another array of articles whenever one of them has changed. */
  readonly corpus: () => BotCorpus;
  /** How far the corpus has been loaded; without it, or null: it can be asked. Until then there is no article, and asking rejects. */
  readonly loading?: () => Loading;
  /** Resolves when the corpus has been loaded. */
  readonly loaded?: Promise<void>;
  /** Told how the bot is. */
  readonly monitor?: AdapterMonitor;
  /** The ports that the program listens on. */
  readonly ports?: HttpPorts;
  /** The host of the model that chooses quotes and so sees questions; null where there is none. */
  readonly modelHost?: string | null;
  /** Where it may be asked: chats and people by the names that platforms give them; null: everywhere. */
  readonly readerChats?: readonly string[] | null;
  /** The interface for readers whose question and device show none. */
  readonly lang: InterfaceLang;
  readonly logger: Logger;
  /** Told when names and settings are to be read again. */
  readonly onReload?: (listener: () => void) => void;
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
