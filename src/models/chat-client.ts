import { z } from 'zod';
import { ReaderFault } from './reader-fault.ts';

/** Where a model is served, by a server that speaks OpenAI's chat completions. */
export interface ChatServer {
  /** The address that `/chat/completions` is appended to, such as http://localhost:11434/v1. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
}

/** What is asked of a model. */
export interface ChatRequest {
  /** The same for every question, so that a server can cache it. */
  readonly system: string;
  readonly user: string;
  /** The JSON Schema of the reply, for servers that hold a model to one. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

export interface ChatReply {
  readonly text: string;
  /** Tokens of prompt and reply together; null where the server does not count. */
  readonly tokens: number | null;
}

/** Asks once; no streaming. Rejects with a `ReaderFault`. */
export type ChatClient = (request: ChatRequest) => Promise<ChatReply>;

// A choice is some dozens of tokens long: in bytes, with room for a server's own fields.
const REPLY_LIMIT = 256 * 1024;
const MOST_REPLY_TOKENS = 400;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).nullish().catch(null),
});

/** What a request carries beside its messages. */
interface RequestForm {
  /** Holds the reply to a JSON Schema. */
  readonly schema: boolean;
  /** Says how words are drawn, and how many. */
  readonly sampling: boolean;
}

// Fullest first. Many servers know no reply by schema; OpenAI's own later models refuse a temperature and `max_tokens`.
const FORMS: readonly RequestForm[] = [
  { schema: true, sampling: true },
  { schema: false, sampling: true },
  { schema: true, sampling: false },
  { schema: false, sampling: false },
];

const SAMPLING = { temperature: 0, max_tokens: MOST_REPLY_TOKENS } as const;

const formatOf = (schema: ChatRequest['schema']) => ({
  response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } },
});

// Statuses by which a server says that it does not understand a request.
const isNotUnderstood = ({ status }: Response): boolean => status === 400 || status === 422;

/** A client of one server. The fullest form of a request that it understands is found out by the first one, and kept to. */
export function createChatClient({ url, model, key }: ChatServer, fetchReply: typeof fetch = fetch): ChatClient {
  const address = `${url.replace(/(?<!\/)\/+$/, '')}/chat/completions`;
  let understood: RequestForm | null = null;
  const post = async ({ system, user, schema, signal }: ChatRequest, form: RequestForm): Promise<Response> => {
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ];
    const body = {
      model,
      messages,
      stream: false,
      ...(form.sampling && SAMPLING),
      ...(form.schema && formatOf(schema)),
    };
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    };
    // A redirect would carry the key to an address that nobody named.
    return fetchReply(address, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' });
  };
  const postUnderstood = async (request: ChatRequest): Promise<Response> => {
    // A server that has understood a form refuses for another reason, such as a prompt that is too long for its model.
    const forms = understood === null ? FORMS : [understood];
    for (const form of forms) {
      const response = await post(request, form);
      if (response.ok) understood = form;
      if (!isNotUnderstood(response) || form === forms.at(-1)) return response;
      await response.body?.cancel();
    }
    throw new Error('There is a last form.');
  };
  return async (request) => {
    try {
      const response = await postUnderstood(request);
      if (!response.ok) throw await refusal(response, model);
      return readCompletion(await readText(response));
    } catch (cause) {
      throw asFault(cause, request.signal);
    }
  };
}

function asFault(cause: unknown, signal: AbortSignal): ReaderFault {
  if (cause instanceof ReaderFault) return cause;
  if (signal.aborted) return new ReaderFault('timeout', 'The model gave no answer in time.', { cause });
  return new ReaderFault('unreachable', 'The server of the model cannot be reached, or broke the connection off.', {
    cause,
  });
}

async function refusal(response: Response, model: string): Promise<ReaderFault> {
  const { status } = response;
  await response.body?.cancel();
  if (status === 401 || status === 403)
    return new ReaderFault('unauthorised', 'The server of the model does not accept READER_KEY.');
  if (status === 404)
    return new ReaderFault('no-such-model', `The server has no model "${model}", or READER_URL lacks its /v1.`);
  if (status === 429) {
    const retryAfter = retryAfterOf(response.headers.get('retry-after'));
    return new ReaderFault('too-many-requests', 'The server of the model wants fewer requests.', { retryAfter });
  }
  return new ReaderFault('server-error', `The server of the model answered with status ${status}.`);
}

// RFC 9110, Retry-After: seconds, or a date. In milliseconds.
function retryAfterOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // Leaving the loop cancels the stream: the rest of an endless reply is not taken.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > REPLY_LIMIT) throw new ReaderFault('too-large', 'The reply of the model is too large.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function readCompletion(text: string): ChatReply {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ReaderFault('not-json', 'The server answered with something other than a chat completion.', { cause });
  }
  const reading = completion.safeParse(json);
  if (!reading.success)
    throw new ReaderFault('not-json', 'The server answered with something other than a chat completion.');
  const { choices, usage } = reading.data;
  return { text: choices[0]?.message.content ?? '', tokens: usage?.total_tokens ?? null };
}
