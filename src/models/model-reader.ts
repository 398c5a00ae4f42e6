import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Reader, ReaderChoice } from '../core/index.ts';
import type { ChatClient, ChatReply } from './chat-client.ts';
import { createCircuit } from './circuit.ts';
import { CHOOSING_INSTRUCTION, choosingPrompt, SEARCH_TERMS_INSTRUCTION, searchTermsPrompt } from './prompt.ts';
import { CHOICE_SCHEMA, readChoice, readTerms, TERMS_SCHEMA } from './read-reply.ts';
import { ReaderFault, type ReaderFaultCode } from './reader-fault.ts';

export interface ModelReaderOptions {
  readonly model: string;
  readonly client: ChatClient;
  /** For how long a question waits for the model, its place in the queue included; in milliseconds. */
  readonly timeout: number;
  /** How many requests are under way at once. */
  readonly atOnce: number;
  /** Milliseconds that only ever grow. */
  readonly now?: () => number;
  /** Told of each fault; never of a question or a key. */
  readonly onFault?: (fault: ReaderFault) => void;
}

/** What a model was asked and what came of it, since the start. */
export interface ModelStats {
  readonly calls: number;
  /** Choices that were remembered and not asked for again. */
  readonly remembered: number;
  readonly faults: Readonly<Partial<Record<ReaderFaultCode, number>>>;
  readonly tokens: number;
  /** Milliseconds of all calls together. */
  readonly ms: number;
}

/** A model that chooses and suggests search terms. Both reject with a `ReaderFault` where nothing usable comes in time. */
export interface ModelReader {
  readonly read: Reader;
  /** Words to look for, in the languages given as BCP 47 tags; at most twelve. */
  readonly suggestTerms: (question: string, languages: readonly string[]) => Promise<readonly string[]>;
  readonly stats: () => ModelStats;
}

const FAULTS_IN_ROW = 5;
const REST = 60_000;
// A choice is some hundred bytes.
const REMEMBERED = 2_000;

interface Task {
  readonly system: string;
  readonly user: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Puts a queue, a time limit, a circuit breaker and a memory before a client. */
export function createModelReader(options: ModelReaderOptions): ModelReader {
  const { model, now = () => performance.now(), onFault } = options;
  const ask = guarded(options);
  const choices = new LRUCache<string, Omit<ReaderChoice, 'usage'>>({ max: REMEMBERED });
  const terms = new LRUCache<string, readonly string[]>({ max: REMEMBERED });
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

  return {
    async read(request) {
      const { text, count } = choosingPrompt(request);
      const key = keyOf(text);
      const known = choices.get(key);
      if (known !== undefined) {
        tally.remembered += 1;
        return { ...known, usage: { model, ms: 0, tokens: 0 } };
      }
      const started = now();
      const task = { system: CHOOSING_INSTRUCTION, user: text, schema: CHOICE_SCHEMA };
      const { choice, tokens } = await counted(task, (reply) => ({
        choice: readChoice(reply.text, request, count),
        tokens: reply.tokens,
      }));
      choices.set(key, choice);
      return { ...choice, usage: { model, ms: Math.round(now() - started), tokens } };
    },
    async suggestTerms(question, languages) {
      const user = searchTermsPrompt(question, languages);
      const key = keyOf(user);
      const known = terms.get(key);
      if (known !== undefined) return known;
      const task = { system: SEARCH_TERMS_INSTRUCTION, user, schema: TERMS_SCHEMA };
      const suggested = await counted(task, (reply) => readTerms(reply.text));
      terms.set(key, suggested);
      return suggested;
    },
    stats: () => ({ ...tally, faults: { ...faults } }),
  };
}

// Questions are not kept: only what tells two prompts apart.
const keyOf = (prompt: string): string => createHash('sha256').update(prompt).digest('base64');

// One task within the time limit, no more than `atOnce` under way, none while the server is left alone.
function guarded({ client, timeout, atOnce, now = () => performance.now() }: ModelReaderOptions) {
  const circuit = createCircuit({ faults: FAULTS_IN_ROW, rest: REST, now });
  const limit = pLimit(atOnce);
  return async <T>(task: Task, read: (reply: ChatReply) => T): Promise<T> => {
    circuit.check();
    const signal = AbortSignal.timeout(timeout);
    try {
      const result = await untilAborted(
        limit(async () => {
          signal.throwIfAborted();
          circuit.check();
          return read(await client({ ...task, signal }));
        }),
        signal,
      );
      circuit.succeeded();
      return result;
    } catch (cause) {
      const fault =
        cause instanceof ReaderFault
          ? cause
          : new ReaderFault('timeout', 'The model gave no answer in time.', { cause });
      circuit.failed(fault);
      throw fault;
    }
  };
}

// A client may be slow to notice that it was told to stop, and a place in the queue may come too late.
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
