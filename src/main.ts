import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, type ExitStatus } from './adapters/cli/failure.ts';
import { runCli } from './adapters/cli/program.ts';
import { terminalText } from './adapters/terminal/terminal-text.ts';
import { chatPlatforms } from './chat-platforms.ts';
import { corpusOpener, corpusSurveyor } from './open-corpus.ts';
import { libraryOpener } from './open-library.ts';
import { indexRefresher } from './refresh-index.ts';
import { modelOpener } from './open-model.ts';
import { createSettings } from './settings.ts';
import { startShortRun } from './short-run.ts';

// The composition root: the environment and `.env` → config → what was asked for. `root` holds dist/, data/ and corpus/.
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');

const write = (line: string): void => void process.stderr.write(terminalText(line));
const settings = createSettings(process.env, write);
const { logger, say } = settings;

async function main(): Promise<ExitStatus> {
  const endShortRun = startShortRun();
  if (!(await settings.read())) return 2;
  const config = settings.now();
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
      get corpusDirs() {
        const { corpusDirs } = settings.now();
        return corpusDirs.length > 0 ? corpusDirs : [join(root, 'corpus')];
      },
      openCorpus: corpusOpener(dataDir),
      surveyCorpus: corpusSurveyor(dataDir, join(here, 'survey-worker.js')),
      refreshIndex: indexRefresher(root, readVersion()),
      get index() {
        return settings.now().index;
      },
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
      onReload,
      renewIndex: async (source) => await (await import('./refresh-by-child.ts')).renewIndex(source),
      onUncaught: (deal) => (isDealtWith = deal),
      exit: (status) => process.exit(status),
      platforms: chatPlatforms(settings.now),
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

// A terminal that is closed says SIGHUP; a bot, which needs none, reads its settings again.
function onSignal(stop: () => Promise<void>): void {
  const signals = [
    'SIGTERM',
    'SIGINT',
    ...(process.listenerCount('SIGHUP') === 0 ? (['SIGHUP'] as const) : []),
  ] as const;
  for (const signal of signals) process.once(signal, () => void stop());
}

function onReload(reload: () => Promise<void>): void {
  process.on('SIGHUP', () => void reloadAll(reload));
}

async function reloadAll(reload: () => Promise<void>): Promise<void> {
  if (!(await settings.read())) return say('The settings stay as they were.');
  try {
    await reload();
    say('Names and settings were read again.');
  } catch (error) {
    say(`Names and articles stay as they were: ${sentenceFor(error)}`);
    logger.debug('The fault in full', error);
  }
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

const sentenceFor = (error: unknown): string =>
  error instanceof Failure || isAway(error)
    ? error.message
    : 'readout: a fault of the program. Run it with LOG_LEVEL=debug for the details.';

// By its name: core, whose error it is, is loaded only by what needs it.
const isAway = (error: unknown): error is Error => error instanceof Error && error.name === 'ArchiveAwayError';

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
