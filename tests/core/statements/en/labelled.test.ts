import { describe, expect, test } from 'vitest';
import { bySentence } from '../../../../src/core/statements/statements-of.ts';
import { articleOf } from '../../../support/article-of.ts';
import { shippedNames } from '../../../support/shipped-data.ts';
import { labelledEnglish } from './labelled.ts';

const names = shippedNames();

interface Judged {
  readonly text: string;
  readonly expected: string | null;
  readonly got: string | null;
}

const judged: readonly Judged[] = Object.values(labelledEnglish).flatMap(({ paragraphs, sentences }) => {
  const article = articleOf(paragraphs);
  const found = bySentence(article, names);
  return sentences.map(({ text, speaker }): Judged => {
    const own = found.find(({ start, end }) => article.text.slice(start, end).trim() === text);
    return { text, expected: speaker, got: own === undefined ? 'cut otherwise' : (own.speaker?.name ?? null) };
  });
});

// The name as the article first has it, or its last word: the Secretary is Helen Marsh.
const isRight = ({ expected, got }: Judged): boolean =>
  expected === null || got === null
    ? expected === got
    : got.toLowerCase().includes(expected.toLowerCase()) || expected.toLowerCase().includes(got.toLowerCase());

describe('labelled English sentences', () => {
  test('are cut as they are labelled', () => expect(judged.filter(({ got }) => got === 'cut otherwise')).toEqual([]));

  test('precision at least 0.9, recall at least 0.8', () => {
    const said = judged.filter(({ got }) => got !== null);
    const due = judged.filter(({ expected }) => expected !== null);
    const hits = said.filter(isRight).length;
    const wrong = said.filter((one) => !isRight(one));
    process.stdout.write(
      `English statements: ${judged.length} sentences, precision ${(hits / said.length).toFixed(3)}, recall ${(hits / due.length).toFixed(3)}\n`,
    );
    expect({ wrong, isPrecise: hits / said.length >= 0.9 }).toMatchObject({ isPrecise: true });
    expect(hits / due.length).toBeGreaterThanOrEqual(0.8);
  });
});
