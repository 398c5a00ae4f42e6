import type { Article } from '../corpus/article.ts';
import type { Library } from '../library.ts';
import { catalogue } from '../messages/catalogue.ts';
import { isPublished } from '../narrowing/filters.ts';
import { holdingsOf } from '../narrowing/holdings.ts';
import { namesDay, namesDayIn, ofAnyDay, passageFilter, type Narrowing } from '../narrowing/narrowing.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { dayAfter, daysFrom } from '../text/dates-calendar.ts';
import type { Span } from '../text/sentences.ts';
import type { Answered, NotFound } from './answer.ts';
import { limitOf, nothingFor, rounded, type Asking } from './asking.ts';
import { ANSWER_THRESHOLD } from './confidence.ts';
import { find, type Found } from './find.ts';
import { nearestTo } from './nearest.ts';
import { citePoints } from './points.ts';
import { isTheirs } from './rank.ts';
import { unmatchedWords } from './unmatched.ts';

const POINTS = 3;

/** Answers with the best quotes, or with what is nearest. */
export async function answerPlainly(asking: Asking): Promise<Answered | NotFound> {
  const { library, narrowing, days } = asking;
  if (days.length === 0) return answerWithin(asking, await findWithin(asking, narrowing));
  // What happened long before the reports stands in them as background: its days are looked for, like any other words.
  const background = isBackground(narrowing, library);
  const within = background ? null : await findWithin(asking, narrowing);
  if (within !== null && within.sure >= ANSWER_THRESHOLD) return answerWithin(asking, within);
  const anyDay = await findWithin(asking, ofAnyDay(narrowing));
  const { since, until } = narrowing.filters;
  // 「2022年以前」 is nothing that a report of 2023 tells.
  const isBefore = since === null && until !== null;
  const isTold =
    (background && isHistory(asking)) || (!isBefore && (holdsDays(anyDay, days) || namesDays(anyDay, narrowing)));
  if (anyDay.sure >= ANSWER_THRESHOLD && isTold) return answerOfAnyDay(asking, anyDay);
  return notFound(asking, within ?? { ...anyDay, ranked: [], sure: 0 });
}

const findWithin = ({ parsed, library, familiar }: Asking, narrowing: Narrowing): Promise<Found> =>
  find(parsed, library, { filter: passageFilter(narrowing), familiar });

async function answerWithin(asking: Asking, found: Found): Promise<Answered | NotFound> {
  if (found.sure < ANSWER_THRESHOLD) return notFound(asking, found);
  const { question, except, lang, library } = asking;
  const common = commonOf(asking, found);
  const limit = limitOf(question, POINTS);
  const cited = citePoints(found.question, found.ranked, { limit, names: library.names, except });
  if (cited.points.length > 0) return { ...common, kind: 'answered', ...cited };
  return { ...common, kind: 'not-found', reason: catalogue(lang).noMore, unfiltered: [] };
}

async function notFound(asking: Asking, found: Found): Promise<NotFound> {
  return { ...commonOf(asking, found), kind: 'not-found', reason: null, ...(await nearestTo(asking, found.ranked)) };
}

const commonOf = (asking: Asking, { sure }: Found) => ({
  ...nothingFor(asking),
  confidence: rounded(sure),
  unmatched: unmatchedWords(asking.parsed, asking.library.index, asking.days),
});

// The days are said to narrow the answer only where all that is cited is of those days.
async function answerOfAnyDay(asking: Asking, found: Found): Promise<Answered | NotFound> {
  const { library, narrowing } = asking;
  const answer = await answerWithin({ ...asking, narrowing: ofAnyDay(narrowing) }, found);
  const cited = answer.citations.flatMap(({ articleId }) => library.article(articleId) ?? []);
  return cited.every((article) => isOfDays(article, narrowing)) ? { ...answer, filters: narrowing.filters } : answer;
}

function isOfDays(article: Article, { filters }: Narrowing): boolean {
  const { since, until } = filters;
  return isPublished(article, filters) || (since !== null && until !== null && namesDayIn(article, since, until));
}

// Reports follow what they report; in days.
const REPORTED_WITHIN = 10;

// Whether the days of a question lie before, or between, all that was published.
function isBackground({ filters: { since, until } }: Narrowing, { articles }: Library): boolean {
  const { days, newest } = holdingsOf(articles);
  if (newest === null || until === null || (since !== null && since > newest)) return false;
  const last = dayAfter(until, REPORTED_WITHIN);
  return !days.some((day) => (since === null || day >= since) && day <= last);
}

// Days of whole years or before living memory are told in many ways, and seldom by their figures; what somebody said is not.
const LONG_BEFORE = 5 * 365;

function isHistory({ narrowing: { filters }, parsed, library }: Asking): boolean {
  const { since, until } = filters;
  const [oldest] = holdingsOf(library.articles).days;
  if (until === null || oldest === undefined || asksWhoSaid(parsed)) return false;
  const isLong = since === null || daysFrom(since, until) > 366;
  return isLong || daysFrom(until, oldest) > LONG_BEFORE;
}

const asksWhoSaid = ({ asked, speakers }: ParsedQuestion): boolean => asked === 'statement' && speakers.length > 0;

// Whether the best passage, or for what was said the best sentence, names a day of the span in its own way: 去年11月.
function namesDays({ question: { parsed }, ranked: [best] }: Found, { filters: { since, until } }: Narrowing): boolean {
  if (best === undefined || since === null || until === null) return false;
  if (asksWhoSaid(parsed) && !isTheirs(best.sentence)) return false;
  const { article, start, end } = best.evidence.passage;
  const text = asksWhoSaid(parsed)
    ? article.text.slice(best.sentence.start, best.sentence.end)
    : article.text.slice(start, end);
  return namesDay(text, article.date, { since, until });
}

// Whether the best passage, its headline or day of publication has every year, month and day that the question names; for what was
// said, the best sentence. A question that names its days otherwise (上個月) names none.
function holdsDays({ question: { parsed }, ranked }: Found, days: readonly Span[]): boolean {
  const [best] = ranked;
  if (asksWhoSaid(parsed) && best !== undefined && !isTheirs(best.sentence)) return false;
  const held = asksWhoSaid(parsed) ? best?.sentence.held : best?.evidence.held;
  const named = parsed.terms.flatMap((term, t) =>
    term.number !== null && days.some(({ start, end }) => term.start >= start && term.end <= end) ? [t] : [],
  );
  return named.length > 0 && named.every((term) => held?.[term] === 1);
}
