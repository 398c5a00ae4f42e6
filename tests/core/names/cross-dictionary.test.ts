import { expect, test } from 'vitest';
import { createTable, crossDictionary } from '../../../src/core/names/cross-dictionary.ts';
import { stemOf } from '../../../src/core/text/script.ts';
import { dataText } from '../../../src/core/text/lang-data.ts';

test('a table is searched by its keys, the first and the last too', () => {
  const table = createTable('apple\t苹果=90\nbank\t银行=87,岸=40\npear\t梨=90\n');
  expect(table('bank')).toBe('银行=87,岸=40');
  expect(table('apple')).toBe('苹果=90');
  expect(table('pear')).toBe('梨=90');
  expect(table('peach')).toBe('');
  expect(table('')).toBe('');
});

test('words and phrases have forms in the other language', () => {
  const { toChinese, toEnglish } = crossDictionary();
  expect(toChinese(['volcanoes']).map(({ form }) => form)).toContain('火山');
  expect(toChinese(['civil', 'war']).map(({ form }) => form)).toContain('内战');
  expect(toEnglish('火山').map(({ form }) => form)).toContain('volcano');
  expect(toEnglish('火山不是词')).toEqual([]);
});

test.each([
  ['panther', '黑豹'],
  ['defensive', '防御'],
  ['cautious', '谨慎'],
])('a word that only the English dictionary has so: %s is %s, there and back', (word, form) => {
  const { toChinese, toEnglish } = crossDictionary();
  expect(toChinese([word]).map((one) => one.form)).toContain(form);
  expect(toEnglish(form).map((one) => one.form)).toContain(stemOf(word));
});

test('a name has the forms that Chinese texts write it with, and is no word for that', () => {
  const { namesOf, isGloss } = crossDictionary();
  expect(namesOf('luke')).toContain('卢克');
  expect(namesOf('whittingham')).toContain('惠廷厄姆');
  expect(namesOf('window')).toEqual([]);
  expect(isGloss('whittingham')).toBe(false);
});

test.each([
  ['generally', '大凡', '将军', 'an adverb with the stem of a noun'],
  ['universal', '普遍', '大学', 'an adjective with the stem of a noun'],
  ['naturalized', '归化', '天然', 'of two words with the stem of a third, the one that has more letters of it'],
])('%s is %s before %s: %s', (word, own, other) => {
  const forms = crossDictionary().toChinese([word]);
  const weightOf = (form: string): number => forms.find((one) => one.form === form)?.weight ?? 0;
  expect(weightOf(own)).toBeGreaterThan(weightOf(other));
});

test('a word is known by its own form and not by its stem alone', () => {
  const { isGloss } = crossDictionary();
  expect(['island', 'meeting', 'manning', 'islandish'].map(isGloss)).toEqual([true, true, false, false]);
});

test.each([
  ['en-zh', 50_000],
  ['zh-en', 50_000],
  ['english-names', 20_000],
])('%s is sorted, one key a line', (name, least) => {
  const keys = dataText(`dictionary/${name}.tsv`)
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('\t')));
  expect(keys.length).toBeGreaterThan(least);
  expect(keys.findIndex((key, i) => i > 0 && key <= (keys[i - 1] ?? ''))).toBe(-1);
});
