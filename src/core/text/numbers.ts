import { type NumberInText, englishNumbersIn } from './english-numbers.ts';
import { anyOf, formsOf, langTable, langWords } from './lang-data.ts';
import { hasHan, remembering } from './script.ts';

export type { NumberInText };

const VALUES = new Map(Array.from(langTable('zh/numerals'), ([char, value]) => [char, Number(value)]));
const TENS = new Map(Array.from(langTable('zh/contracted-tens'), ([char, value]) => [char, Number(value)]));

/** The folded Han numerals that have a value of a kind, all if none is given, one behind the other: the inside of a character class. */
export const numeralsWith = (is: (value: number) => boolean = () => true): string =>
  [...VALUES].flatMap(([char, value]) => (is(value) ? [char] : [])).join('');

/** The numerals from one value to another, one for each: 一二三 for 1 to 3, without 两, which only counts. */
export const numeralsFrom = (first: number, last: number): string =>
  Array.from(
    { length: last - first + 1 },
    (_, i) => [...VALUES].find(([, value]) => value === first + i)?.[0] ?? '',
  ).join('');

/** Numerals that stand for two: 廿, 卅. */
export const CONTRACTED_TENS = [...TENS.keys()].join('');

const MYRIAD = 10_000;
const DIGITS = numeralsWith((value) => value < 10);
const ABOVE_TEN = numeralsWith((value) => value > 10);
const TEN = numeralsWith((value) => value === 10);
const SCALES = `${TEN}${ABOVE_TEN}`;
const OF_HUNDRED = formsOf(langTable('zh/shares'), 'of-hundred');

// A figure behind a single letter is part of a name: Q2, G20, A380.
const FIGURES = String.raw`(?<!(?<![a-z])[a-z]|\d)\d[\d,]*(?:\.\d+)?`;
const NUMBER = new RegExp(
  `(?:${anyOf(OF_HUNDRED)})?(?:${FIGURES}(?:[${SCALES}]+${FIGURES})*[${SCALES}]*|[${DIGITS}${SCALES}${CONTRACTED_TENS}]+)`,
  'g',
);
// Between a number and its unit: 七「個多」小時.
const FILLER = new RegExp(`^ *个?(?:${anyOf(langWords('zh/approximations'))})?个?`);
// 三万五, 一百二: a scale with one digit behind it, which counts tenths of the scale. 三万零五 is what it says.
const SHORTENED = new RegExp(`^[${DIGITS}${TEN}].*[${ABOVE_TEN}][${DIGITS}]$`);

const GREAT = numeralsWith((value) => value >= MYRIAD);
// 十一萬: what counts so many says it by itself.
const IN_MYRIADS = new RegExp(`^[${DIGITS}${TEN}].*[${GREAT}]$`);

const UNITS = langTable('zh/units');
const CONTINUATIONS = new Map<string, string[]>();
for (const unit of UNITS.keys())
  CONTINUATIONS.set(unit.charAt(0), [...(CONTINUATIONS.get(unit.charAt(0)) ?? []), unit.slice(1)]);
// Those before which 一 is a figure.
const MEASURED = new Set([...UNITS].flatMap(([unit, kind]) => (kind === '' ? [] : [unit.charAt(0)])));

const startsWithUnit = (text: string, at: number): boolean =>
  CONTINUATIONS.get(text.charAt(at))?.some((rest) => text.startsWith(rest, at + 1)) ?? false;

/**
 * The numbers of a folded text, in either notation. Offsets are in UTF-16 units of `folded`. A number in Han characters is
 * read before a unit of `data/lang/zh/units.txt`, behind 百分之, in ten thousands (十一萬), and where it is shortened (三万五). A text without
 * Han characters is read as English.
 */
export const numbersIn = remembering((folded) => (hasHan(folded) ? readNumbers(folded) : englishNumbersIn(folded)));

function readNumbers(folded: string): readonly NumberInText[] {
  const numbers: NumberInText[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const share = OF_HUNDRED.find((words) => match[0].startsWith(words));
    const percent = share !== undefined;
    const digits = match[0].slice(share?.length ?? 0);
    const end = match.index + match[0].length;
    const after = folded.slice(end, end + 6);
    const filler = FILLER.exec(after)?.[0].length ?? 0;
    const unit = percent ? '%' : after.charAt(filler);
    if (!percent && !isFigure(digits, after, filler)) continue;
    const value = numberOf(digits);
    if (value === null) continue;
    numbers.push({ start: match.index, end, value, unit: /[\p{L}%]/u.test(unit) ? unit : '' });
  }
  return numbers;
}

/** The value of a number in either notation, folded and without a unit: 3.5万, 十一, 二〇二三. Null where it is too long for one. */
export const numberOf = (digits: string): number | null =>
  /^\d/.test(digits) ? arabicNumber(digits) : hanNumber(digits);

// 「一個」, 「上一位」, 「另一次」: an article, not a figure. 「一年」, 「一月」 and 「一成」 are.
function isFigure(digits: string, after: string, filler: number): boolean {
  if (/^\d/.test(digits)) return true;
  if (VALUES.get(digits) === 1) return MEASURED.has(after.charAt(filler)) && startsWithUnit(after, filler);
  return startsWithUnit(after, filler) || SHORTENED.test(digits) || IN_MYRIADS.test(digits);
}

// 2亿5千万 is the sum of its parts.
function arabicNumber(digits: string): number | null {
  let total = 0;
  let last = 0;
  for (const [, plain = '', scales = ''] of digits.matchAll(/([\d,.]+)(\D*)/g)) {
    let value = Number(plain.replaceAll(',', '').replace(/\.$/, ''));
    for (const char of scales) value *= VALUES.get(char) ?? 1;
    total += value * (scales === '' && plain.length === 1 ? tenthOf(last) : 1);
    last = VALUES.get(scales.slice(-1)) ?? 0;
  }
  return Number.isFinite(total) ? total : null;
}

// What a lone digit behind a scale counts: 3万5 is 35,000. Behind no scale, or ten, it counts ones.
const tenthOf = (scale: number): number => (scale > 10 ? scale / 10 : 1);

// A longer row of digits is a number of an account or the like, and no exact value in JavaScript.
const MOST_DIGITS = 15;

// 二〇二三 is read digit by digit, 两千零二十三 by its powers of ten.
function hanNumber(digits: string): number | null {
  const values = Array.from(digits, (char) => VALUES.get(char) ?? 10);
  if (values.every((value) => value < 10)) return values.length > MOST_DIGITS ? null : Number(values.join(''));
  return powersOfTen(digits);
}

function powersOfTen(digits: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  // What a digit would count if it were the last: it follows a scale at once.
  let tenth = 1;
  for (const char of digits) {
    const tens = TENS.get(char);
    const value = VALUES.get(char) ?? 0;
    if (tens !== undefined) {
      section += tens;
    } else if (value < 10) {
      digit = value;
      if (value === 0) tenth = 1;
      continue;
    } else if (value < MYRIAD) {
      section += (digit || 1) * value;
    } else {
      // 亿 counts all that stands before it: 一万亿.
      total = total < value ? (total + section + digit || 1) * value : total + (section + digit || 1) * value;
      section = 0;
    }
    digit = 0;
    tenth = tenthOf(tens === undefined ? value : 0);
  }
  return total + section + digit * tenth;
}
