import { bigramKey, foldScript, stemOf } from '../../text/script.ts';
import { daysFrom, type Days } from '../../dates/calendar.ts';
import { datesIn } from '../../dates/dates.ts';
import { longestMentions, type Gazetteer } from '../../names/gazetteer.ts';
import { anyOf, formsOf, langTable, langWords } from '../../text/lang-data.ts';
import { readUnits } from '../../text/english-numbers.ts';
import { numbersIn, type NumberInText, numeralsWith } from '../../text/numbers.ts';
import { isIndexable, nameTerm, type Term } from '../../index/terms.ts';
import type { Span } from '../../model/span.ts';
import { contentOf, sameContent } from '../quotes/same-fact.ts';

/** A sentence or quote of an outlet; `published` is the day, `YYYY-MM-DD`, that 昨日 and 26日 are reckoned from. */
export interface Statement {
  readonly outlet: string | null;
  readonly text: string;
  readonly published: string | null;
  /** Names the event that its report is of; statements of one event may differ in how long it took though they share little else. */
  readonly event?: string;
}

/** A figure or day as one statement has it, with what hedges it (逾8小時); offsets in UTF-16 units of the statement's text. */
interface Reading extends Span {
  /** The position of the statement. */
  readonly statement: number;
}

/** What outlets give differently; which is right is not said. */
export interface DifferingReadings {
  readonly of: 'figure' | 'day';
  /** In order of the statements, two at the least. */
  readonly readings: readonly Reading[];
}

interface Quantity extends Span {
  readonly unit: string;
  /** What the figure may stand for: 逾7 is 7 to 8, 近8 likewise, 3.2万 is rounded. */
  readonly low: number;
  readonly high: number;
  /** The terms of its clause, and of them those behind it: 死亡 in 12人死亡. */
  readonly clause: ReadonlySet<Term>;
  readonly behind: ReadonlySet<Term>;
}

type Day = Span & Days;

/**
 * The figures and days in which statements of different outlets differ that are otherwise the same: of one unit, counting the same
 * thing, and too far apart to be one figure in two notations or roundings. Precision comes first: where it cannot be told
 * which figure of one stands against which of the other, none does.
 */
export function conflictingFigures(statements: readonly Statement[], names: Gazetteer): readonly DifferingReadings[] {
  const read = statements.map(({ text, published }) => ({
    content: contentOf(text, names),
    quantities: quantitiesIn(text, names),
    days: daysIn(text, published),
  }));
  const found: DifferingReadings[] = [];
  read.forEach((a, i) => {
    for (let j = i + 1; j < read.length; j++) {
      const b = read[j];
      if (b === undefined || statements[i]?.outlet === statements[j]?.outlet) continue;
      if (!sameContent(a.content, b.content)) {
        const { event } = statements[i] ?? {};
        if (event === undefined || event !== statements[j]?.event) continue;
        for (const [one, other] of differingQuantities(
          a.quantities.filter(isOfSubject),
          b.quantities.filter(isOfSubject),
        ))
          found.push({ of: 'figure', readings: [readingOf(i, one), readingOf(j, other)] });
        continue;
      }
      for (const [one, other] of differingQuantities(a.quantities, b.quantities))
        found.push({ of: 'figure', readings: [readingOf(i, one), readingOf(j, other)] });
      for (const [one, other] of differingDays(a.days, b.days))
        found.push({ of: 'day', readings: [readingOf(i, one), readingOf(j, other)] });
    }
  });
  return joined(found);
}

// How long something took, where the clause has a subject word such as 會談 to say what it was; with nothing behind it that counts
// something else.
const DURATIONS: ReadonlySet<string> = new Set(langWords('zh/figures-of-duration'));
const isOfSubject = ({ unit, clause, behind }: Quantity): boolean =>
  DURATIONS.has(unit) && behind.size === 0 && [...clause].some((term) => typeof term === 'string');

const readingOf = (statement: number, { start, end }: Span): Reading => ({ statement, start, end });

// Differences that have a reading in common are one, of three outlets or more.
function joined(found: readonly DifferingReadings[]): DifferingReadings[] {
  const differences: DifferingReadings[] = [];
  for (const { of, readings } of found) {
    const at = differences.findIndex(
      (one) => one.of === of && readings.some((reading) => holds(one.readings, reading)),
    );
    const before = differences[at]?.readings ?? [];
    const all = [...before, ...readings.filter((reading) => !holds(before, reading))];
    const difference = { of, readings: all.toSorted((a, b) => a.statement - b.statement) };
    if (at < 0) differences.push(difference);
    else differences[at] = difference;
  }
  return differences;
}

const holds = (readings: readonly Reading[], { statement, start }: Reading): boolean =>
  readings.some((one) => one.statement === statement && one.start === start);

type Pair<T> = readonly [T, T];

function differingQuantities(a: readonly Quantity[], b: readonly Quantity[]): Pair<Quantity>[] {
  return a.flatMap((one) => {
    const [other, ...more] = b.filter((candidate) => sameRole(one, candidate));
    if (other === undefined || more.length > 0 || a.filter((rival) => sameRole(rival, other)).length > 1) return [];
    return one.low <= other.high && other.low <= one.high ? [] : [[one, other] as const];
  });
}

// 12人死亡 and 30人受傷 count something else; 會晤了七小時 and 七小時的會晤 the same.
function sameRole(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit) return false;
  const [one, other] = a.behind.size > 0 && b.behind.size > 0 ? [a.behind, b.behind] : [a.clause, b.clause];
  return [...one].some((term) => other.has(term));
}

// Days that lie further apart are of two events in the same words.
const FARTHEST = 7; // days

function differingDays(a: readonly Day[], b: readonly Day[]): Pair<Day>[] {
  const [[one, ...more], [other, ...others]] = [a, b];
  if (one === undefined || other === undefined || more.length > 0 || others.length > 0) return [];
  const [earlier, later] = one.first <= other.first ? [one, other] : [other, one];
  const apart = later.first > earlier.last && daysFrom(earlier.last, later.first) <= FARTHEST;
  return apart ? [[one, other]] : [];
}

const LONGEST_SPAN = 7; // days; a month or a year is no day
// Of which week a bare 星期三 is, is half a guess.
const WEEKDAY = new RegExp(String.raw`${anyOf(langWords('zh/week'))}|day\b`);
const isBareWeekday = (words: string): boolean => WEEKDAY.test(foldScript(words)) && !/\d/.test(words);

const daysIn = (text: string, published: string | null): Day[] =>
  datesIn(text, published).filter(
    ({ first, last, start, end }) => daysFrom(first, last) < LONGEST_SPAN && !isBareWeekday(text.slice(start, end)),
  );

// Folded forms of units, each with the first of its line, which stands for all.
const CHINESE_FORMS = new Map(
  langWords('zh/unit-forms').flatMap((line) => {
    const forms = line.split(',').map((form) => form.trim());
    return forms.map((form) => [form, forms[0] ?? form] as const);
  }),
);
const UNIT_FORMS = [
  ...CHINESE_FORMS,
  ...readUnits('compared').map(([words, unit]) => [words, CHINESE_FORMS.get(unit) ?? unit] as const),
].toSorted(([a], [b]) => b.length - a.length);
// 3時 is a time of day, 2023年 a date; 第 makes a number of a series, and 7至8小時 is no single figure.
const RANGES = langWords('zh/figure-ranges');
const NO_QUANTITY = new Set([...langTable('zh/calendar-units').keys(), ...RANGES]);
const ORDINAL_MARK = `(?:${anyOf(langWords('zh/ordinal-marks'))})`;
const NO_FIGURE_BEHIND = new RegExp(
  String.raw`${ORDINAL_MARK}\s*$|[a-z]$|[\d${numeralsWith()}]\s?(?:${anyOf(RANGES)}|[-–—~])\s?$`,
);

// What is longer, in UTF-16 units, is no sentence; to read it for figures would take the square of its length.
const LONGEST_STATEMENT = 2_000;

function quantitiesIn(text: string, names: Gazetteer): Quantity[] {
  if (text.length > LONGEST_STATEMENT) return [];
  const folded = foldScript(text);
  const mentions = longestMentions(names.mentions(folded, text));
  const taken = [...datesIn(text, null), ...mentions.filter(({ name }) => name.kind !== 'word')];
  const quantities: Quantity[] = [];
  for (const number of numbersIn(folded)) {
    const { start, end } = number;
    if (
      taken.some((span) => span.start < end && span.end > start) ||
      NO_FIGURE_BEHIND.test(folded.slice(Math.max(0, start - 4), start))
    )
      continue;
    const unit = unitBehind(folded, number);
    if (unit === null) continue;
    const clause = clauseAround(folded, start, unit.end);
    const termsOf = (from: number, to: number): Set<Term> =>
      new Set([
        ...mentions.flatMap(({ name, start, end }) =>
          start >= from && end <= to && name.kind === 'word' ? [nameTerm(name.id)] : [],
        ),
        ...termsBetween(folded, from, to),
      ]);
    const behind = termsOf(unit.end, clause.end);
    quantities.push({
      ...boundsOf(folded, number, unit),
      unit: unit.name,
      clause: new Set([...termsOf(clause.start, start), ...behind]),
      behind,
    });
  }
  return quantities;
}

interface Unit {
  readonly name: string;
  readonly end: number;
  /** 多 or 余 stands before it. */
  readonly more: boolean;
}

const BEFORE_UNIT = new RegExp(`^[ -]?(个)?(${anyOf(langWords('zh/approximations'))})?(个)?`);

function unitBehind(folded: string, { end, unit }: NumberInText): Unit | null {
  // 百分之十; behind 7 percent the words are still to come.
  if (unit === '%' && !/^ ?[%p]/.test(folded.slice(end, end + 2))) return { name: '%', end, more: false };
  const [filler = '', one, more, other] = BEFORE_UNIT.exec(folded.slice(end, end + 5)) ?? [];
  const counted = one !== undefined || other !== undefined;
  const at = end + filler.length;
  if (counted && folded.startsWith('月', at)) return { name: '个月', end: at + 1, more: more !== undefined };
  for (const [form, name] of UNIT_FORMS)
    if (folded.startsWith(form, at) && !/^[a-z]{2}/.test(folded.slice(at + form.length - 1, at + form.length + 1)))
      return { name, end: at + form.length, more: more !== undefined };
  const word = /^[a-z]+/.exec(folded.slice(at, at + 20))?.[0];
  if (word !== undefined) return { name: stemOf(word), end: at + word.length, more: false };
  if (unit === '' || NO_QUANTITY.has(unit)) return null;
  return { name: unit, end: at + 1, more: more !== undefined };
}

const CLAUSE_END = /[，,。；;：:、！？!?\n「」『』“”()]/;

function clauseAround(folded: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from > 0 && !CLAUSE_END.test(folded.charAt(from - 1))) from--;
  while (to < folded.length && !CLAUSE_END.test(folded.charAt(to))) to++;
  return { start: from, end: to };
}

function termsBetween(folded: string, from: number, to: number): Term[] {
  const terms: Term[] = [];
  for (let at = from; at + 1 < to; at++) {
    const [first, second] = [folded.charCodeAt(at), folded.charCodeAt(at + 1)];
    if (isIndexable(first, second)) terms.push(bigramKey(first, second));
  }
  for (const [word] of folded.slice(from, to).matchAll(/[a-z]{3,}/g)) terms.push(stemOf(word));
  return terms;
}

const CHINESE_HEDGES = langTable('zh/figure-hedges');
const ENGLISH_HEDGES = langTable('en/figure-hedges');

// What hedges a figure, in both languages, before its number and behind its unit.
function hedges(kind: string): { readonly before: RegExp; readonly behind: RegExp } {
  const [zh, en] = [formsOf(CHINESE_HEDGES, kind), formsOf(ENGLISH_HEDGES, kind)];
  const behind = formsOf(CHINESE_HEDGES, `${kind} behind`);
  return {
    before: new RegExp(`(?:${anyOf(zh)}|\\b(?:${anyOf(en)}) )\\s*$`),
    behind: behind.length === 0 ? /(?!)/ : new RegExp(`^(?:${anyOf(behind)})`),
  };
}

const MORE = hedges('more');
const LESS = hedges('less');
const ABOUT = hedges('about');

type Bounds = Pick<Quantity, 'start' | 'end' | 'low' | 'high'>;

function boundsOf(folded: string, { start, end, value }: NumberInText, unit: Unit): Bounds {
  const before = folded.slice(Math.max(0, start - 12), start);
  const behind = folded.slice(unit.end, unit.end + 2);
  const step = stepOf(folded.slice(start, end), value);
  const hedged = (mark: RegExpExecArray | null, low: number, high: number): Bounds => {
    const length = mark?.[0].length ?? 0;
    const isBefore = mark !== null && mark.input === before;
    return { start: isBefore ? start - length : start, end: isBefore ? unit.end : unit.end + length, low, high };
  };
  const more = MORE.before.exec(before) ?? MORE.behind.exec(behind);
  if (more !== null || unit.more) return hedged(more, value, value + NEARLY_ONE * step);
  const less = LESS.before.exec(before);
  if (less !== null) return hedged(less, value - NEARLY_ONE * step, value);
  const about = ABOUT.before.exec(before) ?? ABOUT.behind.exec(behind);
  const isRounded = about !== null || ROUNDED.test(folded.slice(start, end));
  return hedged(about, value - (isRounded ? step / 2 : 0), value + (isRounded ? step / 2 : 0));
}

const ROUNDED = new RegExp(`[${numeralsWith((value) => value >= 10_000)}]`);

// 七個多小時 is less than eight.
const NEARLY_ONE = 0.999;

// What one more of the last digit that is no nought amounts to: 100 is counted in hundreds, 3.2万 in thousands.
function stepOf(written: string, value: number): number {
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length;
  if (decimals !== undefined) return 10 ** -decimals;
  const noughts = /(?<!0)0*$/.exec(value.toFixed(0))?.[0].length ?? 0;
  return value === 0 ? 1 : 10 ** noughts;
}
