import type { Gazetteer } from '../names/gazetteer.ts';
import { numbersIn } from '../text/numbers.ts';
import type { Span } from '../model/span.ts';
import type { AnswerType } from '../question/answer-type.ts';
import { counts, wantedSpans } from '../question/wanted.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';

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
