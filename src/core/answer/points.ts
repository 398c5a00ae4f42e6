import type { Article } from '../corpus/article.ts';
import { bigramKey, isCjk } from '../text/characters.ts';
import type { NameBook } from '../text/names.ts';
import { numbersIn } from '../text/numbers.ts';
import { foldScript } from '../text/script.ts';
import type { Citation, Headline, Point } from './answer.ts';
import { asksForQuantity } from './expected.ts';
import type { WeightedQuestion } from './features.ts';
import { chooseRuns, type RankedSentence, type Run } from './rank.ts';
import { sayingOf } from './saying.ts';

// These three were chosen on the development splits and the development half of our own questions (tests/fixtures/questions).
// Points are added until what is quoted is this probable to hold the answer: one where it is plain, three where it is not.
const ENOUGH = 0.985;
// Two quotes report the same fact when they share so much of what the question did not already say.
const SAME_FACT = 0.4;
// A further point on a bare subject holds this much of it, beside what the first one holds: 緬甸 is not answered by a sentence
// without it.
const BESIDE_THE_BEST = 0.25;

/** Points with the citations that they use, numbered in order of first use. */
export interface Cited {
  readonly points: readonly Point[];
  readonly citations: readonly Citation[];
}

interface CitingOptions {
  readonly limit: number;
  readonly names: NameBook;
  /** The outlets that the question sets side by side; empty where it does not. */
  readonly outlets: readonly string[];
}

// The best run of each outlet that is asked about comes first, then the others by probability.
function runsOf(ranked: readonly RankedSentence[], limit: number, outlets: readonly string[]): Run[] {
  if (outlets.length === 0) return chooseRuns(ranked, limit);
  const ofEach = outlets.map((outlet) =>
    chooseRuns(
      ranked.filter(({ evidence }) => evidence.passage.article.outlet === outlet),
      limit,
    ),
  );
  const firsts = ofEach.flatMap((runs) => runs.slice(0, 1)).sort((a, b) => b.probability - a.probability);
  const others = ofEach.flatMap((runs) => runs.slice(1)).sort((a, b) => b.probability - a.probability);
  return [...firsts, ...others];
}

/** Picks what to quote, best first, at most `limit` points, and cites it. */
export function citePoints(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  { limit, names, outlets }: CitingOptions,
): Cited {
  const runs = runsOf(ranked, limit * 3, outlets);
  let quoted = 0;
  const isBare = question.parsed.asked === null;
  const chosen: Run[] = [];
  const texts: string[] = [];
  for (const [n, run] of runs.entries()) {
    if (chosen.length >= limit) break;
    const asked = n < outlets.length; // each outlet that is asked about says its best
    if (!asked && quoted >= ENOUGH) break;
    const [first] = chosen;
    if (
      !asked &&
      isBare &&
      first !== undefined &&
      heldShare(question, run) < BESIDE_THE_BEST * heldShare(question, first)
    )
      continue;
    const quote = quoteOf(run);
    // The same words twice from one wire story are one quote; from two outlets they are two witnesses.
    if (
      chosen.some(
        (other, i) =>
          texts[i] === quote && other.evidence.passage.article.outlet === run.evidence.passage.article.outlet,
      )
    )
      continue;
    chosen.push(run);
    texts.push(quote);
    quoted += run.probability;
  }
  const citations: Citation[] = [];
  const points = chosen.map((run, i): Point => {
    const { article } = run.evidence.passage;
    let citation = citations.find((one) => one.articleId === article.id);
    if (citation === undefined) {
      citation = citationOf(article, citations.length + 1);
      citations.push(citation);
    }
    const { start, end } = spanOf(run);
    const sameAs = chosen.findIndex(
      (other, k) =>
        k < i && other.evidence.passage.article.id !== article.id && sameFact(question, texts[k] ?? '', texts[i] ?? ''),
    );
    const { speaker, reportedBy, mode } = sayingOf(article, { start, end }, names);
    return {
      quote: article.text.slice(start, end),
      citation: citation.number,
      start,
      end,
      speaker,
      reportedBy,
      mode,
      sameAs: sameAs < 0 ? null : sameAs,
    };
  });
  return { points, citations };
}

// How much of the question's weight the sentences of a run hold.
function heldShare(question: WeightedQuestion, { evidence, first, last }: Run): number {
  const sentences = evidence.sentences.slice(first, last + 1);
  return question.weights.reduce(
    (sum, weight, t) => (sentences.some(({ held }) => held[t] === 1) ? sum + weight : sum),
    0,
  );
}

const spanOf = (run: Run): { start: number; end: number } => ({
  start: run.evidence.sentences[run.first]?.start ?? 0,
  end: run.evidence.sentences[run.last]?.end ?? 0,
});

const quoteOf = (run: Run): string => {
  const { start, end } = spanOf(run);
  return run.evidence.passage.article.text.slice(start, end);
};

const citationOf = (article: Article, number: number): Citation => ({
  number,
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  author: article.author,
  date: article.date,
  url: article.url,
  digest: article.digest,
});

export const headlineOf = (article: Article): Headline => ({
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  date: article.date,
});

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
  return !asksForQuantity(parsed.asked) || sharesFigure(a, b);
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
