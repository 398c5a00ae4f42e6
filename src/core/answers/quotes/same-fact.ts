import type { Article } from '../../model/article.ts';
import { asksForQuantity } from '../../question/wanted.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { bigramKey, isCjk } from '../../text/characters.ts';
import { numbersIn } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import { wordsOf, type Quote } from './quote.ts';

// Chosen on the development splits and the development half of our own questions (tests/fixtures/questions): two quotes report the same
// fact when they share so much of what the question did not already say.
const SAME_FACT = 0.4;
const FEWEST_SHARED = 3; // bigrams
// The winner of one year is not that of the next: reports of one fact lie close together.
const ONE_TIME = 31 * 86_400_000; // ms

/** Whether another article reports, around the same time, what a quote does. */
export const confirms = (question: ParsedQuestion, first: Quote, other: Quote): boolean =>
  first.article.id !== other.article.id &&
  isOfOneTime(first.article, other.article) &&
  sameFact(question, wordsOf(first), wordsOf(other));

const isOfOneTime = (a: Article, b: Article): boolean =>
  a.date === null || b.date === null || Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= ONE_TIME;

// The bigrams that both have and the question has not, names in all their forms included, as a share of the shorter one's. Where a
// figure is asked for, both have to give the same one.
function sameFact({ folded, terms, wants }: ParsedQuestion, a: string, b: string): boolean {
  const forms = [folded, ...terms.flatMap(({ name, forms }) => [...(name?.forms ?? []), ...forms])];
  const asked = new Set(forms.flatMap(bigramsIn));
  const own = (text: string): Set<number> => new Set(bigramsIn(foldScript(text)).filter((one) => !asked.has(one)));
  const [left, right] = [own(a), own(b)];
  const shared = [...left].filter((one) => right.has(one)).length;
  if (shared < FEWEST_SHARED || shared / Math.max(1, Math.min(left.size, right.size)) < SAME_FACT) return false;
  return !asksForQuantity(wants) || sharesFigure(a, b);
}

function sharesFigure(a: string, b: string): boolean {
  const figures = numbersIn(foldScript(a));
  return numbersIn(foldScript(b)).some(({ value, unit }) =>
    figures.some((one) => one.value === value && one.unit === unit),
  );
}

function bigramsIn(folded: string): number[] {
  const bigrams: number[] = [];
  for (let i = 0; i + 1 < folded.length; i++) {
    const [first, second] = [folded.charCodeAt(i), folded.charCodeAt(i + 1)];
    if (isCjk(first) && isCjk(second)) bigrams.push(bigramKey(first, second));
  }
  return bigrams;
}

/** Letters and figures alone, folded: what two versions of one sentence have in common. */
export const lettersOf = (quote: Quote): string => foldScript(wordsOf(quote)).replaceAll(/[^\p{L}\p{N}]+/gu, '');
