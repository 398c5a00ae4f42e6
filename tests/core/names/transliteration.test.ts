import { describe, expect, test } from 'vitest';
import { chineseBySound, isBySound, soundSkeleton, soundsLike } from '../../../src/core/names/transliteration.ts';
import { dataText } from '../../../src/core/text/lang-data.ts';

describe('a name is told from words that sound otherwise', () => {
  test.each([
    ['曼宁', 'manning', 'marriage'],
    ['埃尔维', 'elway', 'tuesday'],
    ['卡罗莱纳', 'carolina', 'category'],
    ['普利斯特里', 'priestley', 'pressure'],
    ['威腾博格', 'wittenberg', 'pittsburgh'],
    ['弗雷斯诺', 'fresno', 'freedom'],
    ['拉瓦锡', 'lavoisier', 'lobster'],
    ['坎克利', 'kuechly', 'kingdom'],
  ])('%s is %s, and not %s', (characters, name, other) => {
    expect(soundsLike(characters, name)).toBeGreaterThan(5);
    expect(soundsLike(characters, other)).toBeLessThan(soundsLike(characters, name) - 2);
  });
});

test('letters that are left over, or none, make a name unlikely', () => {
  expect(soundsLike('曼宁', 'manningtree')).toBeLessThan(soundsLike('曼宁', 'manning'));
  expect(soundsLike('曼宁', 'ma')).toBeLessThan(5);
});

test('the skeleton of a name lets pass what sounds like it, and stops what begins otherwise or lacks a consonant', () => {
  const mayBe = soundSkeleton('曼宁');
  expect(['manning', 'canning', 'ma'].map(mayBe)).toEqual([true, false, false]);
});

test('a name is written in the characters that stand side by side in the texts', () => {
  const text = '四分衛曼宁與教練馬丁';
  const isBigram = (first: string, second: string): boolean => text.includes(first + second);
  expect(chineseBySound('manning', isBigram).map(({ name }) => name)).toContain('曼宁');
  expect(chineseBySound('manning', () => false)).toEqual([]);
});

test('of many ways to write a name the likeliest comes first', () => {
  const [best, next] = chineseBySound('manningford', () => true);
  expect(best?.likeness).toBeGreaterThan(next?.likeness ?? Infinity);
  expect(best?.likeness).toBeCloseTo(soundsLike(best?.name ?? '', 'manningford'), 6);
});

test('particles are no characters of names', () => {
  expect(['曼', '尔', '克'].every(isBySound)).toBe(true);
  expect(['的', '和', '我'].some(isBySound)).toBe(false);
});

test('the table has a syllable a line, each once, with characters and shares of a thousand', () => {
  const lines = dataText('dictionary/transliteration.tsv').trimEnd().split('\n');
  const syllables = lines.map((line) => line.split('\t')[0]);
  expect(lines.length).toBeGreaterThan(300);
  expect(new Set(syllables).size).toBe(lines.length);
  for (const line of lines) expect(line).toMatch(/^[a-zêv]+\t[\u4e00-\u9fff]*\t(?:[a-z]*=\d+(?:,[a-z]*=\d+)*)?$/);
});
