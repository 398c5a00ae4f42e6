import type {
  Answer,
  Article,
  Comparison,
  Headline,
  Listing,
  Point,
  Question,
  Timeline,
} from '../../src/core/index.ts';
import { reasonOf } from '../../src/messages/index.ts';
import { dayOf } from '../../src/core/dates/calendar.ts';

/**
 * What an answer breaks of what every answer promises; nothing where it keeps it all. Quotes are slices of what they cite, citations
 * are numbered in order of first use, lists are in order and no longer than wanted, and what came as an option holds for all that is
 * named.
 */
export function brokenRules(question: Question, answer: Answer, articles: readonly Article[]): string[] {
  return [
    ...brokenByAll(question, answer),
    ...brokenByQuotes(answer, articles),
    ...brokenByKind(question, answer),
    ...brokenByOptions(question, answer, articles),
  ];
}

/** The articles that an answer cites or names outside the filters that it states. */
export function strays(answer: Answer, articles: readonly Article[]): string[] {
  const { outlet, author, tag, kind, since, until } = answer.filters;
  return namedIn(answer, articles)
    .filter(
      (article) =>
        (outlet !== null && article.outlet !== outlet) ||
        (author !== undefined && article.author !== author) ||
        (tag !== undefined && !article.tags.includes(tag)) ||
        (kind !== undefined && (article.kind ?? 'news') !== kind) ||
        !isOf(article, since, until),
    )
    .map(({ id }) => id);
}

type Rule = readonly [isKept: boolean, rule: string];

const broken = (rules: readonly Rule[]): string[] => rules.flatMap(([isKept, rule]) => (isKept ? [] : [rule]));

const isOf = ({ date }: Article, since: string | null, until: string | null): boolean =>
  (since === null && until === null) || (date !== null && date >= (since ?? '') && date <= (until ?? '9'));

const headlinesIn = (answer: Answer): readonly Headline[] =>
  answer.kind === 'listing' ? answer.articles : answer.nearest;

const namedIn = (answer: Answer, articles: readonly Article[]): readonly Article[] => {
  const ids = new Set([...answer.citations, ...headlinesIn(answer)].map(({ articleId }) => articleId));
  return articles.filter(({ id }) => ids.has(id));
};

/** Everything that an answer quotes, in the order in which it is shown. */
function quotesIn(answer: Answer): readonly Pick<Point, 'quote' | 'citation' | 'start' | 'end'>[] {
  switch (answer.kind) {
    case 'comparison':
      return answer.outlets.flatMap(({ points }) => points);
    case 'timeline':
      return answer.events.flatMap((event) => [event, ...event.also]);
    case 'not-found':
      return answer.leads ?? [];
    case 'answered':
    case 'rejected':
    case 'about':
    case 'greeting':
    case 'listing':
      return answer.points;
  }
}

const brokenByAll = (question: Question, answer: Answer): string[] =>
  broken([
    [answer.question === question.text, 'repeats the question'],
    [answer.confidence >= 0 && answer.confidence <= 1, 'has a confidence of 0…1'],
    [answer.points.length > 0 === (answer.kind === 'answered'), 'has points exactly where it is answered'],
    [(answer.understood?.length ?? 0) < 1_000, 'is understood as a question that could be asked'],
    [answer.nearest.length <= (answer.kind === 'not-found' ? 3 : 0), 'names what is nearest where nothing is found'],
  ]);

function brokenByQuotes(answer: Answer, articles: readonly Article[]): string[] {
  const { citations } = answer;
  const quotes = quotesIn(answer);
  const numbers = citations.map((_, at) => at + 1);
  const isSlice = ({ quote, citation, start, end }: (typeof quotes)[number]): boolean => {
    const article = articles.find(({ id }) => id === citations[citation - 1]?.articleId);
    return quote !== '' && quote.trim() === quote && article?.text.slice(start, end) === quote;
  };
  return broken([
    [quotes.every(isSlice), 'quotes word for word'],
    [isSame(numbers, [...new Set(quotes.map(({ citation }) => citation))]), 'cites all that it quotes, and no more'],
    [
      isSame(
        numbers,
        citations.map(({ number }) => number),
      ),
      'numbers its citations from 1',
    ],
    [new Set(citations.map(({ articleId }) => articleId)).size === citations.length, 'cites each article once'],
  ]);
}

const isSame = <Value>(some: readonly Value[], others: readonly Value[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at]);

function brokenByKind({ limit }: Question, answer: Answer): string[] {
  switch (answer.kind) {
    case 'answered':
      return broken([[answer.points.length <= (limit ?? 3), 'has no more points than wanted']]);
    case 'comparison':
      return brokenByComparison(answer, limit ?? 3);
    case 'timeline':
      return brokenByTimeline(answer, limit ?? 20);
    case 'listing':
      return brokenByListing(answer, limit ?? 20);
    case 'not-found':
    case 'rejected':
    case 'about':
      return broken([[reasonOf(answer) !== '', 'gives no empty reason']]);
    case 'greeting':
      return [];
  }
}

function brokenByComparison({ outlets, silent, differences, citations }: Comparison, limit: number): string[] {
  const names = outlets.map(({ outlet }) => outlet);
  const readings = differences.flatMap((difference) => difference.readings);
  const cited = new Set(citations.map(({ number }) => number));
  return broken([
    [outlets.length > 0, 'has an account'],
    [new Set([...names, ...silent]).size === names.length + silent.length, 'has each outlet once, silent or not'],
    [outlets.every(({ points }) => points.length > 0 && points.length <= limit), 'has no more quotes than wanted'],
    [
      outlets.every(({ outlet, points }) => points.every(({ citation }) => citations[citation - 1]?.outlet === outlet)),
      'quotes each outlet from its own reports',
    ],
    [outlets.every(({ points, only }) => only.every((at) => at in points)), 'marks its own quotes'],
    [outlets.every(({ copyOf }) => copyOf === null || names.includes(copyOf)), 'has the origin of a copy'],
    [readings.every(({ quote, text }) => quote.includes(text)), 'quotes a figure as it stands'],
    [readings.every(({ citation }) => cited.has(citation)), 'cites the figures'],
  ]);
}

function brokenByTimeline({ events, citations }: Timeline, limit: number): string[] {
  const days = events.map(({ date }) => date);
  return broken([
    [events.length > 0 && events.length <= limit, 'has no more events than wanted'],
    [isSame(days, days.toSorted()), 'is oldest first'],
    [days.every((day) => /^\d{4}-\d\d-\d\d$/.test(day)), 'has days as YYYY-MM-DD'],
    [events.every(({ date, until }) => until === null || until > date), 'ends no event before it begins'],
    [
      events.every(({ date, dateOf, citation }) => dateOf === 'event' || citations[citation - 1]?.date === date),
      'has days of reports as they are',
    ],
  ]);
}

function brokenByListing({ articles, total }: Listing, limit: number): string[] {
  const days = articles.map(({ date }) => date ?? '');
  return broken([
    [articles.length > 0 && articles.length <= limit && total >= articles.length, 'has no more articles than wanted'],
    [isSame(days, days.toSorted().toReversed()), 'is newest first'],
    [new Set(articles.map(({ articleId }) => articleId)).size === articles.length, 'names each article once'],
  ]);
}

// An outlet that is set beside others is one of several.
function brokenByOptions(
  { outlet, author, since, until, as }: Question,
  answer: Answer,
  articles: readonly Article[],
): string[] {
  if (answer.kind === 'rejected') return [];
  // What is nearest to a comparison of nothing is, so far, looked for everywhere.
  if (answer.kind === 'not-found' && (as === undefined || as === 'comparison')) return [];
  const { filters } = answer;
  const named = namedIn(answer, articles);
  const first = since === undefined ? null : dayOf(since, 'first');
  const last = until === undefined ? null : dayOf(until, 'last');
  return broken([
    [author === undefined || named.every((article) => article.author === filters.author), 'is of the author'],
    [
      outlet === undefined || filters.outlet === null || named.every((article) => article.outlet === filters.outlet),
      'is of the outlet',
    ],
    [named.every((article) => isOf(article, first, last)), 'is of the days'],
  ]);
}
