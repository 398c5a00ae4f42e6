import type {
  Answer,
  Answered,
  Citation,
  Comparison,
  Listing,
  NotFound,
  OutletAccount,
  Point,
  Timeline,
} from '../model/answer.ts';
import type { Question } from '../model/question.ts';

/** Answers of which there can be more. */
export type Found = Answered | Comparison | Timeline | Listing;

/** How many points, for each outlet in a comparison, events or articles there are at the most where no limit is given. */
export const USUAL_LIMITS: Readonly<Record<Found['kind'], number>> = {
  answered: 3,
  comparison: 3,
  timeline: 20,
  listing: 20,
};

export const isFound = (answer: Answer): answer is Found => Object.hasOwn(USUAL_LIMITS, answer.kind);

/**
 * Answers a question with what an answer of `offset` points, events or articles does not show, at most `limit` more (the usual number
 * unless told). Numbers of citations go on from those of the shorter answer, so that a number stays with its article.
 */
export async function pageOf(
  question: Question,
  offset: number,
  answer: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  const whole = { ...question, offset: undefined, limit: undefined };
  const first = await answer(whole);
  if (!isFound(first)) return first;
  const usual = USUAL_LIMITS[first.kind];
  const shown = offset === usual ? first : await answer({ ...whole, limit: offset });
  const longer = await answer({ ...whole, limit: offset + (question.limit ?? usual) });
  const unseen = isFound(shown) && isFound(longer) ? unseenOf(shown, longer) : null;
  const page = unseen ?? noMore(longer);
  return { ...page, resolved: { ...page.resolved, limit: question.limit } };
}

function noMore({ question, understood, unmatched, filters, resolved, lang, partial }: Answer): NotFound {
  const nothing = { points: [], citations: [], nearest: [], unfiltered: [], confidence: 0 };
  const common = { question, understood, unmatched, filters, resolved, lang, ...(partial === true && { partial }) };
  return { ...common, ...nothing, kind: 'not-found', reason: { code: 'no-more' } };
}

// What a longer answer has beyond a shorter one; null where that is nothing, or the two do not go together.
function unseenOf(shown: Found, longer: Found): Found | null {
  if (shown.kind === 'listing' && longer.kind === 'listing') {
    const articles = longer.articles.slice(shown.articles.length);
    return articles.length === 0 ? null : { ...longer, articles };
  }
  if (shown.kind === 'answered' && longer.kind === 'answered') {
    const all = renumbered(longer, shown.citations);
    const points = unseenPoints(all.points, keysOf(shown.points));
    // What nothing answers was said.
    const { unanswered: _, ...further } = all;
    return points.length === 0 ? null : citing({ ...further, points }, points);
  }
  if (shown.kind === 'timeline' && longer.kind === 'timeline') {
    const all = renumbered(longer, shown.citations);
    const seen = keysOf(shown.events);
    const events = all.events.filter((event) => !seen.has(keyOf(event)));
    const quotes = events.flatMap((event) => [event, ...event.also]);
    return events.length === 0 ? null : citing({ ...all, events }, quotes);
  }
  if (shown.kind === 'comparison' && longer.kind === 'comparison') {
    const all = renumbered(longer, shown.citations);
    const outlets = unseenAccounts(all.outlets, keysOf(shown.outlets.flatMap(({ points }) => points)));
    const quotes = outlets.flatMap(({ points }) => points);
    // Who is silent was said, and so is what differs, but for figures that only the longer answer quotes.
    const unseen = { ...all, outlets, silent: [], differences: [] };
    return outlets.length === 0 ? null : citing(unseen, quotes);
  }
  return null;
}

/** An answer that goes on from one that was shown before, numbered on from it; and both as one. */
export interface Continued {
  readonly next: Found;
  readonly all: Found;
}

/** Joins what is shown next to what was shown before; null where the two are of different kinds. */
export function continued(shown: Found, next: Found): Continued | null {
  if (shown.kind === 'listing' && next.kind === 'listing')
    return { next, all: { ...next, articles: [...shown.articles, ...next.articles] } };
  if (shown.kind === 'answered' && next.kind === 'answered') {
    const numbered = renumbered(next, shown.citations);
    const from = shown.points.length;
    const points = numbered.points.map((point) =>
      point.sameAs === null ? point : { ...point, sameAs: point.sameAs + from },
    );
    return { next: citing(numbered, numbered.points), all: { ...numbered, points: [...shown.points, ...points] } };
  }
  if (shown.kind === 'timeline' && next.kind === 'timeline') {
    const numbered = renumbered(next, shown.citations);
    const quotes = numbered.events.flatMap((event) => [event, ...event.also]);
    return { next: citing(numbered, quotes), all: { ...numbered, events: [...shown.events, ...numbered.events] } };
  }
  if (shown.kind === 'comparison' && next.kind === 'comparison') {
    const numbered = renumbered(next, shown.citations);
    const quotes = numbered.outlets.flatMap(({ points }) => points);
    return { next: citing(numbered, quotes), all: { ...numbered, outlets: [...shown.outlets, ...numbered.outlets] } };
  }
  return null;
}

interface Placed {
  readonly citation: number;
  readonly start: number;
  readonly end: number;
}

const keyOf = ({ citation, start, end }: Placed): string => `${citation}:${start}:${end}`;
const keysOf = (quotes: readonly Placed[]): ReadonlySet<string> => new Set(quotes.map(keyOf));

// A point whose duplicate was shown before stands on its own here.
function unseenPoints(points: readonly Point[], seen: ReadonlySet<string>): Point[] {
  const places = points.flatMap((point, at) => (seen.has(keyOf(point)) ? [] : [at]));
  return places.flatMap((at) => {
    const point = points[at];
    if (point === undefined) return [];
    const earlier = point.sameAs === null ? -1 : places.indexOf(point.sameAs);
    return [{ ...point, sameAs: earlier === -1 ? null : earlier }];
  });
}

function unseenAccounts(accounts: readonly OutletAccount[], seen: ReadonlySet<string>): OutletAccount[] {
  return accounts.flatMap((account) => {
    const places = account.points.flatMap((point, at) => (seen.has(keyOf(point)) ? [] : [at]));
    if (places.length === 0) return [];
    const only = account.only.flatMap((at) => (places.includes(at) ? [places.indexOf(at)] : []));
    return [{ ...account, points: unseenPoints(account.points, seen), only }];
  });
}

// Only the citations that the quotes need.
function citing<A extends Found>(answer: A, quotes: readonly Placed[]): A {
  const cited = new Set(quotes.map(({ citation }) => citation));
  return { ...answer, citations: answer.citations.filter(({ number }) => cited.has(number)) };
}

/** Numbers an answer's articles as they were numbered before; those that are new go on from there. */
function renumbered<A extends Answered | Comparison | Timeline>(answer: A, before: readonly Citation[]): A {
  const numbers = new Map<number, number>();
  const added: Citation[] = [];
  for (const citation of answer.citations) {
    const known = before.find(({ articleId }) => articleId === citation.articleId);
    const number = known?.number ?? before.length + added.length + 1;
    numbers.set(citation.number, number);
    if (known === undefined) added.push({ ...citation, number });
  }
  const cited = <Q extends { readonly citation: number }>(quote: Q): Q => ({
    ...quote,
    citation: numbers.get(quote.citation) ?? quote.citation,
  });
  return { ...withQuotes(answer, cited), citations: [...before, ...added] };
}

type Cited = <Q extends { readonly citation: number }>(quote: Q) => Q;

function withQuotes<A extends Answered | Comparison | Timeline>(answer: A, cited: Cited): A {
  switch (answer.kind) {
    case 'answered':
      return { ...answer, points: answer.points.map(cited) };
    case 'timeline':
      return {
        ...answer,
        events: answer.events.map((event) => ({ ...cited(event), also: event.also.map(cited) })),
      };
    case 'comparison':
      return {
        ...answer,
        outlets: answer.outlets.map((account) => ({ ...account, points: account.points.map(cited) })),
        differences: answer.differences.map(({ of, readings }) => ({ of, readings: readings.map(cited) })),
      };
  }
}
