import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/adapters/repl/history.ts';
import { createRepl, type Repl } from '../../../src/adapters/repl/repl.ts';
import { createSession } from '../../../src/adapters/repl/session.ts';
import { PLAIN } from '../../../src/adapters/terminal/view.ts';
import type { Article, Ask } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, NO_FILTERS } from '../../support/fake-library.ts';
import { fakeTerminal, type FakeTerminal } from '../../support/fake-terminal.ts';
import { adapterContract } from '../adapter.contract.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const UP = '\u001b[A';
const PROMPT = 'readout> ';
const HINT = 'Press Ctrl-C again to leave.';

interface Parts {
  readonly ask?: Ask;
  readonly articles?: readonly Article[];
  readonly history?: History;
  readonly isPlain?: boolean;
}

const qin = fakeArticle('qin-call', ['The two ministers spoke by telephone.']);
const memory = (lines: string[] = []): History & { readonly lines: string[] } => ({
  lines,
  load: () => [...lines].reverse(),
  add: (line) => void lines.push(line),
});

function replOn(terminal: FakeTerminal, parts: Parts = {}): Repl {
  const { ask, articles = [qin], history = memory(), isPlain = false } = parts;
  const corpus = { articles, faults: [] };
  const session = createSession({
    ask: ask ?? (async () => fakeAnswer(articles)),
    checkFilters: () => NO_FILTERS,
    corpus: () => corpus,
    seconds: 0.04,
    defaults: {},
    lang: 'en',
    view: () => PLAIN,
    onFault: () => undefined,
  });
  return createRepl({ input: terminal.input, output: terminal.output, session, history, isPlain });
}

async function conversation(parts: Parts = {}): Promise<FakeTerminal & { readonly repl: Repl }> {
  const terminal = fakeTerminal({ isTTY: true });
  const repl = replOn(terminal, parts);
  await repl.start();
  return { ...terminal, repl };
}

// A reply, an empty line, and the prompt again at the first column.
const REPLY_END = '\n\n\u001b[1G';

adapterContract('repl', {
  create(parts) {
    const terminal = fakeTerminal({ isTTY: true });
    return { adapter: replOn(terminal, parts), say: async (text) => await terminal.type(`${text}\r`, REPLY_END) };
  },
  // readline itself moves the cursor; it never sets titles, clears the screen or turns the writing round.
  hostile: {
    text: '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202etext',
    danger: /owned|2J|31m|\u202e/,
  },
});

describe('the REPL on a terminal', () => {
  it('begins with what is loaded and how to go on', async () => {
    const { written, repl } = await conversation();
    expect(written()).toContain(
      '1 article from 1 outlet, 2023-06-14; ready in 0.0 s.\nAsk a question in Chinese or in English, or type /help.\n\n',
    );
    expect(written()).toContain(PROMPT);
    await repl.stop();
  });

  it('clears a line that was begun with Ctrl-C, and leaves with a second one', async () => {
    const asked: string[] = [];
    const ask: Ask = async ({ text }) => {
      asked.push(text);
      return fakeAnswer([qin]);
    };
    const { type, repl } = await conversation({ ask });
    expect(await type(`half a question${CTRL_C}`, `${HINT}\n`)).toContain(HINT);
    await type('whole\r', REPLY_END);
    expect(asked).toEqual(['whole']);
    await type(CTRL_C, HINT);
    await type(CTRL_C, '\n');
    await expect(repl.ended).resolves.toBeUndefined();
  });

  it('forgets a first Ctrl-C when something is asked in between', async () => {
    const { type, repl } = await conversation();
    await type(CTRL_C, HINT);
    await type('question\r', REPLY_END);
    expect(await type(CTRL_C, HINT)).toContain(HINT);
    await repl.stop();
  });

  it('leaves at Ctrl-D', async () => {
    const { type, repl } = await conversation();
    await type(CTRL_D, '\n');
    await expect(repl.ended).resolves.toBeUndefined();
  });

  it.each(['/quit', '/QUIT', '／quit'])('leaves at %s', async (command) => {
    const { type, repl } = await conversation();
    await type(`${command}\r`, '\n');
    await expect(repl.ended).resolves.toBeUndefined();
  });

  it('answers pasted lines one after the other', async () => {
    const order: string[] = [];
    const ask: Ask = async ({ text }) => {
      order.push(`asked ${text}`);
      await Promise.resolve();
      order.push(`answered ${text}`);
      return fakeAnswer([qin]);
    };
    const { type, repl } = await conversation({ ask });
    await type('one\rtwo\r/quit\r', '[1]');
    await repl.ended;
    expect(order).toEqual(['asked one', 'answered one', 'asked two', 'answered two']);
  });

  it('answers what was pasted before Ctrl-D', async () => {
    const { type, repl, written } = await conversation();
    await type(`緬甸\r台灣\r${CTRL_D}`, '[1]');
    await repl.ended;
    expect(written().match(/spoke by telephone/g)).toHaveLength(2);
  });

  it.each([
    ['a second Ctrl-C', `one\rtwo\r${CTRL_C}${CTRL_C}`, []],
    ['/quit', `one\r/quit\rtwo\r${CTRL_D}`, ['one']],
  ])('leaves what was pasted unanswered after %s', async (_, keys, expected) => {
    const asked: string[] = [];
    const ask: Ask = async ({ text }) => {
      asked.push(text);
      return fakeAnswer([qin]);
    };
    const { type, repl } = await conversation({ ask });
    await type(keys, '\n');
    await repl.ended;
    expect(asked).toEqual(expected);
  });

  it('takes a Ctrl-C between the answers to pasted lines', async () => {
    const asked: string[] = [];
    const { input, output, type } = fakeTerminal({ isTTY: true });
    const ask: Ask = async ({ text }) => {
      asked.push(text);
      input.write(CTRL_C + CTRL_C);
      return fakeAnswer([qin]);
    };
    const terminal = { input, output, type, written: () => '' };
    const repl = replOn(terminal, { ask });
    await repl.start();
    await type('one\rtwo\rthree\r', HINT);
    await repl.ended;
    expect(asked).toEqual(['one']);
  });

  it('takes a paste of several lines as one question, once it is sent', async () => {
    const asked: string[] = [];
    const ask: Ask = async ({ text }) => {
      asked.push(text);
      return fakeAnswer([qin]);
    };
    const { type, repl, written } = await conversation({ ask });
    expect(written()).toContain('\u001b[?2004h');
    await type('\u001b[200~Who said\r\rthat?\r\u001b[201~', 'that?');
    await type(' Today?\r', REPLY_END);
    await type('\u001b[200~One line\u001b[201~\r', REPLY_END);
    expect(asked).toEqual(['Who said that? Today?', 'One line']);
    // No line of a paste is offered by itself.
    await type(`${UP}${UP}${UP}\rthe end\r`, REPLY_END);
    expect(asked.slice(2)).toEqual(['the end']);
    await repl.stop();
    expect(written()).toContain('\u001b[?2004l');
  });

  it('writes a paste of several lines in the place of those that the terminal showed', async () => {
    const { type, repl } = await conversation();
    // Of 80 columns, behind the prompt.
    const long = '長'.repeat(40);
    expect(await type(`\u001b[200~${long}\r\rshort\rend\u001b[201~`, `short end`)).toContain(
      `\u001b[4A\u001b[1G\u001b[0J${PROMPT}`,
    );
    await repl.stop();
  });

  it('completes commands, their arguments and ids with Tab', async () => {
    const { type, repl } = await conversation();
    await type('/so\t', 'urces');
    await type(`${CTRL_C}/article qi\t`, 'n-call');
    expect(await type(`${CTRL_C}/lang auto\t\r`, REPLY_END)).toContain('follows the question');
    await repl.stop();
  });

  it('keeps what was typed, and offers what was typed in an earlier run', async () => {
    const history = memory(['an earlier question']);
    const { type, repl } = await conversation({ history });
    await type('\u001b[A', 'an earlier question');
    await type('\r', REPLY_END);
    expect(history.lines).toEqual(['an earlier question', 'an earlier question']);
    await repl.stop();
  });
});

describe('the REPL on a pipe', () => {
  it('answers each line in order, without prompt or greeting, and ends with the input', async () => {
    const terminal = fakeTerminal({ isTTY: false });
    const repl = replOn(terminal);
    await repl.start();
    terminal.input.end('first\r\n\n  \n/lang en\nlast without a line feed');
    await repl.ended;
    const replies = terminal.written();
    expect(replies.match(/spoke by telephone/g)).toHaveLength(2);
    expect(replies).not.toContain(PROMPT);
    expect(replies).not.toContain('ready in');
    expect(replies).not.toContain('\u001b');
  });

  it('greets whoever sits at a plain terminal, without prompt or editing', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const repl = replOn(terminal, { isPlain: true });
    await repl.start();
    terminal.input.end('first\n');
    await repl.ended;
    expect(terminal.written()).toContain('ready in');
    expect(terminal.written()).toContain('spoke by telephone');
    expect(terminal.written()).not.toContain(PROMPT);
    expect(terminal.written()).not.toContain('\u001b');
  });

  it('stops reading at /quit', async () => {
    const terminal = fakeTerminal({ isTTY: false });
    const repl = replOn(terminal);
    await repl.start();
    terminal.input.write('/quit\nquestion\n');
    await repl.ended;
    expect(terminal.written()).toBe('');
  });

  it('can be stopped while it waits for input', async () => {
    const terminal = fakeTerminal({ isTTY: false });
    const repl = replOn(terminal);
    await repl.start();
    await repl.stop();
    await expect(repl.ended).resolves.toBeUndefined();
  });
});
