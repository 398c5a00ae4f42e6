import { readFileSync } from 'node:fs';
import { readConfig, type Config } from './config.ts';
import { createLog, type Logger } from './logger.ts';

/** What the environment and `.env` say, which may be read again at any time, and the log that they set up. */
export interface Settings {
  /** Reads them; false where something is wrong with them, which is said: they stay as they were. */
  readonly read: () => Promise<boolean>;
  /** As they were last read. Throws where they never were. */
  readonly now: () => Config;
  readonly logger: Logger;
  /** A sentence for the operator. */
  readonly say: (sentence: string) => void;
}

/** `environment` is that which the program was started with; it goes before `.env`. */
export function createSettings(environment: NodeJS.ProcessEnv, write: (line: string) => void): Settings {
  const given = { ...environment };
  let config: Config | null = null;
  // Until it is known how it is to be written.
  let log = createLog({ level: 'warn', format: 'text', secrets: [], write });
  const say = (sentence: string): void => log.say(sentence);
  return {
    read: async () => {
      const reading = readConfig({ ...(await readDotEnv()), ...given });
      if ('faults' in reading) {
        for (const fault of reading.faults) say(fault);
        return false;
      }
      ({ config } = reading);
      log = createLog({ ...config, level: config.logLevel, format: config.logFormat, write });
      return true;
    },
    now: () => {
      if (config === null) throw new Error('The settings have not been read yet.');
      return config;
    },
    logger: {
      debug: (...line) => log.logger.debug(...line),
      info: (...line) => log.logger.info(...line),
      warn: (...line) => log.logger.warn(...line),
      error: (...line) => log.logger.error(...line),
    },
    say,
  };
}

// Only where there is one: most runs have none, and need not load its parser.
async function readDotEnv(): Promise<Readonly<Record<string, string>>> {
  let text: string;
  try {
    text = readFileSync('.env', 'utf8');
  } catch {
    return {};
  }
  const { default: dotenv } = await import('dotenv');
  return dotenv.parse(text);
}
