import type { Article } from '../../model/article.ts';
import { WORD, bigramKey, foldScript, stemOf } from '../../text/script.ts';
import { daysFrom, type Days } from '../../dates/calendar.ts';
import { datesIn } from '../../dates/dates.ts';
import type { Entry, Gazetteer } from '../../names/gazetteer.ts';
import { anyOf, formsOf, langTable, langWords } from '../../text/lang-data.ts';
import { numbersIn, numeralsFrom } from '../../text/numbers.ts';
import { isIndexable, nameTerm, type Term } from '../../index/terms.ts';

/** What articles are profiled with. */
export interface EventContext {
  readonly names: Gazetteer;
  /** How much a term tells, as an inverse document frequency of the corpus; of a name, where `name` is given. Never below 0. */
  readonly weightOf: (term: Term, name: Entry | null) => number;
}

/** What is compared of an article: made once, so that two are compared in a few microseconds. */
export interface EventProfile {
  readonly article: Article;
  /** The days that headline and lead give. */
  readonly days: readonly Days[];
  /** How people meet, and how far a case has come, in headline and lead. */
  readonly encounters: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  /** The people of headline and lead. */
  readonly people: ReadonlySet<Term>;
  /** The figures of headline and lead, with their units. */
  readonly figures: ReadonlySet<string>;
  readonly headline: Headline;
  /** People, places and bodies, each with its weight. */
  readonly names: Vector;
  /** All other words, as bigrams, stems and subject words. */
  readonly words: Vector;
}

interface Headline {
  /** People and places. */
  readonly names: ReadonlySet<Term>;
  /** The figures by their units. */
  readonly figures: ReadonlyMap<string, number>;
  /** Which part of a series it is: 上, 二; '' for none. */
  readonly part: string;
}

interface Vector {
  readonly weights: ReadonlyMap<Term, number>;
  /** Euclidean. */
  readonly length: number;
}

// An article says what happened in its headline and first sentences; what follows is background, which other events share. In
// UTF-16 units of the paragraphs.
const LEAD = 160;
const READ = 500;
// How much more a term tells in the headline and in the lead than behind them.
const IN_HEADLINE = 3;
const IN_LEAD = 2;

// Published further apart, two reports are of one event only where both give its day.
const PUBLISHED_APART = 3; // days
const LONGEST_APART = 31; // days
// A day's difference may be one of time zones.
const HAPPENED_APART = 1; // day

// These were chosen by reading pairs of an archive of one outlet with 7,944 articles, as if each were by an outlet of its own.
// In so many words that the same names and the same day are all that is needed.
const ALIKE = { words: 0.52, names: 0.5 };
// What an outlet publishes beside its own report, or on another day, is another part of the story unless it repeats it.
const ALIKE_AGAIN = 0.6;
// So many words that no name has to be known.
const ALIKE_WITHOUT_NAMES = 0.6;
// Beside two figures that both give: 18人, 63天.
const WITH_FIGURES = { figures: 2, words: 0.25, names: 0.6, days: 1 };
// Beside the same people meeting on the same day.
const WITH_PEOPLE = { people: 2, words: 0.05, days: 1 };

// A call is no visit, whoever makes it; a case goes on for months.
const ENCOUNTERS = kindsOf('encounters');
const STAGES = kindsOf('stages');

// The words of a list in both languages by what they stand for.
function kindsOf(list: string): readonly (readonly [kind: string, words: RegExp])[] {
  const [zh, en] = [langTable(`zh/${list}`), langTable(`en/${list}`)];
  return [...new Set(zh.values())].map((kind) => [
    kind,
    new RegExp(`${anyOf(formsOf(zh, kind))}|\\b(?:${anyOf(formsOf(en, kind))})\\b`),
  ]);
}

/** What is read of an article before its terms are weighed. */
export interface UnweighedProfile extends Omit<EventProfile, 'names' | 'words'> {
  /** How much a term counts by where it stands, and the name that it is of. */
  readonly named: ReadonlyMap<Term, Counted>;
  readonly worded: ReadonlyMap<Term, Counted>;
}

interface Counted {
  readonly factor: number;
  readonly name: Entry | null;
}

/** Reads what `sameEvent` compares: headline, lead, and the beginning of what follows. */
export const profileOf = (article: Article, context: EventContext): EventProfile =>
  weighed(readProfile(article, context.names), context);

/** Weighs the terms of a profile. */
export const weighed = ({ named, worded, ...others }: UnweighedProfile, { weightOf }: EventContext): EventProfile => ({
  ...others,
  names: vector(named, weightOf),
  words: vector(worded, weightOf),
});

/** Reads of an article what its profile is made of. */
export function readProfile(article: Article, names: Gazetteer): UnweighedProfile {
  const { title } = article;
  const text = `${title}\n${beginningOf(article)}`;
  const leadEnd = title.length + 1 + LEAD;
  const folded = foldScript(text);
  const factorAt = (at: number): number => (at < title.length ? IN_HEADLINE : at < leadEnd ? IN_LEAD : 1);
  const [named, worded] = [new Map<Term, Counted>(), new Map<Term, Counted>()];
  const [people, inHeadline] = [new Set<Term>(), new Set<Term>()];
  const covered = new Uint8Array(folded.length);
  for (const { name, start, end } of names.mentions(folded, text)) {
    covered.fill(1, start, end);
    const term = nameTerm(name.id);
    raise(name.kind === 'word' ? worded : named, term, { factor: factorAt(start), name });
    if (name.kind === 'person' && start < leadEnd) people.add(term);
    if ((name.kind === 'person' || name.kind === 'place') && start < title.length) inHeadline.add(term);
  }
  for (const { term, at } of plainTerms(folded, covered)) raise(worded, term, { factor: factorAt(at), name: null });
  const head = folded.slice(0, leadEnd);
  return {
    article,
    days: daysIn(text.slice(0, leadEnd), article.date),
    encounters: kindsIn(head, ENCOUNTERS),
    stages: kindsIn(head, STAGES),
    people,
    figures: figuresIn(head),
    headline: headlineOf(folded.slice(0, title.length), inHeadline),
    named,
    worded,
  };
}

const beginningOf = ({ blocks, text }: Article): string =>
  blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end }) => text.slice(start, Math.min(end, start + READ)))
    .join('\n')
    .slice(0, READ);

// A month or a year is no day of an event.
const LONGEST_EVENT = 7; // days
const daysIn = (text: string, published: string | null): readonly Days[] =>
  datesIn(text, published).filter(({ first, last }) => daysFrom(first, last) < LONGEST_EVENT);

const kindsIn = (folded: string, kinds: typeof ENCOUNTERS): Set<string> =>
  new Set(kinds.filter(([, words]) => words.test(folded)).map(([kind]) => kind));

// Days and the articles of laws stand in reports of many events, small figures in nearly all.
const TELLING_NO_EVENT = new Set([...langTable('zh/calendar-units').keys(), ...langWords('zh/units-of-many-events')]);
const SMALL_FIGURE = 3;

const figuresIn = (folded: string): Set<string> =>
  new Set(
    numbersIn(folded)
      .filter(({ unit, value }) => value > SMALL_FIGURE && unit !== '' && !TELLING_NO_EVENT.has(unit))
      .map(({ unit, value }) => `${value}${unit}`),
  );

const PART = new RegExp(
  String.raw`[(·]\s*(?:[${numeralsFrom(2, 5)}]之)?([${langWords('zh/part-marks').join('')}${numeralsFrom(1, 10)}\d]{1,2})\s*(?:[)】]|$)`,
);

const headlineOf = (folded: string, names: ReadonlySet<Term>): Headline => ({
  names,
  figures: new Map(numbersIn(folded).map(({ unit, value }) => [unit, value])),
  part: PART.exec(folded)?.[1] ?? '',
});

// Once each, where it tells most.
function raise(terms: Map<Term, Counted>, term: Term, counted: Counted): void {
  if (counted.factor > (terms.get(term)?.factor ?? 0)) terms.set(term, counted);
}

// Bigrams and stems outside the names.
function* plainTerms(folded: string, covered: Uint8Array): Generator<{ readonly term: Term; readonly at: number }> {
  for (let at = 0; at + 1 < folded.length; at++) {
    if (covered[at] === 1 || covered[at + 1] === 1) continue;
    const [first, second] = [folded.charCodeAt(at), folded.charCodeAt(at + 1)];
    if (isIndexable(first, second)) yield { term: bigramKey(first, second), at };
  }
  for (const { 0: word, index } of folded.matchAll(WORD))
    if (covered[index] === 0 && /[^\d]/.test(word)) yield { term: stemOf(word), at: index };
}

function vector(terms: ReadonlyMap<Term, Counted>, weightOf: EventContext['weightOf']): Vector {
  const weights = new Map(Array.from(terms, ([term, { factor, name }]) => [term, factor * weightOf(term, name)]));
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return { weights, length: Math.sqrt(squares) };
}

/** The cosine of the angle between two vectors: 0 for nothing in common, 1 for all. */
function likeness(a: Vector, b: Vector): number {
  const [few, many] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [term, weight] of few.weights) product += weight * (many.weights.get(term) ?? 0);
  return product === 0 ? 0 : product / (a.length * b.length);
}

/**
 * Whether two articles report one event, across outlets and scripts. Symmetric. Precision comes first: what may be another stage of
 * the story, or another meeting of the same people, is another event; so is, nearly always, a report in another language.
 */
export function sameEvent(a: EventProfile, b: EventProfile): boolean {
  if (!closeInTime(a, b) || differ(a, b)) return false;
  const words = likeness(a.words, b.words);
  if (words < Math.min(WITH_PEOPLE.words, WITH_FIGURES.words)) return false;
  if (sameEncounter(a, b)) return true;
  const names = likeness(a.names, b.names);
  if (words >= (isAgain(a, b) ? ALIKE_AGAIN : ALIKE.words) && (names >= ALIKE.names || words >= ALIKE_WITHOUT_NAMES))
    return true;
  return words >= WITH_FIGURES.words && names >= WITH_FIGURES.names && sameFigures(a, b);
}

const publishedApart = (a: EventProfile, b: EventProfile): number =>
  a.article.date === null || b.article.date === null ? Infinity : Math.abs(daysFrom(a.article.date, b.article.date));

function closeInTime(a: EventProfile, b: EventProfile): boolean {
  const apart = publishedApart(a, b);
  if (apart <= PUBLISHED_APART) return true;
  return (apart === Infinity || apart <= LONGEST_APART) && daysBetween(a.days, b.days) === 0;
}

// How many days lie between those that one and the other give, at the least; null where one of them gives none.
function daysBetween(a: readonly Days[], b: readonly Days[]): number | null {
  let least: number | null = null;
  for (const one of a) {
    for (const other of b) {
      const [earlier, later] = one.first <= other.first ? [one, other] : [other, one];
      const apart = Math.max(0, daysFrom(earlier.last, later.first));
      if (least === null || apart < least) least = apart;
    }
  }
  return least;
}

// Whether something tells the two events apart.
function differ(a: EventProfile, b: EventProfile): boolean {
  if ((daysBetween(a.days, b.days) ?? 0) > HAPPENED_APART) return true;
  if (disjoint(a.encounters, b.encounters) || disjoint(a.stages, b.stages)) return true;
  if (namesAnother(a, b) && namesAnother(b, a)) return true;
  if (a.headline.part !== b.headline.part && a.headline.part !== '' && b.headline.part !== '') return true;
  return a.article.date !== b.article.date && countsOn(a, b);
}

// Where one says nothing, nothing tells them apart.
const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && sharedBy(a, b) === 0;

const sharedBy = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((one) => b.has(one)).length;

// The headline has somebody, or some place, of whom the other article does not speak.
const namesAnother = ({ headline }: EventProfile, { names }: EventProfile): boolean =>
  [...headline.names].some((term) => !names.weights.has(term));

// The next day's count: 增至44宗, then 增至59宗.
const countsOn = (a: EventProfile, b: EventProfile): boolean =>
  [...a.headline.figures].some(([unit, value]) => (b.headline.figures.get(unit) ?? value) !== value);

// The same people on the same day in the same way: however the outlets put it, that is one event. What is to come is
// reported with every step on the way to it.
const sameEncounter = (a: EventProfile, b: EventProfile): boolean =>
  publishedApart(a, b) <= WITH_PEOPLE.days &&
  sharedBy(a.encounters, b.encounters) > 0 &&
  daysBetween(daysPast(a), daysPast(b)) === 0 &&
  [a, b].some(({ headline }) => sharedBy(headline.names, sharedPeople(a, b)) >= WITH_PEOPLE.people);

const daysPast = ({ article, days }: EventProfile): readonly Days[] =>
  days.filter(({ first }) => first <= (article.date ?? first));

const sharedPeople = (a: EventProfile, b: EventProfile): Set<Term> =>
  new Set([...a.people].filter((person) => b.people.has(person)));

const sameFigures = (a: EventProfile, b: EventProfile): boolean =>
  publishedApart(a, b) <= WITH_FIGURES.days && sharedBy(a.figures, b.figures) >= WITH_FIGURES.figures;

const isAgain = (a: EventProfile, b: EventProfile): boolean =>
  a.article.outlet === b.article.outlet || (a.article.date !== b.article.date && daysBetween(a.days, b.days) !== 0);
