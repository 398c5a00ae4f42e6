import { langTable } from './lang-data.ts';

const VALUES: readonly (readonly [char: string, value: number])[] = [...langTable('zh/numerals')].map(
  ([char, value]) => [char, Number(value)],
);

/** The folded Han numerals that have a value of a kind, all if none is given, one behind the other: the inside of a character class. */
export const numeralsWith = (is: (value: number) => boolean = () => true): string =>
  VALUES.flatMap(([char, value]) => (is(value) ? [char] : [])).join('');

/** The numerals from one value to another, one for each: 一二三 for 1 to 3, without 两, which only counts. */
export const numeralsFrom = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => VALUES.find(([, value]) => value === first + i)?.[0] ?? '').join(
    '',
  );

/** Numerals that stand for two: 廿, 卅. */
export const CONTRACTED_TENS = [...langTable('zh/contracted-tens').keys()].join('');
