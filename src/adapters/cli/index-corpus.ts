import { terminalText } from '../terminal/terminal-text.ts';
import { write } from '../terminal/output.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened, sourceOf } from './open.ts';
import type { CommonOptions } from './options.ts';

/** Makes the saved index of a corpus, or brings it up to date, and says what was done. */
export async function runIndex(
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const index = options.index ?? context.index;
  if (index === null) throw new Failure(2, 'Say where the index is to be: readout index --index FILE, or INDEX.');
  const started = performance.now();
  const summary = await opened(context, options, async (_, onProgress) =>
    context.refreshIndex({ ...sourceOf(context, options), index }, onProgress),
  );
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const data = { index, ...summary, seconds };
  if (options.json === true) await write(context.stdout, jsonLine(data));
  else {
    const { articles, read, unchanged, removed } = summary;
    const count = (value: number): string => value.toLocaleString('en');
    const files = `${count(read)} files read, ${count(unchanged)} as they were, ${count(removed)} taken out`;
    await write(context.stdout, `${terminalText(`${index}: ${count(articles)} articles; ${files}; ${seconds} s`)}\n`);
  }
  return 0;
}
