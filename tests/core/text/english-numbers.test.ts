import { describe, expect, test } from 'vitest';
import { formsOf, langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { readUnits } from '../../../src/core/text/english-numbers.ts';
import { numbersIn } from '../../../src/core/text/numbers.ts';
import { foldScript } from '../../../src/core/text/script.ts';

const numbersOf = (text: string): [value: number, unit: string][] =>
  numbersIn(foldScript(text)).map(({ value, unit }) => [value, unit]);

describe('numbers in English texts', () => {
  test.each<[string, [number, string][]]>([
    ['in 1991 and 2004', [[1991, '年'], [2004, '年']]], // prettier-ignore
    ['the 1991 of them', [[1991, '年']]],
    ['in 1705 they left', [[1705, '年']]],
    ['on 12 May 1705, they left', [[12, '日'], [5, '月'], [1705, '年']]], // prettier-ignore
    ['1705 men', [[1705, 'm']]],
    ['£1991', [[1991, '']]],
    ['18 years later', [[18, '年']]],
    ['an 18-year-old', [[18, '岁']]],
    ['18 years old', [[18, '岁']]],
    ['3 million people', [[3_000_000, '人']]],
    ['two hundred thousand', [[200_000, '']]],
    ['a million', [[1_000_000, '']]],
    ['a man and one dog', []],
    ['twenty-five ships', [[25, 's']]],
    ['£5m, 5m', [[5_000_000, ''], [5, 'm']]], // prettier-ignore
    ['$1.5bn', [[1_500_000_000, '']]],
    ['12.5 per cent of', [[12.5, '%']]],
    ['12%', [[12, '%']]],
    ['158,349 households', [[158_349, 'h']]],
    ['500 of them', [[500, '']]], // what makes up a sentence is no unit
    ['the third and the 41st', [[3, ''], [41, '']]], // prettier-ignore
    ['two thirds, a third of it', [[2, 't']]],
    ['g20, q2, a380', []],
    ['they may march in may', [[5, '月']]],
    ['a March sale', []],
    ['in the early March of 2004', [[3, '月'], [2004, '年']]], // prettier-ignore
    ['May 3', [[5, '月'], [3, '日']]], // prettier-ignore
    ['at 10:30', []],
    ['no number', []],
  ])('in %s: %j', (text, expected) => expect(numbersOf(text)).toEqual(expected));

  test.each([...langTable('en/number-scales')])('2 %s and two %s are %s twice', (scale, value) => {
    expect(numbersOf(`2 ${scale}`)).toEqual([[2 * Number(value), '']]);
    expect(numbersOf(`two ${scale}`)).toEqual([[2 * Number(value), '']]);
  });

  test.each([...langTable('en/money-scales')])('£2%s is %s twice', (scale, value) => {
    expect(numbersOf(`£2${scale}`)).toEqual([[2 * Number(value), '']]);
  });

  test.each(readUnits('counted'))('7 %s is counted by %s', (words, unit) => {
    expect(numbersOf(`for 7 ${words}.`)).toEqual([[7, unit.replace('个', '').charAt(0)]]);
  });

  test.each(formsOf(langTable('en/ages'), 'behind'))('7 %s is an age', (words) => {
    expect(numbersOf(`7 ${words}.`.replace(' -', '-'))).toEqual([[7, '岁']]);
  });

  test.each(langWords('en/percent'))('7 %s is a share', (words) => {
    expect(numbersOf(`7 ${words}.`)).toEqual([[7, '%']]);
  });

  test.each([...langTable('en/ordinals')].filter(([, value]) => Number(value) > 2))('the %s is %s', (word, value) => {
    expect(numbersOf(`the ${word} ship`)).toEqual([[Number(value), 's']]);
    expect(numbersOf(`one ${word} of it`)).toEqual([]);
  });

  test.each([...langTable('en/months')])('%s is month %s', (name, month) => {
    expect(numbersOf(`in ${name}`)).toEqual([[Number(month), '月']]);
  });

  test.each(langWords('en/ambiguous-months'))('%s alone is no month', (name) => {
    expect(numbersOf(`they ${name} go`)).toEqual([]);
    expect(numbersOf(`12 ${name}`)).toEqual([[12, '日'], [Number(langTable('en/months').get(name)), '月']]); // prettier-ignore
  });
});
