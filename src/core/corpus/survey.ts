import { extname } from 'node:path';

import { createTally, type Count } from './counts.ts';
import type { CorpusFault } from './faults.ts';
import { orderFaults } from './metadata/ambiguous-days.ts';
import { listCorpus, type CorpusListing, type ReadOptions } from './read-corpus.ts';
import { copiesIn } from './related/copies.ts';
import { storiesIn, type Story } from './related/versions.ts';
import { SETTINGS_FILE } from './settings.ts';
import type { SourceFile } from './source-file.ts';
import { stubFault, stubsIn } from './stubs.ts';
import { surveyFiles, type SurveyPart } from './survey-part.ts';
import type { ArticleId } from '../model/article.ts';

/** What a keeper wants to know of an archive before a reader finds out. */
export interface CorpusSurvey {
  readonly articles: number;
  readonly faults: readonly CorpusFault[];
  /** Notices in place of articles, which are left out. */
  readonly stubs: number;
  /** Articles without a day, an outlet, an author, a link. */
  readonly without: Readonly<Record<'date' | 'outlet' | 'author' | 'url', Count>>;
  /** How many articles there are of each kind, those of most articles first. */
  readonly kinds: readonly (Count & { readonly kind: string })[];
  /** Keys of metadata that nobody reads, those of most articles first. */
  readonly unread: readonly (Count & { readonly key: string })[];
  /** Formats that are not read, by the extension of their files, those of most files first. */
  readonly passedOver: readonly (Count & { readonly extension: string })[];
  /** Stories that stand in the archive in several versions. */
  readonly stories: readonly Story[];
  /** Articles that several outlets carry word for word, the first published first. */
  readonly copies: readonly (readonly ArticleId[])[];
  /** UTF-16 units of all texts. */
  readonly characters: number;
}

/** Surveys some files elsewhere, such as in another thread. */
export interface SurveyWorkers {
  readonly survey: (files: readonly SourceFile[]) => Promise<SurveyPart>;
  /** How many such calls are under way at once. */
  readonly atOnce: number;
}

export interface SurveyOptions extends ReadOptions {
  /** For archives of many files. */
  readonly workers?: SurveyWorkers;
}

// Small enough that no thread is left alone with the last of them, large enough that handing them over costs nothing.
const FILES_A_PART = 256;

/**
 * Reads the articles of some folders one after the other, keeps none of them, and says what they are like. Throws a CorpusError for a
 * folder that cannot be read, and the signal's reason when aborted.
 */
export async function surveyCorpus(dirs: readonly string[], options: SurveyOptions): Promise<CorpusSurvey> {
  const listing = listCorpus(dirs, options.signal);
  const { workers } = options;
  const parts =
    workers === undefined || listing.files.length <= FILES_A_PART
      ? [await surveyFiles(listing.files, options)]
      : await surveyInParts(listing.files, workers, options);
  return merged(listing, parts);
}

async function surveyInParts(
  files: readonly SourceFile[],
  { survey, atOnce }: SurveyWorkers,
  { onProgress, signal }: ReadOptions,
): Promise<readonly SurveyPart[]> {
  const parts: SurveyPart[] = [];
  let [next, done] = [0, 0];
  const run = async (): Promise<void> => {
    while (next * FILES_A_PART < files.length) {
      signal?.throwIfAborted();
      const at = next++;
      const own = files.slice(at * FILES_A_PART, (at + 1) * FILES_A_PART);
      parts[at] = await survey(own);
      onProgress?.((done += own.length), files.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return parts;
}

function merged(listing: CorpusListing, parts: readonly SurveyPart[]): CorpusSurvey {
  const [without, kinds, unread, passedOver] = [createTally(), createTally(), createTally(), createTally()];
  for (const path of listing.passedOver) passedOver.add(extname(path).toLowerCase(), path);
  for (const part of parts) {
    unread.merge(part.unread);
  }
  const signs = parts.flatMap((part) => part.signs);
  const stubs = stubsIn(signs);
  for (const { id, kind, lacking } of parts.flatMap((part) => part.traits)) {
    if (stubs.has(id)) continue;
    kinds.add(kind, id);
    for (const field of lacking) without.add(field, id);
  }
  const fingerprints = parts.flatMap((part) => part.fingerprints).filter(({ id }) => !stubs.has(id));
  const stories = storiesIn(fingerprints);
  const earlier = new Set(stories.flatMap((story) => story.earlier));
  return {
    articles: signs.length - stubs.size,
    stubs: stubs.size,
    faults: [
      ...listing.faults,
      ...onceForFolder(parts.flatMap((part) => part.faults)),
      ...orderFaults(parts.flatMap((part) => part.days)),
      ...signs.flatMap(({ id, path }) => (stubs.has(id) ? stubFault(path) : [])),
    ],
    without: {
      date: without.count('date'),
      outlet: without.count('outlet'),
      author: without.count('author'),
      url: without.count('url'),
    },
    kinds: kinds.list().map(([kind, { count, examples }]) => ({ kind, count, examples })),
    unread: unread.list().map(([key, { count, examples }]) => ({ key, count, examples })),
    passedOver: passedOver.list().map(([extension, { count, examples }]) => ({ extension, count, examples })),
    stories,
    copies: copiesIn(fingerprints.filter(({ id }) => !earlier.has(id))),
    characters: parts.reduce((sum, part) => sum + part.characters, 0),
  };
}

// Each part reads the settings of its folders for itself.
function onceForFolder(faults: readonly CorpusFault[]): readonly CorpusFault[] {
  const told = new Set<string>();
  return faults.filter(({ path }) => {
    if (!path.endsWith(SETTINGS_FILE)) return true;
    if (told.has(path)) return false;
    told.add(path);
    return true;
  });
}
