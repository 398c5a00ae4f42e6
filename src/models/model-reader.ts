import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Reader, ReaderChoice } from '../core/index.ts';
import type { ChatClient, ChatReply } from './chat-client.ts';
import { createCircuit } from './circuit.ts';
import { CHOOSING_INSTRUCTION, choosingPrompt } from './prompt.ts';
import { CHOICE_SCHEMA, readChoice } from './read-reply.ts';
import { ReaderFault, type ReaderFaultCode } from './reader-fault.ts';

export interface ModelReaderOptions {
  readonly model: string;
  readonly client: ChatClient;
  /** For how long a question waits for the model in all, its place in the queue included; in milliseconds. */
  readonly timeout: number;
  /** How many requests are under way at once. */
  readonly atOnce: number;
  /** Milliseconds that only ever grow. */
  readonly now?: () => number;
  /** Told of each fault; never of a question or a key. */
  readonly onFault?: (fault: ReaderFault) => void;
}

/** What a model was asked and what came of it, since the start. */
interface ModelStats {
  readonly calls: number;
  /** Choices that were remembered and not asked for again. */
  readonly remembered: number;
  readonly faults: Readonly<Partial<Record<ReaderFaultCode, number>>>;
  readonly tokens: number;
  /** Milliseconds of all calls together. */
  readonly ms: number;
}

/** A model that chooses. Its readers reject with a `ReaderFault` where nothing usable comes in time. */
export interface ModelReader {
  /** A reader for one question, whose time is limited over all that it is asked for it. */
  readonly forQuestion: () => Reader;
  readonly stats: () => ModelStats;
}

const FAULTS_IN_ROW = 5;
const REST = 60_000;
// A choice is some hundred bytes.
const REMEMBERED = 2_000;

interface Task {
  readonly user: string;
  readonly signal: AbortSignal;
}

/** Puts a queue, a time limit, a circuit breaker and a memory before a client. */
export function createModelReader(options: ModelReaderOptions): ModelReader {
  const { model, timeout, now = () => performance.now(), onFault } = options;
  const ask = guarded(options);
  const choices = new LRUCache<string, Omit<ReaderChoice, 'usage'>>({ max: REMEMBERED });
  const tally = { calls: 0, remembered: 0, tokens: 0, ms: 0 };
  const faults: Partial<Record<ReaderFaultCode, number>> = {};

  const counted = async <T>(task: Task, read: (reply: ChatReply) => T): Promise<T> => {
    const started = now();
    tally.calls += 1;
    try {
      return await ask(task, (reply) => {
        tally.tokens += reply.tokens ?? 0;
        return read(reply);
      });
    } catch (error) {
      if (error instanceof ReaderFault) {
        faults[error.code] = (faults[error.code] ?? 0) + 1;
        onFault?.(error);
      }
      throw error;
    } finally {
      tally.ms += now() - started;
    }
  };

  const readerWithin = (within: () => AbortSignal): Reader => {
    return async (request) => {
      const { text, count } = choosingPrompt(request);
      const key = keyOf(text);
      const known = choices.get(key);
      if (known !== undefined) {
        tally.remembered += 1;
        return { ...known, usage: { model, ms: 0, tokens: 0 } };
      }
      const started = now();
      const { choice, tokens } = await counted({ user: text, signal: within() }, (reply) => ({
        choice: readChoice(reply.text, request, count),
        tokens: reply.tokens,
      }));
      choices.set(key, choice);
      return { ...choice, usage: { model, ms: Math.round(now() - started), tokens } };
    };
  };

  return {
    forQuestion() {
      // The time runs from when the model is first asked: what finding takes is not the model's.
      let signal: AbortSignal | undefined;
      return readerWithin(() => (signal ??= AbortSignal.timeout(timeout)));
    },
    stats: () => ({ ...tally, faults: { ...faults } }),
  };
}

// Questions are not kept: only what tells two prompts apart.
const keyOf = (prompt: string): string => createHash('sha256').update(prompt).digest('base64');

// One task within its time, no more than `atOnce` under way, none while the server is left alone.
function guarded({ client, atOnce, now = () => performance.now() }: ModelReaderOptions) {
  const circuit = createCircuit({ faults: FAULTS_IN_ROW, rest: REST, now });
  const limit = pLimit(atOnce);
  return async <T>({ user, signal }: Task, read: (reply: ChatReply) => T): Promise<T> => {
    circuit.check();
    const work = limit(async () => {
      signal.throwIfAborted();
      circuit.check();
      return read(await client({ system: CHOOSING_INSTRUCTION, user, schema: CHOICE_SCHEMA, signal }));
    });
    try {
      const result = await untilAborted(work, signal);
      circuit.succeeded();
      return result;
    } catch (cause) {
      const fault = faultOf(cause);
      circuit.failed(fault);
      throw fault;
    }
  };
}

const faultOf = (cause: unknown): ReaderFault =>
  cause instanceof ReaderFault ? cause : new ReaderFault('timeout', 'The model gave no answer in time.', { cause });

// A client may be slow to notice that it was told to stop, and a place in the queue may come too late.
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
