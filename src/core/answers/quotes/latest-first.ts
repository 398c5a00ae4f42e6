import type { WeightedQuestion } from '../../reading/weigh-question.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import type { Quote } from './quote.ts';

const NOW = new RegExp(`${anyOf(['zh/now', 'yue/now'].flatMap(langWords))}|\\b(?:${anyOf(langWords('en/now'))})\\b`);

/**
 * Whether a folded question asks how things stand by the latest report.
 *
 * @internal Exported for its tests.
 */
export const asksForLatest = (folded: string): boolean => NOW.test(folded);

// Whatever holds so much of what the best one holds, and is so probable beside it, answers as well as it does.
const AS_WELL = 0.7;
const AS_PROBABLE = 0.02;

/** Where a question asks how things stand now, the newest of those quotes that answer it about as well comes first. */
export function latestFirst(question: WeightedQuestion, quotes: readonly Quote[]): readonly Quote[] {
  const [best] = quotes;
  if (best === undefined || !asksForLatest(question.parsed.folded)) return quotes;
  const weigh = ({ held }: Quote): number =>
    question.weights.reduce((sum, weight, t) => (held[t] === 1 ? sum + weight : sum), 0);
  const answers = (quote: Quote): boolean =>
    weigh(quote) >= AS_WELL * weigh(best) && quote.probability >= AS_PROBABLE * best.probability;
  const newest = quotes
    .filter(answers)
    .toSorted((a, b) => (b.article.date ?? '').localeCompare(a.article.date ?? ''))
    .at(0);
  return newest === undefined ? quotes : [newest, ...quotes.filter((quote) => quote !== newest)];
}
