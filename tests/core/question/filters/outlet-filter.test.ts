import { describe, expect, test } from 'vitest';
import { outletFilter } from '../../../../src/core/question/filters/name-filters.ts';
import { foldScript } from '../../../../src/core/text/script.ts';
import { langWords } from '../../../../src/core/text/lang-data.ts';
import { parseOutlets } from '../../../../src/core/index.ts';

const directory = parseOutlets(
  '青峰報, 青峰, Qingfeng Daily\n海角台, Cape Radio\n北原日報\n白沙, 白沙網, BSN\n白沙中文, 白沙網中文, BSN\n',
);
const HELD = ['青峰報', '海角台'];
const named = (text: string, held: readonly string[] = HELD): readonly string[] =>
  outletFilter(text, held, directory).outlets;
const missing = (text: string): readonly string[] => outletFilter(text, HELD, directory).missing;

test.each([
  ['青峰報怎樣報道洪水？', ['青峰報']],
  ['據海角台，誰到場？', ['海角台']],
  ['青峰報和海角台怎樣報道洪水？', ['青峰報', '海角台']],
  ['Qingfeng Daily on the flood', ['青峰報']],
])('%s narrows to %j', (text, outlets) => expect(named(text)).toEqual(outlets));

test('where there is one outlet its name narrows nothing', () =>
  expect(named('青峰報怎樣報道洪水？', ['青峰報'])).toEqual([]));

describe('an outlet that is talked of is no filter', () => {
  test.each(langWords('zh/outlet-object-before'))('林墨%s青峰報…', (word) =>
    expect(named(foldScript(`林墨${word}青峰報說了什麼？`))).toEqual([]),
  );
  test.each(langWords('zh/outlet-subject-behind'))('青峰報%s…', (word) =>
    expect(named(foldScript(`青峰報${word}了嗎？`))).toEqual([]),
  );
  test('but its reports are asked for', () => expect(named('關於青峰報的報道')).toEqual(['青峰報']));
});

test('an outlet whose reports are asked for, and of which there are none, is missing', () => {
  expect(missing('北原日報怎樣報道洪水？')).toEqual(['北原日報']);
  expect(missing('火星日報怎樣報道洪水？')).toEqual(['火星日報']);
});

test('a name that two outlets have is missing once, and the longest of names within one another', () => {
  expect(missing('BSN怎樣報道洪水？')).toEqual(['白沙']);
  expect(missing('白沙網中文怎樣報道洪水？')).toEqual(['白沙中文']);
  expect(missing('白沙和北原日報怎樣報道洪水？')).toEqual(['白沙', '北原日報']);
});

test.each(langWords('zh/determiners'))('%s電台 is an ordinary noun', (word) =>
  expect(missing(foldScript(`${word}電台的報道說了什麼？`))).toEqual([]),
);
test('so is the radio of some place', () => expect(missing('那个墨西哥电台的申请里有没有写上他？')).toEqual([]));
