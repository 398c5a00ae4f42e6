import { catalogue, rejectionSentence } from '../../messages/index.ts';
import type { AskableCorpus, CliContext, CorpusSource, OnProgress } from './context.ts';
import { Failure } from './failure.ts';
import { filtersOf, type CommonOptions } from './options.ts';
import { createProgress } from './progress.ts';

/** Opens the corpus that the options and the environment name, showing progress. */
export async function opened<T>(
  context: CliContext,
  options: Pick<CommonOptions, 'corpus' | 'map' | 'index'>,
  open: (source: CorpusSource, onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const progress = createProgress(context.stderr);
  try {
    return await open(sourceOf(context, options), progress.onProgress);
  } finally {
    progress.end();
  }
}

/** Where the options and the environment say that articles come from. */
export const sourceOf = (
  context: Pick<CliContext, 'corpusDirs' | 'index'>,
  { corpus, map, index }: Pick<CommonOptions, 'corpus' | 'map' | 'index'>,
): CorpusSource => ({
  dirs: corpus ?? context.corpusDirs,
  map,
  // Folders that are named on the command line are meant, whatever index the environment has.
  index: index ?? (corpus === undefined ? context.index : null),
});

// Articles from which on a saved index is worth making: reading them takes three quarters of a minute at each start. What one takes was
// measured on reports of 1,800 characters.
const LARGE = 5_000;
const MEGABYTES_AN_ARTICLE = 0.18;
const SECONDS_AN_ARTICLE = 0.009;

/** Says of a large archive, once it shows how large it is, that a saved index would be better. */
export function sayingWhatIsLarge(context: CliContext, options: CommonOptions, onProgress: OnProgress): OnProgress {
  let isSaid = sourceOf(context, options).index !== null;
  return (stage, done, total) => {
    if (!isSaid && stage === 'read' && total >= LARGE) {
      isSaid = true;
      const gigabytes = Math.max(1, Math.round((total * MEGABYTES_AN_ARTICLE) / 1000));
      const minutes = Math.max(1, Math.round((total * SECONDS_AN_ARTICLE) / 60));
      context.say(catalogue(options.lang ?? context.lang).largeArchive(total, { gigabytes, minutes }));
    }
    onProgress(stage, done, total);
  };
}

/** Opens a corpus to be asked. Throws a Failure for one without a single article. */
export async function openedLibrary(context: CliContext, options: CommonOptions): Promise<AskableCorpus> {
  return filledLibrary(
    await opened(context, options, async (source, onProgress) =>
      context.openLibrary(source, sayingWhatIsLarge(context, options, onProgress)),
    ),
  );
}

/** Throws a Failure for a corpus without a single article. */
export function filledLibrary(corpus: AskableCorpus): AskableCorpus {
  if (corpus.asked().length > 0) return corpus;
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
