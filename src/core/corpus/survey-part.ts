import type { Article, ArticleId, KindFilter } from '../model/article.ts';
import { createTally, type Count } from './counts.ts';
import type { CorpusFault } from './faults.ts';
import type { AmbiguousDay } from './metadata/ambiguous-days.ts';
import { parsedFiles, type ReadOptions } from './read-corpus.ts';
import { fingerprintOf, type Fingerprint } from './related/fingerprint.ts';
import type { SourceFile } from './source-file.ts';
import { stubSignOf, type StubSign } from './stubs.ts';

/** What an article may lack. */
const LACKING = ['date', 'outlet', 'author', 'url'] as const;

type Counts = readonly (readonly [string, Count])[];

/** What of an article is counted. */
export interface Traits {
  readonly id: ArticleId;
  /** `news` where it has none. */
  readonly kind: KindFilter;
  /** Of `LACKING`. */
  readonly lacking: readonly string[];
}

/** What some of an archive's files are like: plain data, which can be handed from thread to thread. */
export interface SurveyPart {
  readonly faults: readonly CorpusFault[];
  /** In the order of the articles, notices in place of one among them. */
  readonly traits: readonly Traits[];
  /** By key. */
  readonly unread: Counts;
  readonly fingerprints: readonly Fingerprint[];
  readonly signs: readonly StubSign[];
  readonly days: readonly AmbiguousDay[];
  /** UTF-16 units of all texts. */
  readonly characters: number;
}

/** Reads some files of an archive one after the other, keeps none of their articles, and says what they are like. Throws as `parsedFiles` does. */
export async function surveyFiles(files: readonly SourceFile[], options: ReadOptions): Promise<SurveyPart> {
  const faults: CorpusFault[] = [];
  const unread = createTally();
  const traits: Traits[] = [];
  const fingerprints: Fingerprint[] = [];
  const signs: StubSign[] = [];
  const days: AmbiguousDay[] = [];
  let characters = 0;
  for await (const file of parsedFiles(files, options)) {
    for (const fault of file.faults) faults.push(fault);
    for (const { article, ambiguousDay, order } of file.articles) {
      if (ambiguousDay !== null || order !== null) days.push({ path: article.path, ambiguousDay, order });
      const lacking = LACKING.filter((field) => isLacking(article, field, ambiguousDay));
      traits.push({ id: article.id, kind: article.kind ?? 'news', lacking });
      for (const key of file.unread) unread.add(key, article.path);
      fingerprints.push(fingerprintOf(article));
      signs.push(stubSignOf(article));
      characters += article.text.length;
    }
  }
  return {
    faults,
    traits,
    unread: unread.list(),
    fingerprints,
    signs,
    days,
    characters,
  };
}

const isLacking = (article: Article, field: (typeof LACKING)[number], ambiguousDay: string | null): boolean =>
  article[field] === null && !(field === 'date' && ambiguousDay !== null);
