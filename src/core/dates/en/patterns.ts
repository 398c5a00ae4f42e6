import { ORDINAL_ENDING } from '../../text/english-numbers.ts';
import { anyOf, langPairs, formsOf, langTable, langWords } from '../../text/lang-data.ts';

const sticky = (source: string): RegExp => new RegExp(source, 'y');
const months = langTable('en/months');
const weekdays = langTable('en/weekdays');
const dayWords = langTable('en/day-words');
const toward = langTable('en/toward-words');
const parts = langTable('en/parts-of-year');
const units = langTable('en/distance-units');
const numbers = langTable('en/number-words');

const valueIn =
  (table: ReadonlyMap<string, string>) =>
  (word: string): number =>
    Number(table.get(word));

/** 1–12, of a name or a short form with or without its full stop. */
export const monthNamed = (name: string): number => valueIn(months)(name.replace('.', ''));
export const weekdayNamed = valueIn(weekdays);
export const dayShift = valueIn(dayWords);
export const towardOf = (word: string): -1 | 0 | 1 => Math.sign(valueIn(toward)(word)) as -1 | 0 | 1;
export const unitNamed = (word: string): string => units.get(word) ?? '';
export const numberOf = (word: string): number => (numbers.has(word) ? valueIn(numbers)(word) : Number(word));
/** The first and last month of a part of a year. */
export function monthsOfPart(part: string): readonly [number, number] {
  const [first, last] = (parts.get(part) ?? '').split(' ').map(Number);
  return [first ?? 1, last ?? 12];
}

// A short form begins a longer one of the same month, and may have a full stop.
const isShort = (form: string): boolean =>
  [...months].some(
    ([other, value]) => other.length > form.length && other.startsWith(form) && value === months.get(form),
  );
const forms = [...months.keys()].sort((a, b) => b.length - a.length);
const MONTH = `(${forms.map((form) => (isShort(form) ? String.raw`${form}\.?` : form)).join('|')})(?![a-z])`;
const YEAR = String.raw`(?:,? ?(?:of )?(\d{4})(?![\d,.]\d|\d|年))`;
const ORDINAL = `${ORDINAL_ENDING}?`;
const JOIN = ' ?(?:to|and|through|[-–—]) ?';

// 12:30, 12.5, 12% and 12,000 are no day.
const NO_MORE = String.raw`(?![\d:%]|[.,]\d{1,3}(?!\d))`;
/** 1: month; 2: day; 3: year. */
export const MONTH_FIRST = sticky(String.raw`${MONTH}(?: (\d{1,2})${ORDINAL}${NO_MORE})?${YEAR}?`);
/** 1: day; 2: month; 3: year. */
export const DAY_FIRST = sticky(String.raw`(\d{1,2})${ORDINAL}(?: of)? ${MONTH}${YEAR}?`);
export const TO_MONTH = sticky(JOIN + MONTH);
/** The month follows with the other end: 26-27 October, 26 to 27 October. */
export const DAY_ALONE = sticky(String.raw`(\d{1,2})(?=${JOIN}\d{1,2}${ORDINAL} ${MONTH})`);
// 6月 and 6日 are read as Chinese.
const UNITS = langTable('zh/calendar-units');
const CHINESE_UNITS = ['year', 'month', 'day', 'number'].flatMap((unit) => formsOf(UNITS, unit)).join('');
const THINGS = ` (?:[a-z]{2,20}s|${anyOf(formsOf(langPairs('en/counted-things'), 'day'))})(?![a-z])`;
export const BARE_DAY = sticky(
  String.raw`(\d{1,2})${ORDINAL}(?![\d%:.]\d|\d|[a-z%${CHINESE_UNITS}]|${THINGS})(?:,? (\d{4})(?![\d%年]))?`,
);

const WEEKDAY_NAME = anyOf(weekdays.keys());
export const WEEKDAY = sticky(`(?:${WEEKDAY_NAME})(?![a-z])`);
export const DAY_WORD = sticky(`(?:${anyOf(dayWords.keys())})(?![a-z])`);
/** 1: last, this or next; 2: a month; 3: month, year or week; 4: a weekday. */
export const RELATIVE = sticky(`(${anyOf(toward.keys())}) (?:${MONTH}|(month|year|week)|(${WEEKDAY_NAME}))(?![a-z])`);
/** 1: the part; 2: its year. */
export const PART_OF_YEAR = sticky(String.raw`(${anyOf(parts.keys())})(?![a-z\d])(?:${YEAR}|(?! of))`);
/** 1: how many; 2: of which unit. */
export const DISTANCE = sticky(
  String.raw`(\d{1,3}|${anyOf(numbers.keys())}) (${anyOf(units.keys())}) (?:${anyOf(langWords('en/distance-behind'))})(?![a-z])`,
);

const before = (kind: string): RegExp => {
  const words = [...langTable('en/date-prepositions')].flatMap(([word, kinds]) => (kinds.includes(kind) ? [word] : []));
  return new RegExp(`(?:^|[^a-z])(?:${anyOf(words)})[ -]$`);
};
/** What stands before a year, and before a month whose name is another word as well. */
export const BEFORE_YEAR = before('year');
export const BEFORE_MONTH = before('month');

/** The first two letters of every word that begins a date. */
export const BEGINNINGS: readonly string[] = [
  ...new Set(
    [months, weekdays, dayWords, toward, parts, numbers].flatMap((words) =>
      Array.from(words.keys(), (word) => `${word} `.slice(0, 2)),
    ),
  ),
].filter((beginning) => /^[a-z][a-z\d ]$/.test(beginning));
