import { hasHan, isChinese } from '../text/script.ts';
import type { Library } from '../index/library.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import { crossLingualTerms } from '../question/cross-lingual.ts';
import { isCrossLingual } from '../reading/candidates.ts';
import { isPublished, facetsOf } from '../question/filters/given-filters.ts';
import { namesDay, ofAnyDay, ofSister, passageFilter, type AppliedFilters } from '../question/filters/filters.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { dayAfter, daysFrom } from '../dates/calendar.ts';
import type { ArticleId } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Answered, NotFound, Polarity } from '../model/answer.ts';
import { limitOf, emptyAnswer, POINTS, rounded, unmatchedWords, type QueryContext } from './query-context.ts';
import { ANSWER_THRESHOLD, type Found, OF_A_HEADLINE, find } from '../reading/find.ts';
import { explanationOf } from './explain.ts';
import { gapOf, isOffTopic, isQuoted, leadsFor, nearestTo, gapWithoutSpeechVerb } from './not-found.ts';
import { checkSlots } from './verdicts/check-slots.ts';
import { readExternally, type ReadFound } from './external-reading.ts';
import { citePoints, citeQuotes } from './points.ts';
import { asksYesNo, polarityOf } from './polarity.ts';
import { heldInContext } from '../reading/features/sentence-view.ts';
import { isBySpeaker } from '../reading/ranking.ts';
import { isTold, matchAct } from '../reading/act-match.ts';
import { actWithin } from '../reading/weigh-question.ts';

// What is refused is not as sure as what is answered.
const BELOW_THRESHOLD = ANSWER_THRESHOLD - 0.01;

/** Answers with the best quotes, or with what is nearest; of an archive in two languages with those in the other where its own has none. */
export async function answerDirectly(context: QueryContext): Promise<Answered | NotFound> {
  const answer = await answerOfDays(context);
  const other = answer.kind === 'not-found' ? otherLanguage(context) : null;
  if (other === null) return withDaysOfReports(answer, context);
  const across = await answerOfDays(other);
  if (across.kind === 'answered') return withDaysOfReports(across, context);
  // What stands in the other language is not missing.
  const unmatched = answer.unmatched.filter((word) => across.unmatched.includes(word));
  return withDaysOfReports({ ...answer, unmatched }, context);
}

// Two languages are two chances to be wrong: what the asker did not write in has to be surer.
const ACROSS_THRESHOLD = 0.7;

// The question as it is asked of the articles in the other language; null where they are fewer than one in ten: among so few a chance
// likeness is likelier than an answer.
function otherLanguage(context: QueryContext): QueryContext | null {
  const { parsed, library, question, exclude, applied } = context;
  const { chinese, english } = library.languages;
  if (!(chinese && english) || exclude.size > 0 || question.threshold !== undefined) return null;
  const across = crossLingualTerms(parsed, library.index);
  const sister = ofSister(applied);
  if (!isCrossLingual(across) && sister === null) return null;
  return {
    ...context,
    applied: sister ?? applied,
    question: { ...question, threshold: ACROSS_THRESHOLD },
    parsed: across,
    textLang: hasHan(parsed.folded) ? 'en' : 'zh',
    reader: null,
  };
}

// The days of an event also find reports of other days that tell of it. The answer states its days as a filter only where all that
// it names was published within them: a filter that does not hold for what stands below it misleads.
function withDaysOfReports<Given extends Answered | NotFound>(
  answer: Given,
  { applied, library }: QueryContext,
): Given {
  if (!applied.ofEvent && answer.kind === 'not-found') return answer;
  const { filters, citations, nearest } = answer;
  const named = [...citations, ...nearest].flatMap(({ articleId }) => library.article(articleId) ?? []);
  if (named.every((article) => isPublished(article, filters))) return answer;
  return { ...answer, filters: { ...filters, since: null, until: null } };
}

async function answerOfDays(context: QueryContext): Promise<Answered | NotFound> {
  const { library, applied, days } = context;
  const least = thresholdOf(context);
  if (days.length === 0) return answerWithin(context, await findWithin(context, applied));
  // What happened long before the reports stands in them as background: its days are looked for, like any other words.
  const background = isBackground(applied, library);
  const within = background ? null : await findWithin(context, applied);
  if (within !== null && within.confidence >= least) return answerWithin(context, within);
  const anyDay = await findWithin(context, ofAnyDay(applied));
  const { since, until } = applied.filters;
  // 「2022年以前」 is nothing that a report of 2023 tells.
  const isBefore = since === null && until !== null;
  const isTold =
    (background && isHistory(context)) ||
    (!isBefore && (holdsDays(anyDay, days) || namesDays(anyDay, applied) || repeatsDays(anyDay, context)));
  if (anyDay.confidence >= least && isTold) return answerOfAnyDay(context, anyDay);
  return notFound(context, within ?? { ...anyDay, ranked: [], confidence: 0 });
}

const thresholdOf = ({ question: { threshold } }: QueryContext): number => threshold ?? ANSWER_THRESHOLD;

// Who asks a headline is given its report, whatever else is like it.
const withinReports = (filter: PassageFilter | null, reports: ReadonlySet<ArticleId>): PassageFilter | null =>
  reports.size === 0 ? filter : (passage) => reports.has(passage.article.id) && (filter?.(passage) ?? true);

async function findWithin(context: QueryContext, applied: AppliedFilters): Promise<ReadFound> {
  const { parsed, library, boostedArticles, textLang, reports } = context;
  const narrowed = withinReports(passageFilter(applied), reports);
  const filter: PassageFilter | null =
    textLang === null
      ? narrowed
      : (passage) => (textLang === 'zh') === isChinese(passage.article) && (narrowed?.(passage) ?? true);
  const found = await find(parsed, library, { filter, boostedArticles, isNarrowed: narrowed !== null });
  const held =
    reports.size > 0 && found.ranked.length > 0
      ? { ...found, confidence: OF_A_HEADLINE }
      : checkSlots(found, library.names);
  return context.reader === null
    ? { ...held, choice: null }
    : readExternally({ ...context, reader: context.reader }, held, { filter });
}

// An outlet that is asked what it reports of somebody, and of nothing else, answers with what names them.
const OF_AN_OUTLET = 0.4;
const FEW_TERMS = 2;

function leastWithin(context: QueryContext, { ranked: [best] }: ReadFound): number {
  const { applied, parsed } = context;
  const least = thresholdOf(context);
  const isNamed =
    applied.filters.outlet !== null &&
    parsed.frame.wanted === 'thing' &&
    parsed.terms.length <= FEW_TERMS &&
    parsed.terms.every((_, t) => best?.sentence.held[t] === 1);
  return isNamed ? Math.min(OF_AN_OUTLET, least) : least;
}

async function answerWithin(context: QueryContext, found: ReadFound): Promise<Answered | NotFound> {
  const least = leastWithin(context, found);
  if (found.confidence < least) return notFound(context, found);
  // What somebody says of other things is no answer, however well they are known. An outlet that is asked what it says answers
  // with its reports, whoever speaks in them.
  const isOfOutlet = context.applied.filters.outlet !== null;
  if (
    least > 0 &&
    !isOfOutlet &&
    context.reports.size === 0 &&
    found.choice === null &&
    (isOfAnother(context.parsed, found) ||
      (asksOfWords(context.parsed, found) &&
        isOffTopic(gapOf(context, found, { unmatched: commonOf(context, found).unmatched, lacking: null }))))
  )
    return notFound(context, { ...found, confidence: Math.min(found.confidence, BELOW_THRESHOLD) });
  const common = commonOf(context, found);
  const cited = citedPoints(context, found);
  const [first] = cited.points;
  if (first === undefined) return { ...common, kind: 'not-found', reason: { code: 'no-more' }, unfiltered: [] };
  const ofReader = found.choice?.polarity ?? null;
  const { wants } = context.parsed;
  const polarity =
    (wants === null || wants === 'yesno') && asksYesNo(context.parsed)
      ? (ofReader ?? polarityWithin(context, found, first.quote))
      : null;
  return { ...common, kind: 'answered', ...cited, polarity };
}

// Whoever is asked about may well speak of the matter, and not do what is asked: 「楊潔篪有冇譴責政變？」.
function polarityWithin(
  { library }: QueryContext,
  { question, ranked: [best] }: ReadFound,
  quote: string,
): Polarity | null {
  const polarity = polarityOf(question, quote);
  const act = actWithin(question.parsed);
  if (act === null || best === undefined || polarity !== 'yes') return polarity;
  return isTold(matchAct(act, best.sentence, library.names)) ? polarity : null;
}

function citedPoints({ question, exclude, library: { names } }: QueryContext, { choice, ...found }: ReadFound) {
  const options = { limit: limitOf(question, POINTS), names, exclude };
  return choice === null || choice.quotes.length === 0
    ? citePoints(found.question, found.ranked, options)
    : citeQuotes(found.question.parsed, choice.quotes, options);
}

async function notFound(context: QueryContext, found: ReadFound): Promise<NotFound> {
  const common = commonOf(context, found);
  const gap = gapOf(context, found, {
    unmatched: common.unmatched,
    lacking: found.choice?.lacks ?? null,
    quoted: await isQuoted(context, found),
  });
  return {
    ...common,
    kind: 'not-found',
    ...(leavesNothing(context)
      ? { reason: { code: 'no-reports' }, gap: null }
      : { reason: null, gap: gapWithoutSpeechVerb(gap, context) }),
    ...(await nearestTo(context, found.ranked)),
    ...leadsFor(context, found),
  };
}

// Whether filters leave no report; of days of events texts tell.
function leavesNothing({ applied, library }: QueryContext): boolean {
  const filter = passageFilter(applied);
  return filter !== null && !applied.ofEvent && !library.articles.some((article) => filter({ article }));
}

const commonOf = (context: QueryContext, found: ReadFound) => ({
  ...emptyAnswer(context),
  ...(found.choice !== null && found.choice.usage !== null && { reader: found.choice.usage }),
  ...(context.question.explain === true && { explain: explanationOf(found) }),
  confidence: rounded(found.confidence),
  unmatched: unmatchedWords(context.parsed, context.library.index, context.days),
});

async function answerOfAnyDay(context: QueryContext, found: ReadFound): Promise<Answered | NotFound> {
  const answer = await answerWithin({ ...context, applied: ofAnyDay(context.applied) }, found);
  return { ...answer, filters: context.applied.filters };
}

// Reports follow what they report; in days.
const REPORTED_WITHIN = 10;

// Whether the days of a question lie before, or between, all that was published.
function isBackground({ filters: { since, until } }: AppliedFilters, { articles }: Library): boolean {
  const { days, newest } = facetsOf(articles);
  if (newest === null || until === null || (since !== null && since > newest)) return false;
  const last = dayAfter(until, REPORTED_WITHIN);
  return !days.some((day) => (since === null || day >= since) && day <= last);
}

// Days of whole years or before living memory are told in many ways, and seldom by their figures; what somebody said is not.
const LONG_BEFORE = 5 * 365;

function isHistory({ applied: { filters }, parsed, library }: QueryContext): boolean {
  const { since, until } = filters;
  const [oldest] = facetsOf(library.articles).days;
  if (until === null || oldest === undefined || asksWhoSaid(parsed)) return false;
  const isLong = since === null || daysFrom(since, until) > 366;
  return isLong || daysFrom(until, oldest) > LONG_BEFORE;
}

const asksWhoSaid = ({ wants, speakers }: ParsedQuestion): boolean => wants === 'statement' && speakers.length > 0;

// 「他有沒有提到…」 asks of somebody's words as well; where the best passage has any of what is asked, it tells of it, be it that he did not.
function asksOfWords(parsed: ParsedQuestion, { ranked: [best] }: ReadFound): boolean {
  if (asksWhoSaid(parsed)) return true;
  const { speaker, act } = parsed.frame;
  if (parsed.wants !== 'yesno' || speaker === null || act === null || best === undefined) return false;
  const topic = parsed.terms.flatMap(({ start, end }, t) => (end <= speaker.start || start >= speaker.end ? [t] : []));
  // A name stands in somebody's own words as it is: beside them others may speak of it.
  const isName = topic.every((t) => parsed.terms[t]?.name != null);
  const held = isName && isBySpeaker(best.sentence) ? best.sentence.held : heldInContext(best.sentence.passage);
  return !topic.some((t) => held[t] === 1);
}

// In UTF-16 units: 「外長王毅又一次沒有…」
const OPENING = 12;

// 「王毅有沒有說過新疆」 is not answered, with a yes least of all, by what somebody else says: the best sentence is theirs, or begins with them.
function isOfAnother({ wants, frame, terms, speakers }: ParsedQuestion, { ranked: [best] }: ReadFound): boolean {
  if (wants !== 'yesno' || frame.act !== 'say' || speakers[0]?.kind !== 'person' || best === undefined) return false;
  const asked = terms.findIndex(({ name }) => name === speakers[0]);
  const opens = best.sentence.matches.some(({ term, start }) => term === asked && start <= OPENING);
  return best.sentence.speakerMatch < 0 || (!isBySpeaker(best.sentence) && !opens);
}

// Whether the best passage, or for what was said the best sentence, names a day of the span in its own way: 去年11月.
function namesDays(
  { question: { parsed }, ranked: [best] }: Found,
  { filters: { since, until } }: AppliedFilters,
): boolean {
  if (best === undefined || since === null || until === null) return false;
  if (asksWhoSaid(parsed) && !isBySpeaker(best.sentence)) return false;
  const { article, start, end } = best.sentence.passage.passage;
  const text = asksWhoSaid(parsed)
    ? article.text.slice(best.sentence.start, best.sentence.end)
    : article.text.slice(start, end);
  return namesDay(text, article.date, { since, until });
}

// Whether the best sentence has the very words of the days, where these are later than all that was published: 「上週」, asked of an
// archive that has come to its end, is that of a report.
function repeatsDays(
  { question: { parsed }, ranked: [best] }: Found,
  { days, applied: { filters }, library }: QueryContext,
): boolean {
  const { newest } = facetsOf(library.articles);
  if (best === undefined || newest === null || filters.since === null || filters.since <= newest) return false;
  return days.every(({ start, end }) => best.sentence.folded.includes(parsed.folded.slice(start, end)));
}

// Whether the best passage, its headline or day of publication has every year, month and day that the question names; for what was
// said, the best sentence. A question that names its days otherwise (上個月) names none.
function holdsDays({ question: { parsed }, ranked: [best] }: Found, days: readonly Span[]): boolean {
  if (best === undefined || (asksWhoSaid(parsed) && !isBySpeaker(best.sentence))) return false;
  const held = asksWhoSaid(parsed) ? best.sentence.held : heldInContext(best.sentence.passage);
  const named = parsed.terms.flatMap((term, t) =>
    term.number !== null && days.some(({ start, end }) => term.start >= start && term.end <= end) ? [t] : [],
  );
  return named.length > 0 && named.every((term) => held[term] === 1);
}
