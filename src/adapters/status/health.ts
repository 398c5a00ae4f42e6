import { setTimeout as wait } from 'node:timers/promises';
import type { ConnectionState } from './monitor.ts';

/** How far the corpus has been loaded; null when it can be asked. */
export type Loading = { readonly stage: 'read' | 'index'; readonly done: number; readonly total: number } | null;

export interface HealthOptions {
  readonly adapters: readonly string[];
  readonly loading: () => Loading;
  /** Looks one thing up in the index; rejects where it cannot. */
  readonly tryIndex: () => Promise<void>;
}

/** A verdict, with a line for each part that is not well. */
interface Verdict {
  readonly isGood: boolean;
  readonly lines: readonly string[];
}

export interface Health {
  readonly connection: (adapter: string, state: ConnectionState) => void;
  readonly stateOf: (adapter: string) => ConnectionState;
  /** Whether every adapter is connected and the index answers. */
  readonly health: () => Promise<Verdict>;
  /** Whether questions can be answered wherever they come from: as health, but an adapter that has ended is no hindrance to the rest. */
  readonly readiness: () => Promise<Verdict>;
}

/** Milliseconds in which the index has to answer. */
const ANSWERS_WITHIN = 2_000;

export function createHealth({ adapters, loading, tryIndex }: HealthOptions): Health {
  const states = new Map<string, ConnectionState>(adapters.map((name) => [name, 'starting']));
  const troubles = (isTrouble: (state: ConnectionState) => boolean): string[] =>
    [...states].filter(([, state]) => isTrouble(state)).map(([name, state]) => `${name}: ${STATES[state]}`);
  const verdict = async (isTrouble: (state: ConnectionState) => boolean): Promise<Verdict> => {
    const index = await troubleOfIndex(loading(), tryIndex);
    const lines = [...troubles(isTrouble), ...(index === null ? [] : [`index: ${index}`])];
    return { isGood: lines.length === 0, lines };
  };
  return {
    connection: (adapter, state) => void states.set(adapter, state),
    stateOf: (adapter) => states.get(adapter) ?? 'starting',
    health: async () => await verdict((state) => state !== 'connected'),
    readiness: async () => await verdict((state) => state === 'starting' || state === 'lost'),
  };
}

const STATES: Readonly<Record<ConnectionState, string>> = {
  starting: 'not connected yet',
  connected: 'connected',
  lost: 'the connection is lost; connecting again',
  ended: 'has ended in a fault; see the log',
};

async function troubleOfIndex(loading: Loading, tryIndex: () => Promise<void>): Promise<string | null> {
  if (loading !== null) return loadingLine(loading);
  const settled = new AbortController();
  try {
    const limit = wait(ANSWERS_WITHIN, 'does not answer', { signal: settled.signal });
    return await Promise.race([tryIndex().then(() => null), limit]);
  } catch {
    return 'does not answer; see the log';
  } finally {
    settled.abort();
  }
}

const loadingLine = ({ stage, done, total }: NonNullable<Loading>): string =>
  stage === 'read' ? `loading, ${done} of ${total} files are read` : `loading, ${total} articles are being indexed`;
