import { TelegramError } from 'telegraf';

/** Telegram understood the request and said no. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  /** As HTTP has them: 400, 401, 403, 409, 429 … */
  readonly code: number;
  /** Milliseconds to wait before the same may be asked again; null where Telegram does not say. */
  readonly retryAfter: number | null;
  /** The number that the chat has now. */
  readonly movedTo: number | null;
  /** Whether the topic that was written to is what it cannot find. */
  readonly isOfTopic: boolean;

  constructor(message: string, { code, retryAfter, movedTo }: Pick<ApiRefusal, 'code' | 'retryAfter' | 'movedTo'>) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
    this.movedTo = movedTo;
    this.isOfTopic = /message thread not found|topic_(?:closed|deleted)/iu.test(message);
  }
}

/** The request, or the answer to it, got lost: nobody knows whether Telegram did what it was asked to. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault';
  /** Whether it was given up after a long wait. */
  readonly isTimeout: boolean;

  constructor(message: string, isTimeout = false) {
    super(message);
    this.isTimeout = isTimeout;
  }
}

/** What was called. */
interface Call {
  readonly method: string;
  readonly token: string;
  readonly isTimeout: boolean;
}

/** What went wrong with a call, behind its method, without the token, which addresses of requests hold. */
export function asFault(error: unknown, { method, token, isTimeout }: Call): ApiRefusal | NetworkFault {
  const said = (error instanceof Error ? error.message : String(error)).replaceAll(token, '…');
  const message = `${method}: ${said}`;
  if (!(error instanceof TelegramError)) return new NetworkFault(message, isTimeout);
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = error.parameters ?? {};
  return new ApiRefusal(message, {
    code: error.code,
    retryAfter: seconds === undefined ? null : seconds * 1000,
    movedTo: movedTo ?? null,
  });
}

/** Whether the same request may succeed later: the network failed, Telegram did, or it asks for patience. */
export const isPassing = (fault: unknown): boolean =>
  fault instanceof NetworkFault || (fault instanceof ApiRefusal && (fault.code === 429 || fault.code >= 500));

/** Milliseconds before attempt `attempt` (from 1): as long as Telegram asks for, else twice as long each time up to 30 s. */
export function backOff(fault: unknown, attempt: number, first = 500): number {
  const asked = fault instanceof ApiRefusal ? fault.retryAfter : null;
  return asked ?? Math.min(first * 2 ** (attempt - 1), MOST);
}

const MOST = 30_000;
