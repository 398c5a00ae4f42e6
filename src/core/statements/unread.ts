// Signs that somebody speaks whose name could not be read, so that what follows must not be given to anybody else.
import type { Span } from '../model/span.ts';
import type { Clause } from './clauses.ts';
import { namesPerson } from './naming.ts';
import type { Reading } from './reading.ts';
import type { Saying } from './speech-clause-parts.ts';
import { isAlsoNoun, speechVerbs } from './speech-verbs.ts';

/** Whether a clause without a readable subject ends in a verb of speech: …學院講師梁麗娟分析, */
export const endsInSpeech = ({ masked }: Reading, { start, end }: Clause): boolean =>
  speechVerbs(masked, start, end).some(
    (verb) => verb.end === end && verb.start - start > 1 && (verb.word === '分析' || !isAlsoNoun(verb)),
  );

/** Whether a clause that tells of no speech names somebody who may be the one who goes on: 代表被告的律師潘熙反對…, */
export const isAboutSomebody = (reading: Reading, { start, end }: Clause): boolean =>
  !/^(?:就|对|针对|关于|至于|被|在|当|有关|与|和|随|据)/.test(reading.masked.slice(start, end)) &&
  namesPerson(reading, start, end);

/**
 * Whether the first saying of a sentence could be somebody's who is named before it and was not understood to be its subject.
 * `found` is the saying as its own clause has it.
 */
export function isAnybodys(
  reading: Reading,
  sentence: Span,
  { clause, found, saying }: { clause: Clause; found: Saying; saying: Saying },
): boolean {
  // 記者向老師查詢，均表示…: several, of whom none is the one before
  if (found.subject.kind === 'empty' && SEVERAL.test(reading.masked.slice(clause.start, found.verb.start))) return true;
  // 他 behind somebody's name in the same sentence is no longer whoever spoke before
  return saying.subject.kind === 'pronoun' && introducesPerson(reading, sentence.start, clause.start);
}

const SEVERAL = /^[^,]{0,4}[均皆]/;

// A name, or 一位學生領袖.
const introducesPerson = (reading: Reading, from: number, to: number): boolean =>
  namesPerson(reading, from, to) || /[一二两三四五六七八九十数多0-9][位名]/.test(reading.masked.slice(from, to));
