import MiniSearch, { type Options } from 'minisearch';
import type { ArticleId } from '../model/article.ts';
import { bigramUnits } from '../text/script.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { bestFirst, emptyScores, inverseFrequency, prefixWeight, saturation } from './bm25.ts';
import { nearestWord } from './nearest-word.ts';
import { searchedText, termCounts } from './passage-terms.ts';
import { eachTerm, type Term } from './terms.ts';
import type { Hit, PassageIndex, SearchResult, WritableIndex } from './passage-index.ts';
import type { Passage } from './passages.ts';

// MiniSearch keeps its terms in a radix tree and scans a node's children one by one, which thousands of Han characters
// make slow. Each CJK unit is therefore written as three symbols of 32: A–Z and the six characters behind Z. Latin words
// are lower case and the other terms begin with # or @, so that no two terms meet.
const symbol = (value: number): string => String.fromCharCode(0x41 + value);
const encodeUnit = (unit: number): string => {
  const index = unit - 0x3000;
  return symbol((index >> 10) & 31) + symbol((index >> 5) & 31) + symbol(index & 31);
};

function encode(term: Term): string {
  if (typeof term === 'number') return bigramUnits(term).map(encodeUnit).join('');
  return term.length === 1 && term.charCodeAt(0) >= 0x3005 && term.charCodeAt(0) < 0xac00
    ? encodeUnit(term.charCodeAt(0))
    : term;
}

interface Indexed {
  readonly id: number;
  readonly terms: string;
}

const OPTIONS: Options<Indexed> = {
  fields: ['terms'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
  // Removed passages are swept out when there are enough of them.
  autoVacuum: true,
};

// Of its only field.
const FIELD = 0;

// Some milliseconds; a few thousand reports hardly reach it.
const BUDGET = 40_000;

/** An empty in-memory index on MiniSearch. */
export function createMiniSearchIndex(names: Gazetteer): WritableIndex {
  let mini = new MiniSearch<Indexed>(OPTIONS);
  const table = createTable();
  const frequencies = new Map<Term, number>();
  return {
    search: (...given) => Promise.resolve(search(mini, table, ...given)),
    add: (added) => {
      if (table.passages.size === 0 && added.length > 0) {
        const postings = gather(added, names, table.register);
        for (const [term, list] of postings) frequencies.set(term, list.length / 2);
        mini = filled(table, postings);
        return Promise.resolve();
      }
      for (const passage of added) {
        const counts = termCounts(passage, names);
        table.register(passage, (id) => {
          mini.add({ id, terms: repeated(counts) });
          return counts.size;
        });
        for (const term of counts.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      }
      return Promise.resolve();
    },
    remove: (id) => {
      for (const [passageId, passage] of table.drop(id)) {
        mini.discard(passageId);
        for (const term of termCounts(passage, names).keys()) frequencies.set(term, (frequencies.get(term) ?? 1) - 1);
      }
      return Promise.resolve();
    },
    budget: BUDGET,
    ...countsOf(frequencies),
    size: () => table.passages.size,
  };
}

// What the numbers of passages with each term tell.
const countsOf = (
  frequencies: ReadonlyMap<Term, number>,
): Pick<PassageIndex, 'frequency' | 'suggest' | 'latinWords'> => ({
  frequency: (term) => frequencies.get(term) ?? 0,
  suggest: (word, edits) => nearestWord(frequencies, { word, edits }),
  latinWords: () =>
    Array.from(frequencies).filter(([term, count]) => typeof term === 'string' && count > 0 && /^[a-z]/.test(term)),
});

// Each term as often as it occurs, as MiniSearch reads a text.
const repeated = (counts: ReadonlyMap<Term, number>): string =>
  [...counts].flatMap(([term, count]) => Array<string>(count).fill(encode(term))).join(' ');

/** The passages by their numbers. */
interface Table {
  readonly passages: ReadonlyMap<number, Passage>;
  /** How many different terms each has; 0 for one that was dropped. */
  readonly lengths: readonly number[];
  readonly averageLength: () => number;
  /** Gives a passage a number; `lengthOf` tells by it how many different terms the passage has. */
  readonly register: (passage: Passage, lengthOf: (id: number) => number) => void;
  /** Forgets the passages of an article, and gives them with their numbers. */
  readonly drop: (id: ArticleId) => readonly (readonly [number, Passage])[];
}

function createTable(): Table {
  const passages = new Map<number, Passage>();
  const lengths: number[] = [];
  const ofArticle = new Map<ArticleId, [number, Passage][]>();
  let total = 0;
  return {
    passages,
    lengths,
    averageLength: () => total / Math.max(1, passages.size),
    register: (passage, lengthOf) => {
      const id = lengths.length;
      lengths[id] = lengthOf(id);
      total += lengths[id];
      passages.set(id, passage);
      const own = ofArticle.get(passage.article.id);
      if (own === undefined) ofArticle.set(passage.article.id, [[id, passage]]);
      else own.push([id, passage]);
    },
    drop: (article) => {
      const own = ofArticle.get(article) ?? [];
      for (const [id] of own) {
        total -= lengths[id] ?? 0;
        lengths[id] = 0;
        passages.delete(id);
      }
      ofArticle.delete(article);
      return own;
    },
  };
}

/** How often a term stands in each of its passages, by their numbers; those that were removed may be among them. */
type Postings = ReadonlyMap<number, number>;

// The passages that hold any of the terms, the best first. MiniSearch's own search makes an object for each posting and for each passage that has one, and puts all of
// them in order: its postings are read here instead, and scored by its formula.
function search(
  mini: MiniSearch<Indexed>,
  { passages, lengths, averageLength }: Table,
  ...[query, filter, limit]: Parameters<PassageIndex['search']>
): SearchResult {
  const { scores, found } = emptyScores(lengths.length);
  const average = averageLength();
  let count = 0;
  for (const { term, weight, prefix = false } of new Map(query.map((one) => [one.term, one])).values()) {
    const own = encode(term);
    for (const [key, postings] of lookUp(mini, own, prefix)) {
      const share = weight * prefixWeight(own.length, key.length);
      const rarity = inverseFrequency(countOf(postings, lengths), passages.size);
      postings.forEach((occurrences, id) => {
        const length = lengths[id] ?? 0;
        if (length === 0) return;
        if (scores[id] === 0) found[count++] = id;
        scores[id] = (scores[id] as number) + share * (rarity * saturation(occurrences, length, average));
      });
    }
  }
  const ranking = bestFirst(found.subarray(0, count), scores);
  const hits: Hit[] = [];
  for (let next = ranking.next(); next !== null && hits.length < limit; next = ranking.next()) {
    const passage = passages.get(next.passage);
    if (passage !== undefined && (filter === null || filter(passage))) hits.push({ passage, score: next.score });
  }
  return { hits, isPartial: false };
}

// The postings of a term and, where these are wanted, of those that begin with it. MiniSearch has no method that gives them.
function lookUp(mini: MiniSearch<Indexed>, key: string, prefix: boolean): Iterable<readonly [string, Postings]> {
  const index = mini['_index'];
  const terms = prefix ? [...index.atPrefix(key)] : [[key, index.get(key)] as const];
  return terms.flatMap(([term, data]) => {
    const postings = data?.get(FIELD);
    return postings === undefined ? [] : [[term, postings] as const];
  });
}

function countOf(postings: Postings, lengths: readonly number[]): number {
  let count = 0;
  for (const id of postings.keys()) if (lengths[id] !== 0) count += 1;
  return count;
}

// Feeding MiniSearch one document after the other walks its tree for every word of every passage. Postings that are
// gathered in a hash map first and handed over as a stored index walk it once for each distinct term.
function gather(
  added: readonly Passage[],
  names: Gazetteer,
  register: Table['register'],
): ReadonlyMap<Term, readonly number[]> {
  const postings = new Map<Term, number[]>();
  for (const passage of added)
    register(passage, (id) => addPostings(postings, id, (emit) => eachTerm(searchedText(passage), names, emit)));
  return postings;
}

// A MiniSearch of what was gathered. Terms go into its tree at once: those of a stored index come as objects, which take as long to make as to read.
function filled(
  { passages, lengths, averageLength }: Table,
  postings: ReadonlyMap<Term, readonly number[]>,
): MiniSearch<Indexed> {
  const ids = [...passages.keys()];
  const mini = MiniSearch.loadJS<Indexed>(
    {
      documentCount: passages.size,
      nextId: lengths.length,
      documentIds: Object.fromEntries(ids.map((id) => [id, id])),
      fieldIds: { terms: FIELD },
      fieldLength: Object.fromEntries(ids.map((id) => [id, [lengths[id] ?? 0]])),
      averageFieldLength: [averageLength()],
      storedFields: {},
      dirtCount: 0,
      index: [],
      serializationVersion: 2,
    },
    OPTIONS,
  );
  for (const [term, list] of postings) {
    const counts = new Map<number, number>();
    for (let i = 0; i < list.length; i += 2) counts.set(list[i] as number, list[i + 1] as number);
    mini['_index'].set(encode(term), new Map([[FIELD, counts]]));
  }
  return mini;
}

// Adds the terms of one passage; returns how many distinct ones it has.
function addPostings(postings: Map<Term, number[]>, id: number, each: (emit: (term: Term) => void) => void): number {
  let distinct = 0;
  each((term) => {
    let list = postings.get(term);
    if (list === undefined) postings.set(term, (list = []));
    const last = list.length - 2;
    if (last >= 0 && list[last] === id) {
      list[last + 1] = (list[last + 1] ?? 0) + 1;
    } else {
      list.push(id, 1);
      distinct += 1;
    }
  });
  return distinct;
}
