import { bigramKey } from '../../text/script.ts';
import { BM25, inverseFrequency, prefixWeight, saturation } from '../bm25.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Hit, PassageFilter, PassageIndex, QueryTerm } from '../passage-index.ts';
import type { ArticleRow } from '../sqlite/article-rows.ts';
import { symbols } from '../sqlite/score.ts';
import { termKey } from '../sqlite/term-key.ts';
import type { Archive } from './archive.ts';
import type { Cluster } from './cluster.ts';
import { numberOf, type Tables } from './tables.ts';
import { termToken } from './term-token.ts';

// As of the saved index: the same terms of a question are searched.
const BUDGET = 300_000;
// So many bigrams that begin with a character are searched.
const MOST_PREFIXED = 100;
// Passages that are scored here, of those that the hosts score best by what each knows of the archive: several times what is wanted.
const candidatesFor = (limit: number): number => limit * 5 + 100;
const MOST_CANDIDATES = 20_000;
// Sphinx and Manticore take lists of 4,096 numbers in a condition unless they are told otherwise.
const MOST_LISTED = 4_000;

// Nearly what a passage is scored here: a term's second occurrence counts a third of its first. The engines' own bm25a() is of no use where
// an index grows while it is asked: it takes passages for endless.
function ranker(averageLength: number): string {
  const { k, b } = BM25;
  const saturated = `${k + 1}/(1+${k}*(${1 - b}+${b}*length/${Math.max(1, averageLength).toFixed(3)}))`;
  return `sum(0.74*sum_idf+0.26*tf_idf)*${saturated}*100000`;
}

/** What is searched: the archive as it is now. */
interface Searched {
  readonly cluster: Cluster;
  readonly tables: Tables;
  readonly archive: () => Archive;
}

/**
 * The index of several machines. They find candidates, by their own scores; these are scored here by the formula of the other indexes, since
 * a host knows only how common a term is on itself.
 */
export function createSphinxIndex({ cluster, tables, archive }: Searched): PassageIndex {
  return {
    search: async (query, filter, limit) => {
      const now = archive();
      const terms = searchedTerms(query, now);
      const byRow = filter === null ? null : (filter.withoutTexts ?? filter);
      const among = byRow === null ? '' : listed(now.rows, byRow);
      if (terms.length === 0 || among === null || limit === 0) return { hits: [], isPartial: false };
      const match = `MATCH('(${terms.map(({ token, weight }) => `${token}^${weight.toFixed(3)}`).join('|')})')`;
      let isPartial = false;
      for (let most = candidatesFor(limit); ; most *= 8) {
        const found = await cluster.ask(
          `SELECT id, PACKEDFACTORS() FROM ${tables.passages} WHERE ${match} AND edition = ${now.edition}${among}` +
            ` LIMIT ${most} OPTION max_matches=${most}, cutoff=0, ranker=expr('${ranker(now.passageTable.averageLength)}'),` +
            ` idf='plain,tfidf_unnormalized'`,
        );
        isPartial ||= found.isPartial;
        const scored = score(found.rows, terms, now).filter(({ row }) => byRow === null || byRow(row));
        const { hits, isMissing } = await hitsOf(scored, { now, filter, limit });
        isPartial ||= isMissing;
        const isAll = found.rows.length < most || most >= MOST_CANDIDATES;
        if (hits.length >= limit || isAll) return { hits, isPartial };
      }
    },
    budget: BUDGET,
    frequency: (term) => archive().terms.frequency(term),
    suggest: (word, edits) => nearestWord(archive().terms.latinWords(), { word, edits }),
    latinWords: () => archive().terms.latinWords(),
    size: () => archive().passageTable.size,
  };
}

interface SearchedTerm {
  readonly token: string;
  readonly weight: number;
  /** Its weight with how rare it is in the whole archive. */
  readonly share: number;
}

// Those that the archive has; where longer ones are wanted, they stand beside it.
function searchedTerms(query: readonly QueryTerm[], { terms, passageTable }: Archive): SearchedTerm[] {
  const unique = [...new Map(query.map((term) => [term.term, term])).values()];
  const all: QueryTerm[] = [];
  for (const { term, weight, prefix = false } of unique) {
    all.push({ term, weight });
    if (!prefix || typeof term !== 'string') continue;
    const share = prefixWeight(symbols(termKey(term)), ANY_BIGRAM);
    for (const bigram of terms.bigramsFrom(term, MOST_PREFIXED)) all.push({ term: bigram, weight: weight * share });
  }
  return all.flatMap(({ term, weight }) => {
    const frequency = terms.frequency(term);
    if (frequency === 0) return [];
    return [{ token: termToken(term), weight, share: weight * inverseFrequency(frequency, passageTable.size) }];
  });
}

const ANY_BIGRAM = symbols(termKey(bigramKey('一'.charCodeAt(0), '一'.charCodeAt(0))));

// A condition that only articles fulfil that pass a filter, or more of them; null where none does.
function listed(rows: readonly ArticleRow[], filter: NonNullable<PassageFilter['withoutTexts']>): string | null {
  const searched = rows.filter(({ passages }) => passages !== null);
  const passing = searched.filter(filter);
  if (passing.length === 0) return null;
  const numbers = (some: readonly ArticleRow[]): string => some.map(({ article }) => article.seq).join(',');
  if (passing.length === searched.length) return '';
  if (passing.length <= MOST_LISTED) return ` AND article IN (${numbers(passing)})`;
  if (searched.length - passing.length > MOST_LISTED) return '';
  const kept = new Set(passing);
  return ` AND article NOT IN (${numbers(searched.filter((row) => !kept.has(row)))})`;
}

interface Scored {
  readonly row: ArticleRow;
  /** Which of the article's passages it is, and which of the archive's. */
  readonly at: number;
  readonly passage: number;
  readonly score: number;
}

// "… word0=(tf=2, idf=0.788662), word1=(tf=0, idf=0.000000)": how often each term of the query occurs, in their order.
const OCCURRENCES = /word(\d+)=\(tf=(\d+)/g;

function score(
  rows: readonly (readonly unknown[])[],
  terms: readonly SearchedTerm[],
  { passageTable }: Pick<Archive, 'passageTable'>,
): Scored[] {
  const scored = rows.flatMap(([id, factors]): Scored[] => {
    const passage = numberOf(Number(id));
    const owner = passageTable.ownerOf(passage);
    if (owner === null) return [];
    let sum = 0;
    for (const [, word, occurrences] of String(factors).matchAll(OCCURRENCES)) {
      const { share = 0 } = terms[Number(word)] ?? {};
      if (occurrences !== '0')
        sum += share * saturation(Number(occurrences), passageTable.lengths[passage] ?? 0, passageTable.averageLength);
    }
    return [{ ...owner, passage, score: sum }];
  });
  return scored.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

interface Taking {
  readonly now: Archive;
  readonly filter: PassageFilter | null;
  readonly limit: number;
}

// The best that pass a filter, which may read their texts. Of an article whose text is not to be had there is no hit.
async function hitsOf(
  scored: readonly Scored[],
  { now, filter, limit }: Taking,
): Promise<{ readonly hits: readonly Hit[]; readonly isMissing: boolean }> {
  const hits: Hit[] = [];
  let isMissing = false;
  for (let from = 0; from < scored.length && hits.length < limit; from += limit) {
    const some = scored.slice(from, from + limit);
    const { missing, isPartial } = await now.texts.bring(some.map(({ row }) => row.article.seq));
    isMissing ||= isPartial;
    for (const { row, at, score } of some) {
      if (hits.length >= limit || missing.has(row.article.seq)) continue;
      const passage = filter === null || filter(row) ? now.passagesOf(row.article)[at] : undefined;
      if (passage !== undefined) hits.push({ passage, score });
    }
  }
  return { hits, isMissing };
}
