import { LRUCache } from 'lru-cache';
import type { Article } from '../../model/article.ts';
import { isChinese } from '../../text/script.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Term } from '../terms.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Ranking } from '../bm25.ts';
import type { Hit, QueryTerm, WritableIndex } from '../passage-index.ts';
import { SavedIndexError } from '../saved-index-error.ts';
import { TAKEN_OUT } from './article-reader.ts';
import type { PassageTable } from './passage-table.ts';
import type { Passage } from '../passages.ts';
import type { Database } from './database.ts';
import { packContent } from './content.ts';
import { deleteArticle, insertArticle } from './article-rows.ts';
import { createPostingsWriter, readSegments } from './postings-writer.ts';
import { createIndexedBigrams } from './indexed-bigrams.ts';
import { createInverter } from './inverter.ts';
import type { SavedArticles } from './saved-articles.ts';
import { rank, termsHeld, type TermLists } from './score.ts';
import { readFrequencies, readPostings, termsFrom } from './term-blocks.ts';
import { termKey } from './term-key.ts';

// Bytes of postings, and terms of which it is known in how many passages they are.
const POSTINGS_KEPT = 16 << 20;
const ROW = 64;
// A timeline weighs all terms of some fifty reports.
const FREQUENCIES_KEPT = 100_000;
// Some milliseconds: 47,000 reports have 160,000 passages, and of the commonest terms of a question each is in a third of them.
const BUDGET = 300_000;
// So many terms that begin with a character are searched.
const MOST_PREFIXED = 2_000;

/** The terms of a saved index, as far as they were looked up. */
interface StoredTerms {
  readonly lookUp: (term: QueryTerm) => readonly TermLists[];
  /** A query's term with its own postings, not those that begin with it. */
  readonly ofTerm: (term: QueryTerm) => { readonly term: Term; readonly lists: readonly TermLists[] };
  /** In how many passages a term is. */
  readonly frequency: (term: Term) => number;
  readonly rememberFrequencies: (terms: Iterable<Term>) => void;
  readonly latinWords: () => readonly (readonly [string, number])[];
  readonly holdsBigram: (first: string, second: string) => boolean;
  /** Forgets all that was looked up: the file has changed. */
  readonly forget: () => void;
}

function createStoredTerms(database: Database): StoredTerms {
  const known = new LRUCache<string, TermLists>({
    maxSize: POSTINGS_KEPT,
    sizeCalculation: ({ lists }) => lists.reduce((sum, { length }) => sum + length, ROW),
  });
  const frequencies = new LRUCache<string, number>({ max: FREQUENCIES_KEPT });
  let words: readonly (readonly [string, number])[] | null = null;
  let segments = readSegments(database);
  const bigrams = createIndexedBigrams(database, () => segments);

  const postingsOf = (key: string): TermLists => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const stored = segments.flatMap((_, segment) => readPostings(database, segment, key) ?? []);
    const frequency = stored.reduce((sum, one) => sum + one.frequency, 0);
    const lists = { key, frequency, lists: stored.map(({ list }) => list) };
    known.set(key, lists);
    return lists;
  };
  return {
    ofTerm: ({ term }) => ({ term, lists: [postingsOf(termKey(term))] }),
    lookUp: ({ term, prefix = false }) => {
      const key = termKey(term);
      return prefix ? [...keysFrom(database, segments, key)].map(postingsOf) : [postingsOf(key)];
    },
    frequency: (term) => {
      const key = termKey(term);
      let frequency = frequencies.get(key);
      if (frequency === undefined) frequencies.set(key, (frequency = postingsOf(key).frequency));
      return frequency;
    },
    rememberFrequencies: (terms) => {
      const keys = [...new Set(Array.from(terms, termKey))].filter((key) => !frequencies.has(key));
      const found = segments.map((_, segment) => readFrequencies(database, segment, keys));
      for (const key of keys)
        frequencies.set(
          key,
          found.reduce((sum, one) => sum + (one.get(key) ?? 0), 0),
        );
    },
    latinWords: () => (words ??= readLatinWords(database, segments)),
    holdsBigram: bigrams.holds,
    forget: () => {
      bigrams.forget();
      known.clear();
      frequencies.clear();
      words = null;
      segments = readSegments(database);
    },
  };
}

function keysFrom(database: Database, segments: readonly number[], beginning: string): ReadonlySet<string> {
  const keys = new Set<string>([beginning]);
  segments.forEach((_, segment) => {
    for (const { key } of termsFrom(database, segment, beginning)) {
      if (!key.startsWith(beginning) || keys.size > MOST_PREFIXED) break;
      keys.add(key);
    }
  });
  return keys;
}

function readLatinWords(database: Database, segments: readonly number[]): readonly (readonly [string, number])[] {
  const frequencies = new Map<string, number>();
  segments.forEach((_, segment) => {
    for (const { key, frequency } of termsFrom(database, segment, 'a')) {
      if (key >= '{') break;
      frequencies.set(key, (frequencies.get(key) ?? 0) + frequency);
    }
  });
  return [...frequencies];
}

/** The index of a file, which outlives the program. Of a passage that is found, the text is read when it is asked for. */
export function createSqliteIndex(database: Database, articles: SavedArticles, names: Gazetteer): WritableIndex {
  const terms = createStoredTerms(database);
  articles.onChange(terms.forget);
  return {
    search: (query, filter, limit) => {
      articles.refresh();
      const { passageTable } = articles;
      const byTerm = new Map(query.map((term) => [term.term, term]));
      const ranking = rank([...byTerm.values()], passageTable, terms.lookUp);
      const found: Found[] = [];
      for (let next = ranking.next(); next !== null && found.length < limit; next = ranking.next()) {
        const owner = passageTable.ownerOf(next.passage);
        if (owner !== null && (filter === null || filter(owner.row))) found.push({ ...next, ...owner });
      }
      const hits = hitsOf(found, articles, () => Array.from(byTerm.values(), terms.ofTerm));
      return Promise.resolve({ hits, isPartial: false });
    },
    add: async (passages) => {
      await database.transaction(() => {
        store(database, passages, names);
        articles.changed();
      });
      articles.refresh();
    },
    remove: async (id) => {
      const article = articles.article(id);
      if (article === null) return;
      await database.transaction(() => {
        const writer = createPostingsWriter(database, names);
        writer.remove(article.seq, article);
        writer.flush();
        deleteArticle(database, article.seq);
        articles.changed();
      });
      articles.refresh();
    },
    frequency: terms.frequency,
    rememberFrequencies: terms.rememberFrequencies,
    holdsBigram: terms.holdsBigram,
    budget: BUDGET,
    suggest: (word, edits) => nearestWord(terms.latinWords(), { word, edits }),
    latinWords: terms.latinWords,
    size: () => articles.passageTable.size,
  };
}

// A passage that was found: its number, the article that it is of, and which of its passages it is.
type Found = NonNullable<ReturnType<Ranking['next']>> & NonNullable<ReturnType<PassageTable['ownerOf']>>;

// Hits of what was found for the terms that `sought` gives.
function hitsOf(
  found: readonly Found[],
  articles: SavedArticles,
  sought: () => Parameters<typeof termsHeld>[1],
): readonly Hit[] {
  let held: readonly ReadonlySet<Term>[] | null = null;
  const heldBy = (at: number): ReadonlySet<Term> => {
    const numbers = found.map(({ passage }) => passage);
    return (held ??= termsHeld(numbers, sought()))[at] as ReadonlySet<Term>;
  };
  return found.map(({ row: { article }, at, score }, n): Hit => ({
    score,
    glimpse: { article: article.id, kind: at === 0 ? 'headline' : 'body', held: () => heldBy(n) },
    get passage() {
      const passage = articles.passagesOf(article)[at];
      if (passage === undefined) throw new SavedIndexError(TAKEN_OUT);
      return passage;
    },
  }));
}

// Articles that come without a file.
const NO_FILE = { file: 0, dir: 0, place: 0 } as const;

function store(database: Database, passages: readonly Passage[], names: Gazetteer): void {
  const ofArticle = new Map<Article, Passage[]>();
  for (const passage of passages) {
    const own = ofArticle.get(passage.article);
    if (own === undefined) ofArticle.set(passage.article, [passage]);
    else own.push(passage);
  }
  const writer = createPostingsWriter(database, names);
  const seqs = Array.from(ofArticle.keys(), (article) =>
    insertArticle(database, { ...NO_FILE, article, isChinese: isChinese(article), content: packContent(article) }),
  );
  writer.add(seqs, createInverter(names)([...ofArticle.values()]));
  writer.flush();
}
