import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened } from './open.ts';
import type { CommonOptions } from './options.ts';
import { write } from '../terminal/output.ts';

/** Reports every fault of some folders; fails when an article could not be used. */
export async function runCheck(
  dirs: readonly string[],
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const { articles, faults } = await opened(
    context,
    dirs.length === 0 ? options : { corpus: dirs },
    context.openCorpus,
  );
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  if (options.json === true) {
    await write(context.stdout, jsonLine({ articles: articles.length, errors, warnings, faults }));
  } else {
    const [{ terminalLine }, { locate }] = await Promise.all([
      import('../terminal/terminal-text.ts'),
      import('../terminal/render-sources.ts'),
    ]);
    for (const { path, line, severity, reason } of faults)
      await write(context.stdout, `${terminalLine(`${locate(path, line)}: ${severity}: ${reason}`)}\n`);
    const summary = [counted(articles.length, 'article'), counted(errors, 'error'), counted(warnings, 'warning')];
    await write(context.stdout, `${summary.join(', ')}\n`);
  }
  return errors > 0 ? 1 : 0;
}

const counted = (count: number, thing: string): string => `${count} ${count === 1 ? thing : `${thing}s`}`;
