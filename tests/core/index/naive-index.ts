import { distance } from 'fastest-levenshtein';
import type { Gazetteer } from '../../../src/core/names/gazetteer.ts';
import type { Hit, QueryTerm, WritableIndex } from '../../../src/core/index/passage-index.ts';
import type { Passage } from '../../../src/core/index/passages.ts';
import { bigramUnits } from '../../../src/core/text/script.ts';
import { eachTerm, type Term } from '../../../src/core/index/terms.ts';

/** An index that reads every passage for every query: too slow to use, too plain to be wrong. */
export function createNaiveIndex(names: Gazetteer): WritableIndex {
  let held: { readonly passage: Passage; readonly terms: ReadonlySet<Term> }[] = [];
  const words = (): string[] => [...new Set(held.flatMap(({ terms }) => [...terms].filter(isWord)))].sort();
  return {
    async search(query, filter, limit) {
      const hits = held
        .filter(({ passage }) => filter === null || filter(passage))
        .map(({ passage, terms }): Hit => ({ passage, score: scoreOf(query, terms) }));
      const best = hits.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
      return { hits: best.slice(0, limit), isPartial: false };
    },
    async add(passages) {
      held.push(...passages.map((passage) => ({ passage, terms: termsOf(passage, names) })));
    },
    async remove(id) {
      held = held.filter(({ passage }) => passage.article.id !== id);
    },
    frequency: (term) => held.filter(({ terms }) => terms.has(term)).length,
    suggest(word, edits) {
      const near = words().map((known) => ({ known, far: distance(word, known) }));
      return near.filter(({ far }) => far <= edits).sort((a, b) => a.far - b.far)[0]?.known ?? null;
    },
    latinWords: () => words().map((word) => [word, held.filter(({ terms }) => terms.has(word)).length] as const),
    budget: Number.POSITIVE_INFINITY,
    size: () => held.length,
  };
}

/** The terms that a passage is found by: those of its context and of its sentences. */
export function termsOf({ article, kind, start, end, context }: Passage, names: Gazetteer): ReadonlySet<Term> {
  const text = kind === 'headline' ? context : `${context}\n${article.text.slice(start, end)}`;
  const terms = new Set<Term>();
  eachTerm(text, names, (term) => terms.add(term));
  return terms;
}

// The weight of the query's terms that a passage holds.
function scoreOf(query: readonly QueryTerm[], terms: ReadonlySet<Term>): number {
  let score = 0;
  for (const { term, weight, prefix } of query) {
    if (terms.has(term) || (prefix === true && beginsAny(term, terms))) score += weight;
  }
  return score;
}

// A character begins the bigrams of which it is the first.
function beginsAny(prefix: Term, terms: ReadonlySet<Term>): boolean {
  if (typeof prefix === 'number') return false;
  return [...terms].some((term) => (typeof term === 'number' ? firstOf(term) : term).startsWith(prefix));
}

const firstOf = (bigram: number): string => String.fromCharCode(bigramUnits(bigram)[0]);
const isWord = (term: Term): term is string => typeof term === 'string' && /^[a-z]/.test(term);
