import { inFigures, matchAt, type DateRead, type Reckoned, type WrittenDate } from '../written.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)(?![a-z])';
const YEAR = '(?:,? ?(?:of )?(\\d{4})(?![\\d,.]\\d|\\d|年))';

const MONTH_FIRST = new RegExp(`${MONTH}(?: (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d{1,3}(?!\\d)))?${YEAR}?`, 'y');
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}${YEAR}?`, 'y');
const TO_MONTH = new RegExp(` ?(?:to|and|through|[-–—]) ?${MONTH}`, 'y');
// The month follows with the other end: 26-27 October, 26 to 27 October.
const DAY_ALONE = new RegExp(`(\\d{1,2})(?= ?(?:to|and|through|[-–—]) ?\\d{1,2}(?:st|nd|rd|th)? ${MONTH})`, 'y');
// Not the path of an address, nor a longer number; a time of day may follow.
const ISO = /(?<![/=_])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![-/.]?\d|[a-su-z])/y;
const BARE_YEAR = /((?:19|20)\d\d)(?![\d%年a-z]|[.,:/]\d|-(?!(?:19|20)\d\d(?!\d))\d)/y;
const ISO_MONTH = /((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![-\d])/y;
const BARE_DAY =
  /(\d{1,2})(?:st|nd|rd|th)?(?![\d%:.]\d|\d|[a-z%年月日号]| (?:[a-z]+s|people|percent|men|women)(?![a-z]))(?:,? (\d{4})(?![\d%年]))?/y;
const RELATIVE = new RegExp(
  `(last|this|next|past) (?:${MONTH}|(month|year|week)|(mon|tues|wednes|thurs|fri|satur|sun)day)(?![a-z])`,
  'y',
);
const DAY_WORD = /(yesterday|today|tomorrow)(?![a-z])/y;
const WEEKDAY = /(mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])/y;

// A year stands in English text behind one of these; 2023 ships are no year.
const BEFORE_YEAR =
  /(?:^|[^a-z])(?:in|since|from|until|till|by|during|before|after|between|early|mid|late|of|year)[ -]$/;
// May, march, june and august are other words as well, and some names of people: alone they are months behind a preposition.
const BEFORE_MONTH =
  /(?:^|[^a-z])(?:in|since|from|until|till|by|during|before|after|between|early|mid|late|of|to|and|through)[ -]$/;

const TOWARD: Readonly<Record<string, -1 | 0 | 1>> = { last: -1, past: -1, this: 0, next: 1 };
const DAY_SHIFTS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** How a text is read: with `bareYears` any 2023 in English is a year, as in "Blinken 2023". */
export interface EnglishReading {
  /** Behind "to", "and": a number alone is a day, "2023" alone a year. */
  readonly joined: boolean;
  readonly bareYears: boolean;
}

/** Reads a date at a place of folded English text, or one in figures: 2023-10-26. */
export function readEnglish(folded: string, at: number, { joined, bareYears }: EnglishReading): DateRead | null {
  const unit = folded.charCodeAt(at);
  if (unit >= 0x61) return readMonthFirst(folded, at) ?? readWord(folded, at);
  return (
    readIso(folded, at) ??
    readDayFirst(folded, at) ??
    (bareYears ? readIsoMonth(folded, at) : null) ??
    readBareYear(folded, at, joined || bareYears) ??
    (joined ? readBareDay(folded, at) : null)
  );
}

const figures = (written: string | undefined): Reckoned | null =>
  written === undefined ? null : inFigures(Number(written));

function calendar(year: Reckoned | null, month: Reckoned | null, day: number | null): WrittenDate {
  return { kind: 'calendar', year, month, day, part: null };
}

const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

function readIso(folded: string, at: number): DateRead | null {
  const found = matchAt(ISO, folded, at);
  if (found === null) return null;
  const [all, year, , month, day] = found;
  return { date: calendar(figures(year), figures(month), Number(day)), end: at + all.length };
}

// 2023-10 may be the score of a game: only a question is read so.
function readIsoMonth(folded: string, at: number): DateRead | null {
  const found = matchAt(ISO_MONTH, folded, at);
  return found === null ? null : { date: calendar(figures(found[1]), figures(found[2]), null), end: at + 7 };
}

function readMonthFirst(folded: string, at: number): DateRead | null {
  const found = matchAt(MONTH_FIRST, folded, at);
  if (found === null) return null;
  const [all, name = '', day, year] = found;
  if (Number(day) > 31 && year === undefined) return null;
  // "Nov", "mar" alone are names and other words.
  const alone = day === undefined && year === undefined;
  const plain = isPlainMonth(name) || BEFORE_MONTH.test(folded.slice(Math.max(0, at - 9), at));
  if (alone && !plain && matchAt(TO_MONTH, folded, at + all.length) === null) return null;
  const month = inFigures(monthNamed(name));
  return { date: calendar(figures(year), month, day === undefined ? null : Number(day)), end: at + all.length };
}

const isPlainMonth = (name: string): boolean => name.length > 6 || name === 'july';

function readDayFirst(folded: string, at: number): DateRead | null {
  const alone = matchAt(DAY_ALONE, folded, at);
  if (alone !== null) return { date: calendar(null, null, Number(alone[1])), end: at + alone[0].length };
  const found = matchAt(DAY_FIRST, folded, at);
  if (found === null) return null;
  const [all, day, name = '', year] = found;
  if (Number(day) > 31 && year === undefined) return null;
  // "the 20 may": a verb.
  if (name === 'may' && year === undefined && !/^\d+[a-z]/.test(all)) {
    if (!BEFORE_MONTH.test(folded.slice(Math.max(0, at - 9), at)) && folded.slice(at - 3, at) !== 'on ') return null;
  }
  return { date: calendar(figures(year), inFigures(monthNamed(name)), Number(day)), end: at + all.length };
}

function readBareYear(folded: string, at: number, anywhere: boolean): DateRead | null {
  const found = matchAt(BARE_YEAR, folded, at);
  if (found === null || !(anywhere || BEFORE_YEAR.test(folded.slice(Math.max(0, at - 9), at)))) return null;
  return { date: calendar(figures(found[1]), null, null), end: at + 4 };
}

function readBareDay(folded: string, at: number): DateRead | null {
  const found = matchAt(BARE_DAY, folded, at);
  const day = Number(found?.[1]);
  return found === null || day < 1 || day > 31
    ? null
    : { date: calendar(figures(found[2]), null, day), end: at + found[0].length };
}

function readWord(folded: string, at: number): DateRead | null {
  const dayWord = matchAt(DAY_WORD, folded, at);
  if (dayWord !== null) {
    const shift = DAY_SHIFTS[dayWord[0]] ?? 0;
    return { date: { kind: 'day', from: 'reference', shift }, end: at + dayWord[0].length };
  }
  const weekday = matchAt(WEEKDAY, folded, at);
  if (weekday !== null) return { date: weekDate(null, weekday[1]), end: at + weekday[0].length };
  const found = matchAt(RELATIVE, folded, at);
  if (found === null) return null;
  const [all, which = '', name, period, day] = found;
  const toward = TOWARD[which] ?? 0;
  const end = at + all.length;
  if (name !== undefined) return { date: { kind: 'named-month', month: monthNamed(name), toward }, end };
  const shift: Reckoned = { from: 'reference', count: toward };
  if (period === 'year') return { date: calendar(shift, null, null), end };
  if (period === 'month') return { date: calendar(null, shift, null), end };
  // "Last Friday" is the one that is nearest.
  return { date: weekDate(day !== undefined && toward < 1 ? null : toward, day), end };
}

function weekDate(shift: number | null, day: string | undefined): WrittenDate {
  const weekday = day === undefined ? null : WEEKDAYS.indexOf(day.slice(0, 3)) + 1;
  return { kind: 'week', shift, first: weekday ?? 1, last: weekday ?? 7 };
}
