import { catalogue } from '../../messages/catalogue.ts';
import { NO_FILTERS, type FilterFault } from '../question/filters/given-filters.ts';
import { EVERYWHERE } from '../question/filters/filters.ts';
import type { InterfaceLang, Question, Rejected } from '../model/answer.ts';
import { emptyAnswer } from './query-context.ts';

/** The longest question that is looked up, in UTF-16 units; a longer one is a document, not a question. */
export const QUESTION_LIMIT = 1_000;

type Refusal = Pick<Rejected, 'code' | 'reason'>;

/** Why a question cannot be looked up; null where it can. `text` is the question without what nobody sees. */
export function refusalOf(text: string, lang: InterfaceLang): Refusal | null {
  const { reject } = catalogue(lang);
  if (text === '') return { code: 'empty', reason: reject.empty };
  if (text.length > QUESTION_LIMIT) return { code: 'too-long', reason: reject.tooLong(text.length, QUESTION_LIMIT) };
  if (!/[\p{L}\p{N}]/u.test(text)) return { code: 'no-words', reason: reject.noWords };
  return null;
}

/** Says what is wrong with filters. */
export function refusalOfFilters(fault: FilterFault, lang: InterfaceLang): Refusal {
  const { reject } = catalogue(lang);
  switch (fault.code) {
    case 'bad-date':
      return { code: fault.code, reason: reject.badDate(fault.given) };
    case 'dates-reversed':
      return { code: fault.code, reason: reject.datesReversed(fault.since, fault.until) };
    case 'unknown-outlet':
      return { code: fault.code, reason: reject.unknownOutlet(fault.given, fault.known) };
    case 'unknown-author':
      return { code: fault.code, reason: reject.unknownAuthor(fault.given, fault.known) };
    case 'unknown-tag':
      return { code: fault.code, reason: reject.unknownTag(fault.given, fault.known) };
  }
}

/** A question that is not looked up, with the reason. */
export const rejected = (refusal: Refusal, question: Question, lang: InterfaceLang): Rejected => ({
  ...emptyAnswer({ question, understood: null, narrowing: { ...EVERYWHERE, filters: NO_FILTERS }, lang }),
  kind: 'rejected',
  ...refusal,
});
