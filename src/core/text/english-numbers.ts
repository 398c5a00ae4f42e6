import { anyOf, formsOf, langPairs, langTable, langWords } from './lang-data.ts';
import { foldScript } from './script.ts';

/** A number in a text, with the first character of the unit behind it: `七個多小時` is 7 with 小, `12.5万人` 125000 with 人. */
export interface NumberInText {
  readonly start: number;
  /** Behind the digits, before the unit. */
  readonly end: number;
  readonly value: number;
  /** One character, or '' where no unit follows. */
  readonly unit: string;
}

const WORDS = langTable('en/number-words');
const ORDINALS = langTable('en/ordinals');
const SCALES = langTable('en/number-scales');
const MONEY_SCALES = langTable('en/money-scales');
const MONTHS = langTable('en/months');
const DATE_PREPOSITIONS = langTable('en/date-prepositions');
const STOP_WORDS: ReadonlySet<string> = new Set(langWords('en/stop-words'));
const [AGE = ''] = formsOf(langTable('zh/ages'), 'years');

/**
 * English words for units with their Chinese forms, folded, of `data/lang/en/unit-forms.txt`: those that tell what a number counts, or
 * those by which figures of reports are compared.
 */
export const readUnits = (use: 'counted' | 'compared'): (readonly [words: string, unit: string])[] =>
  langPairs('en/unit-forms').flatMap(([words, written]) => {
    const [unit = '', only = use] = written.split(',').map((part) => part.trim());
    return only === use ? [[words, foldScript(unit)] as const] : [];
  });

const UNITS: ReadonlyMap<string, string> = new Map([
  ...readUnits('counted'),
  ...formsOf(langTable('en/ages'), 'behind').map((words) => [words.replace(/^-/, ''), AGE] as const),
  ...langWords('en/percent').map((words) => [words, '%'] as const),
]);
const CALENDAR = langTable('zh/calendar-units');
const [YEAR = '', MONTH = '', DAY = ''] = ['year', 'month', 'day'].flatMap((unit) => formsOf(CALENDAR, unit));

/** Whether a unit is that of a date or of a share, which both languages have alike. */
export const isDateOrShare = (unit: string): boolean => [YEAR, MONTH, DAY, '%'].includes(unit);

const HUNDRED = 100;
const TWENTY = 20;
const TEN = 10;
const wordsOf = (is: (value: number) => boolean): string =>
  anyOf([...WORDS].flatMap(([word, value]) => (is(Number(value)) ? [word] : [])));
// "The third", but not "a third of them".
const ORDINAL_WORDS = `(?<!(?<![a-z])(?:${wordsOf((value) => value < TEN)})[ -])(?:${anyOf([...ORDINALS].flatMap(([word, value]) => (Number(value) > 2 ? [word] : [])))})`;
/** The source of a pattern for what ends an ordinal in figures: 1st, 22nd. */
export const ORDINAL_ENDING = '(?:st|nd|rd|th)';
const sticky = (source: string): RegExp => new RegExp(source, 'y');

const SCALE = `(?:${anyOf(SCALES.keys())})(?![a-z])`;
// Two, twelve, twenty-five. "One" mostly counts nothing, nor does "a"; they do before a scale: a million.
const NUMBER_WORDS = `(?:${wordsOf((value) => value >= TWENTY && value < HUNDRED)})[ -](?:${wordsOf((value) => value < TEN)})|${wordsOf((value) => value > 1 && value < HUNDRED)}|(?:${wordsOf((value) => value === 1)})(?= ${SCALE})`;
// A figure behind a single letter is part of a name: Q2, G20, A380.
const NUMBER = new RegExp(
  String.raw`(?<!(?<![a-z])[a-z]|\d|\d[.,:])\d+(?:,\d{3})*(?:\.\d+)?(?!\d|:\d)|(?<![a-z\d-])(?:${NUMBER_WORDS}|${ORDINAL_WORDS})(?![a-z])`,
  'g',
);
const ORDINAL = sticky(`${ORDINAL_ENDING}(?![a-z])`);
const SCALE_BEHIND = sticky(`[ -]?(${SCALE})`);
const MONEY_SCALE_BEHIND = sticky(`(${anyOf(MONEY_SCALES.keys())})(?![a-z])`);
const MONEY = /[$£€¥] ?$/;
// 個月 is counted in 月.
const COUNTER = /^个/;
const UNIT_BEHIND = sticky(`[ -]?(${anyOf(UNITS.keys())})(?![a-z])`);
const WORD_BEHIND = sticky('[ -]?([a-z]+)');
const MONTH_NAME = anyOf(MONTHS.keys());
const MONTHS_IN = new RegExp(String.raw`(?<![a-z])(?:${MONTH_NAME})(?![a-z])`, 'g');
const MONTH_BEHIND = sticky(String.raw`(?: of)? (?:${MONTH_NAME})(?![a-z])`);
const MONTH_BEFORE = new RegExp(String.raw`(?<![a-z])(?:${MONTH_NAME})\.? (?:the )?$`);
// Behind 12 May, May 12 or May the year follows: "12 may 1705", "may 12, 1705".
const DATE_BEFORE = new RegExp(String.raw`(?<![a-z])(?:${MONTH_NAME})\.?(?: \d{1,2}${ORDINAL_ENDING}?)?,? $`);
const DAY_BEFORE = new RegExp(String.raw`\d${ORDINAL_ENDING}?(?: of)? $`);
// As far back as a month and a day reach, in UTF-16 units.
const BEFORE = 24;
const DAYS = 31;
const RECENT_YEAR = /^(?:19|20)\d\d$/;
const EARLIER_YEAR = /^1[0-8]\d\d$/;
// Names of months that are other words as well.
const AMBIGUOUS: ReadonlySet<string> = new Set(langWords('en/ambiguous-months'));

const matchAt = (pattern: RegExp, folded: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(folded);
};

/**
 * The numbers of a folded text in Latin letters: figures and number words, with the units of Chinese, so that both languages are
 * compared. A month is its number with 月. Of what is counted by no unit of `data/lang/en/unit-forms.txt` the first letter is the unit.
 */
export function englishNumbersIn(folded: string): readonly NumberInText[] {
  const numbers: NumberInText[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const read = readNumber(folded, match);
    if (read !== null) numbers.push(read);
  }
  for (const { 0: name, index } of folded.matchAll(MONTHS_IN)) {
    const month = { start: index, end: index + name.length };
    if (isMonth(folded, name, month)) numbers.push({ ...month, value: Number(MONTHS.get(name)), unit: MONTH });
  }
  return numbers.sort((a, b) => a.start - b.start);
}

function readNumber(folded: string, { 0: written, index: start }: RegExpExecArray): NumberInText | null {
  const before = folded.slice(Math.max(0, start - BEFORE), start);
  const isFigure = /^\d/.test(written);
  const plain = isFigure ? Number(written.replaceAll(',', '')) : wordValue(written);
  const last = start + written.length;
  const behind = isFigure ? last + lengthOf(matchAt(ORDINAL, folded, last)) : last;
  if (isDay(folded, { before, value: plain, end: behind })) return { start, end: last, value: plain, unit: DAY };
  const { value, end } = scaled(folded, { value: plain, end: behind }, MONEY.test(before));
  if (!Number.isFinite(value)) return null;
  const unit = matchAt(UNIT_BEHIND, folded, end)?.[1];
  if (unit !== undefined) return { start, end, value, unit: (UNITS.get(unit) ?? '').replace(COUNTER, '').charAt(0) };
  if (end === last && isYear(written, before)) return { start, end, value, unit: YEAR };
  const word = matchAt(WORD_BEHIND, folded, end)?.[1] ?? '';
  return { start, end, value, unit: STOP_WORDS.has(word) ? '' : word.charAt(0) };
}

const lengthOf = (match: RegExpExecArray | null): number => match?.[0].length ?? 0;

// With what multiplies it, once or twice: two hundred thousand.
function scaled(
  folded: string,
  { value, end }: { readonly value: number; readonly end: number },
  isMoney: boolean,
): { readonly value: number; readonly end: number } {
  const patterns = [...(isMoney ? [MONEY_SCALE_BEHIND] : []), SCALE_BEHIND, SCALE_BEHIND];
  return patterns.reduce(
    (read, pattern) => {
      const match = matchAt(pattern, folded, read.end);
      const scale = match?.[1] ?? '';
      const times = Number(SCALES.get(scale) ?? MONEY_SCALES.get(scale) ?? 1);
      return { value: read.value * times, end: read.end + lengthOf(match) };
    },
    { value, end },
  );
}

// The word at the end of a text, with a space or a hyphen behind it: "in ", "mid-".
function lastWord(text: string): string {
  const trimmed = text.trimEnd();
  const own = trimmed.endsWith('-') ? trimmed.slice(0, -1) : trimmed;
  return /[a-z]{1,24}$/.exec(own)?.[0] ?? '';
}

function wordValue(words: string): number {
  return words.split(/[ -]/).reduce((sum, word) => sum + Number(WORDS.get(word) ?? ORDINALS.get(word) ?? 0), 0);
}

const isDay = (
  folded: string,
  { before, value, end }: { readonly before: string; readonly value: number; readonly end: number },
): boolean =>
  Number.isInteger(value) &&
  value >= 1 &&
  value <= DAYS &&
  (MONTH_BEFORE.test(before) || matchAt(MONTH_BEHIND, folded, end) !== null);

function isYear(written: string, before: string): boolean {
  if (RECENT_YEAR.test(written)) return !MONEY.test(before);
  if (!EARLIER_YEAR.test(written)) return false;
  const word = lastWord(before);
  return DATE_BEFORE.test(before) || DATE_PREPOSITIONS.get(word)?.includes('year') === true;
}

// "They may", "a march": it is a month beside a figure, or behind "in".
function isMonth(
  folded: string,
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (!AMBIGUOUS.has(name)) return true;
  const before = folded.slice(Math.max(0, start - BEFORE), start);
  const word = lastWord(before);
  return (
    DAY_BEFORE.test(before) ||
    /^\.? (?:the )?\d/.test(folded.slice(end, end + 8)) ||
    DATE_PREPOSITIONS.get(word)?.includes('month') === true
  );
}
