import type { FieldMap } from '../../core/index.ts';
import { rejectionSentence } from '../../messages/index.ts';
import type { AskableCorpus, CliContext, OnProgress } from './context.ts';
import { Failure } from './failure.ts';
import { filtersOf, type CommonOptions } from './options.ts';
import { createProgress } from './progress.ts';

/** Opens the corpus that the options and the environment name, showing progress. */
export async function opened<T>(
  context: CliContext,
  { corpus, map }: Pick<CommonOptions, 'corpus' | 'map'>,
  open: (dirs: readonly string[], onProgress: OnProgress, map?: FieldMap) => Promise<T>,
): Promise<T> {
  const progress = createProgress(context.stderr);
  try {
    return await open(corpus ?? context.corpusDirs, progress.onProgress, map);
  } finally {
    progress.end();
  }
}

/** Opens a corpus to be asked. Throws a Failure for one without a single article. */
export async function openedLibrary(context: CliContext, options: CommonOptions): Promise<AskableCorpus> {
  const corpus = await opened(context, options, context.openLibrary);
  if (corpus.articles.length > 0) return corpus;
  throw new Failure(1, noArticleIn(corpus.dirs));
}

/** What to do about a corpus without a single article. */
export function noArticleIn(dirs: readonly string[]): string {
  const quoted = dirs.map((dir) => `"${dir}"`);
  return `There is no usable article in ${quoted.join(', ')}. To see why: readout check ${quoted.join(' ')}`;
}

/** Refuses filters that no question can be asked with, before many are: an impossible date, an unknown outlet. Throws a Failure. */
export function checkGivenFilters({ checkFilters }: AskableCorpus, options: CommonOptions): void {
  const given = filtersOf(options);
  if (Object.values(given).every((filter) => filter === undefined)) return;
  const checked = checkFilters(given);
  if ('code' in checked) throw new Failure(2, rejectionSentence(checked, options.lang ?? 'en'));
}
