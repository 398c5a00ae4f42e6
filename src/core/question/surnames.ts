import type { PassageIndex } from '../index/passage-index.ts';
import type { Mention, Entry, Gazetteer } from '../names/gazetteer.ts';
import { nameTerm } from '../names/terms.ts';
import { parseQuestion, type ParsedQuestion } from './parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';

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
