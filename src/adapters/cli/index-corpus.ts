import type { PublishSummary } from '../../core/index.ts';
import { terminalText } from '../terminal/terminal-text.ts';
import { write } from '../terminal/output.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened, sourceOf } from './open.ts';
import type { CommonOptions } from './options.ts';

/** Makes the saved index of a corpus, or brings it up to date, publishes it where it is published, and says what was done. */
export async function runIndex(
  options: CommonOptions & { readonly json?: boolean; readonly to?: string },
  context: CliContext,
): Promise<ExitStatus> {
  const index = options.index ?? context.index;
  if (index === null) throw new Failure(2, 'Say where the index is to be: readout index --index FILE, or INDEX.');
  checkIsFile(index);
  const started = performance.now();
  const summary = await opened(context, options, async (_, onProgress) =>
    context.refreshIndex({ ...sourceOf(context, options), index, to: options.to }, onProgress),
  );
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const data = { index, ...summary, seconds };
  if (options.json === true) await write(context.stdout, jsonLine(data));
  else {
    const { articles, read, unchanged, removed } = summary;
    const count = (value: number): string => value.toLocaleString('en');
    const files = `${count(read)} files read, ${count(unchanged)} as they were, ${count(removed)} taken out`;
    await write(context.stdout, `${terminalText(`${index}: ${count(articles)} articles; ${files}; ${seconds} s`)}\n`);
    if (summary.published !== undefined) {
      const { address, sent, removed } = summary.published;
      const done = `${count(sent)} articles sent, ${count(removed)} taken out`;
      await write(context.stdout, `${terminalText(`published to ${address}: ${done}`)}\n`);
    }
  }
  checkAllAnswered(summary.published);
  return 0;
}

/** Throws a Failure where some hosts were not told what was published. */
export function checkAllAnswered(published: PublishSummary | undefined): void {
  const { away = [] } = published ?? {};
  if (away.length > 0)
    throw new Failure(
      1,
      `Did not answer, and still has what it had: ${away.join(', ')}. When it is back, run readout index again.`,
    );
}

/** Refuses to make an index where one is only published. Throws a Failure. */
export function checkIsFile(index: string): void {
  if (index.includes('://'))
    throw new Failure(
      2,
      `An index is made in a file and published from there: readout index --index FILE --to ${index}`,
    );
}
