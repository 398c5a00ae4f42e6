export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ['text', 'json'] as const;

export type LogFormat = (typeof LOG_FORMATS)[number];

/** What somebody asked, as the detail of a line: written at `debug` in lines of text, and never in lines of JSON, which are collected. */
interface AskedText {
  readonly asked: string;
}

export const askedText = (asked: string): AskedText => ({ asked });

/** Where details go that nobody asked for. Question texts at `debug` only, as `askedText`; tokens never. */
export interface Logger {
  debug(message: string, detail?: unknown): void;
  info(message: string, detail?: unknown): void;
  warn(message: string, detail?: unknown): void;
  error(message: string, detail?: unknown): void;
}

/** The log, and beside it what the operator is told whatever the level. */
export interface Log {
  readonly logger: Logger;
  /** A sentence for the operator. */
  readonly say: (sentence: string) => void;
}

interface LogOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Tokens and keys: should one stand in what is logged, it is redacted. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
}

/** Writes everything from `level` up, a line each: `warn: …`, or an object with `time`, `level` and `message`. Stack traces at `debug` only. */
export function createLog({ level, format, secrets, write }: LogOptions): Log {
  const from = LOG_LEVELS.indexOf(level);
  const isWhole = level === 'debug';
  const put = (line: string): void => write(`${redacted(line, secrets)}\n`);
  const log =
    (name: Exclude<LogLevel, 'silent'>) =>
    (message: string, detail?: unknown): void => {
      if (LOG_LEVELS.indexOf(name) < from) return;
      put(
        format === 'json'
          ? jsonLine(name, message, inJson(detail, isWhole))
          : `${name}: ${message}${inText(detail, isWhole)}`,
      );
    };
  return {
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    say: (sentence) => put(format === 'json' ? jsonLine('notice', sentence) : sentence),
  };
}

// In UTF-16 units: what is shorter is no token of anybody's, and would redact words.
const SHORTEST_SECRET = 8;

const redacted = (line: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);

const jsonLine = (level: string, message: string, more: object = {}): string =>
  JSON.stringify({ time: new Date().toISOString(), level, message, ...more });

const isAsked = (detail: unknown): detail is AskedText =>
  typeof detail === 'object' && detail !== null && 'asked' in detail;

const plain = (detail: unknown): string => String(detail);

function inText(detail: unknown, isWhole: boolean): string {
  if (detail === undefined) return '';
  if (isAsked(detail)) return ` (${JSON.stringify(detail.asked)})`;
  if (!(detail instanceof Error)) return ` (${plain(detail)})`;
  return ` (${isWhole ? (detail.stack ?? detail.message) : detail.message})`;
}

function inJson(detail: unknown, isWhole: boolean): object {
  if (detail === undefined || isAsked(detail)) return {};
  if (!(detail instanceof Error)) return { error: plain(detail) };
  return { error: detail.message, ...(isWhole && { stack: detail.stack }) };
}
