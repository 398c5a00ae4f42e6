import type { Citation, Point } from '../model/answer.ts';
import { isTheirs, type RankedSentence } from '../reading/ranking.ts';
import type { Found } from '../reading/find.ts';
import { createCitations } from './citations.ts';
import { pointsOf } from './points.ts';
import type { QueryContext } from './query-context.ts';
import { quoteOfSpan, type Quote } from './quotes/quote.ts';

// What is on the subject holds so much of its weight.
const ON_THE_SUBJECT = 0.5;

/**
 * At most two quotes that are near and not the answer: what the one who is asked about says on other things, and what others say on
 * the subject; cited like points.
 */
export function leadsFor(
  { parsed, library }: QueryContext,
  { question, ranked }: Found,
): { readonly leads: readonly Point[]; readonly citations: readonly Citation[] } {
  const asked = parsed.frame.speaker?.entry ?? null;
  const subject = question.weights.map((weight, t) => {
    const name = parsed.terms[t]?.name ?? null;
    return name !== null && name === asked ? 0 : weight;
  });
  const total = subject.reduce((sum, weight) => sum + weight, 0);
  const isOnSubject = ({ sentence: { held } }: RankedSentence): boolean =>
    total > 0 && subject.reduce((sum, weight, t) => (held[t] === 1 ? sum + weight : sum), 0) >= ON_THE_SUBJECT * total;
  const theirs = asked === null ? undefined : ranked.find(({ sentence }) => isTheirs(sentence));
  const others = ranked.find((one) => !isTheirs(one.sentence) && isOnSubject(one));
  const citations = createCitations();
  const quotes = [theirs, others].flatMap((one) => (one === undefined ? [] : [quoteOf(one)]));
  const leads = pointsOf(parsed, quotes, { citations, names: library.names });
  return { leads, citations: citations.all() };
}

const quoteOf = ({ sentence, probability }: RankedSentence): Quote =>
  quoteOfSpan(
    { evidence: sentence.passage, first: sentence.position, last: sentence.position, probability },
    isTheirs(sentence),
  );
