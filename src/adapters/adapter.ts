/** The outward port: something that brings people's questions in and takes answers out. */
export interface Adapter {
  readonly name: string;
  /** Resolves when questions are being taken; a second call changes nothing. Rejects when it cannot start. */
  start(): Promise<void>;
  /** Resolves when nothing more is taken or sent; a second call, or one before `start`, changes nothing. */
  stop(): Promise<void>;
}
