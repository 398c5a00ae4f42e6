import { expect, test } from 'vitest';
import { wordsIn } from '../../../src/core/question/chinese-words.ts';

test.each([
  ['在野马队中', ['野马', '队'], 'the longest word from the left, 在野, is none here'],
  ['最大的四分卫', ['最大', '四分卫'], 'a word of two that are known'],
  ['分区冠军', ['分区', '冠军'], 'single characters make a word'],
  ['他们的船', ['他们', '船'], 'particles say nothing'],
])('%s has %j: %s', (text, words) => {
  const found = wordsIn(text, () => true).map(({ start, end }) => text.slice(start, end));
  expect(found.filter((word) => word !== '中')).toEqual(words);
});

test('what is taken is part of no word', () => {
  const open = ({ start, end }: { start: number; end: number }): boolean => start >= 2 && end <= 4;
  expect(wordsIn('火山爆发', open)).toEqual([{ start: 2, end: 4 }]);
});
