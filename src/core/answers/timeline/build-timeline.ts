import type { EventQuote, NotFound, Timeline, TimelineEvent } from '../../model/answer.ts';
import { limitOf, emptyAnswer, rounded, type QueryContext } from '../query-context.ts';
import { unmatchedWords } from '../unmatched-words.ts';
import { createCitations, type Citations } from '../points.ts';
import { weighQuestion } from '../../reading/weigh-question.ts';
import { articlesCovering } from '../../reading/article-coverage.ts';
import { nearestTo } from '../not-found.ts';
import { attributionOf } from '../quotes/quote.ts';
import { eventContext } from '../comparison/event-context.ts';
import {
  profileOf,
  readProfile,
  sameEvent,
  weighed,
  type EventContext,
  type EventProfile,
} from '../comparison/same-event.ts';
import type { Article } from '../../model/article.ts';
import type { Library } from '../../index/library.ts';
import type { PassageIndex } from '../../index/passage-index.ts';
import { passageFilter, type AppliedFilters } from '../../question/filters/filters.ts';
import { eventsOf, type Event } from './event-types.ts';
import { eventMentionsIn, wantedOf, type EventMention } from './event-mentions.ts';

const EVENTS = 20;
/** How many passages are read for mentions of events. */
const PASSAGES = 600;

/** Tells what happened, oldest first: each event once, with the day that is given for it or else that of its report. */
export async function buildTimeline(context: QueryContext): Promise<Timeline | NotFound> {
  const { parsed, library, question, applied } = context;
  const common = { ...emptyAnswer(context), unmatched: unmatchedWords(parsed, library.index) };
  const weighted = weighQuestion(parsed, library);
  const wanted = wantedOf(weighted, library.names);
  const filter = passageFilter(applied);
  const covering =
    parsed.terms.length === 0 ? [] : await articlesCovering(weighted, library, { filter, limit: PASSAGES });
  const mentions = covering.flatMap((holding) => eventMentionsIn(holding, wanted)).filter(isWithin(applied));
  if (mentions.length === 0) return { ...common, kind: 'not-found', reason: null, ...(await nearestTo(context)) };
  const events = best(
    eventsOf(mentions, { names: library.names, sameEvent: remembering(library, mentions) }),
    limitOf(question, EVENTS),
  );
  const citations = createCitations();
  return {
    ...common,
    kind: 'timeline',
    confidence: rounded(Math.min(1, Math.max(...mentions.map(({ score }) => score)))),
    events: events.map((event) => eventOf(event, citations, library)),
    citations: citations.all(),
  };
}

// The best events, in the order of their days.
function best(events: readonly Event[], limit: number): readonly Event[] {
  if (events.length <= limit) return events;
  const chosen = new Set(events.toSorted((a, b) => b.representative.score - a.representative.score).slice(0, limit));
  return events.filter((event) => chosen.has(event));
}

function eventOf({ representative, others }: Event, citations: Citations, library: Library): TimelineEvent {
  const quote = quoteOf(representative, citations, library);
  // One quote for each other outlet is enough.
  const outlets = new Set([representative.article.outlet]);
  const elsewhere = others.filter(({ article }) => !outlets.has(article.outlet) && outlets.add(article.outlet));
  return {
    ...quote,
    date: representative.first,
    until: representative.last === representative.first ? null : representative.last,
    dateOf: representative.dateOf,
    also: elsewhere.map((other) => quoteOf(other, citations, library)),
  };
}

function quoteOf({ article, start, end }: EventMention, citations: Citations, { names }: Library): EventQuote {
  const { speaker } = attributionOf(article, { start, end }, names);
  return { quote: article.text.slice(start, end), citation: citations.cite(article), start, end, speaker };
}

// Days in the words of the question are those of what happened.
function isWithin({ filters: { since, until }, ofEvent }: AppliedFilters): (mention: EventMention) => boolean {
  return ({ first, last }) => !ofEvent || ((since === null || last >= since) && (until === null || first <= until));
}

// Profiles are made once, however many pairs are compared; all of them when the first pair is, so that their terms are looked up together.
function remembering(
  { names, index }: Library,
  mentions: readonly EventMention[],
): (a: Article, b: Article) => boolean {
  const context = eventContext({ names, index });
  let profiles: ReadonlyMap<Article, EventProfile> | null = null;
  const of = (article: Article): EventProfile => {
    profiles ??= profilesOf([...new Set(mentions.map((one) => one.article))], context, index);
    return profiles.get(article) ?? profileOf(article, context);
  };
  return (a, b) => sameEvent(of(a), of(b));
}

function profilesOf(
  articles: readonly Article[],
  context: EventContext,
  { rememberFrequencies }: PassageIndex,
): ReadonlyMap<Article, EventProfile> {
  const read = articles.map((article) => readProfile(article, context.names));
  rememberFrequencies?.(read.flatMap(({ named, worded }) => [...named.keys(), ...worded.keys()]));
  return new Map(read.map((profile) => [profile.article, weighed(profile, context)]));
}
