import type { Article } from '../corpus/article.ts';
import type { Library } from '../library.ts';
import { catalogue } from '../messages/catalogue.ts';
import { isPublished } from '../narrowing/filters.ts';
import { holdingsOf } from '../narrowing/holdings.ts';
import { namesDayIn, ofAnyDay, passageFilter, type Narrowing } from '../narrowing/narrowing.ts';
import { dayAfter } from '../text/dates-calendar.ts';
import type { Span } from '../text/sentences.ts';
import type { Answered, NotFound } from './answer.ts';
import { limitOf, nearestOf, nothingFor, rounded, type Asking } from './asking.ts';
import { ANSWER_THRESHOLD } from './confidence.ts';
import { find, type Found } from './find.ts';
import { citePoints } from './points.ts';
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
  if (anyDay.sure >= ANSWER_THRESHOLD && (background || holdsDays(anyDay, days))) return answerOfAnyDay(asking, anyDay);
  return answerWithin(background ? { ...asking, narrowing: ofAnyDay(narrowing) } : asking, within ?? anyDay);
}

const findWithin = ({ parsed, library, familiar }: Asking, narrowing: Narrowing): Promise<Found> =>
  find(parsed, library, { filter: passageFilter(narrowing), familiar });

async function answerWithin(asking: Asking, found: Found): Promise<Answered | NotFound> {
  const { parsed, library, question, except, lang } = asking;
  const { names } = library;
  const unmatched = unmatchedWords(parsed, library.index);
  const common = { ...nothingFor(asking), confidence: rounded(found.sure), unmatched };
  if (found.sure < ANSWER_THRESHOLD) {
    const nearest = nearestOf(found.ranked);
    return { ...common, kind: 'not-found', reason: null, nearest, unfiltered: await beyond(asking, nearest) };
  }
  const limit = limitOf(question, POINTS);
  const cited = citePoints(found.question, found.ranked, { limit, names, except });
  if (cited.points.length > 0) return { ...common, kind: 'answered', ...cited };
  return { ...common, kind: 'not-found', reason: catalogue(lang).noMore, unfiltered: [] };
}

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

// Whether the best passage, its headline or day of publication has every year, month and day that the question names; one that
// names its days otherwise (上個月) names none.
function holdsDays({ question, ranked }: Found, days: readonly Span[]): boolean {
  const held = ranked[0]?.evidence.held;
  const named = question.parsed.terms.flatMap((term, t) =>
    term.number !== null && days.some(({ start, end }) => term.start >= start && term.end <= end) ? [t] : [],
  );
  return named.length > 0 && named.every((term) => held?.[term] === 1);
}

// What is nearest without the narrowing, beside what is nearest within it.
async function beyond(asking: Asking, within: NotFound['nearest']): Promise<NotFound['unfiltered']> {
  const { parsed, library, narrowing } = asking;
  if (passageFilter(narrowing) === null) return [];
  const { ranked } = await find(parsed, library, { filter: null });
  return nearestOf(ranked).filter(({ articleId }) => within.every((one) => one.articleId !== articleId));
}
