import type {
  Article,
  Ask,
  CorpusFault,
  CorpusSurvey,
  FieldMap,
  InterfaceLang,
  Gazetteer,
  OutletDirectory,
} from '../../core/index.ts';
import type { Readable } from 'node:stream';
import type { Logger } from '../../logger.ts';
import type { CheckFilters } from '../check-filters.ts';
import type { BotPlatform } from '../chat/bot.ts';
import type { Output } from '../terminal/output.ts';
import type { ExitStatus } from './failure.ts';

/** The articles of a corpus, as read from its folders. */
interface ReadCorpus {
  readonly dirs: readonly string[];
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
  readonly outlets: OutletDirectory;
  /** How long it took. */
  readonly seconds: number;
  readonly readAt: Date;
}

/** A corpus that can be asked. */
export interface AskableCorpus extends ReadCorpus {
  readonly ask: Ask;
  readonly checkFilters: CheckFilters;
  /** The names that it was indexed with. */
  readonly names: Gazetteer;
  /** The model of the user's own that chooses quotes; null where none is set up. */
  readonly model: ChoosingModel | null;
}

/** A model that chooses quotes, as far as whoever runs the program is told of it. */
export interface ChoosingModel {
  readonly name: string;
  /** The host that sees questions and quotes. */
  readonly host: string;
  /** Why its last request failed, in a sentence; null where none has. */
  readonly lastFault: () => string | null;
}

export type OnProgress = (stage: 'read' | 'index' | 'answer', done: number, total: number) => void;

export type OpenCorpus = (dirs: readonly string[], onProgress?: OnProgress, map?: FieldMap) => Promise<ReadCorpus>;
/** Reads a corpus for what it is like, and keeps none of it. */
export type SurveyCorpus = (dirs: readonly string[], onProgress?: OnProgress, map?: FieldMap) => Promise<CorpusSurvey>;
export type OpenLibrary = (dirs: readonly string[], onProgress?: OnProgress, map?: FieldMap) => Promise<AskableCorpus>;

/** Everything that the command line is given. */
export interface CliContext {
  readonly version: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: NodeJS.ProcessEnv;
  /** The folders to read where `--corpus` names none. */
  readonly corpusDirs: readonly string[];
  readonly openCorpus: OpenCorpus;
  readonly surveyCorpus: SurveyCorpus;
  readonly openLibrary: OpenLibrary;
  /** The names that ship, for what needs no index. */
  readonly openNames: () => Promise<Gazetteer>;
  readonly logger: Logger;
  /** The interface that the system's locale asks for. */
  readonly lang: InterfaceLang;
  /** What to do when the program is told to end (SIGTERM, SIGINT, SIGHUP); without it, it just ends. */
  readonly onSignal: (stop: () => Promise<void>) => void;
  /** Ends the program at once, whatever is still in hand. */
  readonly exit: (status: ExitStatus) => void;
  /** The chat platforms whose tokens are set. */
  readonly platforms: readonly BotPlatform[];
}
