import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened } from './open.ts';
import type { CommonOptions } from './options.ts';
import { write } from '../terminal/output.ts';

/** Says what the corpus holds and which files were left out. */
export async function runSources(
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const { describeCorpus, renderSources } = await import('../terminal/render-sources.ts');
  const corpus = await opened(context, options, context.openCorpus);
  const description = describeCorpus(corpus);
  if (options.json === true) {
    const data = { ...description, indexedAt: corpus.readAt.toISOString(), seconds: corpus.seconds };
    await write(context.stdout, jsonLine(data));
  } else {
    const { viewOf } = await import('../terminal/view.ts');
    const shown = renderSources(description, {
      view: viewOf(context.stdout, context.env),
      lang: options.lang ?? context.lang,
    });
    await write(context.stdout, `${shown}\n`);
  }
  return 0;
}
