import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, type ExitStatus } from './adapters/cli/failure.ts';
import { runCli } from './adapters/cli/program.ts';
import { terminalText } from './adapters/terminal/terminal-text.ts';
import { chatPlatforms } from './chat-platforms.ts';
import { readConfig } from './config.ts';
import { createLog } from './logger.ts';
import { corpusOpener, corpusSurveyor } from './open-corpus.ts';
import { libraryOpener } from './open-library.ts';
import { indexRefresher } from './refresh-index.ts';
import { modelOpener } from './open-model.ts';
import { startShortRun } from './short-run.ts';

// The composition root: the environment and `.env` → config → what was asked for. `root` holds dist/, data/ and corpus/.
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');

const write = (line: string): void => void process.stderr.write(terminalText(line));
// Replaced as soon as it is known how the log is to be written.
let { logger, say } = createLog({ level: 'warn', format: 'text', secrets: [], write });

async function main(): Promise<ExitStatus> {
  const endShortRun = startShortRun();
  await loadDotEnv();
  const reading = readConfig(process.env);
  if ('faults' in reading) {
    for (const fault of reading.faults) say(fault);
    return 2;
  }
  const { config } = reading;
  ({ logger, say } = createLog({ ...config, level: config.logLevel, format: config.logFormat, write }));
  const dataDir = join(root, 'data');
  try {
    return await runCli(process.argv.slice(2), {
      version: readVersion(),
      // Opened only by what reads it: to open it takes milliseconds.
      get stdin() {
        return process.stdin;
      },
      stdout: process.stdout,
      stderr: process.stderr,
      env: process.env,
      corpusDirs: config.corpusDirs.length > 0 ? config.corpusDirs : [join(root, 'corpus')],
      openCorpus: corpusOpener(dataDir),
      surveyCorpus: corpusSurveyor(dataDir, join(here, 'survey-worker.js')),
      refreshIndex: indexRefresher(root, readVersion()),
      index: config.index,
      openLibrary: libraryOpener(dataDir, {
        usualLang: config.lang,
        onAnswer: endShortRun,
        onFault: (sentence, detail) => logger.warn(sentence, detail),
        openModel: config.reader === null ? null : modelOpener(config.reader, logger),
      }),
      logger,
      say,
      statusPorts: config.statusPorts,
      lang: config.lang,
      onSignal,
      onUncaught: (deal) => (isDealtWith = deal),
      exit: (status) => process.exit(status),
      platforms: chatPlatforms(config),
      readerChats: config.reader?.chats ?? null,
      modelHost: config.reader === null ? null : new URL(config.reader.url).host,
    });
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    say(sentenceFor(error));
    logger.debug('The fault in full', error);
    return error instanceof Failure ? error.status : 1;
  }
}

function onSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void stop());
}

// Only where there is one: most runs have none, and need not load its parser.
async function loadDotEnv(): Promise<void> {
  let text: string;
  try {
    text = readFileSync('.env', 'utf8');
  } catch {
    return;
  }
  const { default: dotenv } = await import('dotenv');
  for (const [name, value] of Object.entries(dotenv.parse(text))) process.env[name] ??= value;
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

const sentenceFor = (error: unknown): string =>
  error instanceof Failure
    ? error.message
    : 'readout: a fault of the program. Run it with LOG_LEVEL=debug for the details.';

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

// A reader that has seen enough (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) say('readout: what there is to say cannot be written to standard output.');
  process.exit(isClosedPipe(error) ? 0 : 1);
});
process.stderr.on('error', () => undefined);

let isDealtWith: (error: unknown) => boolean = () => false;
const giveUp = (error: unknown): void => {
  if (isDealtWith(error)) return;
  say(sentenceFor(error));
  logger.debug('The fault in full', error);
  process.exit(1);
};
process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);

async function run(): Promise<void> {
  process.exitCode = await main();
}
void run();
