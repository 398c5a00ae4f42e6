import type {
  Article,
  Ask,
  CorpusFault,
  CorpusSurvey,
  FieldMap,
  InterfaceLang,
  Gazetteer,
  OutletDirectory,
  PublishSummary,
  RefreshSummary,
} from '../../core/index.ts';
import type { Readable } from 'node:stream';
import type { Logger } from '../../logger.ts';
import type { CheckFilters } from '../check-filters.ts';
import type { BotPlatform } from '../chat/bot.ts';
import type { ModelFigures } from '../status/metrics.ts';
import type { StatusPort } from '../status/serve-status.ts';
import type { Output } from '../terminal/output.ts';
import type { ExitStatus } from './failure.ts';

/** Where articles come from. */
export interface CorpusSource {
  readonly dirs: readonly string[];
  readonly map?: FieldMap | undefined;
  /** A saved index of them, or the address of one on other machines; null where the folders are to be read. */
  readonly index: string | null;
}

/** The articles of a corpus, as read from its folders or a saved index. */
export interface ReadCorpus {
  readonly dirs: readonly string[];
  readonly articles: readonly Article[];
  /** One of them by its id. */
  readonly article: (id: string) => Article | null;
  /** Has the texts of some at hand, which are read afterwards: of an index on other machines they have to be brought. */
  readonly bring: (articles: readonly Article[]) => Promise<void>;
  /** Articles that stand there and are taken down: for the keeper, and for nobody else. */
  readonly takenDown: readonly Article[];
  readonly faults: readonly CorpusFault[];
  readonly outlets: OutletDirectory;
  /** How long it took. */
  readonly seconds: number;
  readonly readAt: Date;
  /** The names by which speakers are known; read where they are wanted. */
  readonly readNames: () => Gazetteer;
}

/** A corpus that can be asked. */
export interface AskableCorpus extends ReadCorpus {
  /** The articles that are asked: of a story that stands there several times, the latest version. */
  readonly asked: () => readonly Article[];
  readonly ask: Ask;
  readonly checkFilters: CheckFilters;
  /** The names that it was indexed with. */
  readonly names: Gazetteer;
  /** The model of the user's own that chooses quotes; null where none is set up. */
  readonly model: ChoosingModel | null;
  /**
   * Takes in what changes from now on, until the returned function is called. `rescan`: seconds after which all files are looked at
   * although nothing told of a change; null: as is usual for the corpus.
   */
  readonly follow: (rescan: number | null) => () => void;
  /** Looks one thing up in the index; rejects where it cannot. */
  readonly tryIndex: () => Promise<void>;
}

/** A model that chooses quotes, as far as whoever runs the program is told of it. */
export interface ChoosingModel {
  readonly name: string;
  /** The host that sees questions and quotes. */
  readonly host: string;
  /** Why its last request failed, in a sentence; null where none has. */
  readonly lastFault: () => string | null;
  /** What it was asked since the start, and what came of it. */
  readonly figures: () => ModelFigures;
}

export type OnProgress = (stage: 'read' | 'index' | 'publish' | 'answer', done: number, total: number) => void;

export type OpenCorpus = (source: CorpusSource, onProgress?: OnProgress) => Promise<ReadCorpus>;
/** Makes a saved index, or brings it up to date, and publishes it where it was published before, or to a new address. */
export type RefreshIndex = (
  source: CorpusSource & { readonly index: string; readonly to?: string | undefined },
  onProgress?: OnProgress,
) => Promise<RefreshSummary & { readonly published?: PublishSummary }>;
/** Reads a corpus for what it is like, and keeps none of it. */
export type SurveyCorpus = (source: CorpusSource, onProgress?: OnProgress) => Promise<CorpusSurvey>;
export type OpenLibrary = (source: CorpusSource, onProgress?: OnProgress) => Promise<AskableCorpus>;

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
  readonly refreshIndex: RefreshIndex;
  /** The saved index that `INDEX` names; null where it is not set. */
  readonly index: string | null;
  readonly logger: Logger;
  /** Tells the operator, in a line, whatever the level of the log. */
  readonly say: (sentence: string) => void;
  /** The interface that the system's locale asks for. */
  readonly lang: InterfaceLang;
  /** What to do when the program is told to end (SIGTERM, SIGINT, SIGHUP); without it, it just ends. */
  readonly onSignal: (stop: () => Promise<void>) => void;
  /**
   * What to do when the program is told to read its settings again (SIGHUP), once they have been read; without it, SIGHUP ends it.
   */
  readonly onReload: (reload: () => Promise<void>) => void;
  /** Brings a saved index up to date with names and settings as they are now, in a process of its own; of another index, nothing. */
  readonly renewIndex: (source: CorpusSource) => Promise<void>;
  /** Who to ask about a fault that nothing has caught, before the program ends with it: true where it may go on. */
  readonly onUncaught: (deal: (error: unknown) => boolean) => void;
  /** Ends the program at once, whatever is still in hand. */
  readonly exit: (status: ExitStatus) => void;
  /** The chat platforms whose tokens are set. */
  readonly platforms: readonly BotPlatform[];
  /** The host of the model that chooses quotes and so sees questions; null where there is none. */
  readonly modelHost: string | null;
  /** Whose questions it may be asked in chats; null: everybody's. */
  readonly readerChats: readonly string[] | null;
  /** Where a running bot says how it is. */
  readonly statusPorts: readonly StatusPort[];
}
