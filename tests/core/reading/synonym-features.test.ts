import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { synonymMatches, weighThesaurusWords } from '../../../src/core/reading/features/word-features.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const wordsOf = (question: string) => {
  const parsed = parseQuestion(question, names);
  return weighThesaurusWords(
    parsed,
    parsed.terms.map((_, t) => t + 1),
  );
};

/** The words of a question with how a sentence holds them: 1 as they are, 2 in other words, 0 not at all. */
function heldIn(question: string, sentence: string): Record<string, number> {
  const words = wordsOf(question);
  const held = synonymMatches(words, foldScript(sentence));
  return Object.fromEntries(words.map(({ word }, w) => [word, held[w] ?? 0]));
}

describe('what a sentence holds of a question in other words', () => {
  test.each<[string, string, Record<string, number>]>([
    ['邊個捉咗船長嘅細佬？', '警方拘捕船長的弟弟。', { 捉: 2, 细佬: 2 }],
    ['邊個捉咗船長嘅細佬？', '警方捉到船長的細佬。', { 捉: 1, 细佬: 1 }],
    ['邊個捉咗船長嘅細佬？', '船長住在青嶼。', { 捉: 0, 细佬: 0 }],
    ['When was the kid hurt?', 'A child was injured on Monday.', { kid: 2, hurt: 2 }],
    ['When was the kid hurt?', 'A kid was hurt on Monday.', { kid: 1, hurt: 1 }],
    ['When was the kid hurt?', 'On Monday a child was injured.', { kid: 2, hurt: 2 }],
    ['When was the kid hurt?', 'It rained on Monday.', { kid: 0, hurt: 0 }],
  ])('%s %s', (question, sentence, expected) => expect(heldIn(question, sentence)).toMatchObject(expected));
});

test('what asks, and who is named, have no other words', () => {
  expect(wordsOf('布林肯點解辭職？').map(({ word }) => word)).toEqual(['辞职']);
});

test('a word weighs as much as the heaviest term that it takes up', () => {
  const parsed = parseQuestion('邊個捉咗船長嘅細佬？', names);
  const weights = parsed.terms.map((_, t) => t + 1);
  const word = weighThesaurusWords(parsed, weights).find((one) => one.word === '细佬');
  expect(word?.terms.length).toBeGreaterThan(0);
  expect(word?.weight).toBe(Math.max(...(word?.terms.map((t) => weights[t] ?? 0) ?? [])));
});
