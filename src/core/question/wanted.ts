import type { Span } from '../model/span.ts';
import type { SearchedSentence, WantedQuery } from './wanted-kind.ts';
import { ageSpans, counts, countSpans, daySpans, durationSpans, percentSpans, sumSpans } from './wanted-figures.ts';
import { bodySpans, personSpans, placeSpans } from './wanted-names.ts';
import {
  definitionSpans,
  focusSpans,
  itemSpans,
  mannerSpans,
  nameSpans,
  reasonSpans,
  wordSpans,
} from './wanted-phrases.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { numbersIn } from '../text/numbers.ts';
import type { AnswerType } from './answer-type.ts';
import type { ParsedQuestion } from './parse-question.ts';

export type { SearchedSentence, WantedQuery } from './wanted-kind.ts';

/**
 * The stretches of a sentence that could be what a question wants, from left to right, as far as their form shows it: names of
 * people for 誰, what counts its noun for 多少, a clause with a reason for 為甚麼. What the question says itself is none. Empty where
 * what is wanted has no form of its own.
 */
export function wantedSpans(question: WantedQuery, sentence: SearchedSentence): Span[] {
  const spans = spansOf(question, sentence).filter(
    ({ start, end }) => end > start && !question.folded.includes(sentence.folded.slice(start, end)),
  );
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function spansOf(question: WantedQuery, sentence: SearchedSentence): Span[] {
  switch (question.wanted) {
    case null:
    case 'yesno':
    case 'report':
      return [];
    case 'person':
      return personSpans(sentence);
    case 'body':
      return bodySpans(sentence);
    case 'outlet':
      return bodySpans(sentence);
    case 'place':
      return placeSpans(sentence);
    case 'day':
      return daySpans(question, sentence);
    case 'duration':
      return durationSpans(sentence);
    case 'count':
      return countSpans(question, sentence);
    case 'sum':
      return sumSpans(sentence);
    case 'percent':
      return percentSpans(sentence);
    case 'age':
      return ageSpans(sentence);
    case 'reason':
      return reasonSpans(sentence);
    case 'manner':
      return mannerSpans(sentence);
    case 'items':
      return itemSpans(sentence);
    case 'name':
      return nameSpans(sentence);
    case 'words':
      return wordSpans(sentence);
    case 'definition':
      return definitionSpans(sentence);
    case 'thing':
      return focusSpans(question, sentence);
  }
}

const QUANTITY: ReadonlySet<AnswerType> = new Set<AnswerType>(['count', 'money', 'percent', 'age', 'duration']);

/**
 * The stretches of a folded sentence that could be what the question asks for, as far as that shows in their form. Empty for
 * kinds of question that have no form (yes or no). `original` is the sentence before folding, of the same length.
 */
export const expectedSpans = (
  { folded: question, frame, focus, terms }: ParsedQuestion,
  folded: string,
  { names, original = folded }: { readonly names: Gazetteer; readonly original?: string },
): Span[] => wantedSpans({ folded: question, wanted: frame.wanted, focus, terms }, { folded, original, names });

/** Whether an answer to this kind of question has to hold a number. */
export const asksForQuantity = (asked: AnswerType | null): boolean => asked !== null && QUANTITY.has(asked);

/** Whether a number in the sentence counts what the question asks about: 多少「公里」 and 「7公里」. */
export const countsTheFocus = ({ focus }: ParsedQuestion, sentence: string): boolean =>
  numbersIn(sentence).some((number) => counts(number, focus, sentence));
