import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { terminalLine } from '../terminal/terminal-text.ts';

/** Lines that are kept between runs. */
export const HISTORY_LIMIT = 1000;

// Questions are their asker's own business.
const FILE_MODE = 0o600;
const DIR_MODE = 0o700;

/** What was typed in earlier runs. A disk that cannot be read or written to changes nothing else. */
export interface History {
  /** Newest first, as readline wants them. */
  load(): string[];
  add(line: string): void;
}

/** Where the history belongs by the XDG Base Directory Specification. */
export function historyFile(env: NodeJS.ProcessEnv): string {
  const state = env['XDG_STATE_HOME'] ?? '';
  return join(state.startsWith('/') ? state : join(homedir(), '.local', 'state'), 'readout', 'history');
}

/** Keeps a history in a file, one line each, oldest first. */
export function createHistory(file: string): History {
  return {
    load() {
      return attempt(() => {
        const lines = readFileSync(file, 'utf8')
          .split('\n')
          .map((line) => terminalLine(line))
          .filter((line) => line !== '');
        const kept = lines.slice(-HISTORY_LIMIT);
        // Lines are only ever added, so that two runs at a time do not undo each other; what is too old goes here.
        if (lines.length > kept.length) writeFileSync(file, `${kept.join('\n')}\n`, { mode: FILE_MODE });
        return kept.reverse();
      }, []);
    },
    add(line) {
      attempt(() => {
        mkdirSync(dirname(file), { recursive: true, mode: DIR_MODE });
        appendFileSync(file, `${terminalLine(line)}\n`, { mode: FILE_MODE });
      }, undefined);
    },
  };
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
