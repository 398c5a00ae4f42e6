import { NO_FILTERS } from '../question/filters/given-filters.ts';
import { EVERYWHERE } from '../question/filters/filters.ts';
import type { Rejected, RejectionReason } from '../model/answer.ts';
import type { InterfaceLang, Question } from '../model/question.ts';
import { emptyAnswer } from './query-context.ts';

/** The longest question that is looked up, in UTF-16 units; a longer one is a document, not a question. */
export const QUESTION_LIMIT = 1_000;

/** Why a question cannot be looked up; null where it can. `text` is the question without what nobody sees. */
export function rejectionOf(text: string): RejectionReason | null {
  if (text === '') return { code: 'empty' };
  if (text.length > QUESTION_LIMIT) return { code: 'too-long', length: text.length, limit: QUESTION_LIMIT };
  if (!/[\p{L}\p{N}]/u.test(text)) return { code: 'no-words' };
  return null;
}

/** A question that is not looked up, with the reason. */
export const rejected = (reason: RejectionReason, question: Question, lang: InterfaceLang): Rejected => ({
  ...emptyAnswer({
    question,
    understood: null,
    resolved: question,
    narrowing: { ...EVERYWHERE, filters: NO_FILTERS },
    lang,
  }),
  kind: 'rejected',
  reason,
});
