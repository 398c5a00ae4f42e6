import type { Answer, Answered, Comparison, Listing, OutletAccount, Point, Timeline } from '../core/index.ts';
import { renumbered } from './renumbered.ts';

/** Answers of which there can be more. */
export type Found = Answered | Comparison | Timeline | Listing;

/** How many points, for each outlet in a comparison, events or articles the core gives where no limit is given. */
export const USUAL_LIMITS: Readonly<Record<Found['kind'], number>> = {
  answered: 3,
  comparison: 3,
  timeline: 20,
  listing: 20,
};

export const isFound = (answer: Answer): answer is Found => Object.hasOwn(USUAL_LIMITS, answer.kind);

/** A longer answer to the same question, after a shorter one was shown. */
export interface Further {
  /** What the shorter one did not show; null where there is nothing more. */
  readonly unseen: Found | null;
  /** The longer answer, numbered on from the shorter one. */
  readonly all: Found;
  /** How many articles of a listing come before those of `unseen`. */
  readonly listedBefore: number;
}

/** Finds what a longer answer has beyond a shorter one; null where the two do not go together. A number stays with its article. */
export function furtherThan(shown: Answer, longer: Answer): Further | null {
  if (shown.kind === 'listing' && longer.kind === 'listing') return furtherArticles(shown, longer);
  if (shown.kind === 'answered' && longer.kind === 'answered') {
    const all = renumbered(longer, shown.citations);
    const points = unseenPoints(all.points, keysOf(shown.points));
    return { all, unseen: points.length === 0 ? null : citing({ ...all, points }, points), listedBefore: 0 };
  }
  if (shown.kind === 'timeline' && longer.kind === 'timeline') {
    const all = renumbered(longer, shown.citations);
    const seen = keysOf(shown.events);
    const events = all.events.filter((event) => !seen.has(keyOf(event)));
    const quotes = events.flatMap((event) => [event, ...event.also]);
    return { all, unseen: events.length === 0 ? null : citing({ ...all, events }, quotes), listedBefore: 0 };
  }
  if (shown.kind === 'comparison' && longer.kind === 'comparison') {
    const all = renumbered(longer, shown.citations);
    const outlets = unseenAccounts(all.outlets, keysOf(shown.outlets.flatMap(({ points }) => points)));
    const quotes = outlets.flatMap(({ points }) => points);
    // Who is silent was said, and so is what differs, but for figures that only the longer answer quotes.
    const unseen = { ...all, outlets, silent: [], differences: [] };
    return { all, unseen: outlets.length === 0 ? null : citing(unseen, quotes), listedBefore: 0 };
  }
  return null;
}

/** Joins an answer to one that it goes on from: 「還有嗎」 asks for what was not shown yet. Numbers and positions go on. */
export function joined(shown: Answered, next: Answered): { readonly next: Answered; readonly all: Answered } {
  const numbered = renumbered(next, shown.citations);
  const from = shown.points.length;
  const points = numbered.points.map((point) =>
    point.sameAs === null ? point : { ...point, sameAs: point.sameAs + from },
  );
  return {
    next: citing(numbered, numbered.points),
    all: { ...numbered, points: [...shown.points, ...points] },
  };
}

interface Placed {
  readonly citation: number;
  readonly start: number;
  readonly end: number;
}

const keyOf = ({ citation, start, end }: Placed): string => `${citation}:${start}:${end}`;
const keysOf = (quotes: readonly Placed[]): ReadonlySet<string> => new Set(quotes.map(keyOf));

// A point whose twin was shown before stands on its own here.
function unseenPoints(points: readonly Point[], seen: ReadonlySet<string>): Point[] {
  const places = points.flatMap((point, at) => (seen.has(keyOf(point)) ? [] : [at]));
  return places.flatMap((at) => {
    const point = points[at];
    if (point === undefined) return [];
    const twin = point.sameAs === null ? -1 : places.indexOf(point.sameAs);
    return [{ ...point, sameAs: twin === -1 ? null : twin }];
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

function furtherArticles(shown: Listing, longer: Listing): Further {
  const articles = longer.articles.slice(shown.articles.length);
  const unseen = articles.length === 0 ? null : { ...longer, articles };
  return { all: longer, unseen, listedBefore: shown.articles.length };
}

// Only the citations that the quotes need.
function citing<A extends Found>(answer: A, quotes: readonly Placed[]): A {
  const cited = new Set(quotes.map(({ citation }) => citation));
  return { ...answer, citations: answer.citations.filter(({ number }) => cited.has(number)) };
}
