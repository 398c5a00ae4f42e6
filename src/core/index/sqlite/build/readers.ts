import { createFileReader, type ReadOptions } from '../../../corpus/read-corpus.ts';
import type { SourceFile } from '../../../corpus/source-file.ts';
import type { Article } from '../../../model/article.ts';
import { daysNamed } from '../../../dates/named-days.ts';
import type { Gazetteer } from '../../../names/gazetteer.ts';
import { readStatements } from '../../../statements/statements-of.ts';
import { passagesAlong } from '../../passages.ts';
import { packStatements, unpackContent } from '../content.ts';
import { packDays } from '../days.ts';
import { createInverter, type InvertedPassages } from '../inverter.ts';
import { readForIndex, type FileReading } from './read-file.ts';

/** An article on its way to be read: what there is of it beside its text, and that as it is stored. */
export interface PackedArticle {
  readonly header: Omit<Article, 'text' | 'blocks' | 'statements'>;
  readonly content: Uint8Array;
}

/** What is found in articles. */
export interface ArticlesReading {
  /** Who said what, in each. */
  readonly statements: readonly Uint8Array[];
  /** The days that each names. */
  readonly days: readonly Uint8Array[];
  /** Their passages. */
  readonly inverted: InvertedPassages;
}

/** Who reads files and articles for an index: this thread, or several others. */
export interface IndexReaders {
  /** How many batches are worth handing over at once. */
  readonly atOnce: number;
  readonly files: (batch: readonly SourceFile[]) => Promise<readonly FileReading[]>;
  readonly articles: (batch: readonly PackedArticle[]) => Promise<ArticlesReading>;
}

interface ReadersOptions extends Pick<ReadOptions, 'knowledge' | 'map' | 'signal'> {
  readonly names: Gazetteer;
}

/** Reads in this thread. */
export function createIndexReaders(options: ReadersOptions): IndexReaders {
  const read = createFileReader(options);
  const invert = createInverter(options.names);
  const readArticles = (batch: readonly PackedArticle[]): ArticlesReading => {
    const articles = batch.map(({ header, content }) => ({ ...header, ...unpackContent(content) }));
    return {
      statements: articles.map((article) => packStatements(readStatements(article, options.names))),
      days: articles.map(({ text, date }) => packDays(daysNamed(text, date))),
      inverted: invert(articles.map((article) => passagesAlong(article, article.cuts))),
    };
  };
  return {
    atOnce: 1,
    files: async (batch) => {
      const readings: FileReading[] = [];
      for (const file of batch) readings.push(await readForIndex(file, read));
      return readings;
    },
    articles: (batch) => Promise.resolve(readArticles(batch)),
  };
}

// Items from which on several threads are worth starting: a thread takes a quarter of a second to know what it has to.
const MANY = 200;

/** Who reads so many files or articles: this thread where they are few. */
export const readersFor = (
  count: number,
  options: ReadersOptions & { readonly readers?: IndexReaders },
): IndexReaders => (count < MANY ? null : options.readers) ?? createIndexReaders(options);

/** Runs something over batches, `atOnce` at a time, and gives what came of them in the order of the batches. */
export async function* inBatches<Item, Result>(
  items: readonly Item[],
  { size, atOnce }: { readonly size: number; readonly atOnce: number },
  run: (batch: readonly Item[]) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for (let from = 0; from < items.length || running.length > 0; from += size) {
      if (from < items.length) {
        const batch = run(items.slice(from, from + size));
        // Its failure is heard of when its turn comes.
        batch.catch(() => undefined);
        running.push(batch);
      }
      if (running.length >= atOnce || from + size >= items.length) yield await (running.shift() as Promise<Result>);
    }
  } finally {
    // Whoever stops early need not hear of what fails afterwards.
    await Promise.allSettled(running);
  }
}
