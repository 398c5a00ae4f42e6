import { englishLexicon } from '../statements/en/lexicon.ts';
import { langTable, langWords } from '../text/lang-data.ts';
import { stemOf } from '../text/stems.ts';
import { entriesOf } from '../text/templates.ts';
import type { FocusNoun } from './wanted-by-noun.ts';
import type { Wanted } from './wanted-query.ts';

const WANTED: ReadonlyMap<string, Wanted> = new Map(
  entriesOf(langWords('en/wanted-by-noun')).map(({ key, entry }) => [stemOf(entry), key as Wanted]),
);
const NUMBERS = langTable('en/number-words');
const IRREGULAR = langTable('en/irregular-forms');

// "Which senior foreign ministry official", and what may stand before that: "which of the two".
const MOST_WORDS = 4;
const MOST_BEFORE = 3;
// The word classes of verbs, and of what else ends the noun.
const VERBS: readonly string[] = ['be', 'auxiliary', 'modal'];
const OTHERS: readonly string[] = [
  'preposition',
  'subordinator',
  'conjunction',
  'subject-pronoun',
  'object-pronoun',
  'determiner',
  'relative',
  'adverb',
  'particle',
];

/**
 * The noun of what an English question wants, with the words that belong to it, from the end of "which", "what" or "how many" in the
 * folded question: "which Chinese « official » was". Null where none follows: "how many were". Its length counts the space before it.
 */
export function englishNoun(folded: string, from: number): FocusNoun | null {
  const words = Array.from(folded.slice(from).matchAll(/[a-z0-9][a-z0-9'’-]*/g)).slice(0, MOST_WORDS + MOST_BEFORE);
  // "Which of the two …", "which two …".
  const opens = words.findIndex(([word]) => !isBefore(word));
  const own = opens < 0 ? [] : words.slice(opens);
  const stop = own.findIndex(([word], i) => isOf(word, VERBS) || isOf(word, OTHERS) || (i > 0 && isPast(word)));
  if (stop === 0) return null;
  const verb = own[stop]?.[0];
  // Only a verb shows that all before it is the noun: "what river runs alongside".
  const isWhole = verb !== undefined && (isOf(verb, VERBS) || isPast(verb));
  const last = isWhole ? own[stop - 1] : own[0];
  return last === undefined
    ? null
    : { length: last.index + last[0].length, wanted: WANTED.get(stemOf(last[0])) ?? 'thing' };
}

const isOf = (word: string, classes: readonly string[]): boolean =>
  classes.some((one) => englishLexicon().is(word, one));
const isBefore = (word: string): boolean => word === 'of' || word === 'the' || NUMBERS.has(word) || /^\d/.test(word);
const isPast = (word: string): boolean => IRREGULAR.has(word) || /[^e]ed$/.test(word);
