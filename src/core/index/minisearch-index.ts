import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { ArticleId } from '../model/article.ts';
import { bigramUnits } from '../text/script.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { BM25 } from './bm25.ts';
import { nearestWord } from './nearest-word.ts';
import { searchedText, termCounts } from './passage-terms.ts';
import { eachTerm, type Term } from './terms.ts';
import type { Hit, PassageIndex, QueryTerm, SearchResult, WritableIndex } from './passage-index.ts';
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

// Some milliseconds; a few thousand reports hardly reach it.
const BUDGET = 40_000;

/** An empty in-memory index on MiniSearch. */
export function createMiniSearchIndex(names: Gazetteer): WritableIndex {
  let mini = new MiniSearch<Indexed>(OPTIONS);
  const passages = new Map<number, Passage>();
  const ofArticle = new Map<ArticleId, number[]>();
  const frequencies = new Map<Term, number>();
  let nextId = 0;

  const register = (passage: Passage): number => {
    const id = nextId++;
    passages.set(id, passage);
    const ids = ofArticle.get(passage.article.id);
    if (ids === undefined) ofArticle.set(passage.article.id, [id]);
    else ids.push(id);
    return id;
  };

  const load = (added: readonly Passage[]): void => {
    const { postings, stored } = gather(added, names, register);
    for (const [term, list] of postings) frequencies.set(term, list.length / 2);
    mini = MiniSearch.loadJS<Indexed>({ ...stored, nextId }, OPTIONS);
  };

  return {
    search: (...given) => Promise.resolve(search({ mini, passages }, ...given)),
    add: (added) => {
      if (passages.size === 0 && added.length > 0) {
        load(added);
        return Promise.resolve();
      }
      for (const passage of added) {
        const counts = termCounts(passage, names);
        mini.add({ id: register(passage), terms: repeated(counts) });
        for (const term of counts.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      }
      return Promise.resolve();
    },
    remove: (id) => {
      for (const passageId of ofArticle.get(id) ?? []) {
        const passage = passages.get(passageId);
        if (passage === undefined) continue;
        mini.discard(passageId);
        for (const term of termCounts(passage, names).keys()) frequencies.set(term, (frequencies.get(term) ?? 1) - 1);
        passages.delete(passageId);
      }
      ofArticle.delete(id);
      return Promise.resolve();
    },
    budget: BUDGET,
    ...countsOf(frequencies),
    size: () => passages.size,
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

interface Searched {
  readonly mini: MiniSearch<Indexed>;
  readonly passages: ReadonlyMap<number, Passage>;
}

type Search = PassageIndex['search'];

// The passages that hold any of the terms, the best first.
function search({ mini, passages }: Searched, ...[query, filter, limit]: Parameters<Search>): SearchResult {
  const weights = new Map<string, QueryTerm>();
  for (const term of query) weights.set(encode(term.term), term);
  const text = [...weights.keys()].join(' ');
  if (text === '') return { hits: [], isPartial: false };
  const results = mini.search(text, {
    bm25: BM25,
    boostTerm: (term) => weights.get(term)?.weight ?? 1,
    prefix: (term) => weights.get(term)?.prefix ?? false,
    ...(filter === null ? {} : { filter: ({ id }) => filter(passages.get(id as number) as Passage) }),
  });
  const found = results.map((result) => ({
    result,
    // MiniSearch multiplies by the number of matched terms, which rewards long passages twice.
    score: result.score / Math.max(1, result.queryTerms.length),
  }));
  const best = found.sort((a, b) => b.score - a.score).slice(0, limit);
  return {
    hits: best.map(({ result, score }): Hit => {
      const passage = passages.get(result.id as number) as Passage;
      const held = (): Set<Term> => new Set(result.terms.flatMap((own) => weights.get(own)?.term ?? []));
      return { passage, score, glimpse: { article: passage.article.id, kind: passage.kind, held } };
    }),
    isPartial: false,
  };
}

// Feeding MiniSearch one document after the other walks its tree for every word of every passage. Postings that are
// gathered in a hash map first and handed over as a stored index walk it once for each distinct term.
function gather(added: readonly Passage[], names: Gazetteer, register: (passage: Passage) => number) {
  const postings = new Map<Term, number[]>();
  const lengths: Record<number, number[]> = {};
  const documentIds: Record<number, number> = {};
  let total = 0;
  for (const passage of added) {
    const id = register(passage);
    const length = addPostings(postings, id, (emit) => eachTerm(searchedText(passage), names, emit));
    documentIds[id] = id;
    lengths[id] = [length];
    total += length;
  }
  const stored: Omit<AsPlainObject, 'nextId'> = {
    documentCount: added.length,
    documentIds,
    fieldIds: { terms: 0 },
    fieldLength: lengths,
    averageFieldLength: [total / Math.max(1, added.length)],
    storedFields: {},
    dirtCount: 0,
    // MiniSearch reads it once, in order, so that a generator does for the array and one term at a time is in memory.
    index: storedTerms(postings) as unknown as AsPlainObject['index'],
    serializationVersion: 2,
  };
  return { postings, stored };
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

function* storedTerms(
  postings: ReadonlyMap<Term, readonly number[]>,
): Generator<[string, { 0: Record<number, number> }]> {
  for (const [term, list] of postings) {
    const counts: Record<number, number> = {};
    for (let i = 0; i < list.length; i += 2) counts[list[i] as number] = list[i + 1] as number;
    yield [encode(term), { 0: counts }];
  }
}
