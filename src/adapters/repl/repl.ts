import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setImmediate as otherEvents } from 'node:timers/promises';
import type { Adapter } from '../adapter.ts';
import { withResolvers } from '../with-resolvers.ts';
import { readLines } from '../terminal/read-lines.ts';
import { write, type Output } from '../terminal/output.ts';
import { HISTORY_LIMIT, type History } from './history.ts';
import type { Session } from './session.ts';

export interface ReplOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Output;
  readonly session: Session;
  readonly history: History;
}

/** An adapter that also says when the person has left, or the input has ended. */
export interface Repl extends Adapter {
  readonly ended: Promise<void>;
}

const PROMPT = 'readout> ';

/** A conversation over two streams: with prompt, editing and history on a terminal; bare replies, one for each line, elsewhere. */
export function createRepl(options: ReplOptions): Repl {
  const interactive = options.input.isTTY === true && options.output.isTTY === true;
  const { promise, resolve, reject } = withResolvers();
  let running: { readonly stop: () => void } | null = null;
  let stopped = false;
  return {
    name: 'repl',
    ended: promise,
    async start() {
      if (running !== null || stopped) return;
      if (interactive) {
        running = await converse(options, resolve);
      } else {
        running = { stop: () => options.input.destroy() };
        // A stream that `stop` destroyed ends its lines with an error of no interest.
        replyToAll(options).then(resolve, (error: unknown) => (stopped ? resolve() : reject(error)));
      }
    },
    async stop() {
      stopped = true;
      if (running === null) return resolve();
      running.stop();
      await promise;
    },
  };
}

// A reply follows the line that it answers, so that a script can read line by line; an empty line ends each.
async function replyToAll({ input, output, session }: ReplOptions): Promise<void> {
  for await (const { text } of readLines(input)) {
    if (text === null || text.trim() === '') continue;
    const reply = await session.respond(text);
    if (reply === null) return;
    await write(output, `${reply}\n\n`);
  }
}

async function converse(
  { input, output, session, history }: ReplOptions,
  onEnd: () => void,
): Promise<{ stop: () => void }> {
  const readline = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    history: history.load(),
    historySize: HISTORY_LIMIT,
    removeHistoryDuplicates: true,
    completer: (line: string) => session.complete(line),
  });
  await write(output, `${session.greeting()}\n\n`);
  // No more can be typed; what was typed before is still answered, unless the person wanted to leave.
  let closed = false;
  let left = false;
  let interrupted = false;
  const leave = (): void => {
    left = true;
    readline.close();
  };
  const reply = async (line: string): Promise<void> => {
    if (left) return;
    if (line.trim() !== '') {
      history.add(line);
      const replied = await session.respond(line);
      if (replied === null) return leave();
      await write(output, `${replied}\n\n`);
      // Without this a Ctrl-C would wait for all that was pasted.
      await otherEvents();
    }
    if (!closed) readline.prompt();
  };
  // One at a time and in order, however fast lines are typed or pasted.
  let queue = Promise.resolve();
  readline.on('line', (line) => {
    interrupted = false;
    queue = queue.then(() => reply(line));
  });
  readline.on('SIGINT', () => {
    if (readline.line === '' && interrupted) return leave();
    clearLine(readline);
    output.write(`\n${session.interruptHint()}\n`);
    interrupted = true;
    readline.prompt();
  });
  readline.on('close', () => {
    closed = true;
    output.write('\n');
    void queue.finally(onEnd);
  });
  readline.prompt();
  return { stop: leave };
}

// To the end of the line, then everything before it: readline's own keys, so that what it remembers agrees with the screen.
function clearLine(readline: Interface): void {
  readline.write(null, { ctrl: true, name: 'e' });
  readline.write(null, { ctrl: true, name: 'u' });
}
