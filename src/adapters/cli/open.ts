import type { CliContext, OnProgress } from './context.ts';
import type { CommonOptions } from './options.ts';
import { createProgress } from './progress.ts';

/** Opens the corpus that the options and the environment name, showing progress. */
export async function opened<T>(
  context: CliContext,
  { corpus }: Pick<CommonOptions, 'corpus'>,
  open: (dirs: readonly string[], onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const progress = createProgress(context.stderr);
  try {
    return await open(corpus ?? context.corpusDirs, progress.onProgress);
  } finally {
    progress.end();
  }
}
