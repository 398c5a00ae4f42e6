import { LRUCache } from 'lru-cache';
import type { Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import type { ArticleReader } from '../sqlite/article-reader.ts';
import { unpackContent, unpackStatements, type Content } from '../sqlite/content.ts';
import type { Cluster } from './cluster.ts';
import { documentId, numberOf, type Edition, type Tables } from './tables.ts';

/** Texts of articles, which are brought from the hosts before they are read. */
export interface Texts extends ArticleReader {
  /** Has the texts of some articles at hand, by their numbers. Those that no host has, or none that answers, are left out. */
  bring(numbers: readonly number[]): Promise<Brought>;
}

export interface Brought {
  readonly missing: ReadonlySet<number>;
  /** Whether some hosts did not answer: what is missing may be there. */
  readonly isPartial: boolean;
}

interface Text {
  readonly content: Content;
  readonly said: string;
  statements: readonly Statement[] | null;
}

// Some twenty megabytes of reports. An answer is made of less than a hundred.
const KEPT = 2_500;
// Articles that are asked for at once, which are some hundred kilobytes.
const AT_ONCE = 50;

/** The texts of one edition. */
export function createTexts(
  cluster: Cluster,
  { texts: table }: Tables,
  { edition, names }: { readonly edition: Edition; readonly names: Gazetteer },
): Texts {
  const kept = new LRUCache<number, Text>({ max: KEPT });
  const textOf = (number: number): Text => {
    const text = kept.get(number);
    if (text === undefined) throw new SavedIndexError('The text of an article was read before it was brought.');
    return text;
  };
  const fetchSome = async (numbers: readonly number[]): Promise<boolean> => {
    const ids = numbers.map((number) => documentId(edition, number)).join(',');
    const { rows, isPartial } = await cluster.ask(
      `SELECT id, content, said FROM ${table} WHERE id IN (${ids}) AND edition = ${edition} LIMIT ${numbers.length}`,
    );
    for (const [id, content, said] of rows)
      kept.set(numberOf(Number(id)), {
        content: unpackContent(Buffer.from(String(content), 'base64')),
        said: String(said),
        statements: null,
      });
    return isPartial;
  };
  return {
    bring: async (numbers) => {
      // What is there counts as used last, so that what comes does not push it out.
      const due = [...new Set(numbers)].filter((number) => kept.get(number) === undefined);
      let isPartial = false;
      for (let from = 0; from < due.length; from += AT_ONCE)
        if (await fetchSome(due.slice(from, from + AT_ONCE))) isPartial = true;
      return { missing: new Set(due.filter((number) => !kept.has(number))), isPartial };
    },
    // What is published has it.
    urlOf: () => null,
    daysOf: () => null,
    contentOf: (number) => textOf(number).content,
    statementsOf: (number, day) => {
      const text = textOf(number);
      if (text.said === '') return null;
      text.statements ??= unpackStatements(Buffer.from(text.said, 'base64'), {
        entryOf: (id) => names.entry(id),
        day,
      });
      return text.statements;
    },
  };
}
