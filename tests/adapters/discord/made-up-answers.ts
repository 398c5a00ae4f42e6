import { array, boolean, constantFrom, integer, oneof, option, record, type Arbitrary } from 'fast-check';
import type { Answer, ArticleId, Citation, EventQuote, Headline, Point } from '../../../src/core/index.ts';
import { hostileText } from './hostile.ts';

const text = hostileText(12);
/** Far longer than what a page holds. */
const long = hostileText(40).map((part) => part.repeat(60));
const quote = oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: long });
const orNull = <T>(some: Arbitrary<T>): Arbitrary<T | null> => option(some, { nil: null });
const id = text.map((name) => name as ArticleId);
const url = orNull(
  oneof(
    text,
    text.map((path) => `https://example.org/${path}`),
  ),
);
const day = constantFrom('2023-10-28', '2021-02-06');

const CITATIONS = 12;

const citations = array(
  record({
    articleId: id,
    title: quote,
    outlet: orNull(text),
    author: orNull(text),
    date: orNull(day),
    url,
    digest: boolean(),
  }),
  { minLength: CITATIONS, maxLength: CITATIONS },
).map((all) => all.map((each, at): Citation => Object.assign({ number: at + 1 }, each)));

const headline: Arbitrary<Headline> = record({ articleId: id, title: quote, outlet: orNull(text), date: orNull(day) });

const quoted: Arbitrary<EventQuote> = record({
  quote,
  citation: integer({ min: 1, max: CITATIONS }),
  start: integer({ min: 0, max: 100_000 }),
  end: integer({ min: 0, max: 100_000 }),
  speaker: orNull(quote),
});

const point: Arbitrary<Point> = record({
  event: quoted,
  reportedBy: orNull(text),
  sameAs: orNull(integer({ min: 0, max: 3 })),
}).map(({ event, reportedBy, sameAs }) => Object.assign(event, { reportedBy, sameAs, mode: null }));

const common = record({
  question: quote,
  understood: orNull(quote),
  confidence: constantFrom(0, 0.5, 1),
  citations,
  nearest: array(headline, { maxLength: 3 }),
  unmatched: array(quote, { maxLength: 4 }),
  filters: record({ outlet: orNull(quote), since: orNull(day), until: orNull(day) }),
  lang: constantFrom('zh-Hant', 'zh-Hans', 'en'),
});

const reading = record({ outlet: quote, text: quote, event: quoted }).map(({ event, ...own }) =>
  Object.assign(event, own),
);

const own: Arbitrary<object> = oneof(
  record({ kind: constantFrom('answered'), points: array(point, { minLength: 1, maxLength: 12 }) }),
  record({
    kind: constantFrom('not-found'),
    points: constantFrom([]),
    reason: orNull(record({ code: constantFrom('no-context', 'no-subject', 'no-more', 'no-reports') })),
    unfiltered: array(headline, { maxLength: 3 }),
  }),
  record({
    kind: constantFrom('rejected'),
    points: constantFrom([]),
    reason: record({ code: constantFrom('bad-date'), given: quote }),
  }),
  record({ kind: constantFrom('greeting'), points: constantFrom([]), topic: constantFrom('hello', 'thanks') }),
  record({
    kind: constantFrom('comparison'),
    points: constantFrom([]),
    outlets: array(
      record({
        outlet: text,
        points: array(point, { maxLength: 3 }),
        only: array(integer({ min: 0, max: 2 }), { maxLength: 2 }),
        copyOf: orNull(text),
      }),
      { maxLength: 5 },
    ),
    silent: array(text, { maxLength: 5 }),
    differences: array(
      record({ of: constantFrom('figure', 'day'), readings: array(reading, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 2 },
    ),
  }),
  record({
    kind: constantFrom('timeline'),
    points: constantFrom([]),
    events: array(
      record({
        event: quoted,
        date: day,
        until: orNull(day),
        dateOf: constantFrom('event', 'publication'),
        also: array(quoted, { maxLength: 2 }),
      }).map(({ event, ...more }) => Object.assign(event, more)),
      { maxLength: 20 },
    ),
  }),
  record({
    kind: constantFrom('listing'),
    points: constantFrom([]),
    articles: array(headline, { maxLength: 20 }),
    total: integer({ min: 0, max: 10_000 }),
  }),
);

/** Answers of every kind, made of hostile text. */
export const madeUpAnswer: Arbitrary<Answer> = record({ common, own, resolved: record({ text }) }).map(
  ({ common, own, resolved }) => Object.assign(common, own, { resolved }) as unknown as Answer,
);
