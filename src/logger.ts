export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where details go that nobody asked for. Question texts at `debug` only; tokens never. */
export interface Logger {
  debug(message: string, error?: unknown): void;
  info(message: string, error?: unknown): void;
  warn(message: string, error?: unknown): void;
  error(message: string, error?: unknown): void;
}

/** Writes lines such as `warn: …` for everything from `level` up; stack traces at `debug` only. */
export function createLogger(level: LogLevel, write: (line: string) => void): Logger {
  const from = LOG_LEVELS.indexOf(level);
  const log =
    (name: Exclude<LogLevel, 'silent'>) =>
    (message: string, error?: unknown): void => {
      if (LOG_LEVELS.indexOf(name) < from) return;
      write(`${name}: ${message}${error === undefined ? '' : ` (${describe(error, level === 'debug')})`}\n`);
    };
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}

function describe(error: unknown, whole: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return whole ? (error.stack ?? error.message) : error.message;
}
