import type { Comparison, NotFound, Point } from '../../model/answer.ts';
import { limitOf, emptyAnswer, POINTS, rounded, type QueryContext } from '../query-context.ts';
import { unmatchedWords } from '../unmatched-words.ts';
import { createCitations, pointsOf, selectQuotes } from '../points.ts';
import { ANSWER_THRESHOLD, type Found, find } from '../../reading/find.ts';
import { nearestTo } from '../not-found.ts';
import type { Article } from '../../model/article.ts';
import { facetsOf } from '../../question/filters/given-filters.ts';
import { relevantArticles } from './relevance.ts';
import { differencesOf } from './differences.ts';
import { syndicatedFrom } from './near-duplicate.ts';
import { onlyHere } from '../quotes/same-fact.ts';

/**
 * Sets side by side what several outlets say of one question or event: those that the filters name, two at the least, or else
 * all of the corpus.
 */
export async function compare(context: QueryContext): Promise<Comparison | NotFound> {
  const { parsed, library, missing, applied } = context;
  const { filters } = applied;
  const outlets = comparedOutlets(context);
  const widened = { ...applied, filters: { ...filters, outlet: null }, outlets };
  const common = {
    ...emptyAnswer({ ...context, applied: widened }),
    unmatched: unmatchedWords(parsed, library.index),
  };
  const speaking = answering(await findEach(await relevantArticles(context, widened), context), context);
  if (speaking.length === 0) {
    const reason = parsed.terms.length === 0 ? ({ code: 'no-subject' } as const) : null;
    return { ...common, kind: 'not-found', reason, ...(await nearestTo({ ...context, applied: widened })) };
  }
  return {
    ...common,
    kind: 'comparison',
    confidence: rounded(Math.max(...speaking.map(({ found }) => found.confidence))),
    ...sideBySide(speaking, context),
    silent: [...outlets.filter((outlet) => speaking.every((one) => one.outlet !== outlet)), ...missing],
  };
}

// Those that are named, of which the corpus may have but one; else all.
function comparedOutlets({
  applied: { outlets, filters },
  missing,
  library,
  question,
}: QueryContext): readonly string[] {
  // An outlet that came as an option goes before those of the words.
  if (question.outlet !== undefined && filters.outlet !== null) return [filters.outlet];
  if (outlets.length > 0) return outlets;
  return filters.outlet !== null && missing.length > 0 ? [filters.outlet] : facetsOf(library.articles).outlets;
}

/** An outlet that has something to say. */
interface Speaking {
  readonly outlet: string;
  readonly articles: readonly Article[];
  readonly found: Found;
}

async function findEach(
  relevant: ReadonlyMap<string, readonly Article[]>,
  { parsed, library }: QueryContext,
): Promise<Speaking[]> {
  const speaking: Speaking[] = [];
  for (const [outlet, articles] of relevant) {
    const found = await find(parsed, library, { filter: ({ article }) => articles.includes(article) });
    if (found.ranked.length > 0) speaking.push({ outlet, articles, found });
  }
  return speaking;
}

// Where one outlet answers, another that bears on the question as well is believed with half as much.
const BESIDE_AN_ANSWER = ANSWER_THRESHOLD / 2;

// That a subject is in its articles answers how an outlet reports it; any other question has to be answered.
function answering(speaking: readonly Speaking[], { parsed }: QueryContext): Speaking[] {
  if (parsed.wants === null || parsed.wants === 'manner') return [...speaking];
  if (speaking.every(({ found }) => found.confidence < ANSWER_THRESHOLD)) return [];
  return speaking.filter(({ found }) => found.confidence >= BESIDE_AN_ANSWER);
}

function sideBySide(
  speaking: readonly Speaking[],
  { library, question }: QueryContext,
): Pick<Comparison, 'outlets' | 'differences' | 'citations'> {
  const { names } = library;
  const citations = createCitations();
  const limit = limitOf(question, POINTS);
  const quoting = speaking.map(({ outlet, articles, found }, at) => ({
    outlet,
    articles,
    copyOf: originOf(articles, speaking.slice(0, at), names),
    points: pointsOf(found.question.parsed, selectQuotes(found.question, found.ranked, { limit, names, all: true }), {
      citations,
      names,
    }),
  }));
  const outlets = quoting.map(({ outlet, points, copyOf: origin }) => {
    const others = quoting.filter((other) => other.outlet !== outlet);
    const theirs = others.flatMap((other) => other.articles);
    return {
      outlet,
      points,
      copyOf: origin,
      only: theirs.length === 0 ? [] : onlyHere(quotesOf(points), theirs, names),
    };
  });
  const differences = differencesOf(quoting, { citations, library });
  return { outlets, differences, citations: citations.all() };
}

const quotesOf = (points: readonly Point[]): string[] => points.map(({ quote }) => quote);

// The outlet before it whose text one carries in all of its articles.
function originOf(
  articles: readonly Article[],
  before: readonly Speaking[],
  names: QueryContext['library']['names'],
): string | null {
  const earlier = before.flatMap((other) => other.articles);
  const origins = articles.map((article) => syndicatedFrom(article, earlier, names));
  return origins.every((origin) => origin !== null) ? (origins[0]?.outlet ?? null) : null;
}
