import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setImmediate as otherEvents } from 'node:timers/promises';
import type { Adapter } from '../adapter.ts';
import { withResolvers } from '../with-resolvers.ts';
import { readLines } from '../terminal/read-lines.ts';
import { write, type Output } from '../terminal/output.ts';
import { displayWidth } from '../terminal/width.ts';
import { HISTORY_LIMIT, type History } from './history.ts';
import type { Session } from './session.ts';

export interface ReplOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Output;
  readonly session: Session;
  readonly history: History;
  /** Neither prompt nor editing, also on a terminal: a screen reader then reads what is said, and nothing else. */
  readonly isPlain?: boolean;
}

/** An adapter that also says when the person has left, or the input has ended. */
export interface Repl extends Adapter {
  readonly ended: Promise<void>;
}

const PROMPT = 'readout> ';

/** A conversation over two streams: with prompt, editing and history on a terminal; bare replies, one for each line, elsewhere. */
export function createRepl(options: ReplOptions): Repl {
  const interactive = options.isPlain !== true && options.input.isTTY === true && options.output.isTTY === true;
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
  // Somebody who sits there is to know when they can begin.
  if (input.isTTY === true && output.isTTY === true) await write(output, `${session.greeting()}\n\n`);
  for await (const { text } of readLines(input)) {
    if (text === null || text.trim() === '') continue;
    const reply = await session.respond(text);
    if (reply === null) return;
    await write(output, `${reply}\n\n`);
  }
}

async function converse(options: ReplOptions, onEnd: () => void): Promise<{ stop: () => void }> {
  const { output, session } = options;
  const readline = editorOf(options);
  const paste = watchPastes(options, readline);
  await write(output, `${session.greeting()}\n\n`);
  let interrupted = false;
  const answering = answerer(options, readline);
  readline.on('line', (line) => {
    interrupted = false;
    if (!paste.takes(line)) answering.take(line);
  });
  readline.on('SIGINT', () => {
    if (readline.line === '' && interrupted) return answering.leave();
    clearLine(readline);
    output.write(`\n${session.interruptHint()}\n`);
    interrupted = true;
    readline.prompt();
  });
  readline.on('close', () => {
    output.write(`${paste.off}\n`);
    void answering.close().finally(onEnd);
  });
  output.write(paste.on);
  readline.prompt();
  return { stop: answering.leave };
}

const editorOf = ({ input, output, session, history }: ReplOptions): Interface =>
  createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    history: history.load(),
    historySize: HISTORY_LIMIT,
    removeHistoryDuplicates: true,
    completer: (line: string) => session.complete(line),
  });

interface Answerer {
  readonly take: (line: string) => void;
  /** Answers nothing more, and closes the editor. */
  readonly leave: () => void;
  /** No more can be typed; resolves when what was typed before is answered, unless the person wanted to leave. */
  readonly close: () => Promise<void>;
}

function answerer({ output, session, history }: ReplOptions, readline: Interface): Answerer {
  let closed = false;
  let left = false;
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
      // Without this a Ctrl-C would wait for all that was typed ahead.
      await otherEvents();
    }
    if (!closed) readline.prompt();
  };
  // One at a time and in order, however fast lines are typed.
  let queue = Promise.resolve();
  return {
    leave,
    take: (line) => void (queue = queue.then(() => reply(line))),
    close: async () => {
      closed = true;
      await queue;
    },
  };
}

interface PasteWatch {
  /** Has the terminal mark what is pasted, or not any more. */
  readonly on: string;
  readonly off: string;
  /** Whether a line that has ended belongs to a paste, which goes on. */
  readonly takes: (line: string) => boolean;
}

// A paste of several lines is one question: its lines are joined in their place, to be looked over and sent with Enter, and none is kept by
// itself. (Bracketed paste, as xterm has it.)
function watchPastes({ input, output }: ReplOptions, readline: Interface): PasteWatch {
  let lines: string[] | null = null;
  readline.on('history', (history) => void (lines !== null && history.shift()));
  input.on('keypress', (_, key: { readonly name?: string } | undefined) => {
    if (key?.name === 'paste-start') lines = [];
    if (key?.name !== 'paste-end' || lines === null) return;
    const pasted = [...lines, readline.line].map((line) => line.trim()).filter((line) => line !== '');
    const above = lines.map((line, at) => rowsOf(`${at === 0 ? PROMPT : ''}${line}`, output));
    lines = null;
    if (above.length === 0) return;
    clearLine(readline);
    // CUU, ECMA-48 8.3.22; the prompt is written over what was echoed below.
    output.write(`\u001b[${above.reduce((sum, rows) => sum + rows, 0)}A`);
    readline.prompt();
    readline.write(pasted.join(' '));
  });
  return {
    on: '\u001b[?2004h',
    off: '\u001b[?2004l',
    takes(line) {
      lines?.push(line);
      return lines !== null;
    },
  };
}

const rowsOf = (line: string, { columns = 0 }: Output): number =>
  columns > 0 ? Math.max(1, Math.ceil(displayWidth(line) / columns)) : 1;

// To the end of the line, then everything before it: readline's own keys, so that what it remembers agrees with the screen.
function clearLine(readline: Interface): void {
  readline.write(null, { ctrl: true, name: 'e' });
  readline.write(null, { ctrl: true, name: 'u' });
}
