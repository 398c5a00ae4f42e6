import type { Gazetteer } from '../names/gazetteer.ts';
import { eachTerm, type Term } from './terms.ts';
import type { Passage } from './passages.ts';

/** The terms of a passage, each with how often it occurs. */
export function termCounts(passage: Passage, names: Gazetteer): Map<Term, number> {
  const counts = new Map<Term, number>();
  const text = searchedText(passage);
  eachTerm(text, names, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  return counts;
}

/** The text of a passage that is searched: its context and its sentences. */
export const searchedText = (passage: Passage): string =>
  passage.kind === 'headline'
    ? passage.context
    : `${passage.context}\n${passage.article.text.slice(passage.start, passage.end)}`;
