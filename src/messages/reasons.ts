import type { Answer, InterfaceLang, NotFoundReason, RejectionReason } from '../core/index.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogue } from './languages.ts';

/** The sentence for an answer's reason, in the answer's language; null where it has none. */
export function reasonOf(answer: Answer): string | null {
  const words = catalogue(answer.lang);
  switch (answer.kind) {
    case 'rejected':
      return rejectionSentence(answer.reason, answer.lang);
    case 'not-found':
      return answer.reason === null ? null : notFoundSentence(answer.reason, words);
    case 'about':
      return words.about[answer.reason.code](answer.facts);
    case 'answered':
    case 'comparison':
    case 'timeline':
    case 'listing':
    case 'greeting':
      return null;
  }
}

/** Says what is wrong with a question or with filters, and what to do. */
export function rejectionSentence(reason: RejectionReason, lang: InterfaceLang): string {
  const { reject } = catalogue(lang);
  switch (reason.code) {
    case 'empty':
      return reject.empty;
    case 'no-words':
      return reject.noWords;
    case 'too-long':
      return reject.tooLong(reason.length, reason.limit);
    case 'bad-date':
      return reject.badDate(reason.given);
    case 'dates-reversed':
      return reject.datesReversed(reason.since, reason.until);
    case 'unknown-outlet':
      return reject.unknownOutlet(reason.given, reason.known);
    case 'unknown-author':
      return reject.unknownAuthor(reason.given, reason.known);
    case 'unknown-tag':
      return reject.unknownTag(reason.given, reason.known);
  }
}

function notFoundSentence({ code }: NotFoundReason, words: Catalogue): string {
  switch (code) {
    case 'no-context':
      return words.noContext;
    case 'no-subject':
      return words.comparison.ofWhat;
    case 'no-more':
      return words.noMore;
    case 'no-reports':
      return words.noReports;
  }
}
