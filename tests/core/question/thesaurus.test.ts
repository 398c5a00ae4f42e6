import { expect, test } from 'vitest';
import { thesaurusWordsIn } from '../../../src/core/reading/features/word-features.ts';
import { foldScript, hasHan, stemOf } from '../../../src/core/text/script.ts';
import { langLines } from '../../../src/core/text/lang-data.ts';

const stemsOf = (words: string): string => words.toLowerCase().split(' ').map(stemOf).join(' ');

// A line of thousands each: one test a list, which names the lines that fail.
test.each([
  ['zh/thesaurus', foldScript],
  ['en/thesaurus', stemsOf],
] as const)('%s: every word of every line leads to the others of its line', (list, formOf) => {
  const failing = langLines(list).filter((line) => {
    const words = line.split(',').map((word) => word.trim());
    return words.some((word) => {
      // In a Chinese question words may stand in Latin letters: CEO.
      const question = foldScript(list.startsWith('zh') && !hasHan(word) ? `${word}，是` : word);
      const synonyms = thesaurusWordsIn(question).find((one) => one.word === formOf(word))?.synonyms ?? [];
      return words.some((other) => formOf(other) !== formOf(word) && !synonyms.includes(formOf(other)));
    });
  });
  expect(failing).toEqual([]);
});

const found = (question: string): string[] => thesaurusWordsIn(foldScript(question)).map(({ word }) => word);

test('the longest word counts, with its place in the question', () => {
  const [first] = thesaurusWordsIn(foldScript('佢嘅人工幾多？'));
  expect(first).toMatchObject({ start: 2, end: 4, word: '人工' });
  expect(first?.synonyms).toContain('薪金');
});

test('a word of one character counts where it stands alone, and not inside another', () => {
  expect(found('邊個捉咗佢？')).toContain('捉');
  expect(found('結果難以捉摸')).not.toContain('捉');
});

test('English words are found by their stems, two together before one', () => {
  expect(thesaurusWordsIn('were the kids hurt?').find(({ word }) => word === 'kid')?.synonyms).toContain('child');
  expect(found('who turned down the offer?')).toContain('turn down');
});
