import { expect, test } from 'vitest';
import { createTable, crossDictionary } from '../../../src/core/names/cross-dictionary.ts';
import { dataText } from '../../../src/core/text/lang-data.ts';

test('a table is searched by its keys, the first and the last too', () => {
  const table = createTable('apple\t苹果=90\nbank\t银行=87,岸=40\npear\t梨=90\n');
  expect(table('bank')).toEqual([
    { form: '银行', weight: 0.87 },
    { form: '岸', weight: 0.4 },
  ]);
  expect(table('apple').map(({ form }) => form)).toEqual(['苹果']);
  expect(table('pear').map(({ form }) => form)).toEqual(['梨']);
  expect(table('peach')).toEqual([]);
  expect(table('')).toEqual([]);
});

test('words and phrases have forms in the other language', () => {
  const { toChinese, toEnglish } = crossDictionary();
  expect(toChinese(['volcanoes']).map(({ form }) => form)).toContain('火山');
  expect(toChinese(['civil', 'war']).map(({ form }) => form)).toContain('内战');
  expect(toEnglish('火山').map(({ form }) => form)).toContain('volcano');
  expect(toEnglish('火山不是词')).toEqual([]);
});

test.each(['en-zh', 'zh-en'])('%s is sorted, one key a line', (name) => {
  const keys = dataText(`dictionary/${name}.tsv`)
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('\t')));
  expect(keys.length).toBeGreaterThan(50_000);
  expect(keys.findIndex((key, i) => i > 0 && key <= (keys[i - 1] ?? ''))).toBe(-1);
});
