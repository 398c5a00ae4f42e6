import type { Answer, NotFound } from './model/answer.ts';
import type { Article, ArticleId } from './model/article.ts';
import type { Entry } from './model/entry.ts';
import type { Filters } from './model/filters.ts';
import type { AskedKind, InterfaceLang, Question } from './model/question.ts';
import type { Library } from './index/library.ts';
import { facetsOf } from './question/filters/given-filters.ts';
import { EVERYWHERE, mergeFilters, type FiltersInQuestion, type AppliedFilters } from './question/filters/filters.ts';
import type { NamedOutlet } from './question/filters/name-filters.ts';
import type { ParsedQuestion } from './question/parse-question.ts';
import type { Understood } from './question/understand.ts';
import { compare } from './answers/comparison/compare.ts';
import { answerDirectly } from './answers/direct.ts';
import { buildListing } from './answers/listing.ts';
import { quoteKey } from './answers/quotes/quote.ts';
import { joinParts } from './answers/parts.ts';
import { emptyAnswer, rejected, type QueryContext } from './answers/query-context.ts';
import { buildTimeline } from './answers/timeline/build-timeline.ts';
import { BESIDES, followUpOf, INDEPENDENT, namesOtherSide, saysNothing, type FollowUp } from './dialogue/follow-up.ts';
import { interpretationsOf, selectInterpretation, type Interpretation } from './dialogue/interpretations.ts';
import { bySpeaker, listsReports, outletsContrasted } from './dialogue/contrast.ts';
import {
  isFromElsewhere,
  isLikelierWithin,
  readingOfReports,
  readingsWithin,
  selectWithin,
  staysWithin,
  type Talk,
} from './dialogue/within.ts';
import { reportsTalkedOf } from './dialogue/talked-of.ts';
import { counterpartOf } from './dialogue/counterpart.ts';
import { askedOfOne, lacksOtherSide, peopleOf, subjectAfter, type Before } from './dialogue/rewrite.ts';
import type { Gazetteer } from './names/gazetteer.ts';
import { anyOf, langWords } from './text/lang-data.ts';
import { foldScript } from './text/script.ts';
import type { Turn } from './dialogue/conversations.ts';

/** Who asks, with what is the same for every way to understand the question. */
export interface Asker {
  readonly question: Question;
  readonly lang: InterfaceLang;
  /** The filters that came with the question, beside its words. */
  readonly given: Filters;
  readonly library: Library;
  readonly reader: QueryContext['reader'];
  /** Whether another question may go on from this one: in a conversation, or further on in the message. */
  readonly isFollowed: boolean;
  readonly understand: (text: string, as: AskedKind | undefined) => Understood;
  /** The same, with the outlets and days in the words looked for, and not obeyed. */
  readonly understandAnywhere: (text: string) => Understood;
  /** The outlets that a text names, by the archive's and the directory's names for them. */
  readonly outletsIn: (text: string) => readonly NamedOutlet[];
}

/** What every answer to somebody has, before anything is found. */
export const nothingFor = ({ question, lang, given }: Asker) =>
  emptyAnswer({
    question,
    understood: null,
    resolved: aloneOf(question),
    applied: { ...EVERYWHERE, filters: given },
    lang,
  });

// A question without the conversation that it belongs to, and without what concerns only this one asking.
function aloneOf(question: Question): Question {
  const { conversation: _talk, offset: _shown, explain: _told, ...alone } = question;
  return alone;
}

/** An answer, and what is remembered of its turn. */
export interface Answering {
  readonly answer: Answer;
  /** What the next turn may go on from; null where nothing was asked that it could, or none comes. */
  readonly remembered: Turn | null;
}

/** Answers one question, after the turn before it where there is one. */
export async function answerTurn(text: string, before: Turn | null, asker: Asker): Promise<Answering> {
  // A list of all that there is asks about nothing that one could go on from.
  const turn = before?.matter === '' ? null : before;
  const { question } = asker;
  const own = asker.understand(text, question.as);
  const refused = refusedBy(own.asked, own.as, asker);
  if (refused !== null) return (await answerOfQuoted(text, own, asker)) ?? { answer: refused, remembered: null };
  const raw = own.asked.rest === text && !own.onlyNarrows ? own.parsed : own.whole;
  const followUp =
    question.as === undefined && own.reports.size === 0
      ? followUpOf(raw, { only: own.onlyNarrows, lists: own.as === 'listing', days: own.asked.days.length > 0 })
      : INDEPENDENT;
  const reading: Reading = { followUp, own, text, asker };
  if (turn !== null) return await answerAfter(turn, raw, reading);
  if (saysNothing(raw, followUp)) return { answer: withoutContext(asker), remembered: null };
  const alone = await answerReading({ text, from: null, boostedArticles: NO_ARTICLES }, reading);
  // "What did they agree on" may find what two agreed on; where it finds nothing, who they are is what is lacking.
  const isOfSomebody = followUp.kind === 'pronoun' && followUp.of !== 'thing';
  return isOfSomebody && alone.answer.kind === 'not-found'
    ? { answer: withoutContext(asker), remembered: null }
    : alone;
}

type Read = Answering & { readonly reading: Interpretation };

// A question that comes after another may stand for another one. What names no other subject is asked of the reports that the last answer
// rests on, and of all where these do not answer.
async function answerAfter(turn: Turn, raw: ParsedQuestion, reading: Reading): Promise<Answering> {
  const { followUp, own, asker } = reading;
  const { names } = asker.library;
  const before: Before = { turn, names, counterpart: counterpartIn(turn, raw, reading) };
  if (followUp.kind === 'substitution' && lacksOtherSide(raw, followUp, before))
    return { answer: withoutContext(asker), remembered: null };
  const reports = [...reportsTalkedOf(turn.restsOn, asker.library)].flatMap((id) => asker.library.article(id) ?? []);
  const isContrast = followUp.kind === 'contrast' || (own.as === 'comparison' && followUp.of === 'people');
  const contrast = isContrast ? await answerContrast(turn, reports, reading) : null;
  if (contrast !== null) return contrast;
  const talk: Talk = { question: raw, own: own.parsed, followUp, before, names, reports };
  const asked = own.as === 'answer' && staysWithin(talk) ? readingsWithin(talk) : [];
  const within = await Promise.all(asked.map((each) => readAs(each, reading)));
  const chosen = selectWithin(within, talk);
  if (chosen !== null) return chosen;
  const { found, answers } = await findAnywhere(talk, reading);
  const [nearest] = within;
  const isElsewhere = nearest !== undefined && isFromElsewhere(found, talk);
  const { answer } = isElsewhere ? nearest : found;
  const told = answers && !isElsewhere ? answer : refusalOf(answer);
  // A turn that found nothing keeps the topic unless it names someone.
  const isNamed = own.parsed.terms.some(({ name }) => name?.kind === 'person' || name?.kind === 'organisation');
  const isForgotten = isElsewhere || (told.kind === 'not-found' && !isNamed);
  return { answer: told, remembered: isForgotten ? null : found.remembered };
}

const readAs = async (interpretation: Interpretation, reading: Reading): Promise<Read> => ({
  reading: interpretation,
  ...(await answerReading(interpretation, reading)),
});

// What all reports answer, or where that is likelier those that are talked of.
async function findAnywhere(
  talk: Talk,
  reading: Reading,
): Promise<{ readonly found: Read; readonly answers: boolean }> {
  const { question, followUp, before } = talk;
  const [first, second] = interpretationsOf(question, followUp, before);
  const likelier = await readAs(first, reading);
  const both: [Read, Read?] = second === undefined ? [likelier] : [likelier, await readAs(second, reading)];
  const { chosen, answers } = selectInterpretation(both, talk);
  const ofReports = reading.own.as === 'answer' ? readingOfReports(talk) : null;
  const within = ofReports === null ? null : await readAs(ofReports, reading);
  if (within !== null && isLikelierWithin(within, chosen, talk)) return { found: within, answers: true };
  return { found: chosen, answers };
}

const refusalOf = (answer: Answer): Answer => (answer.kind === 'not-found' ? answer : withoutAnswer(answer));

// So many quotes are looked through for those of each who speaks.
const LOOKED_THROUGH = 20;

// One quote of each of two who were asked for their words, or who were quoted; null where there are no two.
async function quotesOfEach(turn: Turn, reading: Reading): Promise<Answering | null> {
  const { asker } = reading;
  const people = peopleOf(turn.parsed);
  const asked = people.length > 1 ? people.map((name) => askedOfOne(turn.parsed, name)) : [turn.parsed.text];
  const question = { ...asker.question, limit: LOOKED_THROUGH };
  const answerings: Answering[] = [];
  for (const text of asked) {
    const each: Interpretation = { text, from: turn, boostedArticles: turn.cited };
    answerings.push(await answerReading(each, { ...reading, asker: { ...asker, question } }));
  }
  const joined = joinParts(
    answerings.map(({ answer }) => answer),
    LOOKED_THROUGH,
  );
  const answer = joined === null ? null : bySpeaker(joined, people.length > 1 ? people : [], asker.library.names);
  if (answer === null) return null;
  return { answer: { ...answer, understood: turn.parsed.text }, remembered: { ...turn, ...turnOf(answer, null) } };
}

// How those differ whose reports were listed, or who were quoted; null where there are no two.
async function answerContrast(turn: Turn, reports: readonly Article[], reading: Reading): Promise<Answering | null> {
  const { asker } = reading;
  const each = listsReports(turn) ? null : await quotesOfEach(turn, reading);
  if (each !== null) return each;
  const outlets = outletsContrasted(reports);
  if (outlets.length === 0) return null;
  const of = asker.understand(turn.subject, 'comparison');
  const applied = { ...mergeFilters(turn.applied, of.asked), outlets };
  const answer = await compare({
    ...queryOf(asker, of),
    understood: turn.subject,
    resolved: resolvedOf(asker.question, { text: turn.subject, as: 'comparison', from: turn.applied, understood: of }),
    applied: mergeFilters(applied, { ...EVERYWHERE, filters: asker.given }),
  });
  return { answer, remembered: { ...turn, ...turnOf(answer, null), as: 'comparison', restsOn: turn.restsOn } };
}

// Read only where a question leaves open who is meant.
function counterpartIn(turn: Turn, { folded }: ParsedQuestion, { followUp, asker }: Reading): Entry | null {
  const { kind, start, end } = followUp;
  if (kind !== 'substitution' || !namesOtherSide(folded.slice(start, end))) return null;
  const articles = [...turn.cited].flatMap((id) => asker.library.article(id) ?? []);
  return counterpartOf(turn.parsed, articles, asker.library.names);
}

// An outlet of which the archive has no report may be quoted in those of others: 「路透社怎樣報道訪華」. Null where none quotes it.
async function answerOfQuoted(text: string, { asked }: Understood, asker: Asker): Promise<Answering | null> {
  const [missing] = asked.missing;
  if (missing === undefined || asked.fault !== null) return null;
  const own = asker.understandAnywhere(text);
  const reading: Interpretation = { text, from: null, boostedArticles: NO_ARTICLES };
  const answering = await answerReading(reading, { followUp: INDEPENDENT, own, text, asker });
  const { points, kind } = answering.answer;
  const isQuoted = points.some(({ quote, before, reportedBy }) =>
    asker.outletsIn(`${reportedBy ?? ''} ${before?.quote ?? ''} ${quote}`).some(({ outlet }) => outlet === missing),
  );
  return kind === 'answered' && isQuoted ? answering : null;
}

/** Asks back, where a question leans on something that was never said. */
export const withoutContext = (asker: Asker): NotFound => ({
  ...nothingFor(asker),
  kind: 'not-found',
  reason: { code: 'no-context' },
  unfiltered: [],
});

// What was quoted is only what is nearest.
function withoutAnswer({ citations, ...answer }: Answer): NotFound {
  const { question, understood, unmatched, filters, resolved, lang } = answer;
  const nearest = citations.map(({ articleId, title, outlet, date, digest }) => ({
    articleId,
    title,
    outlet,
    date,
    ...(digest && { digest }),
  }));
  const common = { question, understood, unmatched, filters, resolved, lang, confidence: 0, points: [], citations: [] };
  return { ...common, kind: 'not-found', reason: null, nearest, unfiltered: [] };
}

/** Answers what the turn before asked once more. */
export async function answerAgain(turn: Turn, asker: Asker): Promise<Answer> {
  const { text } = turn.parsed;
  const again: Interpretation = { text, from: turn, boostedArticles: turn.cited };
  const own = asker.understand(text, turn.as);
  const { answer } = await answerReading(again, { followUp: { ...INDEPENDENT, kind: 'repeat' }, own, text, asker });
  return answer;
}

interface Reading {
  readonly followUp: FollowUp;
  /** The question by itself. */
  readonly own: Understood;
  readonly text: string;
  readonly asker: Asker;
}

async function answerReading(
  { text, from, boostedArticles, within = NO_ARTICLES, sought }: Interpretation,
  { followUp, own, text: asked, asker }: Reading,
): Promise<Answering> {
  const { question, given } = asker;
  const saysKind = own.as !== 'answer' && !own.onlyNarrows;
  const goesOn = from !== null && !saysKind && GOES_ON.has(followUp.kind);
  const understood = from === null ? own : asker.understand(text, goesOn ? from.as : question.as);
  const { parsed, as } = understood;
  const applied = mergeFilters(from?.applied ?? EVERYWHERE, understood.asked);
  const answer = await answerAs(as, {
    ...queryOf(asker, understood),
    words: asked,
    ...(from !== null && {
      understood: text === asked ? null : text,
      resolved: resolvedOf(question, { text, as, from: from.applied, understood }),
      applied: mergeFilters(applied, { ...EVERYWHERE, filters: given }),
      exclude: asksForMore(followUp, asked) ? from.quoted : NOTHING_QUOTED,
    }),
    ...(sought !== undefined && { parsed: sought }),
    boostedArticles,
    within,
  });
  if (!asker.isFollowed) return { answer, remembered: null };
  return {
    answer,
    remembered: {
      ...turnOf(answer, followUp.kind === 'more' ? from : null),
      speaker: personOf(answer.points[0]?.speaker ?? null, asker.library.names),
      ...subjectAfter(parsed, followUp, from),
      parsed,
      as,
      applied,
      days: understood.asked.days,
      within,
      restsOn: restsOn(answer, from),
    },
  };
}

/** What a question that stands by itself asks, and what it is asked of. */
export const queryOf = (
  { question, lang, given, library, reader }: Asker,
  { parsed, asked, reports }: Understood,
): QueryContext => ({
  question,
  lang,
  understood: null,
  words: question.text,
  resolved: aloneOf(question),
  parsed,
  applied: mergeFilters(asked, { ...EVERYWHERE, filters: given }),
  // Days that came as an option go before those of the words.
  days: given.since === null && given.until === null ? asked.days : [],
  missing: asked.missing,
  reports,
  within: NO_ARTICLES,
  boostedArticles: NO_ARTICLES,
  exclude: NOTHING_QUOTED,
  library,
  textLang: null,
  reader,
});

const NO_ARTICLES: ReadonlySet<ArticleId> = new Set();

// 「還有呢」, 「佢仲講咗咩」.
const asksForMore = ({ kind, of }: FollowUp, text: string): boolean =>
  kind === 'more' || (kind === 'pronoun' && of === 'person' && BESIDES.test(foldScript(text)));

// What the turns before were narrowed to is in no word of the question: it is handed on as options.
function resolvedOf(
  question: Question,
  { text, as, from, understood }: { text: string; as: AskedKind; from: AppliedFilters; understood: Understood },
): Question {
  const { outlet, author, tag, kind, since, until } = from.filters;
  const own = understood.asked;
  const hasDays = own.filters.since !== null || own.filters.until !== null;
  const hasOutlet = own.filters.outlet !== null || own.outlets.length > 0;
  return {
    ...(hasOutlet || outlet === null ? {} : { outlet }),
    ...(author === undefined || own.filters.author !== undefined ? {} : { author }),
    ...(tag === undefined || own.filters.tag !== undefined ? {} : { tag }),
    ...(kind === undefined ? {} : { kind }),
    ...(hasDays || since === null ? {} : { since }),
    ...(hasDays || until === null ? {} : { until }),
    ...aloneOf(question),
    text,
    as,
  };
}

// A follow-up of these kinds asks for an answer of the same kind.
const GOES_ON: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>([
  'substitution',
  'refilter',
  'more',
  'repeat',
]);
const NOTHING_QUOTED: ReadonlySet<string> = new Set();

const BODY = new RegExp(`${anyOf(langWords('zh/bodies'))}$`);

// No body is a he or a she.
function personOf(speaker: string | null, names: Gazetteer): string | null {
  if (speaker === null || BODY.test(foldScript(speaker))) return null;
  const kinds = names.mentions(foldScript(speaker), speaker).map(({ name: { kind } }) => kind);
  return kinds.length > 0 && kinds.every((kind) => kind === 'organisation' || kind === 'place') ? null : speaker;
}

const restsOn = ({ kind, citations }: Answer, from: Turn | null): Turn['restsOn'] =>
  kind === 'not-found' ? (from?.restsOn ?? NO_ARTICLES) : new Set(citations.map(({ articleId }) => articleId));

// What of an answer the next turn may go on from; one that brings more leaves what was quoted before quoted.
function turnOf(
  { citations, points, lang }: Answer,
  before: Turn | null,
): Pick<Turn, 'cited' | 'quoted' | 'speaker' | 'lang'> {
  const articleOf = new Map(citations.map(({ number, articleId }) => [number, articleId]));
  return {
    cited: new Set(articleOf.values()),
    quoted: new Set([
      ...(before?.quoted ?? []),
      ...points.flatMap((point) => {
        const article = articleOf.get(point.citation);
        return article === undefined ? [] : [quoteKey(article, point)];
      }),
    ]),
    lang,
    speaker: points[0]?.speaker ?? null,
  };
}

/** Answers a question with the kind of answer that is wanted. */
export function answerAs(as: AskedKind, context: QueryContext): Promise<Answer> {
  switch (as) {
    case 'answer':
      return answerDirectly(context);
    case 'comparison':
      return compare(context);
    case 'timeline':
      return buildTimeline(context);
    case 'listing':
      return buildListing(context);
  }
}

// A day that is none, or an outlet of which there is nothing; side by side with others, that outlet is silent.
function refusedBy(asked: FiltersInQuestion, as: AskedKind, { question, lang, library }: Asker): Answer | null {
  if (asked.fault !== null) return rejected(asked.fault, question, lang);
  const [given] = asked.missing;
  if (given === undefined || as === 'comparison') return null;
  const known = facetsOf(library.articles).outlets;
  return rejected({ code: 'unknown-outlet', given, known }, question, lang);
}
