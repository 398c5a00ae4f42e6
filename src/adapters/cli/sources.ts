import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { noArticleIn, opened } from './open.ts';
import type { CommonOptions } from './options.ts';
import { write } from '../terminal/output.ts';

/** Says what the corpus holds and which files were left out. */
export async function runSources(
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const { describeCorpus } = await import('../describe-corpus.ts');
  const corpus = await opened(context, options, context.openCorpus);
  const description = describeCorpus(corpus);
  if (options.json === true) {
    const data = { ...description, indexedAt: corpus.readAt.toISOString(), seconds: corpus.seconds };
    await write(context.stdout, jsonLine(data));
  } else {
    const [{ renderSources }, { viewOf }, { terminalLine }] = await Promise.all([
      import('../terminal/render-sources.ts'),
      import('../terminal/view.ts'),
      import('../terminal/terminal-text.ts'),
    ]);
    const shown = renderSources(description, {
      view: viewOf(context.stdout, context.env),
      lang: options.lang ?? context.lang,
    });
    const empty = description.articles === 0 ? `0 articles. ${terminalLine(noArticleIn(corpus.dirs))}` : '';
    await write(context.stdout, `${[empty, shown].filter((part) => part !== '').join('\n\n')}\n`);
  }
  return 0;
}
