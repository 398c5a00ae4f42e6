import { bigramKey, isCjk } from '../text/characters.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { numbersIn } from '../text/numbers.ts';
import { foldScript } from '../text/script.ts';
import type { Article, ArticleId } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Citation, Point } from '../model/answer.ts';
import { createCitations, type Citations } from './citations.ts';
import { asksForQuantity } from '../reading/answer-type.ts';
import type { SentenceEvidence, WeightedQuestion } from '../reading/features.ts';
import { selectSpans, isTheirs, type RankedSentence, type QuoteSpan } from '../reading/ranking.ts';
import { sayingOf } from './speaker-of-quote.ts';

// These three were chosen on the development splits and the development half of our own questions (tests/fixtures/questions).
// Points are added until what is quoted is this probable to hold the answer: one where it is plain, three where it is not.
const ENOUGH = 0.985;
// Two quotes report the same fact when they share so much of what the question did not already say.
const SAME_FACT = 0.4;
// A further point on a bare subject holds this much of it, beside what the first one holds: 緬甸 is not answered by a sentence
// without it.
const BESIDE_THE_BEST = 0.25;
// So many points are shown unless more are asked for.
const USUAL = 3;
// Nothing is quoted that is so much less probable than the best quote.
const BESIDE_THE_FIRST = 0.001;

interface CitingOptions {
  readonly limit: number;
  readonly names: Gazetteer;
  /** What was quoted before and is not quoted again, as `keyOf` has it. */
  readonly exclude: ReadonlySet<string>;
}

/** Picks what to quote, best first, at most `limit` points, and cites it. */
export function citePoints(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  { limit, names, exclude }: CitingOptions,
): { readonly points: readonly Point[]; readonly citations: readonly Citation[] } {
  const citations = createCitations();
  const enough = isOpen(question.parsed) || exclude.size > 0 ? 1 : ENOUGH;
  const runs = chooseQuotes(question, ranked, { limit: limit + exclude.size, enough });
  const fresh = runs.filter((run) => !exclude.has(quoteKey(run.evidence.passage.article.id, spanOf(run))));
  const points = pointsOf(question, fresh.slice(0, limit), { citations, names });
  return { points, citations: citations.all() };
}

/** Names a quote. */
export const quoteKey = (article: ArticleId, { start, end }: Span): string => `${article}:${start}:${end}`;

// 「談了什麼」 has as many answers as there were subjects: no quote is all of it.
const OPEN =
  /(?:谈|说|讲|讨论|表示|提|倾|同意|承诺|批评|要求)(?:了|过|到|及|论|出|起|咗)*(?:些|到)?(?:什么|甚么|咩|啥|乜|哪些|边啲)|\bwhat (?:did|do|does|have|has|had|was|were)\b.*\b(?:discuss|talk|say|said|agree|promise|raise|mention)/;

const isOpen = ({ folded }: WeightedQuestion['parsed']): boolean => OPEN.test(folded);

interface ChoosingOptions {
  readonly limit: number;
  /** No more is quoted once what is quoted is so probable to hold the answer. */
  readonly enough: number;
}

/** The runs to quote, best first. */
export function chooseQuotes(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  { limit, enough }: ChoosingOptions,
): QuoteSpan[] {
  const isBare = question.parsed.wants === null;
  const saysTheirs =
    question.parsed.wants === 'statement' && ranked.slice(0, 1).some(({ sentence }) => isTheirs(sentence));
  const chosen: QuoteSpan[] = [];
  let quoted = 0;
  for (const run of selectSpans(ranked, limit * 3)) {
    if (chosen.length >= limit || quoted >= enough) break;
    const [first, second] = chosen;
    if (first !== undefined && run.probability < BESIDE_THE_FIRST * first.probability) break;
    // A figure that a second report confirms needs no third, unless more are asked for.
    const isFigure = enough < 1 && limit <= USUAL && asksForQuantity(question.parsed.wants);
    if (isFigure && second !== undefined && first !== undefined && confirms(question, first, second)) break;
    const isBeside = first !== undefined && heldShare(question, run) < BESIDE_THE_BEST * heldShare(question, first);
    if ((isBare && isBeside) || chosen.some((other) => isRepeated(run, other))) continue;
    // Who is asked for what somebody said is not told what others did.
    if (saysTheirs && !isTheirs(startOf(run))) continue;
    chosen.push(run);
    quoted += run.probability;
  }
  return chosen;
}

const confirms = (question: WeightedQuestion, first: QuoteSpan, second: QuoteSpan): boolean =>
  first.evidence.passage.article.id !== second.evidence.passage.article.id &&
  isOfOneTime(first.evidence.passage.article, second.evidence.passage.article) &&
  sameFact(question, quoteOf(first), quoteOf(second));

// The same words twice from one wire story are one quote; from two outlets they are two witnesses.
const isRepeated = (run: QuoteSpan, other: QuoteSpan): boolean =>
  run.evidence.passage.article.outlet === other.evidence.passage.article.outlet && quoteOf(run) === quoteOf(other);

/** Cites the runs, each with its speaker and with the first of those before it that reports the same. */
export function pointsOf(
  question: WeightedQuestion,
  runs: readonly QuoteSpan[],
  { citations, names }: { readonly citations: Citations; readonly names: Gazetteer },
): Point[] {
  return runs.map((run, i): Point => {
    const { article } = run.evidence.passage;
    const { start, end } = spanOf(run);
    const sameAs = runs.findIndex((other, k) => k < i && confirms(question, other, run));
    const { speaker, reportedBy, mode } = sayingOf(article, { start, end }, names);
    return {
      quote: article.text.slice(start, end),
      citation: citations.cite(article),
      start,
      end,
      speaker,
      reportedBy,
      mode,
      sameAs: sameAs < 0 ? null : sameAs,
    };
  });
}

// The winner of one year is not that of the next: reports of one fact lie close together.
const ONE_TIME = 31 * 86_400_000;

const isOfOneTime = (a: Article, b: Article): boolean =>
  a.date === null || b.date === null || Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= ONE_TIME;

// How much of the question's weight the sentences of a run hold.
function heldShare(question: WeightedQuestion, { evidence, first, last }: QuoteSpan): number {
  const sentences = evidence.sentences.slice(first, last + 1);
  return question.weights.reduce(
    (sum, weight, t) => (sentences.some(({ held }) => held[t] === 1) ? sum + weight : sum),
    0,
  );
}

const spanOf = (run: QuoteSpan): { start: number; end: number } => ({
  start: run.evidence.sentences[run.first]?.start ?? 0,
  end: run.evidence.sentences[run.last]?.end ?? 0,
});

const startOf = ({ evidence, first }: QuoteSpan): SentenceEvidence => evidence.sentences[first] as SentenceEvidence;

const quoteOf = (run: QuoteSpan): string => {
  const { start, end } = spanOf(run);
  return run.evidence.passage.article.text.slice(start, end);
};

// The pairs of characters that both have and the question has not, names in all their forms included, as a share of the shorter
// one's. Where a figure is asked for, both have to give the same one.
function sameFact(question: WeightedQuestion, a: string, b: string): boolean {
  const { parsed } = question;
  const asked = new Set<number>();
  for (const form of [
    parsed.folded,
    ...parsed.terms.flatMap(({ name, forms }) => [...(name?.forms ?? []), ...forms]),
  ]) {
    for (const pair of pairsIn(form)) asked.add(pair);
  }
  const own = (text: string): Set<number> => new Set(pairsIn(foldScript(text)).filter((pair) => !asked.has(pair)));
  const [left, right] = [own(a), own(b)];
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  if (shared < 3 || shared / Math.max(1, Math.min(left.size, right.size)) < SAME_FACT) return false;
  return !asksForQuantity(parsed.wants) || sharesFigure(a, b);
}

function sharesFigure(a: string, b: string): boolean {
  const figures = numbersIn(foldScript(a));
  return numbersIn(foldScript(b)).some(({ value, unit }) =>
    figures.some((one) => one.value === value && one.unit === unit),
  );
}

function pairsIn(folded: string): number[] {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < folded.length; i++) {
    const [first, second] = [folded.charCodeAt(i), folded.charCodeAt(i + 1)];
    if (isCjk(first) && isCjk(second)) pairs.push(bigramKey(first, second));
  }
  return pairs;
}
