import { createLog } from '../../src/logger.ts';
import type { Bot, BotParts } from '../../src/adapters/chat/bot.ts';
import { UNWATCHED, type ConnectionState } from '../../src/adapters/status/monitor.ts';
import { createTelegramBot, type TelegramOptions, type Tuning } from '../../src/adapters/telegram/telegram-bot.ts';
import type { Article, Ask, OutletDirectory, Question } from '../../src/core/index.ts';
import { asCore, fakeAnswer, fakeArticle, takesAnyFilters } from './fake-library.ts';
import { TOKEN, type TelegramServer } from './telegram-server.ts';

/** Nothing waits longer than a test does; who asks how often is another test's business. */
const HURRIED: Tuning = {
  sendRates: {
    overall: { messages: 10_000, ms: 1 },
    chat: { messages: 10_000, ms: 1 },
    group: { messages: 10_000, ms: 1 },
  },
  perUser: { burst: 10_000, perSecond: 10_000 },
  firstBackOff: 1,
  grace: 1_000,
};

interface Parts {
  readonly ask?: Ask;
  readonly articles?: readonly Article[];
  readonly outlets?: OutletDirectory;
  readonly options?: Partial<TelegramOptions>;
  readonly tuning?: Partial<Tuning>;
  readonly loading?: BotParts['loading'];
  readonly model?: Pick<BotParts, 'modelHost' | 'readerChats'>;
}

export interface Harness {
  readonly bot: Bot;
  /** What was asked of the core. */
  readonly asked: Question[];
  /** Lines of the log, and lines for the operator. */
  readonly logged: string[];
  readonly said: string[];
  /** How the connection was, from the beginning. */
  readonly states: ConnectionState[];
  /** The kinds of the answers that were counted. */
  readonly counted: string[];
}

/** A bot over fakes, on a server of the test's. */
export function telegramBot(
  server: TelegramServer,
  { ask, articles, outlets, options, tuning, loading, model = {} }: Parts = {},
): Harness {
  const known = articles ?? [fakeArticle('qin-call', ['The two ministers spoke by telephone.'])];
  const [asked, logged, said]: [Question[], string[], string[]] = [[], [], []];
  const states: ConnectionState[] = [];
  const counted: string[] = [];
  const write = (line: string): void => void logged.push(line.trimEnd());
  const { logger } = createLog({ level: 'debug', format: 'text', secrets: [], write });
  const corpus = {
    articles: known,
    faults: [],
    checkFilters: takesAnyFilters,
    ...(outlets !== undefined && { outlets }),
  };
  const bot = createTelegramBot(
    { token: TOKEN, apiUrl: server.url, webhook: null, allowedChats: null, ...options },
    {
      ask: asCore(async (question) => {
        asked.push(question);
        return await (ask ?? (async () => fakeAnswer(known)))(question);
      }),
      corpus: () => corpus,
      lang: 'en',
      logger,
      say: (sentence) => void said.push(sentence),
      monitor: {
        ...UNWATCHED,
        connection: (state) => void states.push(state),
        answered: (kind) => void counted.push(kind),
      },
      ...(loading !== undefined && { loading }),
      ...model,
    },
    { ...HURRIED, ...tuning },
  );
  return { bot, asked, logged, said, states, counted };
}

/** The same, when it takes questions. */
export async function startedBot(server: TelegramServer, parts: Parts = {}): Promise<Harness> {
  const harness = telegramBot(server, parts);
  await harness.bot.start();
  return harness;
}
