import type { WeightedQuestion } from '../../reading/weigh-question.ts';
import type { ArticleCoverage } from '../../reading/article-coverage.ts';
import type { Article } from '../../model/article.ts';
import { isAnyEncounter, isEncounter } from '../../question/understand.ts';
import { datesIn, type DateInText } from '../../dates/dates.ts';
import type { Mention, Gazetteer } from '../../names/gazetteer.ts';
import { anyEnglishWord, anyOf, langLines, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { Span } from '../../model/span.ts';

/** A sentence that tells of what happened, with the days it gives for it, or those of its report. */
export interface EventMention {
  readonly article: Article;
  /** The sentence, as offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  readonly first: string;
  readonly last: string;
  readonly dateOf: 'event' | 'publication';
  /** The positions of the question's terms that the sentence holds. */
  readonly held: ReadonlySet<number>;
  /** How well the sentence stands for the event; compares within one question. */
  readonly score: number;
}

/** What a mention of an event has to hold of a question. */
export interface Wanted {
  readonly question: WeightedQuestion;
  readonly names: Gazetteer;
  /** Terms that name people, bodies or else places: whose events are asked for. */
  readonly subjects: readonly number[];
  /** Terms of which a sentence holds one: 通話, 會面. None where everything that happened is asked for. */
  readonly eventTerms: readonly number[];
  /** Whether any encounter will do instead: 接觸. */
  readonly anyEncounter: boolean;
}

/** Parts the terms of a question into whom it is about and what they did. */
export function wantedOf(question: WeightedQuestion, names: Gazetteer): Wanted {
  const { terms, folded } = question.parsed;
  const positions = (isOne: (term: (typeof terms)[number]) => boolean): number[] =>
    terms.flatMap((term, t) => (isOne(term) ? [t] : []));
  const people = positions(({ name }) => name?.kind === 'person');
  const bodies = positions(({ name }) => name?.kind === 'organisation');
  const places = positions(({ name }) => name?.kind === 'place');
  const subjects = [people, bodies, places].find((each) => each.length > 0) ?? [];
  const others = positions(({ name, kind }) => kind !== 'number' && (name === null || name.kind === 'word'));
  const encounters = positions(({ start, end }) => isEncounter(folded.slice(start, end)));
  // Of 「中國官員有哪些通話」 the calls are what happened; where nothing is named that people do together, all words may be.
  const eventTerms = encounters.length > 0 ? encounters : others;
  const anyEncounter = encounters.some((term) => {
    const { start = 0, end = 0 } = terms[term] ?? {};
    return isAnyEncounter(folded.slice(start, end));
  });
  return { question, names, subjects, eventTerms, anyEncounter };
}

/** The mentions of events in an article: one for each day that it gives, and the report's own where it gives none for it. */
export function eventMentionsIn({ article, passages }: ArticleCoverage, wanted: Wanted): EventMention[] {
  const byDays = new Map<string, EventMention>();
  let undated: EventMention | null = null;
  const sentences = passages.flatMap((passage) => passage.sentences).toSorted((a, b) => a.start - b.start);
  const lead = sentences[0]?.start ?? 0;
  for (const sentence of sentences) {
    const read = readSentence(article, sentence, wanted);
    if (read === null) continue;
    const date = nearestDate(read.dates, read.matches);
    // The beginning of a report tells what it is about.
    const score = read.score + (sentence.start === lead ? LEAD : 0);
    const { start, end } = sentence;
    const common = { article, start, end, held: read.held };
    if (date === null) {
      if (article.date === null || (undated !== null && undated.score >= score)) continue;
      undated = { ...common, first: article.date, last: article.date, dateOf: 'publication', score };
      continue;
    }
    const key = `${date.first} ${date.last}`;
    if ((byDays.get(key)?.score ?? 0) >= score) continue;
    byDays.set(key, { ...common, first: date.first, last: date.last, dateOf: 'event', score });
  }
  const dated = [...byDays.values()];
  undated ??= dated.length === 0 ? reportedAsAWhole(article, sentences, wanted) : null;
  return undated === null || dated.some((one) => isOfNow(one, article)) ? dated : [...dated, undated];
}

// A report whose headline or first sentence says what happened, and whose beginning names whom it happened to: no sentence needs to
// say both.
function reportedAsAWhole(article: Article, sentences: readonly Span[], wanted: Wanted): EventMention | null {
  const { question, subjects } = wanted;
  if (!isOfPeople(wanted)) return null;
  const [lead] = sentences;
  if (lead === undefined || article.date === null) return null;
  const heldBy = (text: string): Set<number> => new Set(question.matcher.matches(text).map(({ term }) => term));
  const beginning = `${article.title}\n${article.text.slice(lead.start, lead.end)}`;
  const told = heldBy(beginning);
  const held = heldBy(`${article.title}\n${article.text.slice(lead.start, lead.start + BEGINNING)}`);
  if (!isDone(foldScript(beginning), told, wanted) || !subjects.every((term) => held.has(term))) return null;
  const { start, end } = lead;
  return { article, start, end, held, first: article.date, last: article.date, dateOf: 'publication', score: LEAD };
}

/** The beginning of a report, in UTF-16 units: it says who and what. */
const BEGINNING = 600;
const LEAD = 0.2;
const DAY = 86_400_000;
// A report tells of the last days, or announces the next.
const REPORTED_WITHIN = 10;

// Whether the report itself is of that event, and does not only recall it.
function isOfNow({ first, last }: EventMention, { date }: Article): boolean {
  if (date === null) return true;
  const published = Date.parse(date);
  return published >= Date.parse(first) - DAY && published <= Date.parse(last) + REPORTED_WITHIN * DAY;
}

interface SentenceRead {
  readonly held: ReadonlySet<number>;
  readonly dates: readonly DateInText[];
  readonly matches: readonly Span[];
  readonly score: number;
}

// What is longer, in UTF-16 units, is no sentence: a table, or a text without a full stop.
const LONGEST = 600;

// What a sentence tells; null where it names none of those who are asked about, or nothing of what they did.
function readSentence(article: Article, { start, end }: Span, wanted: Wanted): SentenceRead | null {
  const { question, subjects, eventTerms, names } = wanted;
  if (end - start > LONGEST) return null;
  const text = article.text.slice(start, end);
  const folded = foldScript(text);
  const matches = question.matcher.matches(text, folded);
  const held = new Set(matches.map(({ term }) => term));
  if (subjects.length > 0 && !subjects.some((term) => held.has(term))) return null;
  if (!isDone(folded, held, wanted) || !namesAll(article, held, wanted)) return null;
  const people = names.mentions(folded, text).filter(({ name }) => name.kind === 'person');
  const dates = datesIn(text, article.date).filter(
    (date) => date.precision !== 'year' && !isOfAnother(date, { text, people }, wanted),
  );
  // Of somebody whom every other report names only what has a day of its own is told.
  if (eventTerms.length === 0 && isOfPeople(wanted) && dates.length === 0) return null;
  const total = question.weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let score = 0;
  for (const term of held) score += (question.weights[term] ?? 0) / total;
  return { held, dates, matches: matches.filter(({ term }) => eventTerms.includes(term)), score };
}

const isOfPeople = ({ question, subjects }: Wanted): boolean =>
  subjects.some((term) => question.parsed.terms[term]?.name?.kind === 'person');

// Whether a text that holds these terms says what is asked for.
const isDone = (folded: string, held: ReadonlySet<number>, { eventTerms, anyEncounter }: Wanted): boolean =>
  eventTerms.length === 0 || eventTerms.some((term) => held.has(term)) || (anyEncounter && isEncounter(folded));

// 「布林肯和王毅的會面」: where two are asked about, both are named in the sentence, or one of them in the headline.
function namesAll({ title }: Article, held: ReadonlySet<number>, { question, subjects }: Wanted): boolean {
  if (subjects.every((subject) => held.has(subject))) return true;
  const inHeadline = new Set(question.matcher.matches(title).map(({ term }) => term));
  return subjects.every((subject) => held.has(subject) || inHeadline.has(subject));
}

// 「布林肯是蓬佩奧2018年10月訪華以來 …」: the date belongs to the one right before it, unless who is asked about follows in its clause.
function isOfAnother(
  date: DateInText,
  { text, people }: { readonly text: string; readonly people: readonly Mention[] },
  wanted: Wanted,
): boolean {
  const { question, subjects } = wanted;
  if (!isOfPeople(wanted)) return false;
  const asked = new Set(subjects.map((term) => question.parsed.terms[term]?.name));
  const before = people.findLast(({ end }) => end <= date.start && date.start - end <= TITLE);
  if (before === undefined || asked.has(before.name) || CLAUSE_END.test(text.slice(before.end, date.start)))
    return false;
  const isNamedIn = (words: string): boolean =>
    question.matcher.matches(words).some(({ term }) => subjects.includes(term));
  // 「林望舒和格羅夫5月14日…」: both of them.
  const together = (text.slice(0, before.start).split(CLAUSE_END).at(-1) ?? '').split(JOINING);
  if (together.length > 1 && isNamedIn(together.slice(0, -1).join(' '))) return false;
  return !isNamedIn(text.slice(date.end).split(CLAUSE_END)[0] ?? '');
}

// As written, in either script.
const JOINING = new RegExp(
  `${anyOf([...langLines('zh/joining'), ...langWords('zh/joining')])}|${anyEnglishWord(langWords('en/joining'))}`,
  'u',
);
// 習近平「主席」; in UTF-16 units.
const TITLE = 4;
const CLAUSE_END = /[，。；、,;]/u;

// Of several dates the one that stands closest to what happened; a day before a month.
function nearestDate(dates: readonly DateInText[], matches: readonly Span[]): DateInText | null {
  const distance = (date: DateInText): number => {
    const gaps = matches.map(({ start, end }) =>
      end <= date.start ? date.start - end : Math.max(0, start - date.end),
    );
    return (gaps.length === 0 ? date.start : Math.min(...gaps)) + (date.precision === 'month' ? VAGUE : 0);
  };
  return dates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

// A month says less than a day does: so many UTF-16 units further away counts as much.
const VAGUE = 40;
