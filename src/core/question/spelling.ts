import { distance } from 'fastest-levenshtein';
import type { PassageIndex } from '../index/passage-index.ts';
import { nameTerm } from '../names/terms.ts';
import type { Entry, Gazetteer, Mention } from '../names/gazetteer.ts';
import { parseQuestion, type ParsedQuestion } from './parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';

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

// One of several people with a surname is meant where so many times as many passages name them as any other.
const BY_FAR = 4;

/**
 * Reads surnames that stand alone (`Wang`, `Yang and Blinken`) as the one person of that name whom the corpus names by far the
 * most. A word without a capital, a surname of several people, or of nobody in the corpus, stays a word.
 */
export function resolveSurnames(question: ParsedQuestion, names: Gazetteer, index: PassageIndex): ParsedQuestion {
  const found = question.terms.flatMap((term): Mention[] => {
    const name = personOf(question, term, { names, index });
    return name === null ? [] : [{ name, start: term.start, end: term.end }];
  });
  if (found.length === 0) return question;
  return parseQuestion(question.text, {
    ...names,
    // Terms are looked for in the question as a whole; anything else that is read meanwhile has no such surnames.
    mentions: (folded, original) => {
      const mentions = names.mentions(folded, original);
      return folded === question.folded ? [...mentions, ...found].sort((a, b) => a.start - b.start) : mentions;
    },
  });
}

function personOf(
  { text, folded }: ParsedQuestion,
  { kind, start, end }: QuestionTerm,
  { names, index }: { readonly names: Gazetteer; readonly index: PassageIndex },
): Entry | null {
  if ((kind !== 'word' && kind !== 'gloss') || !/^\p{Lu}/u.test(text.slice(start, end))) return null;
  const called = names
    .surnamed(folded.slice(start, end).replace(/['’]s$/, ''))
    .map((name) => ({ name, named: index.frequency(nameTerm(name.id)) }))
    .sort((a, b) => b.named - a.named);
  const [first, second] = called;
  if (first === undefined || first.named === 0 || first.named < BY_FAR * (second?.named ?? 0)) return null;
  return first.name;
}
