// How a ranking fares on the questions of a dump, and what the confidence learns from it.
import { confidenceVector } from '../../src/core/reading/find.ts';
import { scorerOf, softmax, type Model } from '../../src/core/reading/scorers.ts';
import { type CoveredToken, coverageOfTokens } from '../../src/core/reading/features/word-features.ts';
import type { DumpedList } from './dumps.ts';

interface Ranked {
  readonly order: readonly number[];
  readonly probabilities: readonly number[];
}

function rank(score: ReturnType<typeof scorerOf>, { vectors, items }: DumpedList): Ranked {
  const likely = softmax(vectors.map(score));
  const weighted = likely.map((share, i) => share * (items[i]?.factor ?? 1));
  const total = weighted.reduce((sum, share) => sum + share, 0) || 1;
  const probabilities = weighted.map((share) => share / total);
  return {
    probabilities,
    order: probabilities.map((_, i) => i).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0)),
  };
}

/** One line: how often the right article and the right sentence come first, among three, ten and at all. */
export function judgeRanking(name: string, lists: readonly DumpedList[], model: Model): string {
  const score = scorerOf(model);
  const counts = { questions: 0, article: 0, first: 0, three: 0, ten: 0, any: 0 };
  for (const list of lists) {
    if (!list.answerable) continue;
    counts.questions += 1;
    const { order } = rank(score, list);
    const right = order.map((i) => list.items[i]?.right === true);
    if (list.items[order[0] ?? -1]?.named === true) counts.article += 1;
    if (right[0] === true) counts.first += 1;
    if (right.slice(0, 3).includes(true)) counts.three += 1;
    if (right.slice(0, 10).includes(true)) counts.ten += 1;
    if (right.includes(true)) counts.any += 1;
  }
  return `${name.padEnd(20)} ${Object.entries(counts)
    .map(([key, value]) => `${key} ${value}`)
    .join('  ')}`;
}

/** What the confidence has of one question. */
export interface Case {
  readonly set: string;
  readonly vector: Float64Array;
  readonly tokens: readonly CoveredToken[];
  /** 1 where there is an answer among the first, 0 where there is none at all; null where the first ones are wrong. */
  readonly label: number | null;
  readonly first: boolean;
  /** Whether it was made unanswerable by us. */
  readonly made: boolean;
}

/** The cases of a set's questions, `made` being those that were made unanswerable. */
export function casesOf(
  set: string,
  { lists, made }: { readonly lists: readonly DumpedList[]; readonly made: readonly DumpedList[] },
  model: Model,
): Case[] {
  const score = scorerOf(model);
  return [...lists, ...made].flatMap((list, n): Case[] => {
    if (list.items.length === 0) return [];
    const { order, probabilities } = rank(score, list);
    const ranked = order.map((i) => ({
      article: list.items[i]?.article ?? '',
      probability: probabilities[i] ?? 0,
      vector: list.vectors[i] ?? null,
      matches: list.items[i]?.matches ?? '',
    }));
    const right = order.map((i) => list.items[i]?.right === true || list.items[i]?.part === true);
    const label = !list.answerable ? 0 : right.slice(0, 3).includes(true) ? 1 : null;
    const tokens = coverageOfTokens(list.tokens, ranked);
    return [
      { set, vector: confidenceVector(ranked), tokens, label, first: right[0] === true, made: n >= lists.length },
    ];
  });
}
