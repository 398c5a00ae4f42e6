import { PassThrough } from 'node:stream';

/** Two streams that pass for a terminal, or for a pipe, and what has been written to the second. */
export interface FakeTerminal {
  readonly input: PassThrough & { isTTY?: boolean };
  readonly output: PassThrough & { isTTY?: boolean; columns?: number };
  /** Types something and resolves to what is written from then on, up to and including the first `until`. */
  readonly type: (keys: string, until: string) => Promise<string>;
  /** All that has been written. */
  readonly written: () => string;
}

export function fakeTerminal({ isTTY }: { readonly isTTY: boolean }): FakeTerminal {
  const input = Object.assign(new PassThrough(), isTTY ? { isTTY, setRawMode: () => input } : {});
  const output = Object.assign(new PassThrough(), isTTY ? { isTTY, columns: 80 } : {});
  let written = '';
  let check = (): void => undefined;
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    written += text;
    check();
  });
  return {
    input,
    output,
    written: () => written,
    type: async (keys, until) =>
      await new Promise((resolve) => {
        const from = written.length;
        check = () => {
          const at = written.indexOf(until, from);
          if (at !== -1) resolve(written.slice(from, at + until.length));
        };
        input.write(keys);
      }),
  };
}
