import { expect, test } from 'vitest';
import { chineseNamesOf, latinNamesOf, readings } from '../../../src/core/names/pinyin.ts';

// Two characters side by side in these names are all that the texts have.
const NAMES = ['周明礼', '州长理', '欧阳修', '林安', '西安', '郭佩珊', '张卓然'];
const stands = (first: string, second: string): boolean => NAMES.some((name) => name.includes(first + second));

test.each<[string, string, readonly string[]]>([
  ['zhou', 'mingli', ['周明礼']],
  ['mingli', 'zhou', ['周明礼']],
  ['zhou', 'ming-li', ['周明礼']],
  ['ouyang', 'xiu', ['欧阳修']],
  ['lin', 'an', ['林安']],
  ['kwok', 'pui-shan', ['郭佩珊']],
  ['cheung', 'cheuk yin', ['张卓然']],
  ['kwok', 'pu-ishan', []],
  ['john', 'smith', []],
])('%s %s may be %j', (surname, given, names) =>
  expect(chineseNamesOf([surname, given], stands).map(({ form }) => form)).toEqual(names),
);

test('two syllables of a given name say more than one', () => {
  const [two] = chineseNamesOf(['zhou', 'mingli'], stands);
  const [one] = chineseNamesOf(['lin', 'an'], stands);
  expect(two?.weight).toBeGreaterThan(one?.weight ?? 1);
});

test('a Chinese name in Latin letters, each way to read it', () => {
  expect(latinNamesOf('周明礼')).toEqual([['zhou', 'mingli']]);
  expect(latinNamesOf('吕修')).toEqual([
    ['lu', 'xiu'],
    ['lv', 'xiu'],
  ]);
  expect(latinNamesOf('码头')).toEqual([]);
  expect(latinNamesOf('周')).toEqual([]);
});

test('a character has each of its readings', () =>
  expect(readings().readingsOf('行')).toEqual(expect.arrayContaining(['xing', 'hang'])));

test('in Hong Kong a name is spelt in more ways than one', () =>
  expect(['kwok', 'law', 'lo', 'tsang', 'ng'].map((syllable) => readings('cantonese').charactersOf(syllable))).toEqual([
    expect.stringContaining('郭'),
    expect.stringContaining('罗'),
    expect.stringContaining('罗'),
    expect.stringContaining('曾'),
    expect.stringContaining('吴'),
  ]));
