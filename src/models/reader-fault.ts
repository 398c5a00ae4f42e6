/** Why a model gave nothing that can be used. */
export type ReaderFaultCode =
  | 'timeout' // no answer in time, the wait for a place included
  | 'unreachable' // no connection, or one that broke off
  | 'unauthorised' // 401, 403
  | 'no-such-model' // 404
  | 'too-many-requests' // 429
  | 'server-error' // 5xx and every other refusal
  | 'too-large' // a reply past the limit
  | 'not-json' // HTML, prose without an object, a refusal, nothing
  | 'bad-choice' // numbers that do not exist, all numbers, none with a number
  | 'no-room' // no candidate fits in a prompt: nothing was asked
  | 'resting'; // left alone after faults in a row, or because it asked for that

/** A model's failure. The message names neither key nor question. */
export class ReaderFault extends Error {
  override readonly name = 'ReaderFault';
  readonly code: ReaderFaultCode;
  /** For how long the server asks to be left alone, in milliseconds; null where it does not. */
  readonly retryAfter: number | null;

  constructor(code: ReaderFaultCode, message: string, options: { cause?: unknown; retryAfter?: number | null } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter ?? null;
  }
}
