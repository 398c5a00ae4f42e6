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
import { limitOf, emptyAnswer, POINTS, rounded, type QueryContext } from './query-context.ts';
import { unmatchedWords } from './unmatched-words.ts';
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

// The confidence of an answer that a verdict refuses stays below the threshold.
const BELOW_THRESHOLD = ANSWER_THRESHOLD - 0.01;

/** Answers with the best quotes, in the question's language or else in the archive's other one; without any, with the nearest reports. */
export async function answerDirectly(context: QueryContext): Promise<Answered | NotFound> {
  const answer = await answerOfDays(context);
  const other = answer.kind === 'not-found' ? otherLanguage(context) : null;
  if (other === null) return withDaysOfReports(answer, context);
  const across = await answerOfDays(other);
  if (across.kind === 'answered') return withDaysOfReports(across, context);
  // What is found in the other language is not missing.
  const unmatched = answer.unmatched.filter((word) => across.unmatched.includes(word));
  return withDaysOfReports({ ...answer, unmatched }, context);
}

// Searching two languages gives two chances to be wrong: an answer in the other language needs more confidence.
const ACROSS_THRESHOLD = 0.7;

// The question as it is asked of the articles in the other language; null where they are fewer than one in ten: among so few a chance
// match is likelier than an answer.
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

// Days of an event also match reports of other days about it. The answer states them as a filter only where all reports that it names were
// published within them: a stated filter has to hold for everything below it.
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
  // Reports mention what happened long before as background, so its days are searched for like other words.
  const background = isBackground(applied, library);
  const within = background ? null : await findWithin(context, applied);
  if (within !== null && within.confidence >= least) return answerWithin(context, within);
  const anyDay = await findWithin(context, ofAnyDay(applied));
  const { since, until } = applied.filters;
  // A report of 2023 does not show what was so before 2022 (「2022年以前」).
  const isBefore = since === null && until !== null;
  const isTold =
    (background && isHistory(context)) ||
    (!isBefore && (holdsDays(anyDay, days) || namesDays(anyDay, applied) || repeatsDays(anyDay, context)));
  if (anyDay.confidence >= least && isTold) return answerOfAnyDay(context, anyDay);
  return notFound(context, within ?? { ...anyDay, ranked: [], confidence: 0 });
}

const thresholdOf = ({ question: { threshold } }: QueryContext): number => threshold ?? ANSWER_THRESHOLD;

// A question that is a headline is answered with its report, whatever else is similar.
const withinReports = (filter: PassageFilter | null, reports: ReadonlySet<ArticleId>): PassageFilter | null =>
  reports.size === 0 ? filter : (passage) => reports.has(passage.article.id) && (filter?.(passage) ?? true);

async function findWithin(context: QueryContext, applied: AppliedFilters): Promise<ReadFound> {
  const { parsed, library, boostedArticles, textLang, reports, within } = context;
  const narrowed = withinReports(withinReports(passageFilter(applied), reports), within);
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

// What an outlet reports about somebody, without another subject, is answered by sentences that name them.
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
  // Statements of the speaker on other subjects are no answer. An outlet that is asked for what it says answers
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

// The speaker may talk about the matter without the act that is asked for: 「楊潔篪有冇譴責政變？」.
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

// Whether the filters leave no report; days of events may stand in the texts of others.
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

// How long after an event reports of it are published; in days.
const REPORTED_WITHIN = 10;

// Whether the days of a question lie before all days of publication, or between them.
function isBackground({ filters: { since, until } }: AppliedFilters, { articles }: Library): boolean {
  const { days, newest } = facetsOf(articles);
  if (newest === null || until === null || (since !== null && since > newest)) return false;
  const last = dayAfter(until, REPORTED_WITHIN);
  return !days.some((day) => (since === null || day >= since) && day <= last);
}

// Long or distant periods are rarely written in digits, so do not require them; statements are an exception.
const LONG_BEFORE = 5 * 365;

function isHistory({ applied: { filters }, parsed, library }: QueryContext): boolean {
  const { since, until } = filters;
  const [oldest] = facetsOf(library.articles).days;
  if (until === null || oldest === undefined || asksWhoSaid(parsed)) return false;
  const isLong = since === null || daysFrom(since, until) > 366;
  return isLong || daysFrom(until, oldest) > LONG_BEFORE;
}

const asksWhoSaid = ({ wants, speakers }: ParsedQuestion): boolean => wants === 'statement' && speakers.length > 0;

// 「他有沒有提到…」 asks for a statement as well: a passage with any of the words that are asked about answers it, also by saying that he did not.
function asksOfWords(parsed: ParsedQuestion, { ranked: [best] }: ReadFound): boolean {
  if (asksWhoSaid(parsed)) return true;
  const { speaker, act } = parsed.frame;
  if (parsed.wants !== 'yesno' || speaker === null || act === null || best === undefined) return false;
  const topic = parsed.terms.flatMap(({ start, end }, t) => (end <= speaker.start || start >= speaker.end ? [t] : []));
  // A name has to stand in the statement itself: others beside it may mention it too.
  const isName = topic.every((t) => parsed.terms[t]?.name != null);
  const held = isName && isBySpeaker(best.sentence) ? best.sentence.held : heldInContext(best.sentence.passage);
  return !topic.some((t) => held[t] === 1);
}

// In UTF-16 units: 「外長王毅又一次沒有…」
const OPENING = 12;

// 「王毅有沒有說過新疆」 is not answered by another speaker's statement: the best sentence is by the one who is asked about, or begins with them.
function isOfAnother(parsed: ParsedQuestion, { ranked: [best] }: ReadFound): boolean {
  const { wants, frame, terms, speakers } = parsed;
  if (wants !== 'yesno' || frame.speaker === null || best === undefined) return false;
  if (frame.act === 'other') return lacksVerb(parsed, best);
  if (frame.act !== 'say' || speakers[0]?.kind !== 'person') return false;
  const asked = terms.findIndex(({ name }) => name === speakers[0]);
  const opens = best.sentence.matches.some(({ term, start }) => term === asked && start <= OPENING);
  return best.sentence.speakerMatch < 0 || (!isBySpeaker(best.sentence) && !opens);
}

// 「雷蒙多有沒有讚揚中國」 asks of an act that has a word of its own: a sentence without it tells of something else that they did. Words of one
// act share a character: 讚揚, 稱讚.
function lacksVerb(
  { frame: { verb }, terms, folded }: Pick<ParsedQuestion, 'frame' | 'terms' | 'folded'>,
  { sentence }: ReadFound['ranked'][number],
): boolean {
  if (verb === null) return false;
  const own = terms.flatMap(({ start, end }, t) => (start >= verb.start && end <= verb.end ? [t] : []));
  const characters = Array.from(folded.slice(verb.start, verb.end)).filter((char) => hasHan(char));
  const shares = characters.some((char) => sentence.folded.includes(char));
  return own.length > 0 && !shares && own.every((t) => sentence.held[t] !== 1);
}

// Whether the best passage (for statements the best sentence) names a day of the period in any form: 去年11月.
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

// Whether the best sentence has the words of the period itself, where that is later than all days of publication: 「上週」, asked of an
// archive that has ended, is the 上週 of a report.
function repeatsDays(
  { question: { parsed }, ranked: [best] }: Found,
  { days, applied: { filters }, library }: QueryContext,
): boolean {
  const { newest } = facetsOf(library.articles);
  if (best === undefined || newest === null || filters.since === null || filters.since <= newest) return false;
  return days.every(({ start, end }) => best.sentence.folded.includes(parsed.folded.slice(start, end)));
}

// Whether the best passage with its headline and day of publication (for statements the best sentence) has every year, month and day that the
// question names in figures. A question with relative days (上個月) names none.
function holdsDays({ question: { parsed }, ranked: [best] }: Found, days: readonly Span[]): boolean {
  if (best === undefined || (asksWhoSaid(parsed) && !isBySpeaker(best.sentence))) return false;
  const held = asksWhoSaid(parsed) ? best.sentence.held : heldInContext(best.sentence.passage);
  const named = parsed.terms.flatMap((term, t) =>
    term.number !== null && days.some(({ start, end }) => term.start >= start && term.end <= end) ? [t] : [],
  );
  return named.length > 0 && named.every((term) => held[term] === 1);
}
