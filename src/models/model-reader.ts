import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { QuestionReader, ReaderChoice, ReaderRequest, SuggestedTerms, TermsRequest } from '../core/index.ts';
import type { ChatClient, ChatReply, ChatRequest } from './chat-client.ts';
import { createCircuit } from './circuit.ts';
import { CHOOSING_INSTRUCTION, choosingPrompt, TERMS_INSTRUCTION, termsPrompt } from './prompt.ts';
import { CHOICE_SCHEMA, readChoice, readTerms, TERMS_SCHEMA } from './read-reply.ts';
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
  /** Choices and words that were remembered and not asked for again. */
  readonly remembered: number;
  readonly faults: Readonly<Partial<Record<ReaderFaultCode, number>>>;
  readonly tokens: number;
  /** Milliseconds of all calls together. */
  readonly ms: number;
}

/** A model that chooses, and suggests words to look for. Its readers reject with a `ReaderFault` where nothing usable comes in time. */
export interface ModelReader {
  /** A reader for one question, whose time is limited over all that it is asked for it. */
  readonly forQuestion: () => QuestionReader;
  readonly stats: () => ModelStats;
}

const FAULTS_IN_ROW = 5;
const REST = 60_000;
// A choice is some hundred bytes.
const REMEMBERED = 2_000;

/** One of the two things that a model is asked: for a choice, or for words to look for. */
interface Task<T extends object> {
  readonly prompt: Pick<ChatRequest, 'system' | 'user' | 'schema'>;
  readonly read: (reply: string) => T;
  /** What came of the same prompt before. */
  readonly memory: LRUCache<string, T>;
}

type Choice = Omit<ReaderChoice, 'usage'>;
type Suggestion = Omit<SuggestedTerms, 'usage'>;

interface Memories {
  readonly choices: LRUCache<string, Choice>;
  readonly suggestions: LRUCache<string, Suggestion>;
}

/** Puts a queue, a time limit, a circuit breaker and a memory before a client. */
export function createModelReader(options: ModelReaderOptions): ModelReader {
  const { model, timeout, now = () => performance.now() } = options;
  const counter = createCounter(options);
  const ask = guarded(options);
  const memories: Memories = {
    choices: new LRUCache({ max: REMEMBERED }),
    suggestions: new LRUCache({ max: REMEMBERED }),
  };

  const answer = async <T extends object>({ prompt, read, memory }: Task<T>, signal: () => AbortSignal) => {
    const key = keyOf(prompt.user);
    const known = memory.get(key);
    if (known !== undefined) {
      counter.remembered();
      return { made: known, usage: { model, ms: 0, tokens: 0 } };
    }
    const started = now();
    const { made, tokens } = await counter.counted(async (onTokens) =>
      ask({ ...prompt, signal: signal() }, (reply) => {
        onTokens(reply.tokens ?? 0);
        return { made: read(reply.text), tokens: reply.tokens };
      }),
    );
    memory.set(key, made);
    return { made, usage: { model, ms: Math.round(now() - started), tokens } };
  };

  return {
    forQuestion() {
      // The time runs from when the model is first asked: what finding takes is not the model's.
      let whole: AbortSignal | undefined;
      const within = (): AbortSignal => (whole ??= AbortSignal.timeout(timeout));
      return {
        async suggest(request) {
          const forTerms = (): AbortSignal => AbortSignal.any([within(), AbortSignal.timeout(timeout * FOR_TERMS)]);
          const { made, usage } = await answer(suggestingTask(request, memories), forTerms);
          return { ...made, usage };
        },
        async choose(request) {
          const { made, usage } = await answer(choosingTask(request, memories), within);
          return { ...made, usage };
        },
      };
    },
    stats: counter.stats,
  };
}

// Words are a help and a choice is the purpose: for that, so much of the time is left.
const FOR_TERMS = 0.5;

function choosingTask(request: ReaderRequest, { choices }: Memories): Task<Choice> {
  const { text, shown } = choosingPrompt(request);
  // A model that is shown nothing would say that nothing answers.
  if (shown.length === 0) throw new ReaderFault('no-room', 'No quote is short enough for the prompt.');
  return {
    prompt: { system: CHOOSING_INSTRUCTION, user: text, schema: CHOICE_SCHEMA },
    read: (reply) => readChoice(reply, request, shown),
    memory: choices,
  };
}

function suggestingTask(request: TermsRequest, { suggestions }: Memories): Task<Suggestion> {
  return {
    prompt: { system: TERMS_INSTRUCTION, user: termsPrompt(request), schema: TERMS_SCHEMA },
    read: (reply) => ({ terms: readTerms(reply) }),
    memory: suggestions,
  };
}

// Counts what is asked and what comes of it.
function createCounter({ now = () => performance.now(), onFault }: ModelReaderOptions) {
  const tally = { calls: 0, remembered: 0, tokens: 0, ms: 0 };
  const faults: Partial<Record<ReaderFaultCode, number>> = {};
  return {
    remembered: () => void (tally.remembered += 1),
    stats: (): ModelStats => ({ ...tally, faults: { ...faults } }),
    async counted<T>(work: (onTokens: (tokens: number) => void) => Promise<T>): Promise<T> {
      const started = now();
      tally.calls += 1;
      try {
        return await work((tokens) => void (tally.tokens += tokens));
      } catch (error) {
        if (error instanceof ReaderFault) {
          faults[error.code] = (faults[error.code] ?? 0) + 1;
          onFault?.(error);
        }
        throw error;
      } finally {
        tally.ms += now() - started;
      }
    },
  };
}

// Questions are not kept: only what tells two prompts apart.
const keyOf = (prompt: string): string => createHash('sha256').update(prompt).digest('base64');

// One request within its time, no more than `atOnce` under way, none while the server is left alone.
function guarded({ client, atOnce, now = () => performance.now() }: ModelReaderOptions) {
  const circuit = createCircuit({ faults: FAULTS_IN_ROW, rest: REST, now });
  const limit = pLimit(atOnce);
  return async <T>(request: ChatRequest, read: (reply: ChatReply) => T): Promise<T> => {
    circuit.check();
    const { signal } = request;
    const work = limit(async () => {
      signal.throwIfAborted();
      circuit.check();
      return read(await client(request));
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
