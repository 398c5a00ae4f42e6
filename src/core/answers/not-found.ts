import type { Citation, Gap, Headline, Lead, NotFound, Point, Slot, SlotValue } from '../model/answer.ts';
import type { Span } from '../model/span.ts';
import { bySentence } from '../statements/statements-of.ts';
import { speaksFor } from '../statements/speaks-for.ts';
import { nameTerm } from '../index/terms.ts';
import { isBySpeaker, type RankedSentence } from '../reading/ranking.ts';
import { find, type Found } from '../reading/find.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { facetsOf } from '../question/filters/given-filters.ts';
import { passageFilter } from '../question/filters/filters.ts';
import type { QueryContext } from './query-context.ts';
import { createCitations, headlineOf, pointsOf, withoutCopies } from './points.ts';
import { quoteOfSpan, type Quote } from './quotes/quote.ts';
import { coversTopic, mayBeFromSpeaker } from './topic-coverage.ts';
import { topicsOf, type Topic } from './topics.ts';

// So many parts of a subject are named.
const MOST_TOPICS = 2;

interface Missing {
  /** Words that no article has. */
  readonly unmatched: readonly string[];
  /** The slot that a reader of the user's own found nothing for; null where none says so. */
  readonly lacking: Slot | null;
  /** Whether the coverage quotes the one who is asked about, as `isQuoted` tells; left out where being named is enough. */
  readonly quoted?: boolean | null;
}

// So many passages that name somebody are read for their words.
const NAMED_READ = 40;

/**
 * Whether the coverage quotes the one whom a question asks about, or only names them; null where nobody known is asked about, or they
 * are named in more passages than are read.
 */
export async function isQuoted({ parsed, library }: QueryContext, found: Found): Promise<boolean | null> {
  const entry = parsed.frame.speaker?.entry ?? null;
  if (entry === null) return null;
  if (found.ranked.some(({ sentence }) => isBySpeaker(sentence))) return true;
  const { index, names } = library;
  const term = nameTerm(entry.id);
  const { hits } = await index.search([{ term, weight: 1 }], null, NAMED_READ);
  const speaks = hits.some(({ passage: { article, start, end } }) =>
    bySentence(article, names, { start, end }).some(
      ({ speaker }) => speaker !== null && speaksFor(speaker, entry, names),
    ),
  );
  return speaks || (index.frequency(term) > NAMED_READ ? null : false);
}

/**
 * What of a question the coverage has, and what it lacks: it quotes 沙利文, but not on 芬太尼. Null where that says no more than that
 * nothing was found.
 */
export function gapOf(query: QueryContext, found: Found, missing: Missing): Gap | null {
  const { lacking, quoted } = missing;
  const { has, lacks } = slotsOf(query, found, missing);
  if (lacking !== null) {
    const value = wordsOf(query, lacking);
    const known = lacks.filter(({ slot }) => slot === lacking);
    const named = known.length > 0 || value === null ? known : [{ slot: lacking, value }];
    if (named.length > 0) return { has: has.filter(({ slot }) => slot !== lacking), lacks: named };
  }
  const isNeverQuoted = quoted === false && lacks.some(({ slot }) => slot === 'speaker');
  return lacks.length > 0 && (has.length > 0 || isNeverQuoted) ? { has, lacks } : null;
}

/** A gap as it is shown: a verb of speech that only introduces the statement asked for (「談到芬太尼」) is left out, other acts (「同意」) stay. */
export function gapWithoutSpeechVerb(
  gap: Gap | null,
  { parsed: { text, frame } }: Pick<QueryContext, 'parsed'>,
): Gap | null {
  if (gap === null || frame.verb === null) return gap;
  const verb = text.slice(frame.verb.start, frame.verb.end);
  const told = ({ slot, value }: SlotValue): SlotValue => {
    if (slot !== 'topic') return { slot, value };
    // 談到 of 談到了.
    if (verb.startsWith(value)) return { slot: 'act', value };
    return { slot, value: value.startsWith(verb) ? value.slice(verb.length).trim() : value };
  };
  const isAct = ({ slot }: SlotValue): boolean => slot === 'act';
  const has = gap.has.map(told).filter((one) => !isAct(one));
  const lacks = gap.lacks.map(told);
  if (has.length === 0 && gap.has.length > 0) return null;
  // Whoever is not quoted on a subject says nothing of it in whichever way.
  return { has, lacks: lacks.every(isAct) ? lacks : lacks.filter((one) => !isAct(one)) };
}

// The question's own words for one of its slots; null where it has none that a sentence could name.
function wordsOf(query: QueryContext, slot: Slot): string | null {
  const { parsed, days, applied } = query;
  const { frame, text } = parsed;
  const words = (span: Span | null | undefined): string | null =>
    span == null ? null : text.slice(span.start, span.end);
  switch (slot) {
    case 'speaker':
      return words(frame.speaker);
    case 'act':
      return words(frame.verb);
    case 'addressee':
      return words(frame.addressee);
    case 'topic':
      return topicsOf(parsed, [frame.speaker, ...days]).find(({ isFocus }) => !isFocus)?.value ?? null;
    case 'wanted':
      return words(frame.focus);
    case 'number':
      return numberIn(parsed);
    case 'day':
      return words(days[0]);
    case 'outlet':
      return applied.filters.outlet;
    case 'negation':
      return null;
  }
}

// With the character of its unit: 三成.
function numberIn({ text, folded, terms }: ParsedQuestion): string | null {
  const term = terms.find(({ number }) => number !== null);
  if (term === undefined) return null;
  const unit = term.number?.unit ?? '';
  return text.slice(term.start, folded.startsWith(unit, term.end) ? term.end + unit.length : term.end);
}

function slotsOf(query: QueryContext, found: Found, { unmatched, quoted }: Omit<Missing, 'lacking'>): Gap {
  const { parsed, library } = query;
  const has: SlotValue[] = [];
  const lacks: SlotValue[] = [];
  const speaker = parsed.frame.speaker;
  const theirs = found.ranked.filter(({ sentence }) => mayBeFromSpeaker(sentence, parsed));
  if (speaker !== null) {
    const value = parsed.text.slice(speaker.start, speaker.end);
    const isNamed =
      speaker.entry === null ? !unmatched.includes(value) : library.index.frequency(nameTerm(speaker.entry.id)) > 0;
    // Of somebody known who is named too often to be read for their words nothing is said.
    if (quoted !== null || speaker.entry === null || !isNamed)
      (isNamed && quoted !== false ? has : lacks).push({ slot: 'speaker', value });
  }
  // A dictionary's word that stands somewhere tells nothing of what is asked about: "won" of 共贏.
  const isOnlyPutIn = (t: number): boolean => parsed.terms[t]?.across !== undefined && parsed.terms[t].name === null;
  for (const topic of mainTopics(parsed, [speaker, ...query.days])) {
    const { value, terms, isFocus, isSetting } = topic;
    const isUnknown = unmatched.some((word) => value.includes(word) || word.includes(value));
    const among = speaker === null || quoted === false ? found.ranked : theirs;
    const isHeld = coversTopic(topic, { parsed, among, found, ofSpeaker: among === theirs });
    if (isFocus && !isHeld) continue;
    if (isUnknown || !isHeld) lacks.push({ slot: 'topic', value });
    // Where they spoke is not what they spoke of.
    else if (!isSetting && !terms.every(isOnlyPutIn)) has.push({ slot: 'topic', value });
  }
  const day = lackingDay(query);
  if (day !== null) lacks.push({ slot: 'day', value: day });
  if (query.applied.filters.outlet !== null) has.push({ slot: 'outlet', value: query.applied.filters.outlet });
  return { has, lacks };
}

function mainTopics(parsed: ParsedQuestion, others: readonly (Span | null)[]): readonly Topic[] {
  const topics = topicsOf(parsed, others);
  const isOfSetting = ({ isSetting }: Topic): boolean => isSetting;
  return [
    ...topics.filter((one) => !isOfSetting(one)).slice(0, MOST_TOPICS),
    ...topics.filter(isOfSetting).slice(0, 1),
  ];
}

/** Whether a gap says that the speaker who is asked about is quoted, but on nothing of what is asked. */
export const isOffTopic = (gap: Gap | null): boolean =>
  gap !== null &&
  gap.has.some(({ slot }) => slot === 'speaker') &&
  gap.lacks.some(({ slot }) => slot === 'topic') &&
  !gap.has.some(({ slot }) => slot === 'topic');

// The days that a question names, where no report is of them.
function lackingDay({ parsed, days, applied, library }: QueryContext): string | null {
  const [day] = days;
  const { since, until } = applied.filters;
  if (day === undefined || (since === null && until === null)) return null;
  // Which of all reports tell of the day is not known where their texts are elsewhere.
  if (applied.ofEvent && library.textsAreAway === true) return null;
  const filter = passageFilter({ ...applied, outlets: [] });
  const isCovered = facetsOf(library.articles).days.some(
    (one) => (since === null || one >= since) && (until === null || one <= until),
  );
  if (isCovered || (filter !== null && library.articles.some((article) => filter({ article })))) return null;
  return parsed.text.slice(day.start, day.end);
}

// What is on the subject holds so much of its weight.
const ON_THE_SUBJECT = 0.5;

/**
 * At most two quotes that are near and not the answer: what the one who is asked about says on other things, and what others say on
 * the subject; cited like points.
 */
export function leadsFor(
  { parsed, library }: QueryContext,
  { question, ranked }: Found,
): { readonly leads: readonly Lead[]; readonly citations: readonly Citation[] } {
  const asked = parsed.frame.speaker?.entry ?? null;
  const subject = question.weights.map((weight, t) => {
    const name = parsed.terms[t]?.name ?? null;
    return name !== null && name === asked ? 0 : weight;
  });
  const total = subject.reduce((sum, weight) => sum + weight, 0);
  const isOnSubject = ({ sentence: { held } }: RankedSentence): boolean =>
    total > 0 && subject.reduce((sum, weight, t) => (held[t] === 1 ? sum + weight : sum), 0) >= ON_THE_SUBJECT * total;
  const theirs = asked === null ? undefined : ranked.find(({ sentence }) => isBySpeaker(sentence));
  const others = ranked.find((one) => !isBySpeaker(one.sentence) && isOnSubject(one));
  const citations = createCitations();
  const quotes = [theirs, others].flatMap((one) => (one === undefined ? [] : [quoteOf(one)]));
  const points = pointsOf(parsed, quotes, { citations, names: library.names });
  const leads = asked === null ? points : points.map((point, at) => leadOf(point, at === 0 && theirs !== undefined));
  return { leads, citations: citations.all() };
}

const leadOf = (point: Point, isOfSpeaker: boolean): Lead => ({ ...point, of: isOfSpeaker ? 'speaker' : 'subject' });

const quoteOf = ({ sentence, probability }: RankedSentence): Quote =>
  quoteOfSpan(
    { evidence: sentence.passage, first: sentence.position, last: sentence.position, probability },
    isBySpeaker(sentence),
  );

const NEAREST = 3;

// The articles of the best sentences, each once.
function nearestOf(ranked: readonly RankedSentence[]): Headline[] {
  const articles = new Set(ranked.map(({ sentence }) => sentence.passage.passage.article));
  return withoutCopies([...articles])
    .slice(0, NEAREST)
    .map(headlineOf);
}

/** What is nearest within the filters, and what is nearest without them. `ranked`: what was found within them, where that is known. */
export async function nearestTo(
  { parsed, library, applied }: QueryContext,
  ranked?: readonly RankedSentence[],
): Promise<Pick<NotFound, 'nearest' | 'unfiltered'>> {
  const filter = passageFilter(applied);
  const within = nearestOf(ranked ?? (await find(parsed, library, { filter })).ranked);
  if (filter === null) return { nearest: within, unfiltered: [] };
  const anywhere = nearestOf((await find(parsed, library, { filter: null })).ranked);
  const isNew = anywhere.filter(({ articleId }) => within.every((one) => one.articleId !== articleId));
  return { nearest: within, unfiltered: isNew };
}
