import { distance } from 'fastest-levenshtein';
import type { PassageIndex } from '../index/passage-index.ts';
import { nameTerm } from '../names/terms.ts';
import type { Entry, Gazetteer } from '../names/gazetteer.ts';
import type { ParsedQuestion } from './parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { resolveSurnames } from './surnames.ts';

// Shorter words are too like one another to be mended.
const SHORTEST = 4;
const editsAllowed = (word: string): number => (word.length >= 7 ? 2 : 1);

/**
 * Mends misspelt Latin words: one that neither the corpus nor the name book knows is read as the name, else as the word of
 * the corpus, that is an edit or two away (`Bliken`, `fentanil`). Without such a word the term stays as it is. A surname is no
 * misspelling: it is read as whoever the corpus knows by it.
 */
export function mendSpelling(parsed: ParsedQuestion, names: Gazetteer, index: PassageIndex): ParsedQuestion {
  const question = resolveSurnames(parsed, names, index);
  const unknown = (term: QuestionTerm): boolean =>
    term.kind === 'word' &&
    typeof term.term === 'string' &&
    term.term.length >= SHORTEST &&
    /^[a-z]+$/.test(term.term) &&
    index.frequency(term.term) === 0;
  if (!question.terms.some(unknown)) return question;
  const terms = question.terms.map((term): QuestionTerm => {
    if (!unknown(term)) return term;
    const word = term.term as string;
    const name = closestName(word, names);
    if (name !== null) return { ...term, kind: 'name', term: nameTerm(name.id), name };
    const suggestion = index.suggest(word, editsAllowed(word));
    return suggestion === null ? term : { ...term, term: suggestion };
  });
  return { ...question, terms: terms.filter((term, i) => terms.findIndex((other) => other.term === term.term) === i) };
}

function closestName(word: string, names: Gazetteer): Entry | null {
  let best: Entry | null = null;
  let least = editsAllowed(word) + 1;
  for (const { stem, name } of names.latinWords()) {
    if (stem.length < SHORTEST || stem[0] !== word[0]) continue;
    if (Math.abs(stem.length - word.length) >= least) continue;
    const edits = distance(stem, word);
    if (edits < least) {
      best = name;
      least = edits;
    }
  }
  return best;
}
