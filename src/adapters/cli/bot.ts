import type { Answer, Ask, Question } from '../../core/index.ts';
import type { BotCorpus, BotParts } from '../chat/bot.ts';
import { wait } from '../chat/wait.ts';
import { createHttpPorts, type HttpPorts } from '../http/ports.ts';
import { UNWATCHED, type AdapterMonitor } from '../status/monitor.ts';
import type { AskableCorpus, CliContext, OnProgress } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { loadCorpus, type LoadingCorpus } from './loading-corpus.ts';
import { checkGivenFilters, filledLibrary, sayingWhatIsLarge, sourceOf } from './open.ts';
import { questionOf, type CommonOptions } from './options.ts';
import { warmUp, warmUpWhileIdle } from './warm-up.ts';

const ADVICE = `No chat platform is set up. Set one of these in the environment or in .env:
  DISCORD_TOKEN    from https://discord.com/developers/applications: your application, Bot, Reset Token
  TELEGRAM_TOKEN   from @BotFather in Telegram: /newbot`;

/** Milliseconds that loading may take before the bots connect all the same, and tell whoever asks that it is under way. */
const HEAD_START = 3_000;

/** Runs every chat adapter that there is a token for, until the program is told to end or none of them is left. */
export async function runBot(options: CommonOptions, context: CliContext): Promise<ExitStatus> {
  const { platforms, logger, say } = context;
  if (platforms.length === 0) throw new Failure(2, ADVICE);
  let unfollow = (): void => undefined;
  const open = async (onProgress?: OnProgress): Promise<AskableCorpus> => {
    const corpus = filledLibrary(await context.openLibrary(sourceOf(context, options), onProgress));
    checkGivenFilters(corpus, options);
    await warmUp(corpus.ask);
    unfollow();
    unfollow = corpus.follow(options.rescan ?? null);
    const ask = warmUpWhileIdle(corpus);
    return Object.create(corpus, { ask: { value: ask } }) as AskableCorpus;
  };
  const library = loadCorpus(async (onProgress) => await open(sayingWhatIsLarge(context, options, onProgress)), say);
  library.loaded.catch(() => undefined);
  const onReloads: (() => void)[] = [];
  context.onReload(async () => {
    for (const listener of onReloads) listener();
    await library.renew(async () => {
      const dirs = library.now()?.dirs;
      const source = sourceOf(context, options);
      if (dirs !== undefined && source.index !== null) await context.renewIndex({ ...source, dirs });
      return await open();
    });
  });
  const ports = createHttpPorts();
  const { runBots } = await import('../chat/run-bots.ts');
  const status = await openStatus(context, library, ports);
  try {
    await headStart(library.loaded);
    const parts: BotParts = {
      ask: filtered(async (question) => await askNow(library, question), options),
      corpus: () => library.now() ?? EMPTY,
      loading: library.loading,
      loaded: library.loaded,
      modelHost: context.modelHost,
      readerChats: context.readerChats,
      lang: options.lang ?? context.lang,
      logger,
      say,
      ports,
      onReload: (listener) => void onReloads.push(listener),
    };
    return await runBots(platforms, parts, { ...context, monitorOf: status.monitorOf });
  } finally {
    unfollow();
    await status.close();
  }
}

const EMPTY: BotCorpus = {
  articles: [],
  faults: [],
  checkFilters: () => ({ outlet: null, since: null, until: null }),
};

function loaded(library: LoadingCorpus): AskableCorpus {
  const corpus = library.now();
  if (corpus === null) throw new Error('The corpus has not been loaded yet.');
  return corpus;
}

// An index that is made anew for other names cannot be asked with the old ones; who asks then waits for the new ones.
async function askNow(library: LoadingCorpus, question: Question): Promise<Answer> {
  try {
    return await loaded(library).ask(question);
  } catch (error) {
    const renewing = library.renewing();
    if (renewing === null) throw error;
    await renewing;
    return await loaded(library).ask(question);
  }
}

async function headStart(done: Promise<void>): Promise<void> {
  const isOver = new AbortController();
  await Promise.race([done, wait(HEAD_START, isOver.signal)]);
  isOver.abort();
}

interface Status {
  readonly monitorOf: (adapter: string) => AdapterMonitor;
  readonly close: () => Promise<void>;
}

// What it takes is loaded only where somebody wants to look.
async function openStatus(
  { statusPorts, platforms }: CliContext,
  library: LoadingCorpus,
  ports: HttpPorts,
): Promise<Status> {
  if (statusPorts.length === 0) return { monitorOf: () => UNWATCHED, close: async () => undefined };
  const { createStatus } = await import('../status/status.ts');
  const status = createStatus({
    adapters: platforms.map(({ name }) => name),
    loading: library.loading,
    corpus: library.now,
  });
  try {
    return { monitorOf: status.monitorOf, close: await status.serve(statusPorts, ports) };
  } catch (error) {
    throw new Failure(1, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

// The operator's filters hold for every question that has none of its own.
function filtered(ask: Ask, options: CommonOptions): Ask {
  const { text: _, ...defaults } = questionOf('', options);
  return async (question) => await ask({ ...defaults, ...said(question) });
}

const said = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as unknown as Question;
