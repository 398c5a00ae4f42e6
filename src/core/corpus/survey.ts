import { extname } from 'node:path';

import type { Article } from '../model/article.ts';
import type { CorpusFault } from './faults.ts';
import { orderFaults, type OpenDay } from './metadata/open-days.ts';
import { listCorpus, parsedFiles, type ReadOptions } from './read-corpus.ts';
import { stubFault, stubSignOf, stubsIn, type StubSign } from './stubs.ts';
import { fingerprintOf, storiesIn, type Fingerprint, type Story } from './versions.ts';

/** Something that a number of articles or files have in common, and the first few of them. */
export interface Count {
  readonly count: number;
  readonly examples: readonly string[];
}

/** What a keeper wants to know of an archive before a reader finds out. */
export interface CorpusSurvey {
  readonly articles: number;
  readonly faults: readonly CorpusFault[];
  /** Notices in place of articles, which are left out. */
  readonly stubs: number;
  /** Articles without a day, an outlet, an author, a link. */
  readonly without: Readonly<Record<'date' | 'outlet' | 'author' | 'url', Count>>;
  /** Keys of metadata that nobody reads, those of most articles first. */
  readonly unread: readonly (Count & { readonly key: string })[];
  /** Formats that are not read, by the extension of their files, those of most files first. */
  readonly passedOver: readonly (Count & { readonly extension: string })[];
  /** Stories that stand in the archive in several versions. */
  readonly stories: readonly Story[];
  /** UTF-16 units of all texts. */
  readonly characters: number;
}

const EXAMPLES = 3;

/**
 * Reads the articles of some folders one after the other, keeps none of them, and says what they are like. Throws a CorpusError for a
 * folder that cannot be read, and the signal's reason when aborted.
 */
export async function surveyCorpus(dirs: readonly string[], options: ReadOptions): Promise<CorpusSurvey> {
  const listing = listCorpus(dirs, options.signal);
  const faults: CorpusFault[] = [...listing.faults];
  const without = { date: createCount(), outlet: createCount(), author: createCount(), url: createCount() };
  const unread = createTally();
  const passedOver = createTally();
  const fingerprints: Fingerprint[] = [];
  const signs: StubSign[] = [];
  const days: OpenDay[] = [];
  let characters = 0;
  for (const path of listing.passedOver) passedOver.add(extname(path).toLowerCase(), path);
  for await (const file of parsedFiles(listing.files, options)) {
    for (const fault of file.faults) faults.push(fault);
    for (const { article, openDay, order } of file.articles) {
      if (openDay !== null || order !== null) days.push({ path: article.path, openDay, order });
      for (const field of lacking(article, openDay)) without[field].add(article.id);
      for (const key of file.unread) unread.add(key, article.path);
      fingerprints.push(fingerprintOf(article));
      signs.push(stubSignOf(article));
      characters += article.text.length;
    }
  }
  faults.push(...orderFaults(days));
  const stubs = stubsIn(signs);
  for (const { id, path } of signs) if (stubs.has(id)) faults.push(stubFault(path));
  return {
    articles: fingerprints.length - stubs.size,
    stubs: stubs.size,
    faults,
    without: {
      date: without.date.get(),
      outlet: without.outlet.get(),
      author: without.author.get(),
      url: without.url.get(),
    },
    unread: unread.list().map(([key, { count, examples }]) => ({ key, count, examples })),
    passedOver: passedOver.list().map(([extension, { count, examples }]) => ({ extension, count, examples })),
    stories: storiesIn(fingerprints),
    characters,
  };
}

function lacking(article: Article, openDay: string | null): ('date' | 'outlet' | 'author' | 'url')[] {
  return (['date', 'outlet', 'author', 'url'] as const).filter(
    (field) => article[field] === null && !(field === 'date' && openDay !== null),
  );
}

function createCount() {
  let count = 0;
  const examples: string[] = [];
  return {
    add(example: string): void {
      count++;
      if (examples.length < EXAMPLES) examples.push(example);
    },
    get: (): Count => ({ count, examples }),
  };
}

function createTally() {
  const counts = new Map<string, ReturnType<typeof createCount>>();
  return {
    add(key: string, example: string): void {
      let own = counts.get(key);
      if (own === undefined) counts.set(key, (own = createCount()));
      own.add(example);
    },
    list: (): [string, Count][] =>
      [...counts].map(([key, own]): [string, Count] => [key, own.get()]).sort((a, b) => b[1].count - a[1].count),
  };
}
