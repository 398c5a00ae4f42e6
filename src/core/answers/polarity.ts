import type { Polarity } from '../model/answer.ts';
import type { WeightedQuestion } from '../reading/weighted-question.ts';
import { anyOf, formsOf, langTable } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';

const wordsOf = (role: string, ...langs: readonly string[]): string =>
  anyOf(langs.flatMap((lang) => formsOf(langTable(`${lang}/polarity`), role)));
const patternOf = (role: string): RegExp =>
  new RegExp(`${wordsOf(role, 'zh', 'yue')}|\\b(?:${wordsOf(role, 'en')})\\b`, 'g');

const ASKS = patternOf('asks');
const STANDS = patternOf('stands');
const DENIES = new RegExp(`${patternOf('denies').source}|n't\\b`, 'g');

/** Whether folded words deny what they say; two denials leave it as it was. */
export const isDenied = (folded: string): boolean =>
  (folded.replace(ASKS, '').replace(STANDS, '').match(DENIES)?.length ?? 0) % 2 === 1;

const CLAUSE = /[^，。；！？,;!?\n]+/gu;
// A clause bears on the question that holds this much of its weight, and this much of what the best clause holds.
const BEARS = 0.34;
const BESIDE_THE_BEST = 0.6;

/** Whether a quote answers a question that asks yes or no with yes or with no; null where no clause of it bears on the question. */
export function polarityOf({ parsed, matcher, weights }: WeightedQuestion, quote: string): Polarity | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  // Behind 有沒有 stands what is asked of what stands before it.
  const from = parsed.answerType?.end ?? 0;
  const isAsked = (term: number): boolean => (parsed.terms[term]?.start ?? 0) >= from;
  const clauses = Array.from(foldScript(quote).matchAll(CLAUSE), ({ 0: folded, index }) => {
    const held = new Set(matcher.matches(quote.slice(index, index + folded.length), folded).map(({ term }) => term));
    const share = [...held].reduce((sum, term) => sum + (weights[term] ?? 0), 0) / total;
    return { folded, share, hasAsked: [...held].some((term) => isAsked(term)) };
  });
  const best = Math.max(0, ...clauses.map(({ share }) => share));
  if (best < BEARS) return null;
  const isDenying = isDenied(parsed.folded);
  const bearing = clauses.filter(({ share }) => share >= BESIDE_THE_BEST * best);
  // A clause that only names the matter says neither: 「會談已經結束，沒有聯合聲明」.
  const telling = bearing.filter(({ hasAsked }) => hasAsked);
  const answers = new Set((telling.length > 0 ? telling : bearing).map(({ folded }) => isDenied(folded) === isDenying));
  if (answers.size > 1) return 'mixed';
  return answers.has(true) ? 'yes' : 'no';
}
