/** How an adapter stands with its platform: not connected yet, connected, connecting again, or at its end. */
export type ConnectionState = 'starting' | 'connected' | 'lost' | 'ended';

/** What an adapter tells of itself while it runs, for whoever looks after it. */
export interface AdapterMonitor {
  readonly connection: (state: ConnectionState) => void;
  /** A question was answered, with an answer of this kind, in so many seconds. */
  readonly answered: (kind: string, seconds: number) => void;
  /** Somebody was turned away: too fast, not allowed, or while the corpus was loading. */
  readonly refused: () => void;
  /** Something went wrong that is in the log. */
  readonly fault: () => void;
  /** Hands over, once, what tells how many conversations in this queue have something in hand. */
  readonly queue: (name: string, length: () => number) => void;
}

const ignore = (): void => undefined;

/** For adapters that nobody watches. */
export const UNWATCHED: AdapterMonitor = {
  connection: ignore,
  answered: ignore,
  refused: ignore,
  fault: ignore,
  queue: ignore,
};
