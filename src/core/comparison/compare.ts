import type { Comparison, NotFound, Point } from '../answer/answer.ts';
import { limitOf, nearestOf, nothingFor, rounded, type Asking } from '../answer/asking.ts';
import { createCitations } from '../answer/citations.ts';
import { ANSWER_THRESHOLD } from '../answer/confidence.ts';
import { find, type Found } from '../answer/find.ts';
import { chooseQuotes, pointsOf } from '../answer/points.ts';
import { unmatchedWords } from '../answer/unmatched.ts';
import type { Article } from '../corpus/article.ts';
import { catalogue } from '../messages/catalogue.ts';
import { holdingsOf } from '../narrowing/holdings.ts';
import { articlesBearing } from './bearing.ts';
import { differencesOf } from './differences.ts';
import { copyOf } from './origin.ts';
import { onlyHere } from './same-statement.ts';

const POINTS = 3;

/**
 * Sets side by side what several outlets say of one question or event: those that the narrowing names, two at the least, or else
 * all of the corpus.
 */
export async function compare(asking: Asking): Promise<Comparison | NotFound> {
  const { parsed, library, missing, narrowing } = asking;
  const outlets = narrowing.outlets.length > 0 ? narrowing.outlets : holdingsOf(library.articles).outlets;
  const { filters } = narrowing;
  const widened = { ...narrowing, filters: { ...filters, outlet: null }, outlets };
  const common = {
    ...nothingFor({ ...asking, narrowing: widened }),
    unmatched: unmatchedWords(parsed, library.index),
  };
  const speaking: Speaking[] = [];
  for (const [outlet, articles] of await articlesBearing(asking, widened)) {
    const found = await findIn(articles, asking);
    if (found !== null) speaking.push({ outlet, articles, found });
  }
  if (speaking.length === 0) {
    const reason = parsed.terms.length === 0 ? catalogue(asking.lang).comparison.ofWhat : null;
    return { ...common, kind: 'not-found', reason, ...(await nearest(asking)) };
  }
  return {
    ...common,
    kind: 'comparison',
    confidence: rounded(Math.max(...speaking.map(({ found }) => found.sure))),
    ...sideBySide(speaking, asking),
    silent: [...outlets.filter((outlet) => speaking.every((one) => one.outlet !== outlet)), ...missing],
  };
}

/** An outlet that has something to say. */
interface Speaking {
  readonly outlet: string;
  readonly articles: readonly Article[];
  readonly found: Found;
}

// What these articles say; null where it does not answer. That a subject is in them answers how it is reported.
async function findIn(articles: readonly Article[], { parsed, library }: Asking): Promise<Found | null> {
  const found = await find(parsed, library, { filter: ({ article }) => articles.includes(article) });
  const ofSubject = parsed.asked === null || parsed.asked === 'manner';
  return found.ranked.length > 0 && (ofSubject || found.sure >= ANSWER_THRESHOLD) ? found : null;
}

async function nearest({ parsed, library }: Asking): Promise<Pick<NotFound, 'nearest' | 'unfiltered'>> {
  const { ranked } = await find(parsed, library, { filter: null });
  return { nearest: nearestOf(ranked), unfiltered: [] };
}

function sideBySide(
  speaking: readonly Speaking[],
  { library: { names }, question }: Asking,
): Pick<Comparison, 'outlets' | 'differences' | 'citations'> {
  const citations = createCitations();
  const limit = limitOf(question, POINTS);
  const quoting = speaking.map(({ outlet, articles, found }, at) => ({
    outlet,
    articles,
    copyOf: originOf(articles, speaking.slice(0, at), names),
    points: pointsOf(found.question, chooseQuotes(found.question, found.ranked, { limit, enough: 1 }), {
      citations,
      names,
    }),
  }));
  const outlets = quoting.map(({ outlet, points, copyOf: origin }) => {
    // What a copy has, its origin has too: neither says anything that only one of them does.
    const others = quoting.filter(
      (other) => other.outlet !== outlet && other.copyOf !== outlet && other.outlet !== origin,
    );
    const theirs = others.flatMap((other) => other.articles);
    return {
      outlet,
      points,
      copyOf: origin,
      only: theirs.length === 0 ? [] : onlyHere(quotesOf(points), theirs, names),
    };
  });
  const differences = differencesOf(quoting, { citations: citations.all(), names });
  return { outlets, differences, citations: citations.all() };
}

const quotesOf = (points: readonly Point[]): string[] => points.map(({ quote }) => quote);

// The outlet before it whose text one carries in all of its articles.
function originOf(
  articles: readonly Article[],
  before: readonly Speaking[],
  names: Asking['library']['names'],
): string | null {
  const earlier = before.flatMap((other) => other.articles);
  const origins = articles.map((article) => copyOf(article, earlier, names));
  return origins.every((origin) => origin !== null) ? (origins[0]?.outlet ?? null) : null;
}
