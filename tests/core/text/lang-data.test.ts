import { describe, expect, test } from 'vitest';

import { anyOf, formsOf, langLines, langTable } from '../../../src/core/text/lang-data.ts';
import { numbersIn } from '../../../src/core/text/numbers.ts';
import { foldScript } from '../../../src/core/text/script.ts';

const numbersOf = (text: string): [value: number, unit: string][] =>
  numbersIn(foldScript(text)).map(({ value, unit }) => [value, unit]);

describe('a list of data/lang', () => {
  test('has no comment, no empty line and no white space around its lines', () => {
    const lines = langLines('zh/units');
    expect(lines).toContain('年 => time');
    expect(lines.filter((line) => line === '' || line.includes('#') || line.trim() !== line)).toEqual([]);
  });

  test('that does not exist is a fault', () => expect(() => langLines('zh/no-such-list')).toThrow(/no-such-list/));

  test('of words with values has each form folded', () => {
    expect(langTable('zh/numerals').get('万')).toBe('10000');
    expect(langTable('zh/numerals').get('两')).toBe('2');
  });

  test('of words with values has the forms of one value', () => {
    expect(formsOf(langTable('zh/contracted-tens'), '20')).toEqual(['廿']);
    expect(formsOf(langTable('zh/contracted-tens'), '1')).toEqual([]);
  });

  test('as a pattern matches the longest word, and words with signs as they are', () => {
    const pattern = new RegExp(anyOf(['a.', 'a.b', 'c+']), 'g');
    expect('a.b ab c+ a.'.match(pattern)).toEqual(['a.b', 'c+', 'a.']);
  });
});

describe('each line of zh/', () => {
  test.each([...langTable('zh/numerals')])('numerals: %s is worth %s', (numeral, value) =>
    expect(numbersOf(`共${numeral}年`)).toEqual([[Number(value), '年']]),
  );

  test.each([...langTable('zh/contracted-tens')])('contracted-tens: %s is worth %s', (tens, value) =>
    expect(numbersOf(`${tens}六日`)).toEqual([[Number(value) + 6, '日']]),
  );

  test.each(langLines('zh/approximations'))('approximations: 十%s人', (word) =>
    expect(numbersOf(`十${word}人`)).toEqual([[10, '人']]),
  );

  test.each([...langTable('zh/units')])('units: 三%s is a number; 一 before it is one where it is %j', (unit, kind) => {
    expect(numbersOf(`三${unit}`)).toEqual([[3, unit.charAt(0)]]);
    expect(numbersOf(`一${unit}`)).toEqual(kind !== '' ? [[1, unit.charAt(0)]] : []);
  });
});
